"""A step of a journey, with pain points, opportunities and evidence."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from journeybook.kinds import ThingKind
from journeybook.model.base import Record
from journeybook.model.fields import (
    AsList,
    Count,
    Day,
    Flag,
    FlagOrText,
    Id,
    Name,
    Number,
    Rejected,
    Score,
    Text,
    Texts,
    WebAddress,
    one_of,
    own_id,
)
from journeybook.model.names import (
    ChannelName,
    JourneyName,
    MetricName,
    MetricNames,
    PainPointName,
    PersonaName,
    StepName,
    TeamName,
    TouchpointNames,
)
from journeybook.model.references import Reference

Category = Literal[
    "disconnected-channels", "long-sales-cycle", "poor-onboarding", "lack-of-support", "no-follow-up", "other"
]
OpportunityStatus = Literal["idea", "planned", "doing", "done", "rejected"]
ActionStatus = Literal["open", "doing", "done"]
Method = Literal[
    "interview",
    "observation",
    "survey",
    "focus-group",
    "usability-test",
    "analytics",
    "social-listening",
    "support-tickets",
    "review",
    "workshop",
    "assumption",
]


class Evidence(Record):
    """What a claim rests on."""

    called: ClassVar[str] = "a piece of evidence"

    title: Text
    """What was done or found."""
    method: Annotated[Method, one_of(Method)] | None = None
    """How it was learned."""
    date: Day | None = None
    """When."""
    n: Count | None = None
    """How many people or cases."""
    url: WebAddress | None = None
    """Where the report lies."""
    expires: Day | None = None
    """From when on it is no longer relied on."""


EvidenceList = Annotated[tuple[Evidence, ...], AsList]


class Picture(Record):
    """A picture below journeys/."""

    short: ClassVar[str | None] = None

    src: Text
    """The path below journeys/, such as `assets/anna.png`."""
    alt: Text
    """What the picture shows, for those who do not see it."""


class Quote(Record):
    """What a customer said."""

    short: ClassVar[str | None] = "text"

    text: Text
    """The words."""
    persona: PersonaName | None = None
    """Who speaks."""
    evidence: EvidenceList = ()
    """Where it was said."""


class PainPoint(Record):
    """A problem that holds the customer back."""

    title: Text
    """The problem in one sentence."""
    id: Id | None = None
    """Needed to refer to it."""
    severity: Score = 3
    """1 (a nuisance) to 5 (customers leave)."""
    category: Annotated[Category, one_of(Category)] | None = None
    """One of the common pain points."""
    evidence: EvidenceList = ()
    """What shows it."""


class Action(Record):
    """One thing to do."""

    title: Text
    """What."""
    owner: TeamName | None = None
    """Who."""
    due: Day | None = None
    """Until when."""
    status: Annotated[ActionStatus, one_of(ActionStatus)] = "open"
    """`open`, `doing` or `done`."""
    metric: MetricName | None = None
    """Which metric is to move."""
    target: Number | None = None
    """The value to reach, in the metric's unit."""
    link: WebAddress | None = None
    """The ticket."""


class Opportunity(Record):
    """Something that would make the journey better."""

    title: Text
    """The idea in one sentence."""
    id: Id | None = None
    """Needed to refer to it."""
    impact: Score | None = None
    """1 (hardly felt) to 5 (decides)."""
    effort: Score | None = None
    """1 (a day) to 5 (a year)."""
    solves: Annotated[tuple[PainPointName, ...], AsList] = ()
    """Ids of pain points of this journey, or journey-id/pain-id."""
    status: Annotated[OpportunityStatus, one_of(OpportunityStatus)] = "idea"
    """`idea`, `planned`, `doing`, `done` or `rejected`."""
    actions: Annotated[tuple[Action, ...], AsList] = ()
    """What is done about it."""


class Next(Record):
    """Where a step leads."""

    called: ClassVar[str] = "an entry of 'next'"
    short: ClassVar[str | None] = "to"

    to: StepName
    """A step's id, or `end`."""
    when: Text | None = None
    """In which case."""


def _per_persona(value: Any) -> Any:
    """One number for all personas of the journey is kept under `*`."""
    if isinstance(value, list):
        raise Rejected("a whole number from 1 to 5, or one for each persona", rule="wrong-type")
    if isinstance(value, dict) and "*" in value:
        raise Rejected("a whole number from 1 to 5, or one for each persona")
    return value if isinstance(value, dict) else {"*": value}


def _step_id(value: Any) -> str:
    if value == "end":
        raise Rejected("another id than 'end', which is where a journey ends", rule="invalid-id")
    return own_id(value)


StepId = Annotated[str, BeforeValidator(_step_id)]


class Step(Record):
    """Something the customer does."""

    title: Text
    """What the customer does, in the customer's words."""
    id: StepId | None = None
    """Needed to refer to the step; made from the title otherwise."""
    satisfaction: Annotated[
        dict[Annotated[str, Reference(ThingKind.PERSONA)], Score], BeforeValidator(_per_persona)
    ] = Field(default={})
    """1 (very unhappy) to 5 (delighted): one number, or one for each persona id."""
    actions: Texts = ()
    """What the customer does in detail."""
    thoughts: Texts = ()
    """What the customer thinks."""
    feelings: Texts = ()
    """What the customer feels."""
    needs: Texts = ()
    """What the customer needs."""
    motivations: Texts = ()
    """What drives the customer on."""
    doubts: Texts = ()
    """What makes the customer hesitate."""
    expectations: Texts = ()
    """What the customer expects."""
    quotes: Annotated[tuple[Quote, ...], AsList] = ()
    """What customers said."""
    touchpoints: TouchpointNames = ()
    """Where the customer meets the organisation."""
    channel: ChannelName | None = None
    """The channel; that of the touchpoints otherwise."""
    frontstage: Texts = ()
    """What staff do in the customer's sight."""
    backstage: Texts = ()
    """What staff do out of sight."""
    systems: Texts = ()
    """What staff do it with."""
    actors: Annotated[tuple[Annotated[Name, Reference(ThingKind.TEAM, or_text=True)], ...], AsList] = ()
    """Who takes part beside the persona: team ids or text."""
    pain_points: Annotated[tuple[PainPoint, ...], AsList] = ()
    """What holds the customer back."""
    opportunities: Annotated[tuple[Opportunity, ...], AsList] = ()
    """What would make it better."""
    moment_of_truth: FlagOrText = False
    """`true`, or why this moment decides whether the customer stays."""
    micro_conversion: Text | None = None
    """The small yes that leads to the big one."""
    metrics: MetricNames = ()
    """What is measured here."""
    evidence: EvidenceList = ()
    """What this rests on."""
    image: Picture | None = None
    """A picture of the step."""
    next: Annotated[tuple[Next, ...], AsList] = ()
    """Where the step leads: step ids, {to, when}, or `end`; the following step otherwise."""
    optional: Flag = False
    """Whether the step may be skipped."""
    journey: JourneyName | None = None
    """A journey that details this step."""
