"""Read a CSV file of measured values: its rows, and what is wrong with them."""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from journeybook.findings import Finding, Place, listed, quoted
from journeybook.frontmatter import Refused, decode, refuse_conflict
from journeybook.kinds import ThingKind
from journeybook.load.document import Document, file_digest, from_refused
from journeybook.model import SCOPES, Value, did_you_mean, meant
from journeybook.model.fields import Rejected, WholeNumber, parse_date, parse_number

REQUIRED = ("date", "metric", "value")
OPTIONAL = (*SCOPES, "n")
_COLUMNS = (*REQUIRED, *OPTIONAL)
_ALL_COLUMNS = f" The columns are {listed(_COLUMNS, 'and')}."
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
T = TypeVar("T")
MAX_VALUES_BYTES = 32 * 1024 * 1024


def read_values(path: str, inside: str, raw: bytes) -> Document:
    """Read one file below metrics/; each row is a value or a finding."""
    empty = Document(path=path, inside=inside, kind=ThingKind.VALUES, id="", digest=file_digest(raw))
    try:
        text = decode(raw, limit=MAX_VALUES_BYTES)
        refuse_conflict(text)
    except Refused as refused:
        return replace(empty, findings=(from_refused(path, refused),))
    items = list(_rows(path, text.split("\n")))
    return replace(
        empty,
        values=tuple(item for item in items if not isinstance(item, Finding)),
        findings=tuple(item for item in items if isinstance(item, Finding)),
    )


def _rows(path: str, lines: list[str]) -> Iterator[tuple[int, Value] | Finding]:
    columns = [name.strip() for name in _cells(lines[0]) or ()]
    problems = list(_column_problems(Place(path=path), lines[0], columns))
    yield from problems
    if any(problem.rule != "unknown-key" for problem in problems) or not set(REQUIRED) <= set(columns):
        return
    for number, line in enumerate(lines[1:], 2):
        if line.strip(" ,"):
            yield _row(Place(path=path, line=number), columns, _cells(line))


def _cells(line: str) -> list[str] | None:
    """The cells of one line, or nothing if its quotation marks do not fit."""
    try:
        return next(csv.reader([line], strict=True), [])
    except csv.Error:
        return None


def _column_problems(place: Place, line: str, columns: list[str]) -> Iterator[Finding]:
    slips = {meant(name, _COLUMNS) for name in columns if name not in _COLUMNS}
    missing = [f"'{name}'" for name in REQUIRED if name not in columns and name not in slips]
    if missing and ";" in line:
        message = "The columns are separated by ';'. Separate them by ',' and write numbers with a point."
        yield Finding(place=place, rule="invalid-row", message=message)
        return
    if missing:
        names = f"column {missing[0]} is" if len(missing) == 1 else f"columns {listed(missing, 'and')} are"
        message = f"The {names} missing; the first line must name the columns, as in 'date,metric,value'."
        yield Finding(place=place, rule="missing-field", message=message)
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


def _row(place: Place, columns: list[str], cells: list[str] | None) -> tuple[int, Value] | Finding:
    if cells is None:
        message = "The quotation marks in this row do not fit; a row ends with its line."
        return Finding(place=place, rule="invalid-row", message=message)
    if len(cells) != len(columns):
        message = f"This row has {len(cells)} cells, the first line has {len(columns)}."
        hint = " Write numbers with a point, as in 2.5." if len(cells) > len(columns) else ""
        return Finding(place=place, rule="invalid-row", message=message + hint)
    row = {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}
    try:
        return place.line, _value(row)
    except _BadCell as bad:
        message = f"'{bad.column}' must be {bad.expected}, not {quoted(row[bad.column])}."
        return Finding(place=place, rule="invalid-row", message=message)


class _BadCell(Exception):  # noqa: N818 - it says what is bad
    def __init__(self, column: str, expected: str) -> None:
        super().__init__(column)
        self.column = column
        self.expected = expected


def _value(row: dict[str, str]) -> Value:
    if not row["metric"]:
        raise _BadCell("metric", "the id of a metric")
    references = {name: row[name] for name in OPTIONAL[:-1] if row.get(name)}
    return Value(
        metric=row["metric"],
        date=_read(row, "date", _day, expected="a day such as 2026-03-14 or a month such as 2026-03"),
        by_month=_MONTH.fullmatch(row["date"]) is not None,
        value=_read(row, "value", parse_number),
        n=_read(row, "n", WholeNumber(0)) if row.get("n") else None,
        **references,
    )


def _day(text: str) -> date:
    """Read a day, or a month as its first day."""
    return parse_date(f"{text}-01" if _MONTH.fullmatch(text) else text)


def _read(row: dict[str, str], column: str, read: Callable[[str], T], *, expected: str = "") -> T:
    try:
        return read(row[column])
    except Rejected as rejected:
        raise _BadCell(column, expected or rejected.expected) from rejected
