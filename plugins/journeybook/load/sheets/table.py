"""Part the text of a CSV file into rows and cells, and find the columns that its first line names."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from journeybook.frontmatter import Refused, decode, refuse_conflict
from journeybook.load.sheets.columns import COLUMNS, as_known, positions_of_days

SEPARATORS = (",", ";", "\t")
MAX_VALUES_BYTES = 32 * 1024 * 1024
MAX_ROWS = 100_000
TOO_MANY = (
    f"The file has more than {MAX_ROWS:,} rows. Sum up what was measured by day or month, or part the file."
)
_OF_EXCEL = "cp1252"
_MOST_LINES_OF_ROW = 200
"""Behind so many lines a quotation mark without its partner is a slip, and no long text."""
_SKIPPED = re.compile(r"#|sep=.[ ]*$|[\s,;]*$")
"""Comments, the line in which Excel names the separator, and lines without content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A file whose columns are known."""

    lines: tuple[str, ...]
    top: int
    """The number of the line that names the columns, counted from 0."""
    mark: str
    """What parts the columns."""
    typed: tuple[str, ...]
    """The names of the columns as the file has them."""
    written: int
    """How many columns there are, with those that spreadsheets leave empty at the end."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns as the content model has them."""
        return as_known(self.typed)

    def rows(self) -> Iterator[tuple[int, list[str] | None]]:
        """Yield each row's first line and its cells, or nothing if its quotation marks do not fit."""
        for number, text in written_rows(self.lines, self.top + 1, self.mark):
            yield number, self._without_empty_end(cells_of(text, self.mark))

    def _without_empty_end(self, cells: list[str] | None) -> list[str] | None:
        """Leave out the empty cells behind the last column."""
        count = len(self.typed)
        # behind a comma, an empty cell may be the rest of a number
        most = self.written if self.mark == "," else max(self.written, len(cells or ()))
        is_wider = cells is not None and count < len(cells) <= most and not any(cells[count:])
        return cells[:count] if cells and is_wider else cells

    def place_of(self, number: int, position: int) -> tuple[int, int]:
        """The line and the column, counted from 1 in characters, in which a cell of a row begins."""
        _, row = next(written_rows(self.lines, number - 1, self.mark))
        found = next(islice(placed_cells(row, self.mark), position, None), None)
        return (number + found.below, found.column) if found else (number, 1)


def read_table(text: str) -> Table:
    """Find the columns of a file, or refuse what has too many rows or was not merged to the end."""
    if text.count("\n") > MAX_ROWS:
        raise Refused("file-too-large", TOO_MANY)
    refuse_conflict(text)
    lines = text.split("\n")
    top, mark = head_of(lines)
    written = [cell.strip() for cell in cells_of(lines[top], mark) or ()]
    typed = [*written]
    while typed and not typed[-1]:
        typed.pop()
    return Table(lines=tuple(lines), top=top, mark=mark, typed=tuple(typed), written=len(written))


def text_of_values(raw: bytes) -> str:
    """The text of a file as spreadsheets write it: in UTF-8, or as Excel does without being asked."""
    if raw[:2].count(0) == 1:
        raise Refused("not-utf8", "The file is stored as UTF-16. Save it as UTF-8.")
    try:
        return decode(raw, limit=MAX_VALUES_BYTES)
    except Refused as refused:
        if refused.rule != "not-utf8" or raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise
        try:
            return decode(raw.decode(_OF_EXCEL).encode(), limit=MAX_VALUES_BYTES)
        except UnicodeDecodeError:
            raise refused from None


def head_of(lines: list[str]) -> tuple[int, str]:
    """The number of the line that names the columns, counted from 0, and the separator of the columns."""
    top = next((number for number, line in enumerate(lines) if not _SKIPPED.match(line)), 0)
    return top, _separator(lines[top])


def _separator(line: str) -> str:
    """The separator of columns: what finds most of ours, else most of days, else most of any name."""

    def found(mark: str) -> tuple[int, int, int]:
        names = [name.strip() for name in cells_of(line, mark) or ()]
        return len({*COLUMNS} & {*as_known(names)}), len(positions_of_days(names)), len(names)

    return max(SEPARATORS, key=found)


def cells_of(line: str, mark: str) -> list[str] | None:
    """The cells of one row, or nothing if its quotation marks do not fit."""
    try:
        return next(csv.reader([line], strict=True, delimiter=mark), [])
    except csv.Error:
        return None


class PlacedCell(NamedTuple):
    """A cell of a row, with where its text begins."""

    text: str
    column: int
    """Counted from 1 in characters."""
    below: int
    """The number of lines below the first of the row."""


def placed_cells(row: str, mark: str) -> Iterator[PlacedCell]:
    """Yield the cells of a row, each with where its text begins."""
    at = 0
    while at <= len(row) and (cell := _cell(mark).match(row, at)):
        group = "plain" if cell["quoted"] is None else "quoted"
        start = cell.start(group)
        yield PlacedCell(cell[group], start - row.rfind("\n", 0, start), row.count("\n", 0, start))
        at = cell.end() if cell[0].endswith(mark) else len(row) + 1


def written_rows(lines: Sequence[str], first: int, mark: str) -> Iterator[tuple[int, str]]:
    """Yield the text of each row from a line on, with the number of its first line, counted from 1.

    A text in quotation marks goes on in the next lines, as spreadsheets write an answer of several lines.
    """
    at = first
    while at < len(lines):
        count = _lines_of_row(lines, at, mark)
        if lines[at].strip(f" {mark}"):
            yield at + 1, "\n".join(lines[at : at + count])
        at += count


def _lines_of_row(lines: Sequence[str], first: int, mark: str) -> int:
    """The number of lines that a row takes: one if its quotation marks never fit."""
    if '"' not in lines[first] or not _is_unfinished(lines[first], mark):
        return 1
    for last in range(first + 1, min(first + _MOST_LINES_OF_ROW, len(lines))):
        if '"' in lines[last]:
            text = "\n".join(lines[first : last + 1])
            if not _is_unfinished(text, mark):
                return last - first + 1 if cells_of(text, mark) else 1
    return 1


def _is_unfinished(text: str, mark: str) -> bool:
    """Whether the last cell of a row has begun with a quotation mark and no other ends it."""
    try:
        next(csv.reader([text], strict=True, delimiter=mark), [])
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


@cache
def _cell(mark: str) -> re.Pattern[str]:
    return re.compile(rf'[ ]*(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^{mark}]*))(?:{mark}|$)')
