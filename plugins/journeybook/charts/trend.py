"""Draw the course of a metric as a small line over dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

TREND_WIDTH, TREND_HEIGHT = 640.0, 160.0
_MARGIN = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """A line over time."""

    width: float
    height: float
    points: tuple[tuple[float, float], ...]
    path: str
    """SVG path data."""
    target: float | None
    """The height of the target's line, from the top."""
    lowest: float
    highest: float
    """The extremes of the measured values; the target may lie beyond them."""


def trend(values: Sequence[tuple[date, float]], target: float | None = None) -> Trend | None:
    """Draw values in the order of their dates; nothing for fewer than two."""
    if len(values) < 2:  # noqa: PLR2004 - a line has two ends
        return None
    ordered = sorted(values)
    first, last = ordered[0][0].toordinal(), ordered[-1][0].toordinal()
    measured = [number for _, number in ordered]
    drawn = [*measured, target] if target is not None else measured
    bottom, top = min(drawn), max(drawn)

    def height(number: float) -> float:
        share = (number - bottom) / (top - bottom) if top > bottom else 0.5
        return round(TREND_HEIGHT - _MARGIN - share * (TREND_HEIGHT - 2 * _MARGIN), 1)

    def across(day: date) -> float:
        share = (day.toordinal() - first) / max(last - first, 1)
        return round(_MARGIN + share * (TREND_WIDTH - 2 * _MARGIN), 1)

    points = tuple((across(day), height(number)) for day, number in ordered)
    return Trend(
        width=TREND_WIDTH,
        height=TREND_HEIGHT,
        points=points,
        path="M" + "L".join(f"{x:g} {y:g}" for x, y in points),
        target=height(target) if target is not None else None,
        lowest=min(measured),
        highest=max(measured),
    )
