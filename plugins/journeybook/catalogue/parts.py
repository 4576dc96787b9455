"""Follow what a step and a stage as a whole say alike, and give it ids that are unique in its journey."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypedDict, TypeVar

from journeybook import model
from journeybook.catalogue.things import Action, Entry, NextStep, Opportunity, PainPoint, Persona, Touchpoint
from journeybook.catalogue.vocabulary import Goal, Metric, System, Team
from journeybook.model.lanes import ENTRY_FIELDS

T = TypeVar("T")


def known(ids: Iterable[str], things: Mapping[str, T]) -> tuple[T, ...]:
    """The things of some ids that exist, each once."""
    return tuple(things[key] for key in dict.fromkeys(ids) if key in things)


def known_or_text(names: Iterable[str], things: Mapping[str, T]) -> tuple[T | str, ...]:
    """The things of some ids, and the other texts as they are."""
    return tuple(things.get(name, name) for name in names)


class Said(TypedDict):
    """Arguments that the classes of steps and of stages take alike."""

    entries: Mapping[str, tuple[Entry, ...]]
    pain_points: tuple[PainPoint, ...]
    opportunities: tuple[Opportunity, ...]
    systems: tuple[System | str, ...]
    actors: tuple[Team | str, ...]
    owner: Team | None
    metrics: tuple[Metric, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The things that steps and stages name, by id."""

    personas: Mapping[str, Persona]
    touchpoints: Mapping[str, Touchpoint]
    teams: Mapping[str, Team]
    systems: Mapping[str, System]
    metrics: Mapping[str, Metric]
    goals: Mapping[str, Goal]
    lanes: tuple[model.OwnLane, ...]
    """Those of the handbook's own."""


def unique_ids(
    written: Iterable[tuple[str | None, str]], *, fallback: str, reserved: Iterable[str] = ()
) -> Iterator[str]:
    """Yield an id for each (written id, title); an id made from a title gives way to the written ones."""
    items = list(written)
    taken = {own for own, _ in items if own}.union(reserved)
    counts: dict[str, int] = {}
    for number, (own, title) in enumerate(items, 1):
        yield own or _free(model.slug(title, fallback=f"{fallback}-{number}"), taken, counts)


def _free(base: str, taken: set[str], counts: dict[str, int]) -> str:
    """Count up from an id to one that is not taken, and take it."""
    free = base
    while free in taken:
        counts[base] = counts.get(base, 1) + 1
        free = f"{base}-{counts[base]}"
    taken.add(free)
    return free


class NamesInJourney:
    """The ids of steps, pain points and opportunities, which are unique within their journey."""

    def __init__(self, journey: model.Journey) -> None:
        self._records = [step for stage in journey.stages for step in stage.steps]
        written = ((step.id, step.title) for step in self._records)
        self.steps = list(unique_ids(written, fallback="step", reserved=("end",)))
        self._targets = frozenset((*self.steps, "end"))
        parts = [part for stage in journey.stages for part in stage.parts]
        pains = [pain for part in parts for pain in part.pain_points]
        opportunities = [opportunity for part in parts for opportunity in part.opportunities]
        pain_ids = unique_ids(((pain.id, pain.title) for pain in pains), fallback="pain")
        opportunity_ids = unique_ids(
            ((opportunity.id, opportunity.title) for opportunity in opportunities), fallback="idea"
        )
        self._pain_ids = dict(zip(map(id, pains), pain_ids, strict=True))
        self._opportunity_ids = dict(zip(map(id, opportunities), opportunity_ids, strict=True))

    def pain_points(self, part: model.PartRecord) -> Iterator[PainPoint]:
        """The pain points of a step or a stage, with their ids."""
        return (PainPoint(id=self._pain_ids[id(pain)], record=pain) for pain in part.pain_points)

    def opportunities(self, part: model.PartRecord) -> Iterator[tuple[str, model.Opportunity]]:
        """The opportunities of a step or a stage, each behind its id."""
        return ((self._opportunity_ids[id(opportunity)], opportunity) for opportunity in part.opportunities)

    def paths(self, number: int) -> tuple[NextStep, ...]:
        """The steps that a step leads to: the following one, or the end, where nothing is written."""
        written = self._records[number].next
        if written:
            reachable = (path for path in written if path.to in self._targets)
            return tuple(NextStep(to=path.to, when=path.when or "") for path in reachable)
        following = self.steps[number + 1] if number + 1 < len(self.steps) else "end"
        return (NextStep(to=following),)


class PartBuilder:
    """Makes what steps and stages have in common."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def said(self, record: model.PartRecord, names: NamesInJourney) -> Said:
        """Follow what a step and a stage as a whole say alike."""
        return {
            "entries": self._entries(record),
            "pain_points": tuple(names.pain_points(record)),
            "opportunities": tuple(
                self._opportunity(own_id, item) for own_id, item in names.opportunities(record)
            ),
            "systems": known_or_text(record.systems, self._tables.systems),
            "actors": known_or_text(record.actors, self._tables.teams),
            "owner": self._tables.teams.get(record.owner or ""),
            "metrics": known(record.metrics, self._tables.metrics),
        }

    def _entries(self, record: model.PartRecord) -> dict[str, tuple[Entry, ...]]:
        written = ((field, getattr(record, field)) for field in ENTRY_FIELDS)
        own = (
            (lane.id, [entry for entry in record.lanes.get(lane.id, ()) if not lane.refusal(entry)])
            for lane in self._tables.lanes
        )
        return {
            field: tuple(map(self._entry, entries)) if entries else ()
            for field, entries in chain(written, own)
        }

    def _entry(self, record: model.Entry) -> Entry:
        answers = record.answered_by if isinstance(record, model.Doubt) else ()
        return Entry(
            record=record,
            personas=known(record.persona, self._tables.personas) if record.persona else (),
            answers=known(answers, self._tables.touchpoints) if answers else (),
        )

    def _opportunity(self, own_id: str, record: model.Opportunity) -> Opportunity:
        goals = known(record.goals, self._tables.goals) if record.goals else ()
        opportunity = Opportunity(id=own_id, record=record, goals=goals)
        actions = (self._action(action, is_closed=opportunity.is_closed) for action in record.actions)
        return replace(opportunity, actions=tuple(actions))

    def _action(self, record: model.Action, *, is_closed: bool) -> Action:
        return Action(
            record=record,
            owner=self._tables.teams.get(record.owner or ""),
            metric=self._tables.metrics.get(record.metric or ""),
            is_open=not is_closed and record.status != "done",
        )
