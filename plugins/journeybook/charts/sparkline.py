"""Draw the course of a metric as a small line beside its name, without axes."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.charts.runs import Dot, Measurement, path_of, runs, thinned

_WIDTH, _HEIGHT = 96.0, 24.0
_MARGIN = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sparkline:
    """A line over time."""

    width: float
    height: float
    path: str
    """SVG path data: a piece for each run of months without a gap."""
    last: Dot
    """The latest value."""
    target: float | None
    """The height of the target; None where there is none within the measured range."""


def sparkline(values: Sequence[Measurement], target: float | None = None) -> Sparkline | None:
    """Draw values in the order of their days over their own range; nothing for fewer than two."""
    if len(values) < 2:  # noqa: PLR2004 - a line has two ends
        return None
    first, days = values[0].day, max(1, (values[-1].day - values[0].day).days)
    low, high = min(item.value for item in values), max(item.value for item in values)

    def height(number: float) -> float:
        share = (number - low) / (high - low) if high > low else 0.5
        return round(_HEIGHT - _MARGIN - share * (_HEIGHT - 2 * _MARGIN), 1)

    def dot(item: Measurement) -> Dot:
        across = _MARGIN + (item.day - first).days / days * (_WIDTH - 2 * _MARGIN)
        return Dot(x=round(across, 1), y=height(item.value))

    drawn = [thinned([dot(item) for item in run]) for run in runs(values)]
    return Sparkline(
        width=_WIDTH,
        height=_HEIGHT,
        path="".join(f"{path_of(run)}{'h0' if len(run) == 1 else ''}" for run in drawn),
        last=dot(values[-1]),
        target=height(target) if target is not None and low <= target <= high else None,
    )
