"""The columns of a CSV file of values, and what is wrong with the line that names them."""

from collections.abc import Iterator

from journeybook.findings import Finding, Place, listed, quoted
from journeybook.model import SCOPES, did_you_mean, meant
from journeybook.rules import RULES

REQUIRED = ("date", "metric", "value")
OPTIONAL = (*SCOPES, "n")
COLUMNS = (*REQUIRED, *OPTIONAL)
_BRING_IN = (
    " To bring in an export, call the column of its numbers 'value', "
    "and add a column 'metric' that has the metric's id in each row."
)
_MOST_TOLD = 6


_MOST_COLUMNS = 200


def column_problems(place: Place, columns: list[str]) -> Iterator[Finding]:
    """Say what is missing, what stands twice, what is misspelt, and once what is left out."""
    if len(columns) > _MOST_COLUMNS:
        message = f"The first line names more than {_MOST_COLUMNS} columns. Leave those that are needed."
        yield Finding(place=place, rule="file-too-large", message=message)
        return
    slips = {meant(name, COLUMNS) for name in columns if name not in COLUMNS}
    missing = [f"'{name}'" for name in REQUIRED if name not in columns and name not in slips]
    if missing:
        names = f"column {missing[0]} is" if len(missing) == 1 else f"columns {listed(missing, 'and')} are"
        message = f"The {names} missing; the first line must name the columns, as in 'date,metric,value'."
        is_export = missing == ["'metric'", "'value'"]
        yield Finding(place=place, rule="missing-field", message=message + _BRING_IN * is_export)
    for name in dict.fromkeys(columns):
        if columns.count(name) > 1:
            yield Finding(
                place=place, rule="repeated-key", message=f"The column {quoted(name)} stands twice."
            )
        if not name and not missing:
            yield Finding(place=place, rule="unknown-key", message="A column of the first line has no name.")
        elif name and name not in COLUMNS and (hint := did_you_mean(name, COLUMNS)):
            message = f"{quoted(name)} is not a column of a metrics file.{hint}"
            yield Finding(place=place, rule="unknown-key", message=message)
    others = [name for name in dict.fromkeys(columns) if name and not meant(name, COLUMNS)]
    if others and not missing:
        shown = [quoted(name) for name in others[:_MOST_TOLD]]
        told = ", ".join([*shown, f"… ({len(others)})"] if len(others) > _MOST_TOLD else shown)
        yield hint_of("unread-column", place, names=told)


def hint_of(rule: str, place: Place, **values: str) -> Finding:
    """Make a finding that stops nothing, in the words of its rule."""
    message, severity = RULES[rule].message.format(**values), RULES[rule].severity
    return Finding(place=place, rule=rule, message=message, severity=severity, values=tuple(values.items()))
