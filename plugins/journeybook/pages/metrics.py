"""The pages of metrics: all of them with their latest values, and each one's course."""

from collections.abc import Iterator, Mapping
from typing import Any

from journeybook.charts import trend
from journeybook.model import Metric
from journeybook.pages.frame.addresses import METRICS, address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.frame.search import metric_entries
from journeybook.pages.shown.readings import course, reading, readings
from journeybook.pages.shown.satisfaction import worst_steps


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of metrics, then each metric."""
    metrics = tuple(site.catalogue.metrics.values())
    yield Page(
        address=METRICS,
        template="metrics",
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
        "journeys": [item for item in catalogue.journeys.values() if metric in item.metrics],
        "stages": [
            (journey, stage)
            for journey in catalogue.journeys.values()
            for stage in journey.stages
            if metric in stage.metrics
        ],
        "visits": worst_steps(visit for visit in catalogue.visits if metric in visit.step.metrics),
        "touchpoints": [item for item in catalogue.touchpoints.values() if metric in item.metrics],
    }
