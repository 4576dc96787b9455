"""Put things on a line into bands: each band has a name at its middle or at its beginning."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_SLACK = 0.75
"""How far beyond the first and last band something still belongs to it, in widths of a band."""


_CLEAR = 0.06
"""How far from a bound nothing lies where bands are clearly parted, in widths of a band."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a line."""

    start: float
    end: float

    @property
    def middle(self) -> float:
        """Its middle."""
        return (self.start + self.end) / 2

    @property
    def length(self) -> float:
        """Its length."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Bands:
    """The bands of names along a line, in their order."""

    names: tuple[Stretch, ...]
    bounds: tuple[float, ...]
    """Where each band but the first begins."""
    start: float
    """Before this lies nothing that belongs to the first band."""
    end: float

    def index(self, span: Stretch) -> int | None:
        """The band in which the middle of something lies; nothing if it lies outside."""
        if not self.start <= span.middle <= self.end:
            return None
        return bisect_right(self.bounds, span.middle)

    def covered(self, span: Stretch) -> tuple[int, int]:
        """The first and the last band whose names lie within something, or in which its middle lies."""
        middles = [name.middle for name in self.names]
        first, behind = bisect_left(middles, span.start), bisect_right(middles, span.end)
        middle = bisect_right(self.bounds, span.middle)
        return (first, behind - 1) if behind - first > 1 else (middle, middle)


def bands(names: Sequence[Stretch], others: Sequence[Stretch]) -> Bands:
    """Part a line by names in their order, so that as few others as possible lie across two bands."""
    narrow = _within_one(names, others)
    middles = tuple((before.middle + after.middle) / 2 for before, after in pairwise(names))
    starts = tuple(after.start - _hair(names) for after in names[1:])
    bounds = middles if _is_clear(middles, names, narrow) else _gaps(names, narrow)
    if len(bounds) < len(middles):
        bounds = min((middles, starts), key=lambda parts: _cost(parts, narrow))
    width = median(
        [after.middle - before.middle for before, after in pairwise(names)] or [_widest(names, others)]
    )
    is_by_start = bounds != middles
    first = names[0].start if is_by_start else min(names[0].start, names[0].middle - width / 2)
    last = max(names[-1].end, names[-1].middle + width / 2, names[-1].start + width if is_by_start else 0.0)
    return Bands(tuple(names), bounds, first - width * (_SLACK - 0.5), last + width * (_SLACK - 0.5))


def _within_one(names: Sequence[Stretch], others: Sequence[Stretch]) -> list[Stretch]:
    """The others that do not reach over two names, and so belong to one band."""
    parted = [name.middle for name in names]
    return [
        other for other in others if bisect_right(parted, other.end) - bisect_right(parted, other.start) <= 1
    ]


def _is_clear(bounds: Sequence[float], names: Sequence[Stretch], others: Sequence[Stretch]) -> bool:
    """Whether nothing lies at a bound, or close to one."""
    room = min((after.middle - before.middle for before, after in pairwise(names)), default=0.0) * _CLEAR
    reached = [Stretch(other.start - room, other.end + room) for other in others]
    return _cost(bounds, reached) == 0.0


def _gaps(names: Sequence[Stretch], others: Sequence[Stretch]) -> tuple[float, ...]:
    """The middles of the widest gaps between each two names; fewer than bounds where one has none."""
    free = _free([*names, *others])
    starts = [gap.start for gap in free]
    found: list[float] = []
    for before, after in pairwise(names):
        near = free[max(bisect_right(starts, before.middle) - 1, 0) : bisect_right(starts, after.middle)]
        clipped = [Stretch(max(gap.start, before.middle), min(gap.end, after.middle)) for gap in near]
        widest = max(clipped, key=lambda gap: gap.length, default=None)
        if widest and widest.length > 0:
            found.append(widest.middle)
    return tuple(found)


def _free(spans: Sequence[Stretch]) -> list[Stretch]:
    """The stretches between things, where nothing lies."""
    free: list[Stretch] = []
    end = float("-inf")
    for span in sorted(spans, key=lambda span: span.start):
        if span.start > end > float("-inf"):
            free.append(Stretch(end, span.start))
        end = max(end, span.end)
    return free


def _hair(names: Sequence[Stretch]) -> float:
    """Give the room above a name in which its band begins already."""
    return median(name.length for name in names) / 4


def _widest(names: Sequence[Stretch], others: Sequence[Stretch]) -> float:
    return max((span.length for span in (*names, *others)), default=1.0)


def _cost(bounds: Sequence[float], others: Sequence[Stretch]) -> float:
    """Measure what of others lies on the wrong side of a bound."""
    total = 0.0
    for other in others:
        after = bisect_right(bounds, other.middle)
        for bound in bounds[max(after - 1, 0) : after + 1]:
            total += max(0.0, min(bound - other.start, other.end - bound))
    return total


def grouped_along(spans: Sequence[tuple[Stretch, int]], gap: float) -> list[list[int]]:
    """Group things that lie beside each other along a line: a new group begins behind a gap."""
    groups: list[list[int]] = []
    end = float("-inf")
    for span, number in sorted(spans, key=lambda pair: (pair[0].start, pair[1])):
        if not groups or span.start > end + gap:
            groups.append([])
        groups[-1].append(number)
        end = max(end, span.end)
    return groups
