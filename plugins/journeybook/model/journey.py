"""A journey: its header and its stages."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from journeybook.model.base import Record, RecordPath
from journeybook.model.beside import Contents, Links
from journeybook.model.duration import Time
from journeybook.model.entries import Doubts, Entries, OwnEntries, Quotes
from journeybook.model.evidence import EvidenceList
from journeybook.model.fields import AsList, AtLeastOne, Day, Days, Id, Text, Texts, one_of
from journeybook.model.improvement import Opportunity, PainPoint
from journeybook.model.names import (
    Actors,
    GoalNames,
    JourneyName,
    MetricName,
    MetricNames,
    PersonaName,
    PrincipleNames,
    StageName,
    SystemNames,
    TeamName,
)
from journeybook.model.step import Step

JourneyState = Literal["current", "future"]
Status = Literal["planned", "draft", "review", "published"]


class FunnelEntry(Record):
    """How many customers reach a stage."""

    short: ClassVar[str | None] = "metric"
    called: ClassVar[str] = "an entry of 'funnel'"

    metric: MetricName
    """What counts them."""
    stage: StageName | None = None
    """The stage that they reach; every stage for which the metric is measured otherwise."""


class JourneyStage(Record):
    """A stage as this journey goes through it."""

    short: ClassVar[str | None] = None
    called: ClassVar[str] = "a stage"
    mistaken: ClassVar[dict[str, str]] = {"phase": "stage"}

    stage: StageName
    """A stage id of handbook.yml."""
    id: Id | None = None
    """Tells two passes through one stage apart."""
    title: Text | None = None
    """The stage's name in this journey."""
    goal: Text | None = None
    """What the customer wants here."""
    phase: Text | None = None
    """The larger part that it forms with the stages beside it that name the same."""
    owner: TeamName | None = None
    """Who answers for it."""
    actions: Entries = ()
    """What the customer does throughout the stage."""
    thoughts: Entries = ()
    """What the customer thinks throughout it."""
    feelings: Entries = ()
    """What the customer feels throughout it."""
    needs: Entries = ()
    """What the customer needs throughout it."""
    motivations: Entries = ()
    """What drives the customer on."""
    doubts: Doubts = ()
    """What makes the customer hesitate."""
    expectations: Entries = ()
    """What the customer expects of the stage."""
    quotes: Quotes = ()
    """What customers said of the stage."""
    frontstage: Entries = ()
    """What staff do in the customer's sight, whatever the step."""
    backstage: Entries = ()
    """What staff do out of sight, whatever the step."""
    systems: SystemNames = ()
    """What staff do it with: system ids or text."""
    actors: Actors = ()
    """Who takes part beside the persona: team ids or text."""
    pain_points: Annotated[tuple[PainPoint, ...], AsList] = ()
    """What holds the customer back, and belongs to no single step."""
    opportunities: Annotated[tuple[Opportunity, ...], AsList] = ()
    """What would make the stage better."""
    metrics: MetricNames = ()
    """What is measured here."""
    principles: PrincipleNames = ()
    """The principles that hold here above all."""
    duration: Time | None = None
    """How long the customer is busy here, beside what the steps say."""
    wait: Time | None = None
    """How long the customer waits here, beside what the steps say."""
    evidence: EvidenceList = ()
    """What this rests on."""
    links: Links = ()
    """Documents, forms and pages that belong to the stage: {title, url}."""
    content: Contents = ()
    """What is published for the stage: {title, type, url, status, owner}."""
    lanes: OwnEntries = Field(default={})
    """What stands in the handbook's own lanes, by their ids, for the stage as a whole."""
    steps: Annotated[tuple[Step, ...], AsList, AtLeastOne]
    """What the customer does, in order."""

    @property
    def parts(self) -> "tuple[PartRecord, ...]":
        """The stage as a whole, and its steps."""
        return self, *self.steps


PartRecord = Step | JourneyStage
"""What may have lanes, pain points and opportunities: a step, or a stage as a whole."""


class Journey(Record):
    """A journey file: what a customer lives through, from a trigger to an outcome."""

    short: ClassVar[str | None] = None
    spellings: ClassVar[dict[str, str]] = {"personas": "persona"}
    dispensable: ClassVar[Mapping[str, tuple[str, str]]] = MappingProxyType(
        {"personas": ("status", "planned"), "stages": ("status", "planned")}
    )

    title: Text
    """The journey's name."""
    id: Id | None = None
    """The file's stem otherwise."""
    personas: Annotated[tuple[PersonaName, ...], AsList, AtLeastOne]
    """Whose journey it is; `persona` is the same field; the first is the main one."""
    stages: Annotated[tuple[JourneyStage, ...], AsList, AtLeastOne]
    """The stages in the order in which the customer lives them."""
    summary: Text | None = None
    """What it is about, in a sentence or two."""
    goal: Text | None = None
    """What the customer wants."""
    scenario: Text | None = None
    """The situation."""
    trigger: Text | None = None
    """What starts it."""
    outcome: Text | None = None
    """What ends it."""
    state: Annotated[JourneyState, one_of(JourneyState)] = "current"
    """`current` (as customers live through it today) or `future` (the target state)."""
    compares_to: JourneyName | None = None
    """For a future journey: the current one that it replaces."""
    parent: JourneyName | None = None
    """The larger journey that this one details."""
    variant_of: JourneyName | None = None
    """The journey of which this is the same in another country, shop or product."""
    variant: Text | None = None
    """What is other about it, such as the country."""
    status: Annotated[Status, one_of(Status)] = "draft"
    """`planned` (not mapped yet, needs no personas and stages), `draft`, `review` or `published`."""
    owner: TeamName | None = None
    """Who answers for it."""
    reviewed: Day | None = None
    """When it was last checked against reality."""
    review_every: Days | None = None
    """Days after which it counts as stale; the handbook's otherwise."""
    evidence: EvidenceList = ()
    """What it rests on."""
    metrics: MetricNames = ()
    """What is measured over the whole journey."""
    funnel: Annotated[tuple[FunnelEntry, ...], AsList] = ()
    """How many customers get how far: metric ids, or {stage, metric}."""
    goals: GoalNames = ()
    """The organisation's goals that it serves."""
    principles: PrincipleNames = ()
    """The principles that it follows above all."""
    tags: Texts = ()
    """Free words."""

    @model_validator(mode="before")
    @classmethod
    def _with_what_is_not_known_yet(cls, value: Any) -> Any:
        """Take `persona` for `personas`, and nothing for what may be left out."""
        if not isinstance(value, dict):
            return value
        if value.get("persona") is not None:
            value = {key: item for key, item in value.items() if key != "persona"} | {
                "personas": value["persona"]
            }
        open_ones = (field for field in cls.dispensable if value.get(field) is None)
        return value | {field: () for field in open_ones if cls.may_lack(field, value)}

    @property
    def parts(self) -> Iterator[tuple[RecordPath, PartRecord]]:
        """Each stage as a whole, followed by its steps, with the paths that lead there."""
        for number, stage in enumerate(self.stages):
            yield ("stages", number), stage
            for at, step in enumerate(stage.steps):
                yield ("stages", number, "steps", at), step
