"""The rows of a journey's map that are folded: lanes in groups, each group with how much a step has in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from journeybook.catalogue import Step, own_time
from journeybook.model.lanes import LANES, Lane, LaneKind, Side
from journeybook.pages.curves.columns import MapColumn, spans

ESSENTIAL = frozenset(
    {LaneKind.SATISFACTION, LaneKind.TOUCHPOINTS, LaneKind.PAIN_POINTS, LaneKind.OPPORTUNITIES}
)
"""Lanes that a map always shows, in ways of their own."""
HEADS = frozenset({LaneKind.MOMENT, LaneKind.PICTURE})
"""Lanes that stand in the heads of the columns."""
_WIDEST = 3
"""Columns that a text may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeBar:
    """The time of a step beside those of the others."""

    busy: float
    """How long customers are busy, of the longest time that a step takes, 0 to 1."""
    wait: float
    """How long they wait, of the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneCell:
    """The part of a step in a lane."""

    column: MapColumn
    span: int
    """Columns that it may take: none where there is nothing."""
    bar: TimeBar | None = None
    """In the lane of times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """A lane as a row."""

    lane: Lane
    cells: tuple[LaneCell, ...]
    is_below_line: bool = False
    """Whether the line of visibility is drawn above it: it is the first that customers do not see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCount:
    """The count of what a step has in a group."""

    column: MapColumn
    number: int
    share: float
    """Of the most that a step has, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowGroup:
    """Rows that are folded and unfolded together."""

    side: Side
    rows: tuple[MapRow, ...]
    counts: tuple[StepCount, ...]


_CONTENT: Mapping[LaneKind, Callable[[Step], Sequence[object]]] = MappingProxyType(
    {
        LaneKind.METRICS: lambda step: step.metrics,
        LaneKind.TIMES: lambda step: [time for time in (step.record.duration, step.record.wait) if time],
    }
)
"""What a step has in the lanes that show what the handbook knows, and not all that is written."""


def row_groups(columns: Sequence[MapColumn]) -> tuple[RowGroup, ...]:
    """Return the lanes that have something in at least one step, by side."""
    return tuple(filter(None, (_group(columns, side) for side in Side)))


def _group(columns: Sequence[MapColumn], side: Side) -> RowGroup | None:
    lanes = [lane for lane in LANES if lane.side is side and lane.kind not in ESSENTIAL | HEADS]
    numbers = {lane.name: [_number(lane, column.step) for column in columns] for lane in lanes}
    lanes = [lane for lane in lanes if any(numbers[lane.name])]
    if not lanes:
        return None
    sums = [sum(each) for each in zip(*(numbers[lane.name] for lane in lanes), strict=True)]
    return RowGroup(
        side=side,
        rows=tuple(_rows(columns, lanes, numbers)),
        counts=tuple(
            StepCount(column=column, number=number, share=number / max(sums))
            for column, number in zip(columns, sums, strict=True)
        ),
    )


def _rows(
    columns: Sequence[MapColumn], lanes: Iterable[Lane], numbers: Mapping[str, Sequence[int]]
) -> Iterator[MapRow]:
    is_seen = True
    for lane in lanes:
        # Bars are compared, so all are of one column.
        widest = 1 if lane.kind is LaneKind.TIMES else _WIDEST
        widths = spans(columns, [number > 0 for number in numbers[lane.name]], widest)
        bars = _bars(columns) if lane.kind is LaneKind.TIMES else [None] * len(columns)
        cells = (
            LaneCell(column=column, span=span, bar=bar)
            for column, span, bar in zip(columns, widths, bars, strict=True)
        )
        yield MapRow(lane=lane, cells=tuple(cells), is_below_line=is_seen and lane.is_unseen)
        is_seen = is_seen and not lane.is_unseen


def _bars(columns: Sequence[MapColumn]) -> list[TimeBar]:
    times = [own_time(column.step.record) for column in columns]
    longest = max(time.middle for time in times)
    return [
        TimeBar(
            busy=(time.middle - time.waiting) / longest if longest else 0,
            wait=time.waiting / longest if longest else 0,
        )
        for time in times
    ]


def _number(lane: Lane, step: Step) -> int:
    if lane.kind in _CONTENT:
        return len(_CONTENT[lane.kind](step))
    return sum(len(value) for _, value in lane.written(step.record) if value)
