"""Find reviews and values that are too old to rely on."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from journeybook.catalogue import Journey, Persona, Touchpoint, is_reviewed
from journeybook.checks.inspection import Inspection, found
from journeybook.findings import Finding


def neglected_journeys(inspection: Inspection) -> Iterator[Finding]:
    """Journeys whose review is missing, too long ago or still to come."""
    for journey in inspection.catalogue.mapped:
        age = journey.review_age(inspection.today)
        finding = _unreviewed(journey) if age is None else _reviewed(inspection, journey, age)
        if finding is not None:
            yield finding


def _unreviewed(journey: Journey) -> Finding | None:
    """Say that a review is missing; what is only planned cannot be checked against reality while a draft."""
    if not is_reviewed(journey):
        return None
    rule = "unreviewed-draft" if journey.record.status == "draft" else "never-reviewed"
    return found(journey.document, ("title",), rule, title=journey.title)


def _reviewed(inspection: Inspection, journey: Journey, age: int) -> Finding | None:
    document, at = journey.document, ("reviewed",)
    if age < 0:
        return found(document, at, "review-in-the-future", date=journey.record.reviewed)
    if journey.record.status == "draft" and age > inspection.limits.draft_days:
        return found(document, at, "old-draft", days=age)
    if journey.is_stale(inspection.today):
        return found(document, at, "stale-journey", days=age, rhythm=journey.review_every)
    return None


def untimely_reviews(inspection: Inspection) -> Iterator[Finding]:
    """Personas and touchpoints whose review is still to come."""
    catalogue = inspection.catalogue
    things: chain[Persona | Touchpoint] = chain(catalogue.personas.values(), catalogue.touchpoints.values())
    for thing in things:
        day = thing.record.reviewed
        if day is not None and day > inspection.today:
            yield found(thing.document, ("reviewed",), "review-in-the-future", date=day)


def outdated_metrics(inspection: Inspection) -> Iterator[Finding]:
    """Metrics with a target whose newest value is old."""
    catalogue = inspection.catalogue
    handbook = catalogue.folder.handbook
    if handbook is None or not inspection.has_all_values:
        return
    newest: dict[str, date] = {}
    for value in catalogue.values:
        newest[value.metric] = max(value.date, newest.get(value.metric, value.date))
    for number, metric in enumerate(catalogue.handbook.metrics):
        day = newest.get(metric.id)
        if metric.target is None or day is None:
            continue
        if (inspection.today - day).days > inspection.limits.metric_days:
            at = ("metrics", number, "id")
            yield found(handbook, at, "outdated-metric", title=metric.title, date=day)
