"""Read a CSV file of measured values: its rows, and what is wrong with them."""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from journeybook.findings import Finding, Place, Severity, quoted
from journeybook.frontmatter import Refused, decode, refuse_conflict
from journeybook.kinds import ThingKind
from journeybook.load.columns import COLUMNS, OPTIONAL, REQUIRED, column_problems, hint_of
from journeybook.load.document import Document, file_digest, from_refused
from journeybook.load.notation import Numbers, read_day
from journeybook.model import Value
from journeybook.model.fields import Rejected, WholeNumber

_OF_EXCEL = "cp1252"
_FOREIGN_WORD = re.compile(r"[^\W\d_]*[^\x00-\x7f]\w*")
SEPARATORS = (",", ";", "\t")
_SKIPPED = re.compile(r"#|sep=.[ ]*$")
"""Comments, and the line in which Excel names the separator."""
_ON_MORE_CELLS = {
    ",": " Write numbers with a point, as in 2.5.",
    ";": " A text that has a semicolon in it stands in double quotes.",
}
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
        text = text_of_values(raw)
        lines = _lines(text)
    except Refused as refused:
        return replace(empty, findings=(from_refused(path, refused),))
    items = [*_of_older_encoding(path, raw, text), *_rows(path, lines)]
    found = [item for item in items if isinstance(item, Finding)]
    return replace(
        empty,
        values=tuple(item for item in items if not isinstance(item, Finding)),
        findings=tuple(item for item in found if item.severity is not Severity.INFO),
        hints=tuple(item for item in found if item.severity is Severity.INFO),
    )


def text_of_values(raw: bytes) -> str:
    """The text of a file as spreadsheets write it: in UTF-8, or as Excel does without being asked."""
    try:
        return decode(raw, limit=MAX_VALUES_BYTES)
    except Refused as refused:
        if refused.rule != "not-utf8" or raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise
        try:
            return decode(raw.decode(_OF_EXCEL).encode(), limit=MAX_VALUES_BYTES)
        except UnicodeDecodeError:
            raise refused from None


def _of_older_encoding(path: str, raw: bytes, text: str) -> Iterator[Finding]:
    """Say of a file that is not UTF-8 how it is read, with the first word that shows if that is right."""
    try:
        raw.decode()
    except UnicodeDecodeError:
        word = _FOREIGN_WORD.search(text)
        if word:
            line = text.count("\n", 0, word.start())
            column = word.start() - text.rfind("\n", 0, word.start())
            place = Place(path=path, line=line + 1, column=column)
            yield hint_of("older-encoding", place, word=word[0])


def _lines(text: str) -> list[str]:
    if text.count("\n") > MAX_ROWS:
        raise Refused("file-too-large", _TOO_MANY)
    refuse_conflict(text)
    return text.split("\n")


def _rows(path: str, lines: list[str]) -> Iterator[tuple[int, Value] | Finding]:
    top, mark = head_of(lines)
    written = _cells(lines[top], mark) or []
    columns = _columns(written)
    problems = list(column_problems(Place(path=path, line=top + 1), columns))
    yield from problems
    is_readable = {problem.rule for problem in problems} <= {"unknown-key", "unread-column"}
    if not is_readable or not set(REQUIRED) <= set(columns):
        return
    rows = [
        (Place(path=path, line=number), _as_many(_cells(line, mark), len(columns), len(written)))
        for number, line in enumerate(lines[top + 1 :], top + 2)
        if line.strip(f" {mark}")
    ]
    column = columns.index("value")
    texts = (cells[column].strip() for _, cells in rows if cells and len(cells) == len(columns))
    numbers = Numbers(texts, default="." if mark == "," else None)
    yield from (_row(place, columns, cells, numbers, mark) for place, cells in rows)


def head_of(lines: list[str]) -> tuple[int, str]:
    """The number of the line that names the columns, counted from 0, and the separator of the columns."""
    top = next((number for number, line in enumerate(lines) if not _SKIPPED.match(line)), 0)
    return top, _separator(lines[top])


def _columns(cells: list[str]) -> list[str]:
    """The names of columns, without those that spreadsheets leave empty at the end."""
    names = [name.strip() for name in cells]
    while names and not names[-1]:
        names.pop()
    return names


def _as_many(cells: list[str] | None, count: int, written: int) -> list[str] | None:
    """Leave out the empty cells below columns that are left empty at the end."""
    is_wider = cells is not None and len(cells) == written and not any(cells[count:])
    return cells[:count] if cells and is_wider else cells


def _separator(line: str) -> str:
    """The separator of columns: the one that finds the most of them."""
    return max(SEPARATORS, key=lambda mark: len({*COLUMNS} & {*map(str.strip, _cells(line, mark) or ())}))


def _cells(line: str, mark: str) -> list[str] | None:
    """The cells of one line, or nothing if its quotation marks do not fit."""
    try:
        return next(csv.reader([line], strict=True, delimiter=mark), [])
    except csv.Error:
        return None


def _row(
    place: Place, columns: list[str], cells: list[str] | None, numbers: Numbers, mark: str
) -> tuple[int, Value] | Finding:
    if cells is None:
        message = "The quotation marks in this row do not fit; a row ends with its line."
        return Finding(place=place, rule="invalid-row", message=message)
    if len(cells) != len(columns):
        message = f"This row has {len(cells)} cells, the first line has {len(columns)}."
        hint = _ON_MORE_CELLS.get(mark, "") if len(cells) > len(columns) else ""
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
