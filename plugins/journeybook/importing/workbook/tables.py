"""Read the tables of a workbook: a row of grey names says what the columns hold, the next is their labels."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from journeybook.importing.workbook.reading import GreyName, Piece, named
from journeybook.notation.tables import RECORDS, VALUES
from journeybook.workbooks import Sheet

_HEADS = 2
"""Rows of names and of labels."""
_ROOMS = (*RECORDS, VALUES)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTable:
    """A sheet whose columns are named."""

    sheet: Sheet
    room: str
    names: Mapping[int, GreyName]
    """By column."""
    row: int
    """That of the names."""

    def rows(self) -> Iterator[tuple[int, list[Piece]]]:
        """Yield the rows that say anything, with their named cells."""
        rows: dict[int, list[Piece]] = {}
        for (row, column), cell in sorted(self.sheet.cells.items()):
            if row >= self.row + _HEADS and column in self.names and cell.text.strip():
                found = self.names[column]
                rows.setdefault(row, []).append(Piece(found.name, cell, found.is_more))
        yield from rows.items()

    def nameless(self) -> Iterator[tuple[int, str]]:
        """Yield the columns that people have added, with their labels."""
        label = self.row + 1
        for (row, column), cell in sorted(self.sheet.cells.items()):
            if row == label and column not in self.names and cell.text.strip():
                yield column, cell.text.strip()

    def with_names(self, names: Mapping[int, GreyName]) -> "NamedTable":
        """The same table with more columns named."""
        return replace(self, names={**self.names, **names})


def named_table(sheet: Sheet) -> NamedTable | None:
    """The table of a sheet, if it is one of a workbook of ours."""
    by_row: dict[int, dict[int, GreyName]] = {}
    for (row, column), cell in sheet.cells.items():
        found = named(cell.text)
        if found and found.room in _ROOMS:
            by_row.setdefault(row, {})[column] = found
    if not by_row:
        return None
    row = max(by_row, key=lambda number: (len(by_row[number]), -number))
    rooms = [found.room for found in by_row[row].values()]
    return NamedTable(sheet=sheet, room=max(rooms, key=rooms.count), names=by_row[row], row=row)
