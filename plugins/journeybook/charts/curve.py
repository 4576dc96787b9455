"""The satisfaction curve: one value for each step in, a smooth line that never leaves the values out."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

COLUMN = 100.0
"""Width of a step's column."""
HEIGHT = 100.0
LOWEST, HIGHEST = 1, 5
_MARGIN = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A step's value on a line."""

    column: int
    """The step's column, counted from 0."""
    score: float
    x: float
    """In the picture's units, from the left."""
    y: float
    """In the picture's units, from the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One persona's line."""

    points: tuple[Point, ...]
    """Only the steps that have a value."""
    path: str
    """SVG path data: a smooth piece for each run of steps with values."""
    gaps: str
    """SVG path data that joins the runs across steps without a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A picture of several lines over the same columns."""

    width: float
    height: float
    lines: tuple[Line, ...]
    levels: tuple[tuple[int, float], ...]
    """The scores 1 to 5, each with its height in the picture."""


def curve(values: Sequence[Sequence[float | None]]) -> Curve:
    """Draw one line for each sequence; all have one value, 1 to 5 or none, for each step."""
    columns = max((len(line) for line in values), default=0)
    levels = tuple((score, _height(score)) for score in range(HIGHEST, LOWEST - 1, -1))
    return Curve(width=columns * COLUMN, height=HEIGHT, lines=tuple(map(_line, values)), levels=levels)


def _height(score: float) -> float:
    share = (score - LOWEST) / (HIGHEST - LOWEST)
    return round(HEIGHT - _MARGIN - share * (HEIGHT - 2 * _MARGIN), 2)


def _line(values: Sequence[float | None]) -> Line:
    points = tuple(
        Point(column=column, score=score, x=(column + 0.5) * COLUMN, y=_height(score))
        for column, score in enumerate(values)
        if score is not None
    )
    runs = [
        [point for _, point in run]
        for _, run in groupby(enumerate(points), lambda item: item[1].column - item[0])
    ]
    gaps = (f"M{_at(left[-1])}L{_at(right[0])}" for left, right in pairwise(runs))
    return Line(points=points, path="".join(map(_smooth, runs)), gaps="".join(gaps))


def _at(point: Point) -> str:
    return f"{point.x:g} {point.y:g}"


def _smooth(run: Sequence[Point]) -> str:
    """A monotone cubic curve through neighbouring points: it never rises above or falls below them."""
    slopes = _slopes([point.y for point in run])
    third = COLUMN / 3
    pieces = [f"M{_at(run[0])}"]
    for (left, right), (a, b) in zip(pairwise(run), pairwise(slopes), strict=True):
        out = f"{left.x + third:.6g} {left.y + a * third:.5g}"
        back = f"{right.x - third:.6g} {right.y - b * third:.5g}"
        pieces.append(f"C{out} {back} {_at(right)}")
    return "".join(pieces)


def _slopes(heights: Sequence[float]) -> list[float]:
    """Tangents after Fritsch and Carlson (1980): flat at every turn, else the neighbours' harmonic mean."""
    steps = [(right - left) / COLUMN for left, right in pairwise(heights)]
    if not steps:
        return [0.0]
    inner = [2 * a * b / (a + b) if a * b > 0 else 0.0 for a, b in pairwise(steps)]
    return [steps[0], *inner, steps[-1]]
