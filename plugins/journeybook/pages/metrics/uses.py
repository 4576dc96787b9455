"""The uses of metrics: what they measure, and what is to move them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from journeybook.catalogue import Goal, Journey, JourneyStage, Touchpoint, Visit
from journeybook.model import Metric
from journeybook.pages.frame.context import Site
from journeybook.pages.shown.improvement import ListedAction, actions


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricUses:
    """The things that name a metric."""

    journeys: list[Journey] = field(default_factory=list)
    stages: list[tuple[Journey, JourneyStage]] = field(default_factory=list)
    steps: list[Visit] = field(default_factory=list)
    conversions: list[Visit] = field(default_factory=list)
    """The steps whose micro-conversion it measures."""
    touchpoints: list[Touchpoint] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    """The goals that it tells of."""
    actions: list[ListedAction] = field(default_factory=list)
    """The actions that are to move it."""


def uses_of_metrics(site: Site) -> Mapping[str, MetricUses]:
    """The uses of each metric, by its id, in one pass over the handbook."""
    found = {name: MetricUses() for name in site.catalogue.metrics}
    for metric, kind, thing in _named(site):
        listed: list[object] = getattr(found[metric.id], kind)
        listed.append(thing)
    return found


def _named(site: Site) -> Iterator[tuple[Metric, str, object]]:
    """Yield every metric that a thing names, with the list that the thing belongs into."""
    catalogue = site.catalogue
    for journey in catalogue.journeys.values():
        yield from ((metric, "journeys", journey) for metric in journey.metrics)
        for stage in journey.stages:
            yield from ((metric, "stages", (journey, stage)) for metric in stage.metrics)
    for visit in catalogue.visits:
        yield from ((metric, "steps", visit) for metric in visit.step.metrics)
        if visit.step.conversion_metric:
            yield visit.step.conversion_metric, "conversions", visit
    for touchpoint in catalogue.touchpoints.values():
        yield from ((metric, "touchpoints", touchpoint) for metric in touchpoint.metrics)
    for goal in catalogue.goals.values():
        if goal.metric:
            yield goal.metric, "goals", goal
    for item in actions(catalogue.visits, site.today):
        if item.action.metric:
            yield item.action.metric, "actions", item
