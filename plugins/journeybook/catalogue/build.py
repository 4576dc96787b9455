"""Build the catalogue from documents; references that lead nowhere are left to the checks."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol, TypeVar

from journeybook import model
from journeybook.catalogue.catalogue import Catalogue
from journeybook.catalogue.content import Content
from journeybook.catalogue.defaults import DefaultTitles, shown_groups, shown_stages
from journeybook.catalogue.link_words import LinkWords
from journeybook.catalogue.mean import mean
from journeybook.catalogue.measured.formulas import with_formulas
from journeybook.catalogue.narrative import headings, split_narrative
from journeybook.catalogue.parts import NamesInJourney, PartBuilder, Tables, known, known_or_text, unique_ids
from journeybook.catalogue.things import (
    Journey,
    JourneyStage,
    Persona,
    PersonaSatisfaction,
    Step,
    Touchpoint,
)
from journeybook.catalogue.vocabulary import Goal, System
from journeybook.kinds import ThingKind
from journeybook.load import Document, Folder

T = TypeVar("T")
R = TypeVar("R", bound=model.Record)


def build_catalogue(
    folder: Folder, default_titles: DefaultTitles, words: LinkWords | None = None
) -> Catalogue:
    """Link all that was read from a journeys folder; default stages and groups take the given titles.

    `words` are those for what the links of headers name, if they are not to be of this folder.
    """
    words = words or LinkWords((folder,), default_titles)
    document = folder.handbook
    record = document.record if document else None
    handbook = (
        words.of_document(document, record)
        if document and isinstance(record, model.Handbook)
        else model.Handbook()
    )
    building = _Building(folder, handbook, default_titles, words)
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
        groups=building.groups,
        values=tuple(with_formulas(_rows(folder), handbook.metrics)),
    )


def _rows(folder: Folder) -> Iterator[model.Value]:
    return (value for document in folder.of_kind(ThingKind.VALUES) for _, value in document.values)


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


class _Building:
    """The things that journeys refer to, and the journeys made with them."""

    def __init__(
        self, folder: Folder, handbook: model.Handbook, titles: DefaultTitles, words: LinkWords
    ) -> None:
        self._folder = folder
        self._words = words
        self._handbook = handbook
        self.stages = _by_id(shown_stages(handbook, titles))
        self.groups = _by_id(shown_groups(handbook, titles))
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
        self._parts = PartBuilder(
            Tables(
                personas=self.personas,
                touchpoints=self.touchpoints,
                teams=self.teams,
                systems=self.systems,
                metrics=self.metrics,
                goals=self.goals,
                lanes=tuple(_by_id(handbook.lanes).values()),
            )
        )

    def _records(self, kind: ThingKind, of: type[R]) -> Iterator[tuple[Document, R]]:
        for document in self._folder.of_kind(kind):
            if isinstance(document.record, of):
                yield document, self._words.of_document(document, document.record)

    def _goal(self, record: model.Goal) -> Goal:
        return Goal(id=record.id, record=record, metric=self.metrics.get(record.metric or ""))

    def _system(self, record: model.System) -> System:
        return System(id=record.id, record=record, owner=self.teams.get(record.owner or ""))

    def _persona(self, document: Document, record: model.Persona) -> Persona:
        channels = known(record.preferred_channels, self.channels)
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
            group=self.groups.get(record.group or ""),
            owner=self.teams.get(record.owner or ""),
            stages=known(record.stages, self.stages),
            metrics=known(record.metrics, self.metrics),
            systems=known_or_text(record.systems, self.systems),
        )

    def journeys(self) -> dict[str, Journey]:
        return _by_id(self._journey(*item) for item in self._records(ThingKind.JOURNEY, model.Journey))

    def _journey(self, document: Document, record: model.Journey) -> Journey:
        personas = known(record.personas, self.personas)
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
            metrics=known(record.metrics, self.metrics),
            goals=known(record.goals, self.goals),
            principles=known(record.principles, self.principles),
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
            principles=known(record.principles, self.principles),
            content=tuple(
                Content(record=item, owner=self.teams.get(item.owner or "")) for item in record.content
            ),
            **self._parts.said(record, names),
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
        touchpoints = known(record.touchpoints, self.touchpoints)
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
            conversion_metric=self.metrics.get(record.conversion_metric),
            paths=names.paths(number),
            **self._parts.said(record, names),
        )

    def _channels(self, record: model.Step, touchpoints: tuple[Touchpoint, ...]) -> tuple[model.Channel, ...]:
        if record.channel is not None:
            return known([record.channel], self.channels)
        return tuple(_by_id(point.channel for point in touchpoints if point.channel).values())


def _single(record: model.Step) -> float | None:
    """The one number of a step whose journey has no known persona."""
    return record.satisfaction.get("*")


def _satisfactions(record: model.Step, personas: tuple[Persona, ...]) -> tuple[PersonaSatisfaction, ...]:
    for_all = record.satisfaction.get("*")
    found = ((persona, record.satisfaction.get(persona.id, for_all)) for persona in personas)
    return tuple(
        PersonaSatisfaction(persona=persona, satisfaction=each) for persona, each in found if each is not None
    )
