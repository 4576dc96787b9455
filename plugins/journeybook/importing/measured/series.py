"""Read a table of values: a row for each day, and a column for each metric or one that names it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from journeybook.importing.brought_in import BroughtIn, ListEntry, MeasuredRow, Note, Telling
from journeybook.importing.measured.metrics import (
    are_shares,
    holds_percentages,
    metric_entry,
    plainly,
    says_sum,
    short_title,
)
from journeybook.importing.measured.table import ValueTable, day_column, stated_days, written_day
from journeybook.importing.words.mapping import NameMapping
from journeybook.load.sheets.columns import COLUMNS, OPTIONAL
from journeybook.messages import N_
from journeybook.workbooks import SheetCell

_UNDATED = N_("Rows without a day, such as totals, were left out: %(count)s.")
_NO_NUMBERS = N_("“%(name)s” has no numbers and was not read.")
_NO_NUMBER = N_("“%(text)s” is no number that can be read in one way only.")
_SHARES = N_("“%(name)s” has shares of one; they were taken as percentages, times 100.")
_SEVERAL = N_("“%(name)s” has several values for one day (%(day)s). Leave one row a day in the export.")
_TAKEN = N_("“%(name)s” was read. Values: %(count)s.")
_MONTH = N_("No column holds days; by the dates above the table, its values are those of %(month)s.")
_NO_MONTH = N_(
    "No column holds days, and the table is not of one month: %(first)s to %(last)s. Export it by month."
)
_BY_ROWS = N_("“%(name)s” is one metric for each row, called after “%(label)s”.")
_MOSTLY = 0.5
_NO_COLUMN = -1
_MOST_LABELS = 24


def read_series(source: str, table: ValueTable, mapping: NameMapping) -> BroughtIn | None:
    """Read the numbers of a table; nothing if it has no column of days."""
    roles = _roles(table, mapping)
    day = roles.get("date") or day_column(table)
    if day is None:
        return _of_stated_days(source, table, mapping, roles)
    reading = _Reading(table, mapping, day, roles)
    values = list(reading.values())
    return BroughtIn(
        source=source, entries=tuple(reading.entries), values=tuple(values), notes=tuple(reading.notes)
    )


def _of_stated_days(
    source: str, table: ValueTable, mapping: NameMapping, roles: Mapping[str, int]
) -> BroughtIn | None:
    """Read numbers without days as those of the month that comments state; nothing if they state no day."""
    stated = stated_days(table.sheet)
    if stated is None:
        return None
    first, last = stated
    reading = _Reading(table, mapping, _NO_COLUMN, roles)
    at = (table.top, min(table.names))
    if (first.year, first.month) != (last.year, last.month):
        reading.tell(Telling.LEFT, *at, _NO_MONTH, first=first.isoformat(), last=last.isoformat())
        return BroughtIn(source=source, notes=tuple(reading.notes))
    reading.month = f"{first:%Y-%m}"
    reading.tell(Telling.GUESSED, *at, _MONTH, month=reading.month)
    values = tuple(reading.values())
    return BroughtIn(source=source, entries=tuple(reading.entries), values=values, notes=tuple(reading.notes))


def _roles(table: ValueTable, mapping: NameMapping) -> dict[str, int]:
    """The columns that say what a value is of, by our names for them."""
    roles: dict[str, int] = {}
    for column, name in table.names.items():
        meant = mapping.target(name) or name.casefold()
        if meant in COLUMNS:
            roles.setdefault(meant, column)
    return roles


@dataclass(slots=True)
class _Reading:
    """One reading of a table of values."""

    table: ValueTable
    mapping: NameMapping
    day: int
    roles: Mapping[str, int]
    entries: list[ListEntry] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    month: str = ""
    """The month of all rows, of a table without days."""

    def values(self) -> Iterator[MeasuredRow]:
        """Yield the values of each column, and tell of what is none."""
        days = {row: self.month or written_day(self.table, row, self.day) for row in self.table.rows}
        dated = {row: day for row, day in days.items() if day and not self._is_sum(row)}
        undated = [row for row in days if row not in dated]
        if undated:
            column = max(self.day, min(self.table.names))
            self.tell(Telling.LEFT, undated[0], column, _UNDATED, count=str(len(undated)))
        if {"metric", "value"} <= self.roles.keys():
            yield from self._named_by_rows(dated)
            return
        taken = {self.day, *self.roles.values()}
        for column, name in self.table.names.items():
            if column not in taken and not self.mapping.is_ignored(name):
                yield from self._column(column, name, dated)

    def _is_sum(self, row: int) -> bool:
        return any(says_sum(self.table.text(row, column)) for column in self.table.names)

    def _named_by_rows(self, days: Mapping[int, str]) -> Iterator[MeasuredRow]:
        """Yield the values of a table that names the metric in each row."""
        metric, value = self.roles["metric"], self.roles["value"]
        cells = [cell for row in days if (cell := self.table.cell(row, value))]
        named: dict[str, list[SheetCell]] = {}
        for cell in cells:
            name = short_title(self.table.text(cell.row, metric))
            if cell.number is None or not name:
                self.tell(Telling.LEFT, cell.row, value, _NO_NUMBER, text=cell.text)
                continue
            named.setdefault(name, []).append(cell)
            yield self._row(name, days[cell.row], cell)
        for name, same in named.items():
            self._enter(name, self.table.address(same[0].row, metric), same)
            self.tell(Telling.TAKEN, same[0].row, metric, _TAKEN, name=name, count=str(len(same)))

    def _column(self, column: int, label: str, days: Mapping[int, str]) -> Iterator[MeasuredRow]:
        """Yield the values of a column of numbers."""
        cells = [cell for row in days if (cell := self.table.cell(row, column))]
        numbers = [cell for cell in cells if cell.number is not None and cell.day is None]
        name = self.mapping.target(label) or short_title(label)
        if not numbers or len(numbers) < len(cells) * _MOSTLY:
            self.tell(Telling.LEFT, self.table.top, column, _NO_NUMBERS, name=label)
            return
        twice = self._day_of_several(numbers, days)
        if twice and (label_column := self._labels(numbers)):
            yield from self._by_rows(name, numbers, label_column)
            return
        if twice:
            self.tell(Telling.LEFT, self.table.top, column, _SEVERAL, name=label, day=twice)
            return
        factor = 100 if are_shares(label, numbers) else 1
        if factor > 1:
            self.tell(Telling.GUESSED, self.table.top, column, _SHARES, name=label)
        self._enter(name, self.table.address(self.table.top, column), numbers)
        self.tell(Telling.TAKEN, self.table.top, column, _TAKEN, name=label, count=str(len(numbers)))
        for cell in cells:
            if cell.number is not None and cell.day is None:
                yield self._row(name, days[cell.row], cell, factor=factor)
            else:
                self.tell(Telling.LEFT, cell.row, column, _NO_NUMBER, text=cell.text)

    def _labels(self, cells: list[SheetCell]) -> int | None:
        """The column that names each row of a month apart, if there are not too many."""
        if not self.month or len(cells) > _MOST_LABELS:
            return None
        for column in self.table.names:
            labels = [self.table.cell(cell.row, column) for cell in cells]
            texts = {label.text for label in labels if label and label.number is None}
            if len(texts) == len(cells):
                return column
        return None

    def _by_rows(self, name: str, cells: list[SheetCell], labels: int) -> Iterator[MeasuredRow]:
        """Yield the values of a column as those of one metric for each row."""
        factor = 100 if are_shares(name, cells) else 1
        if factor > 1:
            self.tell(Telling.GUESSED, self.table.top, cells[0].column, _SHARES, name=name)
        said = {"name": name, "label": self.table.names[labels]}
        self.tell(Telling.GUESSED, self.table.top, cells[0].column, _BY_ROWS, **said)
        for cell in cells:
            own = short_title(f"{name}: {self.table.text(cell.row, labels)}")
            self._enter(own, self.table.address(cell.row, cell.column), [cell])
            yield self._row(own, self.month, cell, factor=factor)

    def _day_of_several(self, cells: list[SheetCell], days: Mapping[int, str]) -> str:
        """The first day that has several values for one and the same thing, or nothing."""
        keys = Counter((days[cell.row], *self._scope(cell.row).values()) for cell in cells)
        return next((key[0] for key, count in keys.items() if count > 1), "")

    def _row(self, name: str, day: str, cell: SheetCell, *, factor: int = 1) -> MeasuredRow:
        value = plainly(cell.number * factor) if cell.number is not None else ""
        columns = {"date": day, "metric": name, "value": value, **self._scope(cell.row)}
        return MeasuredRow(columns=columns, address=self.table.address(cell.row, cell.column))

    def _scope(self, row: int) -> dict[str, str]:
        """The things that a value is of besides its metric, as far as the row says."""
        named = {name: self.roles[name] for name in OPTIONAL if name in self.roles}
        return {name: text for name, column in named.items() if (text := self.table.text(row, column))}

    def _enter(self, name: str, address: str, cells: list[SheetCell]) -> None:
        unit = "percent" if holds_percentages(name, cells) else "count"
        self.entries.append(metric_entry(name, address, unit=unit))

    def tell(self, telling: Telling, row: int, column: int, message: str, **values: str) -> None:
        """Say something of a cell."""
        address = self.table.address(row, column)
        self.notes.append(Note(telling=telling, address=address, message=message, values=values))
