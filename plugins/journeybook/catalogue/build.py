"""Build the catalogue from documents; references that lead nowhere are left to the checks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol, TypedDict, TypeVar

from journeybook import model
from journeybook.catalogue.catalogue import Catalogue
from journeybook.catalogue.mean import mean
from journeybook.catalogue.names import NamesInJourney, unique_ids
from journeybook.catalogue.narrative import headings, split_narrative
from journeybook.catalogue.things import (
    Action,
    Entry,
    Journey,
    JourneyStage,
    Opportunity,
    PainPoint,
    Persona,
    PersonaSatisfaction,
    Step,
    Touchpoint,
)
from journeybook.catalogue.vocabulary import Goal, System
from journeybook.kinds import ThingKind
from journeybook.load import Document, Folder
from journeybook.model.lanes import ENTRY_FIELDS

T = TypeVar("T")


class _Said(TypedDict):
    """Arguments that the classes of steps and of stages take alike."""

    entries: Mapping[str, tuple[Entry, ...]]
    pain_points: tuple[PainPoint, ...]
    opportunities: tuple[Opportunity, ...]
    systems: tuple[System | str, ...]
    actors: tuple[model.Team | str, ...]
    owner: model.Team | None
    metrics: tuple[model.Metric, ...]


def build_catalogue(folder: Folder, stage_titles: Mapping[str, str]) -> Catalogue:
    """Link everything that was read from a journeys folder; default stages take the given titles."""
    document = folder.handbook
    record = document.record if document else None
    handbook = record if isinstance(record, model.Handbook) else model.Handbook()
    building = _Building(folder, handbook, _stages(handbook, stage_titles))
    return Catalogue(
        folder=folder,
        handbook=handbook,
        personas=building.personas,
        touchpoints=building.touchpoints,
        journeys=building.journeys(),
        stages=building.stages,
        channels=building.channels,
        teams=building.teams,
        metrics=building.metrics,
        goals=building.goals,
        segments=building.segments,
        systems=building.systems,
        principles=building.principles,
        terms=_by_id(handbook.terms),
        values=tuple(value for values in folder.of_kind(ThingKind.VALUES) for _, value in values.values),
    )


def _stages(handbook: model.Handbook, titles: Mapping[str, str]) -> Iterator[model.Stage]:
    """Yield the stages as readers see them: an author's own are never renamed."""
    is_own = "stages" in handbook.model_fields_set
    for stage in handbook.stages:
        yield stage if is_own else stage.model_copy(update={"title": titles.get(stage.id, stage.title)})


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


Identified = TypeVar("Identified", bound=_WithId)


def _by_id(items: Iterable[Identified]) -> dict[str, Identified]:
    """Index things by id; of two with the same id the first counts."""
    found: dict[str, Identified] = {}
    for item in items:
        found.setdefault(item.id, item)
    return found


def _known(ids: Iterable[str], things: Mapping[str, T]) -> tuple[T, ...]:
    return tuple(things[key] for key in dict.fromkeys(ids) if key in things)


def _known_or_text(names: Iterable[str], things: Mapping[str, T]) -> tuple[T | str, ...]:
    return tuple(things.get(name, name) for name in names)


class _Building:
    """The things that journeys refer to, and the journeys made with them."""

    def __init__(self, folder: Folder, handbook: model.Handbook, stages: Iterable[model.Stage]) -> None:
        self._folder = folder
        self._handbook = handbook
        self.stages = _by_id(stages)
        self.channels = _by_id(handbook.channels)
        self.teams = _by_id(handbook.teams)
        self.metrics = _by_id(handbook.metrics)
        self.goals = _by_id(map(self._goal, handbook.goals))
        self.segments = _by_id(handbook.segments)
        self.systems = _by_id(map(self._system, handbook.systems))
        self.principles = _by_id(handbook.principles)
        self.personas = _by_id(
            self._persona(*item) for item in self._records(ThingKind.PERSONA, model.Persona)
        )
        self.touchpoints = _by_id(
            self._touchpoint(*item) for item in self._records(ThingKind.TOUCHPOINT, model.Touchpoint)
        )

    def _records(self, kind: ThingKind, of: type[T]) -> Iterator[tuple[Document, T]]:
        for document in self._folder.of_kind(kind):
            if isinstance(document.record, of):
                yield document, document.record

    def _goal(self, record: model.Goal) -> Goal:
        return Goal(id=record.id, record=record, metric=self.metrics.get(record.metric or ""))

    def _system(self, record: model.System) -> System:
        return System(id=record.id, record=record, owner=self.teams.get(record.owner or ""))

    def _persona(self, document: Document, record: model.Persona) -> Persona:
        channels = _known(record.preferred_channels, self.channels)
        return Persona(
            id=document.id,
            record=record,
            document=document,
            channels=channels,
            segment=self.segments.get(record.segment or ""),
        )

    def _touchpoint(self, document: Document, record: model.Touchpoint) -> Touchpoint:
        return Touchpoint(
            id=document.id,
            record=record,
            document=document,
            channel=self.channels.get(record.channel),
            owner=self.teams.get(record.owner or ""),
            stages=_known(record.stages, self.stages),
            metrics=_known(record.metrics, self.metrics),
            systems=_known_or_text(record.systems, self.systems),
        )

    def journeys(self) -> dict[str, Journey]:
        return _by_id(self._journey(*item) for item in self._records(ThingKind.JOURNEY, model.Journey))

    def _journey(self, document: Document, record: model.Journey) -> Journey:
        personas = _known(record.personas, self.personas)
        names = NamesInJourney(record)
        steps = self._steps(record, names, personas)
        stage_ids = self._stage_ids(record)
        canonical = [self.stages.get(stage.stage) for stage in record.stages]
        sections = headings(zip(stage_ids, record.stages, canonical, strict=True))
        narrative, of_stages = split_narrative(document.body, sections)
        stages = tuple(
            replace(
                self._stage(number, own_id, stage, next(steps), names), narrative=of_stages.get(own_id, "")
            )
            for number, (own_id, stage) in enumerate(zip(stage_ids, record.stages, strict=True), 1)
        )
        return Journey(
            id=document.id,
            record=record,
            document=document,
            personas=personas,
            stages=stages,
            satisfaction=mean(step.satisfaction for stage in stages for step in stage.steps),
            owner=self.teams.get(record.owner or ""),
            metrics=_known(record.metrics, self.metrics),
            goals=_known(record.goals, self.goals),
            principles=_known(record.principles, self.principles),
            narrative=narrative,
            review_every=record.review_every or self._handbook.review_every,
            is_linear=not any(step.next for stage in record.stages for step in stage.steps),
        )

    @staticmethod
    def _stage_ids(record: model.Journey) -> list[str]:
        return list(unique_ids(((stage.id, stage.stage) for stage in record.stages), fallback="stage"))

    def _stage(
        self,
        number: int,
        own_id: str,
        record: model.JourneyStage,
        steps: tuple[Step, ...],
        names: NamesInJourney,
    ) -> JourneyStage:
        stage = self.stages.get(record.stage)
        return JourneyStage(
            id=own_id,
            number=number,
            title=record.title or (stage.title if stage else record.stage),
            stage=stage,
            record=record,
            steps=steps,
            satisfaction=mean(step.satisfaction for step in steps),
            principles=_known(record.principles, self.principles),
            **self._said(record, names),
        )

    def _steps(
        self, journey: model.Journey, names: NamesInJourney, personas: tuple[Persona, ...]
    ) -> Iterator[tuple[Step, ...]]:
        """Yield the steps of each stage."""
        start = 0
        for stage in journey.stages:
            numbered = enumerate(stage.steps, start)
            yield tuple(self._step(number, step, names, personas) for number, step in numbered)
            start += len(stage.steps)

    def _step(
        self, number: int, record: model.Step, names: NamesInJourney, personas: tuple[Persona, ...]
    ) -> Step:
        touchpoints = _known(record.touchpoints, self.touchpoints)
        if record.personas:
            personas = tuple(persona for persona in personas if persona.id in record.personas)
        satisfactions = _satisfactions(record, personas)
        return Step(
            id=names.steps[number],
            number=number + 1,
            record=record,
            personas=personas,
            satisfactions=satisfactions,
            satisfaction=mean(each.satisfaction for each in satisfactions)
            if satisfactions
            else _single(record),
            touchpoints=touchpoints,
            channels=self._channels(record, touchpoints),
            paths=names.paths(number),
            **self._said(record, names),
        )

    def _said(self, record: model.PartRecord, names: NamesInJourney) -> _Said:
        """Follow what a step and a stage as a whole say alike."""
        return {
            "entries": self._entries(record),
            "pain_points": tuple(names.pain_points(record)),
            "opportunities": tuple(
                self._opportunity(own_id, item) for own_id, item in names.opportunities(record)
            ),
            "systems": _known_or_text(record.systems, self.systems),
            "actors": _known_or_text(record.actors, self.teams),
            "owner": self.teams.get(record.owner or ""),
            "metrics": _known(record.metrics, self.metrics),
        }

    def _entries(self, record: model.PartRecord) -> dict[str, tuple[Entry, ...]]:
        written = ((field, getattr(record, field)) for field in ENTRY_FIELDS)
        return {field: tuple(map(self._entry, entries)) if entries else () for field, entries in written}

    def _entry(self, record: model.Entry) -> Entry:
        answers = record.answered_by if isinstance(record, model.Doubt) else ()
        return Entry(
            record=record,
            personas=_known(record.persona, self.personas) if record.persona else (),
            answers=_known(answers, self.touchpoints) if answers else (),
        )

    def _channels(self, record: model.Step, touchpoints: tuple[Touchpoint, ...]) -> tuple[model.Channel, ...]:
        if record.channel is not None:
            return _known([record.channel], self.channels)
        return tuple(_by_id(point.channel for point in touchpoints if point.channel).values())

    def _opportunity(self, own_id: str, record: model.Opportunity) -> Opportunity:
        goals = _known(record.goals, self.goals) if record.goals else ()
        opportunity = Opportunity(id=own_id, record=record, goals=goals)
        actions = (self._action(action, is_closed=opportunity.is_closed) for action in record.actions)
        return replace(opportunity, actions=tuple(actions))

    def _action(self, record: model.Action, *, is_closed: bool) -> Action:
        return Action(
            record=record,
            owner=self.teams.get(record.owner or ""),
            metric=self.metrics.get(record.metric or ""),
            is_open=not is_closed and record.status != "done",
        )


def _single(record: model.Step) -> float | None:
    """The one number of a step whose journey has no known persona."""
    return record.satisfaction.get("*")


def _satisfactions(record: model.Step, personas: tuple[Persona, ...]) -> tuple[PersonaSatisfaction, ...]:
    for_all = record.satisfaction.get("*")
    found = ((persona, record.satisfaction.get(persona.id, for_all)) for persona in personas)
    return tuple(
        PersonaSatisfaction(persona=persona, satisfaction=each) for persona, each in found if each is not None
    )
