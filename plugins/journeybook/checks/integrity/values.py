"""Find values that are given twice, or of another unit, and answers that are not on their scale."""

from collections.abc import Iterator

from journeybook.catalogue import Catalogue
from journeybook.catalogue.measured.courses import scope_of
from journeybook.catalogue.measured.formulas import SCALES
from journeybook.findings import Finding, Place, quoted
from journeybook.kinds import ThingKind
from journeybook.model import Formula, Handbook, Value


def repeated_values(catalogue: Catalogue) -> Iterator[Finding]:
    """Two rows, of one file or of two, for the same metric, day and scope.

    A month is its first day, but not for a metric that is measured on other days, too.
    """
    first: dict[tuple[object, ...], tuple[Place, Value]] = {}
    formulas = _formulas(catalogue)
    daily = {value.metric for _, value in _values(catalogue) if not value.by_month and value.date.day > 1}
    for place, value in _values(catalogue):
        if value.metric in formulas:
            continue  # many give the same answer on the same day
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


def answers_off_scale(catalogue: Catalogue) -> Iterator[Finding]:
    """Answers that nobody can have given, and so would count for nothing."""
    formulas = _formulas(catalogue)
    for place, value in _values(catalogue) if formulas else ():
        formula = formulas.get(value.metric)
        if formula and not SCALES[formula].takes(value.value):
            scale = SCALES[formula]
            expected = f"a whole number from {scale.lowest} to {scale.highest}"
            message = (
                f"An answer of '{value.metric}' must be {expected}, as its formula '{formula}' says, "
                f"not '{value.value:g}'."
            )
            yield Finding(place=place, rule="answer-off-scale", message=message)


def unfit_formulas(catalogue: Catalogue) -> Iterator[Finding]:
    """Metrics whose unit or direction is not that of their formula."""
    handbook = catalogue.folder.handbook
    if handbook is None or not isinstance(handbook.record, Handbook):
        return
    for number, metric in enumerate(handbook.record.metrics):
        wanted = {"unit": SCALES[metric.formula].unit, "direction": "up"} if metric.formula else {}
        for field, word in wanted.items():
            written = getattr(metric, field)
            if written != word:
                message = f"'{field}' must be {word} with 'formula: {metric.formula}', not '{written}'."
                yield handbook.finding(("metrics", number, field), "invalid-value", message)


def _formulas(catalogue: Catalogue) -> dict[str, Formula]:
    return {name: metric.formula for name, metric in catalogue.metrics.items() if metric.formula}


def columns_taken_twice(catalogue: Catalogue) -> Iterator[Finding]:
    """Columns of exports that two metrics take: only one of them would have the values."""
    handbook = catalogue.folder.handbook
    if handbook is None or not isinstance(handbook.record, Handbook):
        return
    taken: dict[str, str] = {}
    for number, metric in enumerate(handbook.record.metrics):
        for at, name in enumerate(metric.columns):
            owner = taken.setdefault(name.casefold(), metric.id)
            if owner != metric.id:
                message = f"The metric '{owner}' takes the column {quoted(name)} already."
                yield handbook.finding(("metrics", number, "columns", at), "invalid-value", message)
