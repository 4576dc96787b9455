"""Part the values of a metric where months are missing, and thin out what no eye could tell apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from statistics import median

_PIXELS = 2.0
"""The width in which no more values are drawn than the first, the extremes and the last."""
_LATE = 1.5
"""After how many times the usual distance the next value is late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """A value on a day, with its interval where it is known."""

    day: date
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A measured value in a picture."""

    x: float
    y: float


def runs(values: Sequence[Measurement]) -> list[list[Measurement]]:
    """Part values in the order of their days where at least one month more than usual is missing.

    The usual distance is the median of the months from one value to the next: those of a metric that is
    measured each quarter miss nothing from one quarter to the next.
    """
    distances = [_months(b.day) - _months(a.day) for a, b in pairwise(values)]
    longest = max(1.0, _LATE * median(distances)) if distances else 0
    found = [[values[0]]] if values else []
    for distance, value in zip(distances, values[1:], strict=True):
        if distance > longest:
            found.append([])
        found[-1].append(value)
    return found


def _months(day: date) -> int:
    return 12 * day.year + day.month


def thinned(dots: Sequence[Dot]) -> list[Dot]:
    """Leave out dots that others hide, as ten years of days have them."""
    return [dot for _, group in groupby(dots, lambda dot: dot.x // _PIXELS) for dot in _ends(list(group))]


def _ends(dots: list[Dot]) -> Iterator[Dot]:
    """The first, the highest, the lowest and the last of neighbours, in their order."""
    kept = {0, len(dots) - 1}
    kept |= {
        min(range(len(dots)), key=lambda at: dots[at].y),
        max(range(len(dots)), key=lambda at: dots[at].y),
    }
    return (dots[at] for at in sorted(kept))


def path_of(dots: Sequence[Dot]) -> str:
    """The SVG path data of straight lines from dot to dot."""
    return "M" + "L".join(f"{dot.x:g} {dot.y:g}" for dot in dots)
