"""Put the cells of a sheet together as its reader finds them, and refuse what no sheet can hold."""

from bisect import bisect_left, insort
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from math import isfinite

from journeybook.characters import without_hidden
from journeybook.messages import N_
from journeybook.workbooks.book import NotReadable, Sheet, SheetCell
from journeybook.workbooks.limits import MAX_CELL_TEXT
from journeybook.workbooks.places import address

MACROS = N_("Macros are not read and not run: %(names)s.")
_NUMBER_SIGNS = 32

Area = tuple[int, int, int, int]
"""The first row and column, and the last ones."""


def tidied(text: str) -> str:
    """Return the lines of a cell without what is not shown, and without blank ends."""
    if text.isascii() and text.isprintable():
        return text.strip()
    lines = (without_hidden(line.replace("\t", " ").replace("\u00a0", " ")) for line in text.splitlines())
    return "\n".join(line.strip() for line in lines).strip()


@dataclass(slots=True, kw_only=True)
class SheetBuilder:
    """A sheet that is being read."""

    name: str
    is_hidden: bool = False
    cells: dict[tuple[int, int], SheetCell] = field(default_factory=dict)
    areas: list[Area] = field(default_factory=list)
    """What is merged."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def add(self, cell: SheetCell) -> None:
        """Take a cell, unless there is nothing in it."""
        place = (cell.row, cell.column)
        if len(cell.text) > MAX_CELL_TEXT:
            raise NotReadable(f"{self.address(*place)} holds more than {MAX_CELL_TEXT:,} characters.")
        if place in self.cells:
            raise NotReadable(f"{self.address(*place)} stands twice in the file. Open and save it again.")
        if cell.text or cell.is_unvalued:
            self.cells[place] = cell

    def address(self, row: int, column: int) -> str:
        """Name the place of a cell; a table without a name is one of lines."""
        return address(self.name, row, column) if self.name else f"Line {row}"

    def build(
        self, *, comments: Mapping[tuple[int, int], str] | None = None, lines: Mapping[int, int] | None = None
    ) -> Sheet:
        """Make the sheet: its cells row by row, with what is merged."""
        self._refuse_overlaps()
        for area in self.areas:
            self._merge(area)
        return Sheet(
            name=self.name,
            cells={place: self.cells[place] for place in sorted(self.cells)},
            is_hidden=self.is_hidden,
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            comments=dict(sorted((comments or {}).items())),
            lines=lines or {},
        )

    def _merge(self, area: Area) -> None:
        """Give the first cell of an area its size."""
        top, left, bottom, right = area
        cell = self.cells.get((top, left))
        if cell:
            self.cells[top, left] = replace(cell, rows=bottom - top + 1, columns=right - left + 1)

    def _refuse_overlaps(self) -> None:
        """Go down the rows with the areas that reach there, by their columns: none may lie over another."""
        events = [(area[0], 1, area) for area in self.areas]
        events += [(area[2] + 1, 0, area) for area in self.areas]
        reached: list[tuple[int, Area]] = []
        for _, begins, area in sorted(events):
            item = (area[1], area)
            if not begins:
                del reached[bisect_left(reached, item)]
                continue
            at = bisect_left(reached, item)
            for _, other in reached[max(at - 1, 0) : at + 1]:
                if other[1] <= area[3] and area[1] <= other[3]:
                    self._refuse_overlap(other, area)
            insort(reached, item)

    def _refuse_overlap(self, one: Area, other: Area) -> None:
        first, second = self.address(*one[:2]), self.address(*other[:2])
        raise NotReadable(f"The cells merged at {first} lie over those merged at {second}. Part them.")


def hide(numbers: set[int], first: int, last: int, most: int) -> None:
    """Remember rows or columns that are hidden, as far as a sheet has them."""
    numbers.update(range(max(first, 1), min(last, most) + 1))


def number_of(text: str) -> Decimal | None:
    """The number of a cell, with the fifteen digits that spreadsheets compute with."""
    try:
        value = float(text[:_NUMBER_SIGNS])
    except ValueError:
        return None
    return Decimal(f"{value:.15g}") if isfinite(value) else None


def whole(text: str | None, default: int) -> int:
    """A whole number of the file's own counting; the default for what is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else default  # noqa: PLR2004 - more is none
