"""Read a CSV file of measured values: its rows, and what is wrong with them."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from journeybook.findings import Finding, Place, listed, quoted
from journeybook.frontmatter import Refused, decode, refuse_conflict
from journeybook.kinds import ThingKind
from journeybook.load.document import Document, file_digest, from_refused
from journeybook.load.notation import Numbers, read_day
from journeybook.model import SCOPES, Value, did_you_mean, meant
from journeybook.model.fields import Rejected, WholeNumber

REQUIRED = ("date", "metric", "value")
OPTIONAL = (*SCOPES, "n")
_COLUMNS = (*REQUIRED, *OPTIONAL)
_ALL_COLUMNS = f" The columns are {listed(_COLUMNS, 'and')}."
_SEPARATORS = (",", ";", "\t")
_BRING_IN = (
    " To bring in an export, call the column of its numbers 'value', "
    "and add a column 'metric' that has the metric's id in each row."
)
T = TypeVar("T")
MAX_VALUES_BYTES = 32 * 1024 * 1024
MAX_ROWS = 100_000
_TOO_MANY = (
    f"The file has more than {MAX_ROWS:,} rows. Sum up what was measured by day or month, or part the file."
)


def read_values(path: str, inside: str, raw: bytes) -> Document:
    """Read one file below metrics/; each row is a value or a finding."""
    empty = Document(path=path, inside=inside, kind=ThingKind.VALUES, id="", digest=file_digest(raw))
    try:
        lines = _lines(decode(raw, limit=MAX_VALUES_BYTES))
    except Refused as refused:
        return replace(empty, findings=(from_refused(path, refused),))
    items = list(_rows(path, lines))
    return replace(
        empty,
        values=tuple(item for item in items if not isinstance(item, Finding)),
        findings=tuple(item for item in items if isinstance(item, Finding)),
    )


def _lines(text: str) -> list[str]:
    if text.count("\n") > MAX_ROWS:
        raise Refused("file-too-large", _TOO_MANY)
    refuse_conflict(text)
    return text.split("\n")


def _rows(path: str, lines: list[str]) -> Iterator[tuple[int, Value] | Finding]:
    top = next((number for number, line in enumerate(lines) if not line.startswith("#")), 0)
    mark = _separator(lines[top])
    columns = [name.strip() for name in _cells(lines[top], mark) or ()]
    problems = list(_column_problems(Place(path=path, line=top + 1), columns))
    yield from problems
    if any(problem.rule != "unknown-key" for problem in problems) or not set(REQUIRED) <= set(columns):
        return
    rows = [
        (Place(path=path, line=number), _cells(line, mark))
        for number, line in enumerate(lines[top + 1 :], top + 2)
        if line.strip(f" {mark}")
    ]
    column = columns.index("value")
    written = (cells[column].strip() for _, cells in rows if cells and len(cells) == len(columns))
    numbers = Numbers(written, default="." if mark == "," else None)
    yield from (_row(place, columns, cells, numbers) for place, cells in rows)


def _separator(line: str) -> str:
    """The separator of columns: the one that finds the most of them."""
    return max(_SEPARATORS, key=lambda mark: len({*_COLUMNS} & {*map(str.strip, _cells(line, mark) or ())}))


def _cells(line: str, mark: str) -> list[str] | None:
    """The cells of one line, or nothing if its quotation marks do not fit."""
    try:
        return next(csv.reader([line], strict=True, delimiter=mark), [])
    except csv.Error:
        return None


def _column_problems(place: Place, columns: list[str]) -> Iterator[Finding]:
    slips = {meant(name, _COLUMNS) for name in columns if name not in _COLUMNS}
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
        elif name and name not in _COLUMNS:
            hint = did_you_mean(name, _COLUMNS)
            message = f"{quoted(name)} is not a column of a metrics file.{hint or _ALL_COLUMNS}"
            if hint or not missing:
                yield Finding(place=place, rule="unknown-key", message=message)


def _row(
    place: Place, columns: list[str], cells: list[str] | None, numbers: Numbers
) -> tuple[int, Value] | Finding:
    if cells is None:
        message = "The quotation marks in this row do not fit; a row ends with its line."
        return Finding(place=place, rule="invalid-row", message=message)
    if len(cells) != len(columns):
        message = f"This row has {len(cells)} cells, the first line has {len(columns)}."
        hint = " Write numbers with a point, as in 2.5." if len(cells) > len(columns) else ""
        return Finding(place=place, rule="invalid-row", message=message + hint)
    row = {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}
    try:
        return place.line, _value(row, numbers)
    except _BadCell as bad:
        message = f"'{bad.column}' must be {bad.expected}, not {quoted(row[bad.column])}."
        return Finding(place=place, rule="invalid-row", message=message)


class _BadCell(Exception):  # noqa: N818 - it says what is bad
    def __init__(self, column: str, expected: str) -> None:
        super().__init__(column)
        self.column = column
        self.expected = expected


def _value(row: dict[str, str], numbers: Numbers) -> Value:
    if not row["metric"]:
        raise _BadCell("metric", "the id of a metric")
    references = {name: row[name] for name in OPTIONAL[:-1] if row.get(name)}
    day, by_month = _read(row, "date", read_day)
    return Value(
        metric=row["metric"],
        date=day,
        by_month=by_month,
        value=_read(row, "value", numbers.read),
        n=_read(row, "n", WholeNumber(0)) if row.get("n") else None,
        **references,
    )


def _read(row: dict[str, str], column: str, read: Callable[[str], T]) -> T:
    try:
        return read(row[column])
    except Rejected as rejected:
        raise _BadCell(column, rejected.expected) from rejected
