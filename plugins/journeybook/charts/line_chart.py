"""Draw the course of a metric, or of a few parts of it, over its months."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar

from journeybook.charts.lettering import Lettering, shortened, width_of
from journeybook.charts.moments import Naming, moments
from journeybook.charts.runs import Dot, Measurement, path_of, runs, thinned
from journeybook.charts.scale import AxisScale, scale

MOST_LINES = 4
"""So many lines can be told apart, by their dashes and marks as well."""
_LETTERS = 12.0
_LINE = 15.0
"""From one line of text to the next."""
_SIZES = ((760.0, 280.0), (340.0, 230.0))
"""For wide and for narrow pages."""
_TOP, _BOTTOM = 12.0, 30.0
_ASIDE = 10.0
"""From the picture to its labels."""
_SAMPLE = 30.0
"""The width of the piece of a line that stands before its name."""
_MOST_ASIDE = 0.36
"""Of the width, for the labels of one side."""
_FEW_DOTS = 60
"""Up to so many values each has its mark."""
_MANY = 400
"""Above so many values a line is thin."""
_LEAST_ASIDE = 34.0
"""At both sides, for half of the name of a month."""
_SHAPES = ("m-3 0a3 3 0 106 0 3 3 0 10-6 0", "m-3-3h6v6h-6z", "m0-4 4 7h-8z", "m0-4 4 4-4 4-4-4z")
"""The marks of the lines: disc, square, triangle, diamond; paths relative to the value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Values of one line."""

    title: str
    """What stands at its end: a name, or its latest value."""
    values: Sequence[Measurement]
    """In the order of their days; at least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A value to be reached."""

    value: float
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisWords:
    """The words of a chart, in the reader's language."""

    number: Callable[[float], str]
    """Writes a value on the axis."""
    naming: Naming


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseLine:
    """One line."""

    path: str
    """SVG path data: a piece for each run of months without a gap; of several lines one before the label."""
    band: str
    """SVG path data of the area between the intervals; empty where there are none."""
    marks: str
    """SVG path data of the marks of values: of all, if they are few, else of the latest and of lone ones."""
    label: Lettering
    """Stands at its right."""
    is_dense: bool
    """Whether there are so many values that a line of usual width would fill the picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart:
    """A picture with its axes; lengths from the upper left corner."""

    LETTERS: ClassVar[float] = _LETTERS
    width: float
    height: float
    left: float
    right: float
    bottom: float
    levels: tuple[Lettering, ...]
    """The steps of the axis of values, right-aligned, each beside its line."""
    months: tuple[Lettering, ...]
    """The names below the axis of time, centred."""
    lines: tuple[CourseLine, ...]
    target: float | None
    """The height of the target's line; None where there is none, or where it is far outside."""
    target_label: Lettering | None


@dataclass(frozen=True, slots=True)
class _Frame:
    """The place of the values in the picture."""

    left: float
    right: float
    bottom: float
    first: date
    days: int
    scale: AxisScale

    def x(self, day: date) -> float:
        if not self.days:
            return (self.left + self.right) / 2
        return round(self.left + (self.right - self.left) * (day - self.first).days / self.days, 1)

    def y(self, number: float) -> float:
        return round(self.bottom - (self.bottom - _TOP) * self.scale.share(number), 1)


def line_charts(
    courses: Sequence[Course], *, words: AxisWords, target: Aim | None = None
) -> tuple[LineChart, ...]:
    """Draw up to four lines, once for wide pages and once for narrow ones; nothing without a line."""
    draw = partial(_line_chart, courses, words=words, target=target)
    return tuple(draw(width=width, height=height) for width, height in _SIZES) if courses else ()


def _line_chart(
    courses: Sequence[Course], *, words: AxisWords, target: Aim | None, width: float, height: float
) -> LineChart:
    frame, names = _frame(courses, words, target, width, height)
    labels = _labels(frame, courses, target, width)
    days = [value.day for course in courses for value in course.values]
    named = moments(min(days), max(days), across=frame.x, naming=words.naming, size=_LETTERS)
    return LineChart(
        width=width,
        height=height,
        left=frame.left,
        right=frame.right,
        bottom=frame.bottom,
        levels=tuple(
            Lettering(text=name, x=frame.left - _ASIDE, y=frame.y(step))
            for name, step in zip(names, frame.scale.steps, strict=True)
        ),
        months=tuple(
            Lettering(
                text=moment.name,
                x=_inside(frame.x(moment.day), width_of(moment.name, _LETTERS), width),
                y=height - 8,
            )
            for moment in named
        ),
        lines=tuple(
            _line(frame, course, label, shape)
            for course, label, shape in zip(courses, labels, _SHAPES, strict=False)
        ),
        target=frame.y(target.value) if target and frame.scale.holds(target.value) else None,
        target_label=labels[-1] if target else None,
    )


def _frame(
    courses: Sequence[Course], words: AxisWords, target: Aim | None, width: float, height: float
) -> tuple[_Frame, list[str]]:
    """Measure the room for the labels at both sides; what is between is for the values."""
    measured = [number for course in courses for value in course.values for number in _numbers(value)]
    axis = scale(measured, target.value if target else None)
    names = [words.number(step) for step in axis.steps]
    most = _MOST_ASIDE * width
    days = [value.day for course in courses for value in course.values]
    frame = _Frame(
        left=_within(most, _ASIDE + max(width_of(name, _LETTERS) for name in names)),
        right=width - _within(most, _aside(courses, target)),
        bottom=height - _BOTTOM,
        first=min(days),
        days=(max(days) - min(days)).days,
        scale=axis,
    )
    return frame, names


def _within(most: float, width: float) -> float:
    return round(min(most, max(_LEAST_ASIDE, width)), 1)


def _numbers(value: Measurement) -> Iterator[float]:
    yield value.value
    yield from (number for number in (value.low, value.high) if number is not None)


def _aside(courses: Sequence[Course], target: Aim | None) -> float:
    """The width of the widest label at the ends of the lines."""
    sample = _SAMPLE if len(courses) > 1 else 0
    widths = [sample + width_of(course.title, _LETTERS) for course in courses]
    return 1 + _ASIDE + max([*widths, width_of(target.title, _LETTERS) + 15 if target else 0])


def _labels(frame: _Frame, courses: Sequence[Course], target: Aim | None, width: float) -> list[Lettering]:
    """The label of each line, and that of the target, beside their ends; apart where they would touch."""
    sample = _SAMPLE if len(courses) > 1 else 0
    wanted = [(course.title, frame.y(course.values[-1].value), sample) for course in courses]
    if target:
        wanted.append((*_told(frame, target), 0))
    heights = _apart([y for _, y, _ in wanted], _TOP, frame.bottom)
    room = width - frame.right - _ASIDE
    return [
        Lettering(
            text=shortened(title, room - indent, _LETTERS),
            x=round(frame.right + _ASIDE + indent, 1),
            y=y,
        )
        for (title, _, indent), y in zip(wanted, heights, strict=True)
    ]


def _told(frame: _Frame, target: Aim) -> tuple[str, float]:
    """The words of a target and its height; an arrow says where one lies that is far outside."""
    if frame.scale.holds(target.value):
        return target.title, frame.y(target.value)
    is_above = target.value > frame.scale.steps[-1]
    return f"{'↑' if is_above else '↓'} {target.title}", _TOP if is_above else frame.bottom


def _apart(wanted: Sequence[float], top: float, bottom: float) -> list[float]:
    """Move heights apart to the distance of two lines of text, in their order, within the picture."""
    order = sorted(range(len(wanted)), key=lambda at: (wanted[at], at))
    placed: list[float] = []
    for at in order:
        placed.append(max(wanted[at], placed[-1] + _LINE if placed else top))
    limit = bottom
    for at in reversed(range(len(placed))):
        placed[at] = min(placed[at], limit)
        limit = placed[at] - _LINE
    return [round(placed[order.index(at)], 1) for at in range(len(wanted))]


def _inside(x: float, width: float, whole: float) -> float:
    """The middle of a label that does not leave the picture."""
    return round(min(max(x, width / 2), whole - width / 2), 1)


def _line(frame: _Frame, course: Course, label: Lettering, shape: str) -> CourseLine:
    parted = runs(course.values)
    drawn = [[Dot(x=frame.x(item.day), y=frame.y(item.value)) for item in run] for run in parted]
    paths = [path_of(thinned(run)) for run in drawn if len(run) > 1]
    dots = [dot for run in drawn for dot in run]
    if len(dots) > _FEW_DOTS:
        dots = [*(run[0] for run in drawn[:-1] if len(run) == 1), dots[-1]]
    if label.x > frame.right + _ASIDE:
        paths.append(f"M{label.x - _SAMPLE:g} {label.y:g}h{_SAMPLE - _ASIDE / 2:g}")
        dots.append(Dot(x=label.x - _SAMPLE / 2, y=label.y))
    return CourseLine(
        path="".join(paths),
        band="".join(_band(frame, run) for run in parted),
        marks="".join(f"M{dot.x:g} {dot.y:g}{shape}" for dot in dots),
        label=label,
        is_dense=len(course.values) > _MANY,
    )


def _band(frame: _Frame, run: Sequence[Measurement]) -> str:
    """The area between the intervals of neighbouring values; of one alone an upright line."""
    known = [
        (frame.x(item.day), frame.y(item.low), frame.y(item.high))
        for item in run
        if item.low is not None and item.high is not None
    ]
    if not known:
        return ""
    upper = thinned([Dot(x=x, y=high) for x, _, high in known])
    lower = thinned([Dot(x=x, y=low) for x, low, _ in known])
    return f"{path_of([*upper, *reversed(lower)])}Z"
