"""Follow a thing to the steps of today's journeys that a failure of it would touch."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from journeybook.catalogue.catalogue import Catalogue
from journeybook.catalogue.spots import of_today, spots_of, visits_at
from journeybook.catalogue.things import Journey, Persona, Visit
from journeybook.catalogue.vocabulary import Metric, Team
from journeybook.kinds import ThingKind

_UNKNOWN = 3.0
"""The satisfaction by which a step without one is ranked: neither good nor bad."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """The steps that a thing touches."""

    visits: tuple[Visit, ...]
    """The steps, the worst first: moments of truth, then by satisfaction and the most severe pain point."""

    @property
    def journeys(self) -> tuple[Journey, ...]:
        """The journeys of the steps, each once."""
        return tuple(dict.fromkeys(visit.journey for visit in self.visits))

    @property
    def personas(self) -> tuple[Persona, ...]:
        """The personas who take part in the steps, each once."""
        return tuple(dict.fromkeys(persona for visit in self.visits for persona in visit.step.personas))

    @property
    def moments(self) -> tuple[Visit, ...]:
        """The moments of truth among the steps."""
        return tuple(visit for visit in self.visits if visit.step.record.moment_of_truth)

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """The metrics of the steps, their stages and their touchpoints, each once."""
        return tuple(dict.fromkeys(metric for visit in self.visits for metric in metrics_of(visit)))


def metrics_of(visit: Visit) -> tuple[Metric, ...]:
    """Return what is measured at a step, in its stage and at its touchpoints, each once."""
    at_touchpoints = (metric for point in visit.step.touchpoints for metric in point.metrics)
    return tuple(dict.fromkeys((*visit.step.all_metrics, *visit.stage.metrics, *at_touchpoints)))


def impact_of(catalogue: Catalogue, kind: ThingKind, name: str) -> Impact:
    """Find what a thing touches; of a step or a pain point the name is `journey-id/own-id`."""
    touched = dict.fromkeys(_TOUCHED[kind](catalogue, name))
    today = of_today(visit for visit in touched if not visit.journey.is_planned)
    return Impact(visits=tuple(sorted(today, key=_rank)))


def _rank(visit: Visit) -> tuple[bool, float, int]:
    step = visit.step
    severities = (pain.record.severity for spot in spots_of((visit,)) for pain in spot.part.pain_points)
    satisfaction = _UNKNOWN if step.satisfaction is None else step.satisfaction
    return not step.record.moment_of_truth, satisfaction, -max(severities, default=0)


def _of_persona(catalogue: Catalogue, name: str) -> Iterable[Visit]:
    persona = catalogue.personas.get(name)
    return (visit for visit in catalogue.visits if persona in visit.step.personas)


def _of_team(catalogue: Catalogue, name: str) -> Iterable[Visit]:
    """The steps that the team has to do with, and those that run on its systems."""
    team = catalogue.teams.get(name)
    systems = (system.id for system in catalogue.systems.values() if system.owner == team)
    on_systems = {visit for each in systems for visit in catalogue.visits_of_system.get(each, ())}
    return (visit for visit in catalogue.visits if visit in on_systems or team in _teams(visit))


def _teams(visit: Visit) -> set[Team | str | None]:
    """The teams that answer for a step or what it stands in, meets or publishes, or that take part in it."""
    owners = (visit.step.owner, visit.stage.owner, visit.journey.owner)
    actors = (*visit.step.actors, *visit.stage.actors, *(item.owner for item in visit.stage.content))
    return {*owners, *actors, *(point.owner for point in visit.step.touchpoints)}


def _of_metric(catalogue: Catalogue, name: str) -> Iterable[Visit]:
    metric = catalogue.metrics.get(name)
    return (
        visit
        for visit in catalogue.visits
        if metric in (*metrics_of(visit), *visit.journey.metrics) or _counts(name, visit)
    )


def _counts(name: str, visit: Visit) -> bool:
    """Whether a metric counts, for the journey's funnel, who reaches a step's stage, or any."""
    funnel = visit.journey.record.funnel
    return any(entry.metric == name and entry.stage in {None, visit.stage.record.stage} for entry in funnel)


def _of_group(catalogue: Catalogue, name: str) -> Iterable[Visit]:
    group = catalogue.groups.get(name)
    return (visit for visit in catalogue.visits if group in (point.group for point in visit.step.touchpoints))


def _of_step(catalogue: Catalogue, name: str) -> Iterable[Visit]:
    return (visit for visit in catalogue.visits if f"{visit.journey.id}/{visit.step.id}" == name)


def _of_pain_point(catalogue: Catalogue, name: str) -> Iterable[Visit]:
    """The steps at which the pain point is named, by its id or its title, in whatever journey.

    Of a whole stage they are all its steps.
    """
    pain = catalogue.pain_points.get(name)
    names = set(pain.names) if pain else set()
    return (
        visit
        for visit in catalogue.visits
        if any(
            not names.isdisjoint(other.names)
            for spot in spots_of((visit,))
            for other in spot.part.pain_points
        )
    )


def _of_lane(catalogue: Catalogue, name: str) -> Iterable[Visit]:
    """The steps that have something in the lane, themselves or as parts of a stage."""
    return (
        visit for visit in catalogue.visits if any(spot.part.entries.get(name) for spot in spots_of((visit,)))
    )


def _of_term(catalogue: Catalogue, name: str) -> Iterable[Visit]:
    """The steps whose texts use the term; of what is said of a whole stage they are all its steps."""
    return (visit for spot in catalogue.spots_of_term.get(name, ()) for visit in visits_at(spot))


_TOUCHED: Mapping[ThingKind, Callable[[Catalogue, str], Iterable[Visit]]] = MappingProxyType(
    {
        ThingKind.JOURNEY: lambda catalogue, name: catalogue.visits_of_journey.get(name, ()),
        ThingKind.PERSONA: _of_persona,
        ThingKind.TOUCHPOINT: lambda catalogue, name: catalogue.visits_of_touchpoint.get(name, ()),
        ThingKind.CHANNEL: lambda catalogue, name: catalogue.visits_of_channel.get(name, ()),
        ThingKind.STAGE: lambda catalogue, name: catalogue.visits_of_stage.get(name, ()),
        ThingKind.TEAM: _of_team,
        ThingKind.METRIC: _of_metric,
        ThingKind.GOAL: lambda catalogue, name: catalogue.visits_of_goal.get(name, ()),
        ThingKind.SEGMENT: lambda catalogue, name: catalogue.visits_of_segment.get(name, ()),
        ThingKind.SYSTEM: lambda catalogue, name: catalogue.visits_of_system.get(name, ()),
        ThingKind.PRINCIPLE: lambda catalogue, name: catalogue.visits_of_principle.get(name, ()),
        ThingKind.TERM: _of_term,
        ThingKind.GROUP: _of_group,
        ThingKind.LANE: _of_lane,
        ThingKind.STEP: _of_step,
        ThingKind.PAIN_POINT: _of_pain_point,
    }
)
"""The steps that each kind of thing touches; `tests/core/registries` asks it of each that is named."""
