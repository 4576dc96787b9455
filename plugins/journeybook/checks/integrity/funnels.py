"""Find metrics in funnels that count nothing."""

from collections.abc import Iterator

from journeybook.catalogue import Catalogue
from journeybook.findings import Finding
from journeybook.kinds import ThingKind
from journeybook.model import Journey


def unfit_funnels(catalogue: Catalogue) -> Iterator[Finding]:
    """Levels of funnels that are no counts: of shares nobody is lost."""
    for document in catalogue.folder.of_kind(ThingKind.JOURNEY):
        record = document.record
        for number, entry in enumerate(record.funnel if isinstance(record, Journey) else ()):
            metric = catalogue.metrics.get(entry.metric)
            if metric and metric.unit != "count":
                message = (
                    f"'funnel' must name metrics with 'unit: count', '{metric.id}' has 'unit: {metric.unit}'."
                )
                yield document.finding(("funnel", number, "metric"), "invalid-value", message)
