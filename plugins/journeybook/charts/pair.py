"""Draw two satisfaction curves over the same stages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from journeybook.charts.curve import STEP_WIDTH, Line, Point, curve
from journeybook.model.fields import HIGHEST, LOWEST

StepValue = tuple[int, float | None]
"""A step: its place in its journey, counted from 0, and its value, 1 to 5 or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageColumn:
    """A stage, with the steps of both journeys in it."""

    now: Sequence[StepValue]
    then: Sequence[StepValue]

    @property
    def width(self) -> int:
        """In widths of a step."""
        return max(len(self.now), len(self.then), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePair:
    """A picture of two lines; a line breaks where a step has no value or is not the next one."""

    width: float
    height: float
    widths: tuple[int, ...]
    """Of the columns, in widths of a step."""
    now: Line
    then: Line
    levels: tuple[tuple[int, float], ...]
    """The scores 1 to 5, each with its height in the picture."""


def curve_pair(columns: Sequence[StageColumn]) -> CurvePair:
    """Draw both lines; in a column the steps of each are spread evenly over its width."""
    frame = curve(())
    edges = [0, *accumulate(column.width for column in columns)]
    return CurvePair(
        width=edges[-1] * STEP_WIDTH,
        height=frame.height,
        widths=tuple(column.width for column in columns),
        now=_line(_points(edges, [column.now for column in columns], frame.levels)),
        then=_line(_points(edges, [column.then for column in columns], frame.levels)),
        levels=frame.levels,
    )


def _points(
    edges: Sequence[int], columns: Sequence[Sequence[StepValue]], levels: Sequence[tuple[int, float]]
) -> Iterator[Point]:
    highest, lowest = dict(levels)[HIGHEST], dict(levels)[LOWEST]
    slope = (highest - lowest) / (HIGHEST - LOWEST)
    for (left, right), marks in zip(pairwise(edges), columns, strict=True):
        for index, (place, satisfaction) in enumerate(marks):
            if satisfaction is not None:
                x = round((left + (right - left) * (index + 0.5) / len(marks)) * STEP_WIDTH, 2)
                y = round(lowest + (satisfaction - LOWEST) * slope, 2)
                yield Point(column=place, satisfaction=satisfaction, x=x, y=y)


def _line(points: Iterator[Point]) -> Line:
    runs: list[list[Point]] = []
    for point in points:
        if runs and point.column == runs[-1][-1].column + 1:
            runs[-1].append(point)
        else:
            runs.append([point])
    # A line that would lead back to an earlier step says nothing.
    gaps = (f"M{_at(a[-1])}L{_at(b[0])}" for a, b in pairwise(runs) if a[-1].column < b[0].column)
    return Line(
        points=tuple(point for run in runs for point in run),
        path="".join(map(_smooth, runs)),
        gaps="".join(gaps),
    )


def _at(point: Point) -> str:
    return f"{point.x:g} {point.y:g}"


def _smooth(run: Sequence[Point]) -> str:
    """A cubic curve that turns at its points only, however far they lie apart."""
    slopes = [(right.y - left.y) / (right.x - left.x) for left, right in pairwise(run)]
    tangents = [slopes[0], *map(_tangent, slopes, slopes[1:]), slopes[-1]] if slopes else []
    pieces = [f"M{_at(run[0])}"]
    for (left, right), (a, b) in zip(pairwise(run), pairwise(tangents), strict=True):
        third = (right.x - left.x) / 3
        out = f"{left.x + third:.6g} {left.y + a * third:.5g}"
        back = f"{right.x - third:.6g} {right.y - b * third:.5g}"
        pieces.append(f"C{out} {back} {_at(right)}")
    return "".join(pieces)


def _tangent(before: float, after: float) -> float:
    """Flat at a turn, else the harmonic mean, after Fritsch and Carlson (1980)."""
    return 2 * before * after / (before + after) if before * after > 0 else 0.0
