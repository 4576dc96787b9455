"""A step of a journey."""

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from journeybook.kinds import ThingKind
from journeybook.model.base import Record
from journeybook.model.beside import Links, Recoveries
from journeybook.model.duration import Time
from journeybook.model.entries import Doubts, Entries, OwnEntries, Quotes
from journeybook.model.evidence import EvidenceList
from journeybook.model.fields import (
    AsList,
    Flag,
    FlagOrText,
    Rejected,
    Score,
    Text,
    Texts,
    own_id,
    refuse_empty_keys,
)
from journeybook.model.improvement import Opportunity, PainPoint
from journeybook.model.names import (
    Actors,
    ChannelName,
    JourneyName,
    MetricName,
    MetricNames,
    PersonaName,
    StepName,
    SystemNames,
    TeamName,
    TouchpointNames,
)
from journeybook.model.picture import Picture
from journeybook.model.references import Reference


class Next(Record):
    """Where a step leads."""

    called: ClassVar[str] = "an entry of 'next'"
    short: ClassVar[str | None] = "to"

    to: StepName
    """A step's id, or `end`."""
    when: Text | None = None
    """In which case."""


class MicroConversion(Record):
    """The small yes that leads to the big one."""

    title: Text
    """The yes in words."""
    metric: MetricName | None = None
    """What measures how many say it."""


def _per_persona(value: Any) -> Any:
    """One number for all personas of the journey is kept under `*`."""
    if isinstance(value, list):
        raise Rejected("a whole number from 1 to 5, or one for each persona", rule="wrong-type")
    if isinstance(value, dict) and "*" in value:
        raise Rejected("a whole number from 1 to 5, or one for each persona")
    if isinstance(value, dict):
        refuse_empty_keys(value)
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
    personas: Annotated[tuple[PersonaName, ...], AsList] = ()
    """Who takes part; all personas of the journey otherwise."""
    satisfaction: Annotated[
        dict[Annotated[str, Reference(ThingKind.PERSONA)], Score], BeforeValidator(_per_persona)
    ] = Field(default={})
    """1 (very unhappy) to 5 (delighted): one number, or one for each persona id."""
    actions: Entries = ()
    """What the customer does in detail."""
    thoughts: Entries = ()
    """What the customer thinks."""
    feelings: Entries = ()
    """What the customer feels."""
    needs: Entries = ()
    """What the customer needs."""
    motivations: Entries = ()
    """What drives the customer on."""
    doubts: Doubts = ()
    """What makes the customer hesitate."""
    expectations: Entries = ()
    """What the customer expects."""
    quotes: Quotes = ()
    """What customers said."""
    touchpoints: TouchpointNames = ()
    """Where the customer meets the organisation."""
    channel: ChannelName | None = None
    """The channel; that of the touchpoints otherwise."""
    devices: Texts = ()
    """What the customer does it with."""
    frontstage: Entries = ()
    """What staff do in the customer's sight."""
    backstage: Entries = ()
    """What staff do out of sight."""
    systems: SystemNames = ()
    """What staff do it with: system ids or text."""
    actors: Actors = ()
    """Who takes part beside the persona: team ids or text."""
    owner: TeamName | None = None
    """Who answers for the step; who answers for its stage otherwise."""
    recovery: Recoveries = ()
    """What goes wrong and how it is made good: {failure, response}."""
    pain_points: Annotated[tuple[PainPoint, ...], AsList] = ()
    """What holds the customer back."""
    opportunities: Annotated[tuple[Opportunity, ...], AsList] = ()
    """What would make it better."""
    duration: Time | None = None
    """How long the customer is busy with it, such as `15 min` or `2–5 d`."""
    wait: Time | None = None
    """How long the customer waits besides."""
    moment_of_truth: FlagOrText = False
    """`true`, or why this moment decides whether the customer stays."""
    micro_conversion: MicroConversion | None = None
    """The small yes that leads to the big one."""
    metrics: MetricNames = ()
    """What is measured here."""
    evidence: EvidenceList = ()
    """What this rests on."""
    links: Links = ()
    """Documents, forms and pages that belong to it: {title, url}."""
    lanes: OwnEntries = Field(default={})
    """What stands in the handbook's own lanes, by their ids."""
    image: Picture | None = None
    """A picture of the step."""
    next: Annotated[tuple[Next, ...], AsList] = ()
    """Where the step leads: step ids, {to, when}, or `end`; the following step otherwise."""
    optional: Flag = False
    """Whether the step may be skipped."""
    journey: JourneyName | None = None
    """A journey that details this step."""

    @property
    def conversion_metric(self) -> str:
        """The id of the metric of its micro-conversion; empty where none is named."""
        return (self.micro_conversion.metric if self.micro_conversion else None) or ""
