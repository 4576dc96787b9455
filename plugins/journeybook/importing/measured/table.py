"""Find the table of values in a sheet: its names of columns, its rows, and the day of each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from journeybook.importing.words.labels import plain_name
from journeybook.load.sheets.columns import DAYS
from journeybook.load.sheets.notation import read_day
from journeybook.model.fields import Rejected
from journeybook.workbooks import Sheet, SheetCell

_COMMENT = "#"
_MOST_ROWS_ABOVE = 60
_MEANT = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_WEEK = re.compile(r"(?:From |Von )?(?P<first>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:,| to | bis |/).*")
_WORDY = re.compile(
    r"(?:(?P<day>[0-9]{1,2})\.? (?P<month>[^\W\d_]{3,9})\.?"
    r"|(?P<name>[^\W\d_]{3,9})\.? (?P<number>[0-9]{1,2}),?) (?P<year>[0-9]{4})"
)
_STARTS = re.compile(r"#\s*(?:Start date|Startdatum)\s*:\s*(?P<day>[0-9]{8})", re.IGNORECASE)
_ENDS = re.compile(r"#\s*(?:End date|Enddatum)\s*:\s*(?P<day>[0-9]{8})", re.IGNORECASE)
_NTH_DAY = frozenset({"nthday", "ntertag"})
_MONTH_SIGNS = len("2026-03")


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueTable:
    """A table with a row for each day, month or answer."""

    sheet: Sheet
    top: int
    """The row of the names."""
    names: Mapping[int, str]
    """The name of each column, as it is written."""
    rows: tuple[int, ...]
    titles: Mapping[int, str] = field(default_factory=dict)
    """What a second row of names calls the columns, in whole sentences."""

    def cell(self, row: int, column: int) -> SheetCell | None:
        """The cell of a row."""
        return self.sheet.cells.get((row, column))

    def text(self, row: int, column: int) -> str:
        """The text of a cell; nothing of one that is empty."""
        cell = self.cell(row, column)
        return cell.text if cell else ""

    def address(self, row: int, column: int) -> str:
        """The place of a cell."""
        return self.sheet.address(row, column)

    def cells_of(self, column: int) -> Iterator[SheetCell]:
        """Yield the cells of a column, without its name."""
        return (cell for row in self.rows if (cell := self.cell(row, column)))

    def position(self, names: Sequence[str]) -> int | None:
        """The column of the first of some plain names that the table has."""
        columns: dict[str, int] = {}
        for column, name in self.names.items():
            columns.setdefault(plain_name(name), column)
        return next((columns[name] for name in names if name in columns), None)


def value_table(sheet: Sheet) -> ValueTable | None:
    """Find the table below comments: the first row of texts alone that is as wide as what follows it."""
    rows: dict[int, list[SheetCell]] = {}
    for cell in sheet.cells.values():
        rows.setdefault(cell.row, []).append(cell)
    ordered = [row for row in rows if not rows[row][0].text.startswith(_COMMENT)]
    widest = max((len(rows[row]) for row in ordered), default=0)
    for number, row in enumerate(ordered[:_MOST_ROWS_ABOVE]):
        if len(rows[row]) * 2 > widest > 1 and _are_names(rows[row]):
            names = {cell.column: cell.text for cell in rows[row]}
            return _without_further_heads(sheet, row, names, ordered[number + 1 :])
    return None


def _are_names(cells: Sequence[SheetCell]) -> bool:
    return all(cell.number is None and cell.day is None for cell in cells)


def _without_further_heads(
    sheet: Sheet, top: int, names: Mapping[int, str], rows: Sequence[int]
) -> ValueTable:
    """Part the rows of answers from further rows of names, which end with one of `{"ImportId": …}`."""
    texts = {row: [cell.text for cell in sheet.cells.values() if cell.row == row] for row in rows[:2]}
    last = next((row for row, found in texts.items() if any('"ImportId"' in text for text in found)), None)
    if last is None:
        return ValueTable(sheet=sheet, top=top, names=names, rows=tuple(rows))
    titles = {cell.column: cell.text for cell in sheet.cells.values() if cell.row == rows[0] != last}
    return ValueTable(
        sheet=sheet, top=top, names=names, rows=tuple(row for row in rows if row > last), titles=titles
    )


def day_column(table: ValueTable) -> int | None:
    """Find the column of days by its name, or by its content if no name tells."""
    named = [column for column, name in table.names.items() if name.casefold() in DAYS]
    if named:
        return named[0]
    nth = table.position(tuple(_NTH_DAY))
    if nth is not None and _first_day(table.sheet):
        return nth
    with_days = [
        column
        for column in table.names
        if (cells := list(table.cells_of(column))) and sum(map(_is_day, cells)) * 2 > len(cells)
    ]
    return with_days[0] if with_days else None


def _is_day(cell: SheetCell) -> bool:
    return cell.day is not None or _day_of_text(cell.text) != ""


def written_day(table: ValueTable, row: int, column: int) -> str:
    """The day or month of a row as a file of values has it; nothing if there is none in one reading alone."""
    cell = table.cell(row, column)
    if cell is None:
        return ""
    if cell.day:
        is_month = len(cell.text) == _MONTH_SIGNS and _MEANT.fullmatch(cell.text)
        return cell.text if is_month else _written(cell.text, cell.day)
    first = _first_day(table.sheet)
    if plain_name(table.names[column]) in _NTH_DAY and first and cell.number is not None:
        return (first + timedelta(days=int(cell.number))).isoformat()
    return _day_of_text(cell.text)


def _written(text: str, day: date) -> str:
    """A month as such if only that was written: `03/2026`."""
    try:
        return f"{day:%Y-%m}" if read_day(text)[1] else day.isoformat()
    except Rejected:
        return day.isoformat()


def _day_of_text(text: str) -> str:
    """Read a day in words, shortened, or as the beginning of a week."""
    if week := _WEEK.fullmatch(text):
        return week["first"]
    if wordy := _WORDY.fullmatch(text):
        month = _day_of_text(f"{(wordy['month'] or wordy['name'])[:3]} {wordy['year']}")
        return f"{month}-{int(wordy['day'] or wordy['number']):02}" if month else ""
    try:
        day, is_month = read_day(text)
    except Rejected as rejected:
        return rejected.expected if _MEANT.fullmatch(rejected.expected) else ""
    return f"{day:%Y-%m}" if is_month else day.isoformat()


def stated_days(sheet: Sheet) -> tuple[date, date] | None:
    """The first and the last day that comments above a table state."""
    first, last = _first_day(sheet), _stated_day(sheet, _ENDS)
    return (first, last) if first and last else None


def _first_day(sheet: Sheet) -> date | None:
    """The day that comments of Google Analytics count from."""
    return _stated_day(sheet, _STARTS)


def _stated_day(sheet: Sheet, stated: re.Pattern[str]) -> date | None:
    texts = (cell.text for (row, _), cell in sheet.cells.items() if row <= _MOST_ROWS_ABOVE)
    found = next((found for text in texts if (found := stated.match(text))), None)
    try:
        return read_day(found["day"])[0] if found else None
    except Rejected:
        return None
