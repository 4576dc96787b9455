"""Draw a satisfaction curve: a smooth line through one value a step, which never leaves the values."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from journeybook.model.fields import HIGHEST, LOWEST

STEP_WIDTH = 100.0
"""Width of a step's column, where a picture names no other."""
HEIGHT = 100.0
SAD = 2
"""The satisfaction up to which the low point of a line stands out."""
_MARGIN = 0.14
"""The margin above and below the levels, as a share of the height."""
_TOUCHING = 0.9
"""Points of one column whose scores are nearer to each other than this would cover each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A step's value on a line."""

    column: int
    """The step's column, counted from 0."""
    satisfaction: float
    x: float
    """In the picture's units, from the left."""
    y: float
    """In the picture's units, from the top."""
    shift: float = 0
    """How far to move it aside, in widths of a point, so that it covers none of its column."""
    is_low: bool = False
    """Whether the line is nowhere lower, and somewhere higher."""


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


@dataclass(frozen=True, slots=True)
class _Frame:
    """The size of a picture."""

    column: float
    height: float

    def x(self, column: int) -> float:
        return (column + 0.5) * self.column

    def y(self, satisfaction: float) -> float:
        return round(self.height * height_of(satisfaction), 2)


def height_of(satisfaction: float) -> float:
    """Place a satisfaction, 1 to 5, between the upper edge of a picture, 0, and its lower one, 1."""
    share = (satisfaction - LOWEST) / (HIGHEST - LOWEST)
    return 1 - _MARGIN - share * (1 - 2 * _MARGIN)


def curve(
    values: Sequence[Sequence[float | None]], *, column: float = STEP_WIDTH, height: float = HEIGHT
) -> Curve:
    """Draw one line for each sequence; all have one value, 1 to 5 or none, for each step."""
    frame = _Frame(column, height)
    columns = max((len(line) for line in values), default=0)
    levels = tuple((satisfaction, frame.y(satisfaction)) for satisfaction in range(HIGHEST, LOWEST - 1, -1))
    shifts = [_shifts([line[at] for line in values]) for at in range(columns)]
    lines = tuple(_line(frame, line, [row[at] for row in shifts]) for at, line in enumerate(values))
    return Curve(width=columns * column, height=height, lines=lines, levels=levels)


def _shifts(satisfactions: Sequence[float | None]) -> list[float]:
    """Spread the points of one column that touch each other; the others stay on their place."""
    found = [0.0] * len(satisfactions)
    order = sorted(
        (satisfaction, at) for at, satisfaction in enumerate(satisfactions) if satisfaction is not None
    )
    groups: list[list[tuple[float, int]]] = []
    for satisfaction, at in order:
        if groups and satisfaction - groups[-1][-1][0] < _TOUCHING:
            groups[-1].append((satisfaction, at))
        else:
            groups.append([(satisfaction, at)])
    for group in groups:
        for place, (_, at) in enumerate(sorted(group, key=lambda item: item[1])):
            found[at] = place - (len(group) - 1) / 2
    return found


def _line(frame: _Frame, values: Sequence[float | None], shifts: Sequence[float]) -> Line:
    satisfactions = [satisfaction for satisfaction in values if satisfaction is not None]
    low = min(satisfactions) if satisfactions and min(satisfactions) < max(satisfactions) else None
    points = tuple(
        Point(
            column=column,
            satisfaction=satisfaction,
            x=frame.x(column),
            y=frame.y(satisfaction),
            shift=shifts[column],
            is_low=satisfaction == low,
        )
        for column, satisfaction in enumerate(values)
        if satisfaction is not None
    )
    runs = [
        [point for _, point in run]
        for _, run in groupby(enumerate(points), lambda item: item[1].column - item[0])
    ]
    gaps = (f"M{_at(left[-1])}L{_at(right[0])}" for left, right in pairwise(runs))
    return Line(points=points, path="".join(_smooth(run, frame.column) for run in runs), gaps="".join(gaps))


def _at(point: Point) -> str:
    return f"{point.x:g} {point.y:g}"


def _smooth(run: Sequence[Point], column: float) -> str:
    """A monotone cubic curve through neighbouring points: it never rises above or falls below them."""
    tangents = slopes([point.y for point in run], column)
    third = column / 3
    pieces = [f"M{_at(run[0])}"]
    for (left, right), (a, b) in zip(pairwise(run), pairwise(tangents), strict=True):
        out = f"{left.x + third:.6g} {left.y + a * third:.5g}"
        back = f"{right.x - third:.6g} {right.y - b * third:.5g}"
        pieces.append(f"C{out} {back} {_at(right)}")
    return "".join(pieces)


def slopes(heights: Sequence[float], column: float) -> list[float]:
    """Tangents after Fritsch and Carlson (1980): flat at every turn, else the neighbours' harmonic mean."""
    steps = [(right - left) / column for left, right in pairwise(heights)]
    if not steps:
        return [0.0]
    inner = [2 * a * b / (a + b) if a * b > 0 else 0.0 for a, b in pairwise(steps)]
    return [steps[0], *inner, steps[-1]]
