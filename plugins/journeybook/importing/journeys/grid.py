"""Look at a sheet as lines of places, whichever way its table lies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from journeybook.workbooks import Sheet, SheetCell

CellKey = tuple[int, int]
"""The line and the place of a cell."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell that is not empty, as seen in a grid."""

    line: int
    place: int
    lines: int
    """Over how many lines it is merged, its own included."""
    places: int
    """Over how many places it is merged, its own included."""
    cell: SheetCell
    address: str

    @property
    def key(self) -> CellKey:
        """The row and column on the sheet, which tells it from all others."""
        return self.cell.row, self.cell.column

    @property
    def text(self) -> str:
        """The text that people see in it."""
        return self.cell.text.strip()

    @property
    def number(self) -> Decimal | None:
        """The number that it holds, if any."""
        return self.cell.number

    @property
    def last_line(self) -> int:
        """The last line that it covers."""
        return self.line + self.lines - 1

    @property
    def last_place(self) -> int:
        """The last place that it covers."""
        return self.place + self.places - 1


class Grid:
    """Cells by line and place: rows and columns, or columns and rows of a sheet that is turned."""

    def __init__(self, spots: Mapping[CellKey, GridCell], *, is_turned: bool) -> None:
        self.spots = spots
        self.is_turned = is_turned
        self._covering: dict[CellKey, GridCell] = {}
        for spot in spots.values():
            for line in range(spot.line, spot.last_line + 1):
                for place in range(spot.place, spot.last_place + 1):
                    self._covering.setdefault((line, place), spot)

    def at(self, line: int, place: int) -> GridCell | None:
        """The cell that covers a place, be it by merging."""
        return self._covering.get((line, place))

    def own(self, line: int, place: int) -> GridCell | None:
        """The cell that begins at a place."""
        return self.spots.get((line, place))

    def in_line(self, line: int, first: int = 0, last: int = 1 << 30) -> Iterator[GridCell]:
        """The cells that begin in a line, in order."""
        return (spot for spot in self._by_line().get(line, ()) if first <= spot.place <= last)

    def is_empty(self, line: int, first: int, last: int) -> bool:
        """Whether nothing stands in a part of a line, be it by merging."""
        return all((line, place) not in self._covering for place in range(first, last + 1))

    @property
    def last_line(self) -> int:
        """The last line that holds something."""
        return max((line for line, _ in self._covering), default=0)

    @property
    def last_place(self) -> int:
        """The last place that holds something."""
        return max((place for _, place in self._covering), default=0)

    def turned(self) -> "Grid":
        """The same cells with lines for places."""
        spots = (
            GridCell(spot.place, spot.line, spot.places, spot.lines, spot.cell, spot.address)
            for spot in self.spots.values()
        )
        found = sorted(spots, key=lambda spot: (spot.line, spot.place))
        return Grid({(spot.line, spot.place): spot for spot in found}, is_turned=not self.is_turned)

    def without(self, keys: set[CellKey]) -> "Grid":
        """The cells that are not among some."""
        spots = {at: spot for at, spot in self.spots.items() if spot.key not in keys}
        return Grid(spots, is_turned=self.is_turned)

    def _by_line(self) -> Mapping[int, list[GridCell]]:
        if not hasattr(self, "_lines"):
            self._lines: dict[int, list[GridCell]] = {}
            for (line, _), spot in sorted(self.spots.items()):
                self._lines.setdefault(line, []).append(spot)
        return self._lines


def grid_of(sheet: Sheet) -> Grid:
    """Look at the cells of a sheet that say something."""
    spots = {
        at: GridCell(
            cell.row, cell.column, cell.rows, cell.columns, cell, sheet.address(cell.row, cell.column)
        )
        for at, cell in sheet.cells.items()
        if cell.text.strip()
    }
    return Grid(spots, is_turned=False)
