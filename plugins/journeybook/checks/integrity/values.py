"""Find values that are given twice, of which pages could show only one, and those of another unit."""

from collections.abc import Iterator

from journeybook.catalogue import Catalogue
from journeybook.catalogue.measured.courses import scope_of
from journeybook.findings import Finding, Place
from journeybook.kinds import ThingKind
from journeybook.model import Value


def repeated_values(catalogue: Catalogue) -> Iterator[Finding]:
    """Two rows, of one file or of two, for the same metric, day and scope.

    A month is its first day, but not for a metric that is measured on other days, too.
    """
    first: dict[tuple[object, ...], tuple[Place, Value]] = {}
    daily = {value.metric for _, value in _values(catalogue) if not value.by_month and value.date.day > 1}
    for place, value in _values(catalogue):
        is_month = value.by_month and value.metric in daily
        earlier, known = first.setdefault(
            (value.metric, value.date, is_month, scope_of(value)), (place, value)
        )
        if earlier is not place:
            yield Finding(place=place, rule="repeated-value", message=_message(earlier, known, value))


def _values(catalogue: Catalogue) -> Iterator[tuple[Place, Value]]:
    for document in catalogue.folder.of_kind(ThingKind.VALUES):
        for line, value in document.values:
            yield Place(path=document.path, line=line), value


def _message(earlier: Place, known: Value, value: Value) -> str:
    given = f"The value of '{value.metric}' for this day and scope is already given in {earlier.line_of_file}"
    if known.value == value.value:
        return f"{given}. Delete one of the rows."
    return f"{given}: {known.value:g}, and {value.value:g} here. Keep the one that is right."


def foreign_percentages(catalogue: Catalogue) -> Iterator[Finding]:
    """Values with a sign for percent of a metric that is measured in something else."""
    for place, value in _values(catalogue):
        metric = catalogue.metrics.get(value.metric)
        if value.is_percentage and metric and metric.unit != "percent":
            message = (
                f"The value {value.value:g} % of '{value.metric}' is a percentage, "
                f"but handbook.yml says 'unit: {metric.unit}'."
            )
            yield Finding(place=place, rule="invalid-row", message=message)
