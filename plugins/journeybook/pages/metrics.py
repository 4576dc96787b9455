"""The pages of metrics: all of them with their latest values, and each one's course."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.catalogue import Catalogue, Reading, course, parts_of, reading, readings
from journeybook.charts import trend
from journeybook.kinds import ThingKind
from journeybook.model import SCOPES, Metric
from journeybook.pages.frame.addresses import METRICS, address_of, stage_address
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Crumb, Page
from journeybook.pages.frame.search import metric_entries
from journeybook.pages.shown.satisfaction import worst_steps
from journeybook.pages.wording.labels import labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the whole for which a metric is measured, such as one stage of a journey."""

    things: tuple[Crumb, ...]
    """What it is measured for, one for each kind of the breakdown."""
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """The parts of one sort, such as all stages of journeys."""

    kinds: tuple[ThingKind, ...]
    """By what the metric is broken down."""
    title: str
    parts: tuple[Part, ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of metrics, then each metric."""
    metrics = tuple(site.catalogue.metrics.values())
    yield Page(
        address=METRICS,
        template="metrics",
        wide=True,
        shows=(ThingKind.HANDBOOK, ThingKind.VALUES),
        title=site.text("Metrics"),
        description=site.text("What we measure: latest value, target and trend."),
        context=lambda: {"readings": readings(site.catalogue, metrics)},
    )
    for metric in metrics:
        yield _page(site, metric)


def _page(site: Site, metric: Metric) -> Page:
    return Page(
        address=address_of(metric),
        template="metric",
        shows=(ThingKind.HANDBOOK, ThingKind.VALUES),
        title=metric.title,
        description=metric.definition or "",
        context=lambda: _context(site, metric),
        parents=(site.crumb("Metrics", METRICS),),
        entries=lambda: metric_entries(metric),
    )


def _context(site: Site, metric: Metric) -> Mapping[str, Any]:
    catalogue = site.catalogue
    values = course(catalogue, metric)
    return {
        "metric": metric,
        "reading": reading(catalogue, metric),
        "trend": trend([(value.date, value.value) for value in values], metric.target),
        "values": values,
        "has_n": any(value.n is not None for value in values),
        "breakdowns": _breakdowns(site, metric),
        "journeys": [item for item in catalogue.journeys.values() if metric in item.metrics],
        "stages": [
            (journey, stage)
            for journey in catalogue.journeys.values()
            for stage in journey.stages
            if metric in stage.metrics
        ],
        "conversions": [visit for visit in catalogue.visits if visit.step.conversion_metric is metric],
        "visits": worst_steps(visit for visit in catalogue.visits if metric in visit.step.metrics),
        "goals": [item for item in catalogue.goals.values() if item.metric is metric],
        "touchpoints": [item for item in catalogue.touchpoints.values() if metric in item.metrics],
    }


def _breakdowns(site: Site, metric: Metric) -> list[Breakdown]:
    """Put the series of a metric together by the kinds of things that they are measured for."""
    found: dict[tuple[ThingKind, ...], list[Part]] = {}
    for series in parts_of(site.catalogue, metric):
        named = {kind: name for kind, name in zip(SCOPES, series.scope, strict=True) if name}
        things = tuple(_thing(site.catalogue, kind, named) for kind in named)
        found.setdefault(tuple(named), []).append(Part(things=things, reading=series.reading))
    told = labels(site.language)
    return [
        Breakdown(kinds=kinds, title=", ".join(told("thing", kind) for kind in kinds), parts=tuple(parts))
        for kinds, parts in found.items()
    ]


def _thing(catalogue: Catalogue, kind: ThingKind, named: Mapping[ThingKind, str]) -> Crumb:
    """Lead to what is measured; a stage of a journey to the first time that the journey goes through it."""
    name = named[kind]
    journey = catalogue.journeys.get(named.get(ThingKind.JOURNEY, ""))
    if kind is ThingKind.STAGE and journey:
        for stage in journey.stages:
            if stage.record.stage == name:
                return Crumb(title=stage.title, address=stage_address(journey, stage))
    thing = catalogue.tables[kind].get(name)
    return Crumb(title=thing.title if thing else name, address=f"{kind.row.pages}{name}/")
