"""The whole handbook: find things by id, and from each thing where it is used."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Protocol

from journeybook import model
from journeybook.catalogue.hierarchy import Hierarchy
from journeybook.catalogue.improvement.answers import Answer, Proposal, best_answer, find_proposals
from journeybook.catalogue.improvement.pain_points import GatheredPainPoint, Occurrence, gather
from journeybook.catalogue.measured.courses import EVERYTHING, Scope, courses
from journeybook.catalogue.own_lanes import all_lanes
from journeybook.catalogue.spots import Spot, Voice, spots_of
from journeybook.catalogue.terms import spots_by_term
from journeybook.catalogue.things import (
    Journey,
    PainPoint,
    PainPointKey,
    Persona,
    Touchpoint,
    Visit,
)
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
    Term,
)
from journeybook.kinds import ThingKind
from journeybook.load import Folder
from journeybook.model.lanes import Lane
from journeybook.terms import TermFinder


class Titled(Protocol):
    """A thing with a title."""

    @property
    def title(self) -> str:
        """The title that readers see."""
        ...


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


@dataclass(frozen=True, kw_only=True, eq=False)
class Catalogue:
    """The whole handbook; lookups by id, and back from each thing to where it is used."""

    folder: Folder
    handbook: model.Handbook
    personas: dict[str, Persona] = field(default_factory=dict)
    touchpoints: dict[str, Touchpoint] = field(default_factory=dict)
    journeys: dict[str, Journey] = field(default_factory=dict)
    stages: dict[str, Stage] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    metrics: dict[str, Metric] = field(default_factory=dict)
    goals: dict[str, Goal] = field(default_factory=dict)
    segments: dict[str, Segment] = field(default_factory=dict)
    systems: dict[str, System] = field(default_factory=dict)
    principles: dict[str, Principle] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    """Those that every handbook has included."""
    values: tuple[model.Value, ...] = ()
    """The rows of all files; of metrics with a formula, what it makes of each month's answers."""

    @cached_property
    def tables(self) -> Mapping[ThingKind, Mapping[str, Titled]]:
        """The things of each kind that headers name by an id of its own, by their ids."""
        return {
            ThingKind.JOURNEY: self.journeys,
            ThingKind.PERSONA: self.personas,
            ThingKind.TOUCHPOINT: self.touchpoints,
            ThingKind.CHANNEL: self.channels,
            ThingKind.STAGE: self.stages,
            ThingKind.TEAM: self.teams,
            ThingKind.METRIC: self.metrics,
            ThingKind.GOAL: self.goals,
            ThingKind.SEGMENT: self.segments,
            ThingKind.SYSTEM: self.systems,
            ThingKind.PRINCIPLE: self.principles,
            ThingKind.TERM: self.terms,
            ThingKind.GROUP: self.groups,
            ThingKind.LANE: {lane.id: lane for lane in self.handbook.lanes},
        }

    @cached_property
    def lanes(self) -> tuple[Lane, ...]:
        """Every lane, those of the handbook's own included."""
        return all_lanes(self.handbook.lanes)

    @cached_property
    def mapped(self) -> tuple[Journey, ...]:
        """The journeys that are not only planned."""
        return tuple(journey for journey in self.journeys.values() if not journey.is_planned)

    @cached_property
    def hierarchy(self) -> Hierarchy:
        """The larger and the smaller journeys, and the variants."""
        return Hierarchy(self.journeys)

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Every step of every journey that is mapped."""
        return tuple(visit for journey in self.mapped for visit in self.visits_of_journey[journey.id])

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every stage of every journey as a whole, each followed by its steps."""
        return tuple(spots_of(self.visits))

    @cached_property
    def visits_of_journey(self) -> dict[str, tuple[Visit, ...]]:
        """The steps of each journey, those that a planned one has already as well."""
        return {key: tuple(journey.visits) for key, journey in self.journeys.items()}

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
    def visits_of_system(self) -> dict[str, tuple[Visit, ...]]:
        """The steps at which each system is worked with, or runs a touchpoint."""
        return self._visits_by(_systems)

    @cached_property
    def visits_of_goal(self) -> dict[str, tuple[Visit, ...]]:
        """The steps of the journeys that serve each goal, and those with an opportunity that does."""
        return self._visits_by(_goals)

    @cached_property
    def visits_of_segment(self) -> dict[str, tuple[Visit, ...]]:
        """The steps in which a persona of each segment takes part."""
        return self._visits_by(lambda visit: {p.segment: None for p in visit.step.personas if p.segment})

    @cached_property
    def visits_of_principle(self) -> dict[str, tuple[Visit, ...]]:
        """The steps of the journeys and the stages that each principle holds for."""
        return self._visits_by(
            lambda visit: dict.fromkeys((*visit.journey.principles, *visit.stage.principles))
        )

    @cached_property
    def spots_of_term(self) -> Mapping[str, tuple[Spot, ...]]:
        """The steps, and the stages as a whole, in whose texts each term is used."""
        return spots_by_term(self.spots, TermFinder(self.terms.values()))

    @cached_property
    def journeys_of_persona(self) -> dict[str, tuple[Journey, ...]]:
        """The journeys of each persona."""
        found: dict[str, list[Journey]] = {}
        for journey in self.journeys.values():
            for persona in journey.personas:
                found.setdefault(persona.id, []).append(journey)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def voices_of_persona(self) -> dict[str, tuple[Voice, ...]]:
        """The texts that hold for each persona by name."""
        found: dict[str, list[Voice]] = {}
        for spot in self.spots:
            for lane, entries in spot.part.entries.items():
                for entry in entries:
                    for persona in entry.personas:
                        voice = Voice(spot=spot, field=lane, entry=entry)
                        found.setdefault(persona.id, []).append(voice)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def pain_points(self) -> dict[str, PainPoint]:
        """The pain points with a written id, by journey-id/pain-id."""
        return {
            f"{spot.journey.id}/{pain.id}": pain
            for visits in self.visits_of_journey.values()
            for spot in spots_of(visits)
            for pain in spot.part.pain_points
            if pain.record.id
        }

    def latest(self, metric: Metric | None) -> model.Value | None:
        """The latest value of a metric over everything, if there is any."""
        values = self.courses_of_metric.get(metric.id, {}).get(EVERYTHING, ()) if metric else ()
        return values[-1] if values else None

    @cached_property
    def courses_of_metric(self) -> Mapping[str, Mapping[Scope, tuple[model.Value, ...]]]:
        """The values of each metric by their scopes, in the order of their dates."""
        return courses(self.values)

    def is_used(self, kind: ThingKind, name: str) -> bool:
        """Whether a header, a link or a row of values names a thing."""
        return (kind, name) in self._named

    @cached_property
    def _named(self) -> frozenset[tuple[str, str]]:
        documents = self.folder.documents
        return frozenset(
            chain(
                ((use.kind, use.id) for document in documents for use in document.uses),
                ((link.kind, link.id) for document in documents for link in document.links),
                (
                    (kind, getattr(value, kind))
                    for document in documents
                    for _, value in document.values
                    for kind in model.VALUE_REFERENCES
                ),
            )
        )

    def is_open(self, pain: PainPoint) -> bool:
        """Whether no opportunity that is done solves a pain point, under any of its names."""
        return self.answer(pain) is not Answer.SOLVED

    def answer(self, pain: PainPoint) -> Answer:
        """The answer of the opportunities that name a pain point, in whatever journey they stand."""
        return max(best_answer(self._proposals.get(name, ())) for name in pain.names)

    @cached_property
    def _proposals(self) -> Mapping[PainPointKey, tuple[Proposal, ...]]:
        return find_proposals(self.spots, self.pain_points)

    def gathered(self, pain: PainPoint) -> GatheredPainPoint:
        """A pain point of a journey that is mapped, with everywhere else that it is named."""
        return self.gathered_pain_points[pain.names[0]]

    @cached_property
    def gathered_pain_points(self) -> Mapping[PainPointKey, GatheredPainPoint]:
        """Every pain point under each of its names, the same in all places where it is named."""
        occurrences = [
            Occurrence(spot=spot, pain=pain) for spot in self.spots for pain in spot.part.pain_points
        ]
        return gather(occurrences, self._proposals)

    def _visits_by(self, things: Callable[[Visit], Iterable[_WithId]]) -> dict[str, tuple[Visit, ...]]:
        found: dict[str, list[Visit]] = {}
        for visit in self.visits:
            for thing in things(visit):
                found.setdefault(thing.id, []).append(visit)
        return {key: tuple(items) for key, items in found.items()}


def _systems(visit: Visit) -> Iterable[System]:
    """The systems of a step, of its stage as a whole and of its touchpoints, each once."""
    of_touchpoints = (system for point in visit.step.touchpoints for system in point.systems)
    named = (*visit.step.systems, *visit.stage.systems, *of_touchpoints)
    known = (item for item in named if isinstance(item, System))
    return dict.fromkeys(known)


def _goals(visit: Visit) -> Iterable[Goal]:
    """The goals that a step's journey, and opportunities of the step or its stage, serve, each once."""
    opportunities = (*visit.step.opportunities, *visit.stage.opportunities)
    of_opportunities = (goal for item in opportunities for goal in item.goals)
    return dict.fromkeys((*visit.journey.goals, *of_opportunities))
