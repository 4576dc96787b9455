"""The shared vocabulary of a handbook: handbook.yml."""

from typing import Annotated, ClassVar, Literal

from journeybook.model.base import Record
from journeybook.model.fields import (
    AsList,
    Day,
    Days,
    Id,
    Number,
    Text,
    Texts,
    WebAddress,
    one_of,
)
from journeybook.model.lanes import OwnLane
from journeybook.model.names import MetricName, TeamName

Setting = Literal["online", "offline", "both"]
Unit = Literal["percent", "count", "score", "currency", "duration"]
DurationUnit = Literal["seconds", "minutes", "hours", "days"]
Direction = Literal["up", "down"]
Formula = Literal["nps", "csat", "ces"]


class Stage(Record):
    """A stage of the organisation that journeys go through."""

    short: ClassVar[str | None] = None

    id: Id
    """Names the stage in journeys and makes its page's address."""
    title: Text
    """What readers see."""
    goal: Text | None = None
    """What the customer wants in this stage."""
    description: Text | None = None
    """What belongs to the stage and what does not."""
    aliases: Texts = ()
    """Other names in use; headings of a narrative may use them."""


class Channel(Record):
    """A way on which customers and the organisation meet."""

    short: ClassVar[str | None] = None

    id: Id
    """Names the channel in touchpoints and steps."""
    title: Text
    """What readers see."""
    setting: Annotated[Setting, one_of(Setting)]
    """`online`, `offline` or `both`."""
    icon: Text | None = None
    """A name from Material's icons, such as `material/store`."""


class Team(Record):
    """A team of the organisation."""

    short: ClassVar[str | None] = None

    id: Id
    """Names the team wherever an owner is named."""
    title: Text
    """What readers see."""
    contact: Text | None = None
    """A mail address, a link or a channel."""
    description: Text | None = None
    """What the team answers for."""


class Metric(Record):
    """Something that is measured."""

    short: ClassVar[str | None] = None

    id: Id
    """Names the metric in journeys, stages, touchpoints and CSV files."""
    title: Text
    """What readers see."""
    unit: Annotated[Unit, one_of(Unit)]
    """`percent`, `count`, `score`, `currency` or `duration`; 6 percent is written 6."""
    currency: Text = "EUR"
    """The ISO 4217 code of a metric in money."""
    duration_unit: Annotated[DurationUnit, one_of(DurationUnit)] = "days"
    """The unit of a duration: `seconds`, `minutes`, `hours` or `days`."""
    direction: Annotated[Direction, one_of(Direction)]
    """Which way is better: `up` or `down`."""
    target: Number | None = None
    """The value to reach, in the metric's unit."""
    definition: Text | None = None
    """How the value is computed."""
    source: Text | None = None
    """Where the values come from."""
    formula: Annotated[Formula, one_of(Formula)] | None = None
    """How it is computed from answers: `nps`, `csat` or `ces`."""
    columns: Texts = ()
    """What exports call the column that holds it."""


class Goal(Record):
    """A goal of the organisation that journeys and opportunities serve."""

    short: ClassVar[str | None] = None

    id: Id
    """Names the goal in journeys and opportunities and makes its page's address."""
    title: Text
    """What is to be reached."""
    description: Text | None = None
    """Why it matters, and what belongs to it."""
    metric: MetricName | None = None
    """The metric that shows whether it is reached."""
    target: Number | None = None
    """The value to reach, in the metric's unit; the metric's own target otherwise."""
    due: Day | None = None
    """Until when."""


class Segment(Record):
    """A group of customers with the same needs."""

    short: ClassVar[str | None] = None

    id: Id
    """Names the segment in personas and makes its page's address."""
    title: Text
    """What readers see."""
    description: Text | None = None
    """Who belongs to it, and how one tells."""
    size: Text | None = None
    """How many they are."""
    value_proposition: Text | None = None
    """What the organisation promises them, and others do not."""


class System(Record):
    """Something that touchpoints run on and staff work with, such as a shop or a CRM."""

    short: ClassVar[str | None] = None

    id: Id
    """Names the system in steps and touchpoints and makes its page's address."""
    title: Text
    """What readers see."""
    kind: Text | None = None
    """What sort of system it is, such as CRM, shop, analytics or ticketing."""
    owner: TeamName | None = None
    """Who answers for it."""
    url: WebAddress | None = None
    """Where it is, or where it is described."""
    description: Text | None = None
    """What it is for."""


class Principle(Record):
    """Something that every experience must be like."""

    short: ClassVar[str | None] = None

    id: Id
    """Names the principle in journeys and stages and makes its page's address."""
    title: Text
    """The principle in a few words."""
    description: Text | None = None
    """What it means in practice."""


class Term(Record):
    """A word of the organisation's own, as the glossary explains it."""

    short: ClassVar[str | None] = None

    id: Id
    """Names the term in [[term:id]] and makes its place in the glossary."""
    title: Text
    """The word itself."""
    definition: Text
    """What it means here."""
    aliases: Texts = ()
    """Other words for it, and its inflected forms."""


class Group(Record):
    """A group of touchpoints."""

    short: ClassVar[str | None] = None
    called: ClassVar[str] = "a group of touchpoints"

    id: Id
    """Names the group in touchpoints."""
    title: Text
    """What readers see."""


DEFAULT_GROUPS = tuple(
    Group(id=name, title=name.replace("-", " ").capitalize())
    for name in (
        "website",
        "social-media",
        "email",
        "advertising",
        "sales",
        "support",
        "product",
        "community",
    )
)
"""The groups that every handbook has; their titles are the ids in words."""


def default_stages() -> tuple[Stage, ...]:
    """The six stages of a handbook that names none; their titles are the canonical ids in words."""
    names = ("awareness", "consideration", "purchase", "delivery", "support", "loyalty")
    return tuple(Stage(id=name, title=name.capitalize()) for name in names)


class Handbook(Record):
    """handbook.yml: what journeys share, from stages to terms, and the rhythm of reviews."""

    short: ClassVar[str | None] = None

    stages: Annotated[tuple[Stage, ...], AsList] = default_stages()
    """The canonical stages, in the order in which customers live them."""
    channels: Annotated[tuple[Channel, ...], AsList] = ()
    """The channels."""
    teams: Annotated[tuple[Team, ...], AsList] = ()
    """The teams."""
    metrics: Annotated[tuple[Metric, ...], AsList] = ()
    """The metrics."""
    goals: Annotated[tuple[Goal, ...], AsList] = ()
    """The organisation's goals."""
    segments: Annotated[tuple[Segment, ...], AsList] = ()
    """The segments of customers."""
    systems: Annotated[tuple[System, ...], AsList] = ()
    """The systems."""
    principles: Annotated[tuple[Principle, ...], AsList] = ()
    """What every experience must be like."""
    terms: Annotated[tuple[Term, ...], AsList] = ()
    """The words of its own that the glossary explains."""
    groups: Annotated[tuple[Group, ...], AsList] = ()
    """Groups of touchpoints, beside those that every handbook has; the same id gives one of these a title."""
    lanes: Annotated[tuple[OwnLane, ...], AsList] = ()
    """Lanes of its own: more rows of the map."""
    customers: Text | None = None
    """What the organisation calls its customers, in the plural, such as guests, members or readers."""
    review_every: Days = 90
    """Days after which a journey counts as stale."""
