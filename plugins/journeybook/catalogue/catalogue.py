"""The whole handbook: find things by id, and from each thing where it is used."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Protocol

from journeybook import model
from journeybook.catalogue.answers import Answer, find_answers
from journeybook.catalogue.hierarchy import Hierarchy
from journeybook.catalogue.spots import Spot, Voice, spots_of
from journeybook.catalogue.terms import visits_by_term
from journeybook.catalogue.things import (
    Channel,
    Journey,
    Metric,
    PainPoint,
    PainPointKey,
    Persona,
    Stage,
    Team,
    Term,
    Touchpoint,
    Visit,
    of_customers,
    value,
)
from journeybook.kinds import ThingKind
from journeybook.load import Folder
from journeybook.terms import TermFinder

Scope = tuple[str | None, ...]
"""The scope of a value, in the order of `SCOPES`."""


class Titled(Protocol):
    """A thing with a title."""

    @property
    def title(self) -> str:
        """The title that readers see."""
        ...


@value
class Reach:
    """Other places where a pain point is named, by the same written id or by the same title."""

    journeys: tuple[Journey, ...]
    personas: tuple[Persona, ...]
    """Those of the journeys, each once."""


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
    terms: dict[str, Term] = field(default_factory=dict)
    values: tuple[model.Value, ...] = ()

    @cached_property
    def tables(self) -> Mapping[ThingKind, Mapping[str, Titled]]:
        """The things of each kind that has pages, by their ids."""
        return {
            ThingKind.JOURNEY: self.journeys,
            ThingKind.PERSONA: self.personas,
            ThingKind.TOUCHPOINT: self.touchpoints,
            ThingKind.CHANNEL: self.channels,
            ThingKind.STAGE: self.stages,
            ThingKind.TEAM: self.teams,
            ThingKind.METRIC: self.metrics,
            ThingKind.TERM: self.terms,
        }

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
    def visits_of_term(self) -> Mapping[str, tuple[Visit, ...]]:
        """The steps in whose texts each term is used."""
        return visits_by_term(self.visits, TermFinder(self.terms.values()))

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

    @cached_property
    def courses(self) -> dict[tuple[str, Scope], tuple[model.Value, ...]]:
        """The values of each metric and scope, in the order of their dates."""
        found: dict[tuple[str, Scope], list[model.Value]] = {}
        for item in self.values:
            scope = tuple(getattr(item, kind) for kind in model.SCOPES)
            found.setdefault((item.metric, scope), []).append(item)
        return {key: tuple(sorted(items, key=lambda item: item.date)) for key, items in found.items()}

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
        return max(self._answers.get(name, Answer.NONE) for name in pain.names)

    @cached_property
    def _answers(self) -> Mapping[PainPointKey, Answer]:
        return find_answers(self.spots, self.pain_points)

    def reach(self, pain: PainPoint) -> Reach:
        """The journeys of customers, and their personas, that a pain point touches."""
        found: dict[Journey, None] = {}
        for name in pain.names:
            found |= self._journeys_of_pain.get(name, {})
        journeys = tuple(journey for journey in self.journeys.values() if journey in found)
        personas = dict.fromkeys(persona for journey in journeys for persona in journey.personas)
        return Reach(journeys=journeys, personas=tuple(personas))

    @cached_property
    def _journeys_of_pain(self) -> dict[PainPointKey, dict[Journey, None]]:
        found: dict[PainPointKey, dict[Journey, None]] = {}
        for spot in spots_of(of_customers(self.visits)):
            for pain in spot.part.pain_points:
                for name in pain.names:
                    found.setdefault(name, {})[spot.journey] = None
        return found

    def _visits_by(
        self, things: Callable[[Visit], Iterable[Touchpoint | Channel | Stage]]
    ) -> dict[str, tuple[Visit, ...]]:
        found: dict[str, list[Visit]] = {}
        for visit in self.visits:
            for thing in things(visit):
                found.setdefault(thing.id, []).append(visit)
        return {key: tuple(items) for key, items in found.items()}
