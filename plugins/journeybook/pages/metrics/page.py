"""The list of metrics with their latest values, and the page of each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from journeybook.catalogue import Reading, course, parts_of, reading, readings
from journeybook.kinds import ThingKind
from journeybook.model import Metric
from journeybook.pages.frame.addresses import METRICS, address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.frame.search import metric_entries
from journeybook.pages.metrics.breakdowns import breakdowns, longest
from journeybook.pages.metrics.uses import MetricUses, uses_of_metrics
from journeybook.pages.metrics.values import value_rows
from journeybook.pages.shown.courses import course_charts
from journeybook.pages.shown.lists import Row, filters, key
from journeybook.pages.shown.satisfaction import worst_steps


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedMetric:
    """A metric in the list of all."""

    reading: Reading
    parts: int
    """For how many parts of the whole it is measured."""


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
        context=lambda: _index(site, metrics),
    )
    all_uses = cache(partial(uses_of_metrics, site))
    for metric in metrics:
        yield _page(site, metric, all_uses)


def _index(site: Site, metrics: Sequence[Metric]) -> Mapping[str, Any]:
    rows = [_row(site, item) for item in readings(site.catalogue, metrics)]
    reached = (("reached", site.text("reached")), ("missed", site.text("not reached")))
    moved = (("better", site.text("better")), ("worse", site.text("worse")))
    offered = (("target", site.text("Target"), reached), ("trend", site.text("Change"), moved))
    return {"rows": rows, "filters": tuple(filters([row.facets for row in rows], offered))}


def _row(site: Site, item: Reading) -> Row[ListedMetric]:
    parts = sum(1 for _ in parts_of(site.catalogue, item.metric))
    latest = item.value
    return Row(
        item=ListedMetric(reading=item, parts=parts),
        facets={
            "target": _word(item.is_on_target, "reached", "missed"),
            "trend": _word(item.is_better, "better", "worse"),
        },
        keys={
            "title": item.metric.title,
            "n": key(latest.n if latest else None),
            "parts": key(parts),
        },
    )


def _word(told: bool | None, yes: str, no: str) -> str:  # noqa: FBT001 - the answer that is put into words
    return "" if told is None else yes if told else no


def _page(site: Site, metric: Metric, all_uses: Callable[[], Mapping[str, MetricUses]]) -> Page:
    return Page(
        address=address_of(metric),
        template="metric",
        shows=(ThingKind.HANDBOOK, ThingKind.VALUES),
        title=metric.title,
        description=metric.definition or "",
        context=lambda: _context(site, metric, all_uses()[metric.id]),
        parents=(site.crumb("Metrics", METRICS),),
        entries=lambda: metric_entries(metric),
    )


def _context(site: Site, metric: Metric, used: MetricUses) -> Mapping[str, Any]:
    values = course(site.catalogue, metric)
    parted = breakdowns(site, metric)
    lines = [(site.language.measured(values[-1].value, metric), values)] if values else []
    return {
        "metric": metric,
        "reading": reading(site.catalogue, metric),
        "pictures": course_charts(site.language, metric, lines),
        "values": values,
        "value_rows": value_rows(values),
        "breakdowns": parted,
        "longest": longest(site, parted),
        "uses": used,
        "visits": worst_steps(used.steps),
        "today": site.today,
    }
