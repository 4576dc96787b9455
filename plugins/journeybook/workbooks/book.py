"""A file of tables as its reader hands it on: sheets, and in them the cells that are not empty."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from journeybook.workbooks.places import address


class NotReadable(Exception):  # noqa: N818 - it says why
    """A file that is refused whole; the message is one sentence, with sheet and cell where there is one."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence on a file as a whole."""

    message: str
    """A sentence marked by `N_`, with `%(name)s` for what varies."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What fills the places of the message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCell:
    """A cell that is not empty."""

    row: int
    """Counted from 1, as the program shows it."""
    column: int
    """Counted from 1."""
    text: str
    """What people see: `4`, `3.1 %`, `2026-11-28`; lines of one cell stay lines."""
    typed: str = ""
    """The text as it was typed, with every blank; empty where it is what people see."""
    number: Decimal | None = None
    """The number, of 3.1 % the 3.1; nothing of a cell with text."""
    day: date | None = None
    """The day of a cell that holds one."""
    is_percent: bool = False
    is_unvalued: bool = False
    """Whether it is a formula whose result the file does not hold; its text is empty then."""
    is_error: bool = False
    """Whether its formula failed; its text is `#N/A` or the like then."""
    struck: str = ""
    """The part of the text that is struck through; people cross out what no longer holds."""
    rows: int = 1
    """Over how many rows it is merged, its own included."""
    columns: int = 1
    """Over how many columns it is merged, its own included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table of a file."""

    name: str
    """Empty in a file that holds one table and no name for it, such as CSV."""
    cells: Mapping[tuple[int, int], SheetCell]
    """By row and column, row by row."""
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """What people remarked on cells, by row and column."""
    lines: Mapping[int, int] = field(default_factory=dict)
    """The line of the file where each row begins, if the file has lines."""
    places: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """What cells are called that are none in the file, such as notes of a board, by row and column."""

    def address(self, row: int, column: int) -> str:
        """Name the place of a cell as people look for it: `Map!B7`, or `line 7` in a file of text."""
        if (row, column) in self.places:
            return self.places[row, column]
        if self.lines:
            return f"line {self.lines.get(row, row)}"
        return address(self.name, row, column)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A file of tables."""

    path: str
    """The file, as it was typed."""
    form: str
    """What it is by its content: `xlsx`, `xlsm`, `ods`, `xls` or `csv`."""
    sheets: tuple[Sheet, ...]
    told: tuple[Remark, ...] = ()
    """What must be said of the file as a whole: another ending, macros that are left out."""
