"""What a handbook is made of, once every reference is followed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar, dataclass_transform

from journeybook import model
from journeybook.load import Document, Folder

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False)
def value(kind: type[T]) -> type[T]:
    """Make a class of things, which are compared by identity: there is one of each in a catalogue."""
    return dataclass(frozen=True, slots=True, kw_only=True, eq=False)(kind)


Stage = model.Stage
Channel = model.Channel
Team = model.Team
Metric = model.Metric

Scope = tuple[str | None, str | None, str | None, str | None, str | None]
"""What a value was measured for: journey, stage, touchpoint, channel and persona."""


@value
class Persona:
    """Who walks a journey."""

    id: str
    record: model.Persona
    document: Document
    channels: tuple[Channel, ...] = ()
    """The preferred ones that exist."""

    @property
    def title(self) -> str:
        """The persona's name."""
        return self.record.title


@value
class Touchpoint:
    """Where a customer meets the organisation."""

    id: str
    record: model.Touchpoint
    document: Document
    channel: Channel | None = None
    owner: Team | None = None
    stages: tuple[Stage, ...] = ()
    metrics: tuple[Metric, ...] = ()

    @property
    def title(self) -> str:
        """The touchpoint's name."""
        return self.record.title


@value
class PersonaScore:
    """How satisfied one persona is at a step."""

    persona: Persona
    score: int
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


@value
class Action:
    """One thing to do, with who does it."""

    record: model.Action
    owner: Team | None = None
    metric: Metric | None = None

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done before today."""
        return self.record.status != "done" and self.record.due is not None and self.record.due < today


@value
class Opportunity:
    """Something that would make a journey better."""

    id: str
    record: model.Opportunity
    actions: tuple[Action, ...] = ()


@value
class Path:
    """Where a step leads."""

    to: str
    """The id of a step, or `end`."""
    when: str = ""


@value
class Step:
    """Something the customer does."""

    id: str
    """Unique in the journey; the step's anchor on its pages."""
    number: int
    """Counted from 1 over the whole journey."""
    record: model.Step
    scores: tuple[PersonaScore, ...] = ()
    satisfaction: float | None = None
    """The mean over the personas, 1 to 5."""
    touchpoints: tuple[Touchpoint, ...] = ()
    channels: tuple[Channel, ...] = ()
    """Its own, or those of its touchpoints."""
    pain_points: tuple[PainPoint, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    actors: tuple[Team | str, ...] = ()
    metrics: tuple[Metric, ...] = ()
    paths: tuple[Path, ...] = ()
    """Where it leads, spelled out: the following step where nothing is written."""

    @property
    def title(self) -> str:
        """What the customer does."""
        return self.record.title


@value
class JourneyStage:
    """A stage as one journey goes through it."""

    id: str
    """Unique in the journey; makes the address."""
    number: int
    """Counted from 1."""
    title: str
    stage: Stage | None
    """The canonical stage."""
    record: model.JourneyStage
    steps: tuple[Step, ...]
    satisfaction: float | None = None
    """The mean over the steps that have one."""
    owner: Team | None = None
    metrics: tuple[Metric, ...] = ()
    narrative: str = ""
    """The Markdown of the body's section about this stage, without its heading."""


@value
class Journey:
    """What a customer lives through."""

    id: str
    record: model.Journey
    document: Document
    personas: tuple[Persona, ...]
    stages: tuple[JourneyStage, ...]
    satisfaction: float | None = None
    """The mean over the steps that have one."""
    owner: Team | None = None
    metrics: tuple[Metric, ...] = ()
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

    def review_age(self, today: date) -> int | None:
        """Days since the last review."""
        return (today - self.record.reviewed).days if self.record.reviewed else None

    def is_stale(self, today: date) -> bool:
        """Whether the last review is longer ago than the rhythm allows."""
        age = self.review_age(today)
        return age is not None and age > self.review_every


@value
class Visit:
    """A step together with the stage and the journey that it stands in."""

    journey: Journey
    stage: JourneyStage
    step: Step


@value
class Reach:
    """Where else a pain point is named, by the same written id or by the same title."""

    journeys: tuple[Journey, ...]
    personas: tuple[Persona, ...]
    """Those of the journeys, each once."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Catalogue:
    """The whole handbook; lookups by id, and back from each thing to where it is used."""

    folder: Folder
    handbook: model.Handbook
    handbook_digest: str = ""
    personas: dict[str, Persona] = field(default_factory=dict)
    touchpoints: dict[str, Touchpoint] = field(default_factory=dict)
    journeys: dict[str, Journey] = field(default_factory=dict)
    stages: dict[str, Stage] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    metrics: dict[str, Metric] = field(default_factory=dict)
    values: tuple[model.Value, ...] = ()

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Every step of every journey."""
        return tuple(
            Visit(journey=journey, stage=stage, step=step)
            for journey in self.journeys.values()
            for stage in journey.stages
            for step in stage.steps
        )

    @cached_property
    def visits_of_touchpoint(self) -> dict[str, tuple[Visit, ...]]:
        """The steps that use each touchpoint."""
        return self._visits_by(lambda visit: visit.step.touchpoints)

    @cached_property
    def visits_of_channel(self) -> dict[str, tuple[Visit, ...]]:
        """The steps that take place on each channel."""
        return self._visits_by(lambda visit: visit.step.channels)

    @cached_property
    def visits_of_stage(self) -> dict[str, tuple[Visit, ...]]:
        """The steps of each canonical stage."""
        return self._visits_by(lambda visit: (visit.stage.stage,) if visit.stage.stage else ())

    @cached_property
    def journeys_of_persona(self) -> dict[str, tuple[Journey, ...]]:
        """The journeys of each persona."""
        found: dict[str, list[Journey]] = {}
        for journey in self.journeys.values():
            for persona in journey.personas:
                found.setdefault(persona.id, []).append(journey)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def pain_titles(self) -> dict[str, str]:
        """The titles of the pain points with a written id, by journey-id/pain-id."""
        return {
            f"{visit.journey.id}/{pain.id}": pain.record.title
            for visit in self.visits
            for pain in visit.step.pain_points
            if pain.record.id
        }

    @cached_property
    def courses(self) -> dict[tuple[str, Scope], tuple[model.Value, ...]]:
        """The values of each metric and scope, in the order of their dates."""
        found: dict[tuple[str, Scope], list[model.Value]] = {}
        for item in self.values:
            scope = (item.journey, item.stage, item.touchpoint, item.channel, item.persona)
            found.setdefault((item.metric, scope), []).append(item)
        return {key: tuple(sorted(items, key=lambda item: item.date)) for key, items in found.items()}

    def reach(self, pain: PainPoint) -> Reach:
        """The journeys and personas that a pain point touches."""
        found: dict[Journey, None] = {}
        for name in _names_of_pain(pain):
            found |= self._journeys_of_pain.get(name, {})
        journeys = tuple(journey for journey in self.journeys.values() if journey in found)
        personas = dict.fromkeys(persona for journey in journeys for persona in journey.personas)
        return Reach(journeys=journeys, personas=tuple(personas))

    @cached_property
    def _journeys_of_pain(self) -> dict[tuple[str, str], dict[Journey, None]]:
        found: dict[tuple[str, str], dict[Journey, None]] = {}
        for visit in self.visits:
            for pain in visit.step.pain_points:
                for name in _names_of_pain(pain):
                    found.setdefault(name, {})[visit.journey] = None
        return found

    def _visits_by(
        self, things: Callable[[Visit], Iterable[Touchpoint | Channel | Stage]]
    ) -> dict[str, tuple[Visit, ...]]:
        found: dict[str, list[Visit]] = {}
        for visit in self.visits:
            for thing in things(visit):
                found.setdefault(thing.id, []).append(visit)
        return {key: tuple(items) for key, items in found.items()}


def _names_of_pain(pain: PainPoint) -> Iterator[tuple[str, str]]:
    """Under what a pain point is the same as others: its written id, and its title."""
    if pain.record.id:
        yield "id", pain.record.id
    yield "title", pain.title.casefold()
