"""The rows of a journey's map that are folded: lanes in groups, each group with how much a step has in it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from journeybook.catalogue import JourneyPart, JourneyStage, own_time, total_of
from journeybook.model.lanes import Lane, LaneKind, Side, holds
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
    number: int
    """The count of what is in it."""
    span: int
    """Columns that it may take: none where there is nothing."""
    bar: TimeBar | None = None
    """In the lane of times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCell:
    """The part of a stage as a whole in a lane, over all its columns."""

    stage: JourneyStage
    number: int
    """The count of what is in it."""
    total: float | None = None
    """What the numbers of the stage and its steps come to, where the lane puts them together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """A lane as a row: of steps, or of stages as wholes."""

    lane: Lane
    cells: tuple[LaneCell, ...] = ()
    """By step; none in a row of stages."""
    wholes: tuple[StageCell, ...] = ()
    """By stage; none in a row of steps."""
    is_below_line: bool = False
    """Whether the line of visibility is drawn above it: it is the first that customers do not see."""

    @property
    def has_content(self) -> bool:
        """Whether there is something in it."""
        return any(cell.number for cell in self.cells) or any(
            cell.number or cell.total is not None for cell in self.wholes
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCount:
    """The count of what a step has in a group."""

    column: MapColumn
    number: int
    share: float
    """Of the most that a step has, 0 to 1."""
    whole: int
    """What its stage has as a whole, at the first step of the stage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowGroup:
    """Rows that are folded and unfolded together."""

    side: Side
    rows: tuple[MapRow, ...]
    counts: tuple[StepCount, ...]


_CONTENT: Mapping[LaneKind, Callable[[JourneyPart], Sequence[object]]] = MappingProxyType(
    {
        LaneKind.METRICS: lambda part: part.metrics,
        LaneKind.TIMES: lambda part: [time for time in (part.record.duration, part.record.wait) if time],
    }
)
"""What a part has in the lanes that show what the handbook knows, and not all that is written."""


def row_groups(columns: Sequence[MapColumn], lanes: Sequence[Lane]) -> tuple[RowGroup, ...]:
    """Return the lanes that have something in at least one step or stage, by side."""
    return tuple(filter(None, (_group(columns, lanes, side) for side in Side)))


def _group(columns: Sequence[MapColumn], all_lanes: Sequence[Lane], side: Side) -> RowGroup | None:
    lanes = [lane for lane in all_lanes if lane.side is side and lane.kind not in ESSENTIAL | HEADS]
    found = (row for lane in lanes for row in (_of_stages(lane, columns), _of_steps(lane, columns)))
    rows = tuple(row for row in found if row.has_content)
    if not rows:
        return None
    return RowGroup(side=side, rows=tuple(_with_line(rows)), counts=tuple(_counts(columns, rows)))


def _of_stages(lane: Lane, columns: Sequence[MapColumn]) -> MapRow:
    stages = (column.stage for column in columns if column.is_first)
    return MapRow(
        lane=lane,
        wholes=tuple(
            StageCell(stage=stage, number=_number(lane, stage), total=total_of(lane, stage))
            for stage in stages
        ),
    )


def _of_steps(lane: Lane, columns: Sequence[MapColumn]) -> MapRow:
    numbers = [_number(lane, column.step) for column in columns]
    # Bars are compared, so all are of one column.
    widest = 1 if lane.kind is LaneKind.TIMES else _WIDEST
    widths = spans(columns, [number > 0 for number in numbers], widest)
    bars = _bars(columns) if lane.kind is LaneKind.TIMES else [None] * len(columns)
    cells = (
        LaneCell(column=column, number=number, span=span, bar=bar)
        for column, number, span, bar in zip(columns, numbers, widths, bars, strict=True)
    )
    return MapRow(lane=lane, cells=tuple(cells))


def _with_line(rows: Iterable[MapRow]) -> Iterator[MapRow]:
    """Draw the line of visibility above the first row that customers do not see."""
    is_seen = True
    for row in rows:
        yield replace(row, is_below_line=is_seen and row.lane.is_unseen)
        is_seen = is_seen and not row.lane.is_unseen


def _counts(columns: Sequence[MapColumn], rows: Sequence[MapRow]) -> Iterator[StepCount]:
    of_steps = [[cell.number for cell in row.cells] for row in rows if row.cells]
    sums = [sum(each) for each in zip(*of_steps, strict=True)] or [0] * len(columns)
    wholes: Counter[JourneyStage] = Counter()
    for cell in (cell for row in rows for cell in row.wholes):
        wholes[cell.stage] += cell.number
    most = max(sums) or 1
    for column, number in zip(columns, sums, strict=True):
        whole = wholes[column.stage] if column.is_first else 0
        yield StepCount(column=column, number=number, share=number / most, whole=whole)


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


def _number(lane: Lane, part: JourneyPart) -> int:
    if not holds(lane, type(part.record)):
        return 0
    if lane.is_own:
        return len(part.entries[lane.name])
    if lane.kind in _CONTENT:
        return len(_CONTENT[lane.kind](part))
    return sum(len(value) for _, value in lane.written(part.record) if value)
