"""A CSV file of measured values in, its rows and what is wrong with them out."""

import csv
import re
from collections.abc import Iterator
from datetime import date

from journeybook.findings import Finding, Place, nearest, quoted
from journeybook.frontmatter import Refused, decode
from journeybook.load.document import Document, digest, from_refused
from journeybook.model import Value
from journeybook.model.fields import Rejected, parse_date, parse_number, whole_number

REQUIRED = ("date", "metric", "value")
OPTIONAL = ("journey", "stage", "touchpoint", "channel", "persona", "n")
_MONTH = re.compile(r"\d{4}-\d{2}")
MAX_VALUES_BYTES = 32 * 1024 * 1024


def read_values(path: str, inside: str, raw: bytes) -> Document:
    """Read one file below metrics/; each row is a value or a finding."""
    empty = Document(path=path, inside=inside, kind="values", id="", digest=digest(raw))
    try:
        lines = decode(raw, limit=MAX_VALUES_BYTES).split("\n")
    except Refused as refused:
        return Document(**_basics(empty), findings=(from_refused(path, refused),))
    rows, findings = [], []
    for item in _rows(path, lines):
        (findings if isinstance(item, Finding) else rows).append(item)
    return Document(**_basics(empty), values=tuple(rows), findings=tuple(findings))  # type: ignore[arg-type]


def _basics(document: Document) -> dict[str, str]:
    return {name: getattr(document, name) for name in ("path", "inside", "kind", "id", "digest")}


def _rows(path: str, lines: list[str]) -> Iterator[tuple[int, Value] | Finding]:
    reader = csv.reader(lines, strict=False)
    columns = [name.strip() for name in next(reader, [])]
    problems = list(_column_problems(path, columns))
    yield from problems
    if any(problem.rule == "missing-field" for problem in problems):
        return
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield from _row(Place(path=path, line=reader.line_num), columns, cells)


def _column_problems(path: str, columns: list[str]) -> Iterator[Finding]:
    place = Place(path=path)
    for name in REQUIRED:
        if name not in columns:
            message = f"The column '{name}' is missing; the first line must name the columns date,metric,value."
            yield Finding(place=place, rule="missing-field", message=message)
    for name in dict.fromkeys(columns):
        if columns.count(name) > 1:
            yield Finding(place=place, rule="repeated-key", message=f"The column '{name}' stands twice.")
        if name not in (*REQUIRED, *OPTIONAL):
            message = f"'{name}' is not a column of a metrics file.{nearest(name, (*REQUIRED, *OPTIONAL))}"
            yield Finding(place=place, rule="unknown-key", message=message)


def _row(place: Place, columns: list[str], cells: list[str]) -> Iterator[tuple[int, Value] | Finding]:
    if len(cells) != len(columns):
        message = f"This row has {len(cells)} cells, the first line has {len(columns)}."
        yield Finding(place=place, rule="invalid-row", message=message)
        return
    row = {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}
    try:
        yield place.line, _value(row)
    except _BadCell as bad:
        message = f"'{bad.column}' must be {bad.expected}, not {quoted(row[bad.column])}."
        yield Finding(place=place, rule="invalid-row", message=message)


class _BadCell(Exception):  # noqa: N818 - it says what is bad
    def __init__(self, column: str, expected: str) -> None:
        super().__init__(column)
        self.column = column
        self.expected = expected


def _value(row: dict[str, str]) -> Value:
    by_month = _MONTH.fullmatch(row["date"]) is not None
    if not row["metric"]:
        raise _BadCell("metric", "the id of a metric")
    references = {name: row[name] for name in OPTIONAL[:-1] if row.get(name)}
    return Value(
        metric=row["metric"],
        date=_date(row["date"], by_month=by_month),
        by_month=by_month,
        value=_number("value", row),
        n=_count(row) if row.get("n") else None,
        **references,
    )


def _date(text: str, *, by_month: bool) -> date:
    try:
        return parse_date(f"{text}-01" if by_month else text)
    except Rejected as rejected:
        raise _BadCell("date", "a day such as 2026-03-14 or a month such as 2026-03") from rejected


def _number(column: str, row: dict[str, str]) -> float:
    try:
        return parse_number(row[column])
    except Rejected as rejected:
        raise _BadCell(column, rejected.expected) from rejected


def _count(row: dict[str, str]) -> int:
    try:
        return whole_number(0)(row["n"])
    except Rejected as rejected:
        raise _BadCell("n", rejected.expected) from rejected
