"""The table of lanes: what a journey's map shows of a step, row by row, and how every layer treats it.

A stage may hold some of them as well, for what belongs to no single step; a handbook may add its own.

A lane of a kind that is there already needs its row here and nothing else in code: the map, the page of a
stage, the search and the rules on length look at its kind. What they do with a kind is said once in each.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator

from journeybook.messages import N_
from journeybook.model.base import Record
from journeybook.model.entries import OwnEntry
from journeybook.model.fields import Rejected, Text, one_of, own_id, parse_link, parse_number
from journeybook.model.journey import JourneyStage
from journeybook.model.step import Step


class Side(StrEnum):
    """The side of a journey that a lane tells: the customer's or the firm's."""

    CUSTOMER = "customer"
    """What customers do, meet and feel, and what is to become better for them."""
    FIRM = "firm"
    """What the firm does for it."""
    FIGURES = "figures"
    """What is measured, and what it all rests on."""


class LaneKind(StrEnum):
    """The kind of cells in a lane, which decides how every layer treats it."""

    ENTRIES = "entries"
    """A list of texts that may say for whom they hold and what shows it."""
    TEXTS = "texts"
    """A list of texts."""
    MOMENT = "moment"
    """The moment of truth and the micro-conversion: a mark, or one text."""
    SATISFACTION = "satisfaction"
    """The curve."""
    TOUCHPOINTS = "touchpoints"
    """Touchpoints, or the channel where there are none."""
    PICTURE = "picture"
    """A picture."""
    QUOTES = "quotes"
    """What customers said."""
    PAIN_POINTS = "pain_points"
    """Pain points with their severity."""
    OPPORTUNITIES = "opportunities"
    """Opportunities with their status."""
    NUMBERS = "numbers"
    """Numbers, which a stage may sum up."""
    ADDRESSES = "addresses"
    """Links, each of which says for whom it holds as texts do."""
    ACTORS = "actors"
    """Teams, or texts."""
    SYSTEMS = "systems"
    """Systems, or texts."""
    RECOVERIES = "recoveries"
    """What goes wrong, and how it is made good."""
    LINKS = "links"
    """Documents, forms and pages."""
    CONTENT = "content"
    """What is published, with its status."""
    TIMES = "times"
    """How long customers are busy, and how long they wait."""
    METRICS = "metrics"
    """Metrics of the handbook."""
    EVIDENCE = "evidence"
    """What it rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A row of the map, and what it shows of a step, or of a stage as a whole."""

    name: str
    """Names it in addresses and styles; the field that it shows, where that is one."""
    label: str
    """What readers call it, in English."""
    side: Side
    kind: LaneKind
    shows: tuple[str, ...] = ()
    """The fields of a step that it shows, where they are not the one that it is named by."""
    is_unseen: bool = False
    """Whether customers do not see it: it stands below the line of visibility."""
    is_own: bool = False
    """Whether it is one of the handbook's own, whose label is the author's."""
    description: str = ""
    """What belongs into one of the handbook's own."""
    aggregate: str = "none"
    """How a stage puts the numbers of its steps together: `sum`, `mean` or `none`."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a step that it shows."""
        return self.shows or (self.name,)

    @property
    def is_claimed(self) -> bool:
        """Whether its texts are claims, which evidence may prove: what customers do, think and say."""
        return self.side is Side.CUSTOMER and self.kind in {LaneKind.ENTRIES, LaneKind.QUOTES}

    def written(self, record: Record) -> Iterator[tuple[str, Any]]:
        """The values that authors wrote for it in a step or a stage, by field."""
        if self.is_own:
            return iter(((self.name, record.lanes.get(self.name, ())),))  # type: ignore[attr-defined] # of a part
        known = type(record).model_fields
        return ((field, getattr(record, field)) for field in self.fields if field in known)


LANES = (
    Lane(
        name="actions",
        label=N_("Customer actions"),
        side=Side.CUSTOMER,
        kind=LaneKind.ENTRIES,
    ),
    Lane(
        name="moments",
        label=N_("Moments of truth"),
        side=Side.CUSTOMER,
        kind=LaneKind.MOMENT,
        shows=("moment_of_truth", "micro_conversion"),
    ),
    Lane(
        name="satisfaction",
        label=N_("Satisfaction"),
        side=Side.CUSTOMER,
        kind=LaneKind.SATISFACTION,
    ),
    Lane(
        name="touchpoints",
        label=N_("Touchpoints"),
        side=Side.CUSTOMER,
        kind=LaneKind.TOUCHPOINTS,
        shows=("touchpoints", "channel"),
    ),
    Lane(name="image", label=N_("Picture"), side=Side.CUSTOMER, kind=LaneKind.PICTURE),
    Lane(name="thoughts", label=N_("Thoughts"), side=Side.CUSTOMER, kind=LaneKind.ENTRIES),
    Lane(name="feelings", label=N_("Feelings"), side=Side.CUSTOMER, kind=LaneKind.ENTRIES),
    Lane(name="quotes", label=N_("Quotes"), side=Side.CUSTOMER, kind=LaneKind.QUOTES),
    Lane(name="needs", label=N_("Needs"), side=Side.CUSTOMER, kind=LaneKind.ENTRIES),
    Lane(name="motivations", label=N_("Motivations"), side=Side.CUSTOMER, kind=LaneKind.ENTRIES),
    Lane(name="doubts", label=N_("Doubts"), side=Side.CUSTOMER, kind=LaneKind.ENTRIES),
    Lane(name="expectations", label=N_("Expectations"), side=Side.CUSTOMER, kind=LaneKind.ENTRIES),
    Lane(
        name="pain_points",
        label=N_("Pain points"),
        side=Side.CUSTOMER,
        kind=LaneKind.PAIN_POINTS,
    ),
    Lane(
        name="opportunities",
        label=N_("Opportunities"),
        side=Side.CUSTOMER,
        kind=LaneKind.OPPORTUNITIES,
    ),
    Lane(name="devices", label=N_("Devices"), side=Side.CUSTOMER, kind=LaneKind.TEXTS),
    Lane(name="frontstage", label=N_("Frontstage"), side=Side.FIRM, kind=LaneKind.ENTRIES),
    Lane(name="backstage", label=N_("Backstage"), side=Side.FIRM, kind=LaneKind.ENTRIES, is_unseen=True),
    Lane(name="systems", label=N_("Systems"), side=Side.FIRM, kind=LaneKind.SYSTEMS, is_unseen=True),
    Lane(name="actors", label=N_("Actors"), side=Side.FIRM, kind=LaneKind.ACTORS),
    Lane(name="recovery", label=N_("When it fails"), side=Side.FIRM, kind=LaneKind.RECOVERIES),
    Lane(name="links", label=N_("Documents and links"), side=Side.FIRM, kind=LaneKind.LINKS),
    Lane(name="content", label=N_("Content"), side=Side.FIRM, kind=LaneKind.CONTENT),
    Lane(
        name="time",
        label=N_("Time"),
        side=Side.FIGURES,
        kind=LaneKind.TIMES,
        shows=("duration", "wait"),
    ),
    Lane(name="metrics", label=N_("Metrics"), side=Side.FIGURES, kind=LaneKind.METRICS),
    Lane(name="evidence", label=N_("Evidence"), side=Side.FIGURES, kind=LaneKind.EVIDENCE),
)
"""Every lane, in the order of the map's rows."""

NO_LANES: Mapping[str, str] = MappingProxyType(
    {
        "title": "the column's head",
        "id": "the step's anchor",
        "personas": "the details below the column's head, where not all of the journey take part",
        "optional": "a mark in the column's head",
        "journey": "a link in the column's head",
        "lanes": "rows of their own",
        "owner": "the details below the column's head",
        "next": "the list of the ways, below the map",
    }
)
"""The fields of a step that no lane shows, with where they are shown instead."""

NO_LANES_OF_STAGE: Mapping[str, str] = MappingProxyType(
    {
        "stage": "the page of the stage in all journeys",
        "id": "the page's address",
        "title": "the stage's head",
        "goal": "the stage's head",
        "phase": "a head over the stages that it spans",
        "owner": "the stage's head",
        "metrics": "the head of the stage's page",
        "lanes": "rows of their own",
        "principles": "the head of the stage's page",
        "steps": "the columns below the stage's head",
    }
)
"""The fields of a stage that no lane shows, with where they are shown instead."""


def lanes_of(*kinds: LaneKind) -> tuple[Lane, ...]:
    """The lanes of some kinds, in the order of the map."""
    return tuple(lane for lane in LANES if lane.kind in kinds)


def holds(lane: Lane, record: type[Record]) -> bool:
    """Whether a step, or a stage as a whole, can have something in a lane."""
    return lane.is_own or not _in_lanes(record).isdisjoint(lane.fields)


@cache
def _in_lanes(record: type[Record]) -> set[str]:
    return record.model_fields.keys() - (NO_LANES_OF_STAGE if "steps" in record.model_fields else NO_LANES)


ENTRY_FIELDS = tuple(field for lane in lanes_of(LaneKind.ENTRIES, LaneKind.QUOTES) for field in lane.fields)
"""The fields of a step, and of a stage, whose values are entries: texts, with whom they are of and proof."""

LaneSide = Literal["customer", "firm"]
LaneContent = Literal["text", "number", "link"]
Aggregate = Literal["sum", "mean", "none"]

TAKEN_LANE_IDS = frozenset(
    name.replace("_", "-")
    for name in (*Step.model_fields, *JourneyStage.model_fields, *(lane.name for lane in LANES))
)
"""The names that lanes have already, as they would be as ids."""


def _lane_id(value: Any) -> str:
    if isinstance(value, str) and value.replace("_", "-") in TAKEN_LANE_IDS:
        raise Rejected("an id that is none of the fields of steps and stages", rule="invalid-id")
    return own_id(value)


LaneId = Annotated[str, BeforeValidator(_lane_id)]


def _fits_text(entry: OwnEntry) -> None:
    if entry.url:
        raise Rejected("a text without 'url'", hint=" A lane of links has 'kind: link'.")


def _fits_number(entry: OwnEntry) -> None:
    if entry.url:
        raise Rejected("a number", hint=" A lane of links has 'kind: link'.")
    parse_number(entry.text)


def _fits_link(entry: OwnEntry) -> None:
    parse_link(entry.url or entry.text)


_FITTING: Mapping[str, Callable[[OwnEntry], None]] = MappingProxyType(
    {"text": _fits_text, "number": _fits_number, "link": _fits_link}
)


class OwnLane(Record):
    """A lane of the handbook's own: one more row of the map."""

    short: ClassVar[str | None] = None
    called: ClassVar[str] = "a lane"

    id: LaneId
    """Names the lane under `lanes` of steps and stages."""
    title: Text
    """What readers see."""
    side: Annotated[LaneSide, one_of(LaneSide)]
    """`customer` or `firm`: in which group of the map it stands."""
    kind: Annotated[LaneContent, one_of(LaneContent)]
    """`text`, `number` or `link`: what stands in it."""
    description: Text | None = None
    """What belongs into it."""
    aggregate: Annotated[Aggregate, one_of(Aggregate)] = "none"
    """How a stage puts numbers together: `sum`, `mean` or `none`."""

    def refusal(self, entry: OwnEntry) -> Rejected | None:
        """Say why an entry does not belong into the lane; nothing where it does."""
        try:
            _FITTING[self.kind](entry)
        except Rejected as rejected:
            return rejected
        return None
