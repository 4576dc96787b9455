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
from journeybook.importing.measured.table import ValueTable, day_column, written_day
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
_MOSTLY = 0.5


def read_series(source: str, table: ValueTable, mapping: NameMapping) -> BroughtIn | None:
    """Read the numbers of a table; nothing if it has no column of days."""
    roles = _roles(table, mapping)
    day = roles.get("date") or day_column(table)
    if day is None:
        return None
    reading = _Reading(table, mapping, day, roles)
    values = list(reading.values())
    return BroughtIn(
        source=source, entries=tuple(reading.entries), values=tuple(values), notes=tuple(reading.notes)
    )


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

    def values(self) -> Iterator[MeasuredRow]:
        """Yield the values of each column, and tell of what is none."""
        days = {row: written_day(self.table, row, self.day) for row in self.table.rows}
        dated = {row: day for row, day in days.items() if day and not self._is_sum(row)}
        undated = [row for row in days if row not in dated]
        if undated:
            self._tell(Telling.LEFT, undated[0], self.day, _UNDATED, count=str(len(undated)))
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
                self._tell(Telling.LEFT, cell.row, value, _NO_NUMBER, text=cell.text)
                continue
            named.setdefault(name, []).append(cell)
            yield self._row(name, days[cell.row], cell)
        for name, same in named.items():
            self._enter(name, self.table.address(same[0].row, metric), same)
            self._tell(Telling.TAKEN, same[0].row, metric, _TAKEN, name=name, count=str(len(same)))

    def _column(self, column: int, label: str, days: Mapping[int, str]) -> Iterator[MeasuredRow]:
        """Yield the values of a column of numbers."""
        cells = [cell for row in days if (cell := self.table.cell(row, column))]
        numbers = [cell for cell in cells if cell.number is not None and cell.day is None]
        name = self.mapping.target(label) or short_title(label)
        if not numbers or len(numbers) < len(cells) * _MOSTLY:
            self._tell(Telling.LEFT, self.table.top, column, _NO_NUMBERS, name=label)
            return
        twice = self._day_of_several(numbers, days)
        if twice:
            self._tell(Telling.LEFT, self.table.top, column, _SEVERAL, name=label, day=twice)
            return
        factor = 100 if are_shares(label, numbers) else 1
        if factor > 1:
            self._tell(Telling.GUESSED, self.table.top, column, _SHARES, name=label)
        self._enter(name, self.table.address(self.table.top, column), numbers)
        self._tell(Telling.TAKEN, self.table.top, column, _TAKEN, name=label, count=str(len(numbers)))
        for cell in cells:
            if cell.number is not None and cell.day is None:
                yield self._row(name, days[cell.row], cell, factor=factor)
            else:
                self._tell(Telling.LEFT, cell.row, column, _NO_NUMBER, text=cell.text)

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

    def _tell(self, telling: Telling, row: int, column: int, message: str, **values: str) -> None:
        address = self.table.address(row, column)
        self.notes.append(Note(telling=telling, address=address, message=message, values=values))
