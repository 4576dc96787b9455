"""Follow what a step and a stage as a whole say alike: texts, what hurts, what would help, and for whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypedDict, TypeVar

from journeybook import model
from journeybook.catalogue.names import NamesInJourney
from journeybook.catalogue.things import Action, Entry, Opportunity, PainPoint, Persona, Touchpoint
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
        return {field: tuple(map(self._entry, entries)) if entries else () for field, entries in written}

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
