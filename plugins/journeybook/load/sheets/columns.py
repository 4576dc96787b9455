"""The columns of a CSV file of values, and what is wrong with the line that names them."""

from collections.abc import Iterable, Iterator, Sequence

from journeybook.findings import Finding, Place, listed, quoted
from journeybook.model import SCOPES, did_you_mean, meant
from journeybook.rules import RULES

REQUIRED = ("date", "metric", "value")
OPTIONAL = (*SCOPES, "n")
COLUMNS = (*REQUIRED, *OPTIONAL)
SCORE = "score"
"""Another name of the column of values, as surveys have it."""
DAYS = frozenset({"date", "day", "month", "datum", "tag", "monat"})
"""What analytics tools call the column of days, in small letters."""
_BRING_IN = " An export must have one column with the day of each row."
_MOST_TOLD = 6
MOST_COLUMNS = 200


def as_known(names: Sequence[str]) -> tuple[str, ...]:
    """Write our names in small letters, and take a column of scores for that of values, if there is none."""
    small = [_small(name, names) for name in names]
    return tuple("value" if name.casefold() == SCORE and "value" not in small else name for name in small)


def _small(name: str, names: Sequence[str]) -> str:
    folded = name.casefold()
    return folded if folded in COLUMNS and folded not in names else name


def positions_of_days(names: Sequence[str]) -> list[int]:
    """Find where columns stand that may be those of the days of an export."""
    return [position for position, name in enumerate(names) if name.casefold() in DAYS]


def column_problems(place: Place, columns: Sequence[str]) -> Iterator[Finding]:
    """Say what is missing, what stands twice, what is misspelt, and once what is left out."""
    if len(columns) > MOST_COLUMNS:
        message = f"The first line names more than {MOST_COLUMNS} columns. Leave those that are needed."
        yield Finding(place=place, rule="file-too-large", message=message)
        return
    slips = {meant(name, COLUMNS) for name in columns if name not in COLUMNS}
    missing = [f"'{name}'" for name in REQUIRED if name not in columns and name not in slips]
    if missing:
        names = f"column {missing[0]} is" if len(missing) == 1 else f"columns {listed(missing, 'and')} are"
        message = f"The {names} missing; the first line must name the columns, as in 'date,metric,value'."
        message += _BRING_IN * (len(missing) == len(REQUIRED) and any(columns))
        yield Finding(place=place, rule="missing-field", message=message)
    yield from repeated_columns(place, columns)
    for name in dict.fromkeys(columns):
        if not name and not missing:
            yield Finding(place=place, rule="unknown-key", message="A column of the first line has no name.")
        elif name and name not in COLUMNS and (hint := did_you_mean(name, COLUMNS)):
            message = f"{quoted(name)} is not a column of a metrics file.{hint}"
            yield Finding(place=place, rule="unknown-key", message=message)
    others = [name for name in dict.fromkeys(columns) if name and not meant(name, COLUMNS)]
    if others and not missing:
        yield unread_columns(place, others)


def repeated_columns(place: Place, columns: Sequence[str]) -> Iterator[Finding]:
    """Yield the columns that stand twice."""
    for name in dict.fromkeys(columns):
        if columns.count(name) > 1:
            message = f"The column {quoted(name)} stands twice."
            yield Finding(place=place, rule="repeated-key", message=message)


def unread_columns(place: Place, names: Iterable[str]) -> Finding:
    """Name the columns that are left out, or the first of them."""
    others = list(names)
    shown = [quoted(name) for name in others[:_MOST_TOLD]]
    told = ", ".join([*shown, f"… ({len(others)})"] if len(others) > _MOST_TOLD else shown)
    return hint_of("unread-column", place, names=told)


def hint_of(rule: str, place: Place, **values: str) -> Finding:
    """Make a finding that stops nothing, in the words of its rule."""
    message, severity = RULES[rule].message.format(**values), RULES[rule].severity
    return Finding(place=place, rule=rule, message=message, severity=severity, values=tuple(values.items()))
