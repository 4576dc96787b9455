"""The rows of a journey's map: which lanes have content, and which views show them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from journeybook.catalogue import Journey, Step
from journeybook.model.lanes import LANES, Lane, LaneKind, Side, View


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """A row of the map."""

    lane: Lane
    steps: frozenset[str]
    """The ids of the steps that have something in this row."""
    is_below_line: bool = False
    """Whether the line of visibility is drawn above it: it is the first that customers do not see."""

    @property
    def name(self) -> str:
        """Names the row in addresses and styles."""
        return self.lane.name

    @property
    def views(self) -> tuple[View, ...]:
        """The views that show the row beside that of all rows."""
        return tuple(view for view in View if _is_in(view, self.lane))


_CONTENT: Mapping[LaneKind, Callable[[Step], object]] = MappingProxyType(
    {
        LaneKind.SATISFACTION: lambda step: step.satisfaction,
        LaneKind.TOUCHPOINTS: lambda step: step.touchpoints or step.channels,
        LaneKind.METRICS: lambda step: step.metrics,
    }
)
"""What a step has in the lanes that show what the handbook knows, and not all that is written."""

_ESSENTIAL: Mapping[View, Callable[[Lane], bool]] = MappingProxyType(
    {
        View.PROBLEMS: lambda lane: lane.kind in {LaneKind.PAIN_POINTS, LaneKind.OPPORTUNITIES},
        View.BLUEPRINT: lambda lane: lane.side is Side.FIRM and lane.kind is LaneKind.TEXTS,
    }
)
"""A view is offered if a journey has something in one of these lanes."""


def map_rows(journey: Journey) -> tuple[MapRow, ...]:
    """Return the lanes that have content in at least one step."""
    steps = tuple(journey.steps)
    filled = [(lane, frozenset(step.id for step in steps if _has(lane, step))) for lane in LANES]
    first_unseen = next((lane for lane, ids in filled if ids and lane.is_unseen), None)
    return tuple(
        MapRow(lane=lane, steps=ids, is_below_line=lane is first_unseen) for lane, ids in filled if ids
    )


def _has(lane: Lane, step: Step) -> bool:
    if lane.kind in _CONTENT:
        return bool(_CONTENT[lane.kind](step))
    return any(value for _, value in lane.written(step.record))


def _is_in(view: View, lane: Lane) -> bool:
    return view in lane.views or (view is View.BLUEPRINT and lane.side is Side.FIRM)


def views(rows: Iterable[MapRow]) -> tuple[View, ...]:
    """Return the views that show something of these rows, apart from that of all rows."""
    shown = [row.lane for row in rows]
    return tuple(view for view, is_essential in _ESSENTIAL.items() if any(map(is_essential, shown)))
