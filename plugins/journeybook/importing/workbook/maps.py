"""Find the parts of a journey's sheet: which rows hold what, where stages begin, which columns are steps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from journeybook.importing.workbook.reading import GreyName, Piece, named
from journeybook.kinds import ThingKind
from journeybook.notation.tables import PHASE
from journeybook.workbooks import Sheet, SheetCell

_ROOMS = (ThingKind.JOURNEY, PHASE, ThingKind.STEP)
STAGE = "stage"


@dataclass(frozen=True, kw_only=True)
class NamedMap:
    """A sheet whose rows are named."""

    sheet: Sheet
    column: int
    """That of the names."""
    names: Mapping[int, GreyName]
    """By row."""
    has_labels: bool = True
    """Whether the next column holds the labels of rows."""

    @property
    def first(self) -> int:
        """The first column that can be a step."""
        return self.column + 1 + self.has_labels

    @cached_property
    def by_row(self) -> dict[int, dict[int, SheetCell]]:
        """The cells that say anything, by row and column, without names and labels."""
        found: dict[int, dict[int, SheetCell]] = {}
        for (row, column), cell in sorted(self.sheet.cells.items()):
            if column >= self.first and cell.text.strip():
                found.setdefault(row, {})[column] = cell
        return found

    def label(self, row: int) -> str:
        """The label of a row."""
        cell = self.sheet.cells.get((row, self.column + 1)) if self.has_labels else None
        return cell.text.strip() if cell else ""

    def nameless(self) -> Iterator[tuple[int, GreyName | None]]:
        """Yield the rows that people have added, each with the name of the nearest named row above."""
        above: GreyName | None = None
        for row in range(1, max((row for row, _ in self.sheet.cells), default=0) + 1):
            above = self.names.get(row, above)
            if row not in self.names and any(
                column > self.column and cell.text.strip() for column, cell in self._row(row)
            ):
                yield row, above

    def _row(self, row: int) -> Iterator[tuple[int, SheetCell]]:
        return ((column, cell) for (at, column), cell in self.sheet.cells.items() if at == row)

    def pieces(self, room: str, columns: range) -> list[Piece]:
        """The cells of a room's rows in some columns."""
        rows = self.by_row
        return [
            Piece(found.name, cell, found.is_more)
            for row, found in sorted(self.names.items())
            if found.room == room
            for column, cell in rows.get(row, {}).items()
            if column in columns
        ]

    @cached_property
    def last(self) -> int:
        """The last column."""
        return max((column for _, column in self.sheet.cells), default=self.first)

    def steps(self) -> list[int]:
        """The columns in which a row of steps says anything."""
        rows = [row for row, found in self.names.items() if found.room == ThingKind.STEP]
        by_row = self.by_row
        return sorted({column for row in rows for column in by_row.get(row, {})})

    def phases(self) -> list[range]:
        """The columns of each stage: from its name to the next one's."""
        rows = [row for row, found in self.names.items() if found == GreyName(PHASE, STAGE, is_more=False)]
        by_row = self.by_row
        begins = sorted({column for row in rows for column in by_row.get(row, {})})
        ends = [*begins[1:], self.last + 1]
        return [range(begin, end) for begin, end in zip(begins, ends, strict=False)]


def named_map(sheet: Sheet) -> NamedMap | None:
    """The map of a sheet, if it is that of a journey in a workbook of ours."""
    columns: dict[int, dict[int, GreyName]] = {}
    for (row, column), cell in sheet.cells.items():
        found = named(cell.text)
        if found and found.room in _ROOMS:
            columns.setdefault(column, {})[row] = found
    column = max(columns, key=lambda number: len(columns[number]), default=0)
    if not column or len(columns[column]) == 1:
        return None
    return NamedMap(sheet=sheet, column=column, names=columns[column])
