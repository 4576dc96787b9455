"""Cut a satisfaction curve at the borders of its columns, so that each cell of a table draws its own part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from journeybook.charts.curve import height_of, slopes

CellPlace = tuple[float, float]
"""The way along a column and the way down from its upper edge, both from 0 to 1."""
Bend = tuple[CellPlace, CellPlace, CellPlace, CellPlace]
"""A cubic Bézier curve: where it starts, its two handles, where it ends."""
Straight = tuple[CellPlace, CellPlace]
_MIDDLE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class CellLine:
    """The part of one line in one column."""

    height: float | None
    """Of its value, from the upper edge, 0 to 1."""
    bends: tuple[Bend, ...] = ()
    """The halves that lead to the neighbours with values."""
    gaps: tuple[Straight, ...] = ()
    """Straight pieces across columns without a value."""


def cell_lines(values: Sequence[float | None]) -> tuple[CellLine, ...]:
    """Draw the line of some values, 1 to 5 or none, column by column: the same curve as `charts.curve`."""
    heights = [None if value is None else height_of(value) for value in values]
    known = [at for at, height in enumerate(heights) if height is not None]
    bends: list[list[Bend]] = [[] for _ in values]
    gaps: list[list[Straight]] = [[] for _ in values]
    tangents = _tangents(heights)
    for left, right in pairwise(known):
        ends = (heights[left] or 0.0, heights[right] or 0.0)
        if right == left + 1:
            before, after = _halves(ends, (tangents[left], tangents[right]))
            bends[left].append(before)
            bends[right].append(after)
        else:
            for at, piece in _straight(left, right, ends):
                gaps[at].append(piece)
    return tuple(
        CellLine(height=height, bends=tuple(bends[at]), gaps=tuple(gaps[at]))
        for at, height in enumerate(heights)
    )


def _tangents(heights: Sequence[float | None]) -> list[float]:
    """The slope in each column, per width of a column."""
    found = [0.0] * len(heights)
    start = 0
    for end in range(len(heights) + 1):
        if end < len(heights) and heights[end] is not None:
            continue
        run = [height for height in heights[start:end] if height is not None]
        found[start:end] = slopes(run, 1.0) if run else []
        start = end + 1
    return found


def _halves(ends: tuple[float, float], tangents: tuple[float, float]) -> tuple[Bend, Bend]:
    """Part the curve between two columns at their border, after de Casteljau."""
    (y0, y3), (out, back) = ends, tangents
    y1, y2 = y0 + out / 3, y3 - back / 3
    left, middle, right = (y0 + y1) / 2, (y1 + y2) / 2, (y2 + y3) / 2
    inner, outer = (left + middle) / 2, (middle + right) / 2
    border = (inner + outer) / 2
    sixth = _MIDDLE / 3
    return (
        ((_MIDDLE, y0), (_MIDDLE + sixth, left), (1 - sixth, inner), (1.0, border)),
        ((0.0, border), (sixth, outer), (_MIDDLE - sixth, right), (_MIDDLE, y3)),
    )


def _straight(left: int, right: int, ends: tuple[float, float]) -> Iterator[tuple[int, Straight]]:
    """The pieces of a straight line from the middle of one column to that of another, by column."""
    rise = (ends[1] - ends[0]) / (right - left)
    for at in range(left, right + 1):
        start = max(left, at - _MIDDLE)
        end = min(right, at + _MIDDLE)
        yield (
            at,
            (
                (start - at + _MIDDLE, ends[0] + (start - left) * rise),
                (end - at + _MIDDLE, ends[0] + (end - left) * rise),
            ),
        )
