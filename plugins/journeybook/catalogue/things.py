"""The things of a handbook, with every reference followed."""

from collections.abc import Iterator, Mapping
from datetime import date

from journeybook import model
from journeybook.catalogue.content import Content
from journeybook.catalogue.upkeep.rhythm import fresh_until
from journeybook.catalogue.vocabulary import (
    Channel,
    Goal,
    Group,
    Metric,
    Principle,
    Segment,
    Stage,
    System,
    Team,
    value,
)
from journeybook.load import Document

_CLOSED = frozenset({"done", "rejected"})

PainPointKey = tuple[str, str]
"""`id` or `title`, and that id or title; under equal names, pain points are the same."""


@value
class Persona:
    """A persona, who walks journeys."""

    id: str
    record: model.Persona
    document: Document
    channels: tuple[Channel, ...] = ()
    """The preferred ones that exist."""
    segment: Segment | None = None

    @property
    def title(self) -> str:
        """The persona's name."""
        return self.record.title

    @property
    def is_staff(self) -> bool:
        """Whether the persona works for the organisation, and is no customer."""
        return self.record.type == "staff"


@value
class Touchpoint:
    """A touchpoint, where customers meet the organisation."""

    id: str
    record: model.Touchpoint
    document: Document
    channel: Channel | None = None
    group: Group | None = None
    owner: Team | None = None
    stages: tuple[Stage, ...] = ()
    metrics: tuple[Metric, ...] = ()
    systems: tuple[System | str, ...] = ()

    @property
    def title(self) -> str:
        """The touchpoint's name."""
        return self.record.title


@value
class PersonaSatisfaction:
    """The satisfaction of one persona at a step."""

    persona: Persona
    satisfaction: int
    """1 to 5."""


@value
class PainPoint:
    """A problem at a step."""

    id: str
    record: model.PainPoint

    @property
    def title(self) -> str:
        """The problem in one sentence."""
        return self.record.title

    @property
    def names(self) -> tuple[PainPointKey, ...]:
        """Under what it is the same as others: its title, and its written id."""
        title = ("title", self.title.casefold())
        return (("id", self.record.id), title) if self.record.id else (title,)


@value
class Action:
    """One thing to do, with who does it."""

    record: model.Action
    owner: Team | None = None
    metric: Metric | None = None
    is_open: bool = True
    """Whether it is still to be done: neither done nor part of an opportunity that is closed."""

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done before today."""
        return self.is_open and self.record.due is not None and self.record.due < today


@value
class Opportunity:
    """Something that would make a journey better."""

    id: str
    record: model.Opportunity
    actions: tuple[Action, ...] = ()
    goals: tuple[Goal, ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether nothing is left to be done: it is done or rejected."""
        return self.record.status in _CLOSED


@value
class Entry:
    """A text of a lane, with whom and what it names."""

    record: model.Entry
    personas: tuple[Persona, ...] = ()
    """For whom it holds; nobody in particular where there are none."""
    answers: tuple[Touchpoint, ...] = ()
    """Where a doubt is answered."""

    @property
    def text(self) -> str:
        """The words."""
        return self.record.text


@value
class NextStep:
    """A step that another one leads to."""

    to: str
    """The id of a step, or `end`."""
    when: str = ""


@value
class JourneyPart:
    """A step, or a stage as a whole: both say what happens, what hurts and what would help."""

    id: str
    """Unique in the journey among its like."""
    record: model.PartRecord
    satisfaction: float | None = None
    """1 to 5: of a step the mean over its personas, of a stage over the steps that have one."""
    entries: Mapping[str, tuple[Entry, ...]]
    """What its lanes of texts say, by field."""
    pain_points: tuple[PainPoint, ...] = ()
    """Of a stage those that belong to no single step, as with all that follows."""
    opportunities: tuple[Opportunity, ...] = ()
    systems: tuple[System | str, ...] = ()
    actors: tuple[Team | str, ...] = ()
    owner: Team | None = None
    """Who answers for it, if not who answers for what it stands in."""
    metrics: tuple[Metric, ...] = ()


@value
class Step(JourneyPart):
    """Something the customer does; its id is its anchor on its pages."""

    number: int
    """Counted from 1 over the whole journey."""
    record: model.Step
    personas: tuple[Persona, ...] = ()
    """Those of the journey who take part."""
    satisfactions: tuple[PersonaSatisfaction, ...] = ()
    touchpoints: tuple[Touchpoint, ...] = ()
    channels: tuple[Channel, ...] = ()
    """Its own, or those of its touchpoints."""
    conversion_metric: Metric | None = None
    """What measures its micro-conversion."""
    paths: tuple[NextStep, ...] = ()
    """Where it leads, spelled out: the following step where nothing is written."""

    @property
    def title(self) -> str:
        """The step in the customer's words."""
        return self.record.title

    @property
    def all_metrics(self) -> tuple[Metric, ...]:
        """The metrics of the step, that of its micro-conversion included."""
        return (*self.metrics, self.conversion_metric) if self.conversion_metric else self.metrics


@value
class JourneyStage(JourneyPart):
    """A stage as one journey goes through it; its id makes the address."""

    number: int
    """Counted from 1."""
    title: str
    stage: Stage | None
    """The canonical stage."""
    record: model.JourneyStage
    steps: tuple[Step, ...]
    principles: tuple[Principle, ...] = ()
    content: tuple[Content, ...] = ()
    narrative: str = ""
    """The Markdown of the body's section about this stage, without its heading."""

    @property
    def parts(self) -> tuple["Step | JourneyStage", ...]:
        """The stage as a whole, and its steps."""
        return self, *self.steps


@value
class Journey:
    """A journey that customers live through."""

    id: str
    record: model.Journey
    document: Document
    personas: tuple[Persona, ...]
    stages: tuple[JourneyStage, ...]
    satisfaction: float | None = None
    """The mean over the steps that have one."""
    owner: Team | None = None
    metrics: tuple[Metric, ...] = ()
    goals: tuple[Goal, ...] = ()
    principles: tuple[Principle, ...] = ()
    narrative: str = ""
    """The Markdown of the body that belongs to no stage."""
    review_every: int = 90
    """Days."""
    is_linear: bool = True
    """Whether every step leads to the following one."""

    @property
    def title(self) -> str:
        """The journey's name."""
        return self.record.title

    @property
    def steps(self) -> Iterator[Step]:
        """The steps of all stages, in order."""
        return (step for stage in self.stages for step in stage.steps)

    @property
    def visits(self) -> "Iterator[Visit]":
        """The steps of all stages with their places, in order."""
        return (Visit(journey=self, stage=stage, step=step) for stage in self.stages for step in stage.steps)

    @property
    def is_planned(self) -> bool:
        """Whether it is still to be mapped: what it has of steps is a sketch, and counts nowhere."""
        return self.record.status == "planned"

    @property
    def is_of_staff(self) -> bool:
        """Whether nobody but staff walks it: averages and counts of what customers live leave it out."""
        return bool(self.personas) and all(persona.is_staff for persona in self.personas)

    def review_age(self, today: date) -> int | None:
        """Days since the last review."""
        return (today - self.record.reviewed).days if self.record.reviewed else None

    def is_stale(self, today: date) -> bool:
        """Whether the last review is longer ago than the rhythm allows."""
        day = fresh_until(self.record.reviewed, self.review_every)
        return day is not None and day < today


@value
class Visit:
    """A step together with the stage and the journey that it stands in."""

    journey: Journey
    stage: JourneyStage
    step: Step

    @property
    def part(self) -> Step:
        """The step."""
        return self.step


FileThing = Journey | Persona | Touchpoint
"""A thing that has a file, and a page, of its own."""
