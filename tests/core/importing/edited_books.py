"""Edits that people make in a spreadsheet program, on a workbook that was exported and read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from journeybook.workbooks import Book, Sheet, SheetCell

Cells = dict[tuple[int, int], SheetCell]


@dataclass
class EditedBook:
    """A workbook on a desk."""

    book: Book
    sheets: dict[str, Cells] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sheets = {sheet.name: dict(sheet.cells) for sheet in self.book.sheets}

    def saved(self) -> Book:
        """The workbook as it is sent back."""
        known = {sheet.name: sheet for sheet in self.book.sheets}
        sheets = (
            replace(known.get(name, Sheet(name=name, cells={})), cells=dict(sorted(cells.items())))
            for name, cells in self.sheets.items()
        )
        return replace(self.book, sheets=tuple(sheets))

    def row(self, sheet: str, name: str) -> int:
        """The row of a grey name."""
        return next(row for (row, _), cell in self.sheets[sheet].items() if cell.text == name)

    def column(self, sheet: str, name: str) -> int:
        """The column of a grey name."""
        return next(column for (_, column), cell in self.sheets[sheet].items() if cell.text == name)

    def type(self, sheet: str, row: int, column: int, text: str) -> None:
        """Type a text into a cell."""
        old = self.sheets[sheet].pop((row, column), None)
        if text:
            cell = SheetCell(row=row, column=column, text=text)
            self.sheets[sheet][row, column] = replace(cell, columns=old.columns) if old else cell

    def move(self, sheet: str, to: Callable[[int, int], tuple[int, int] | None]) -> None:
        """Move every cell, or take it away."""
        moved = {}
        for place, cell in self.sheets[sheet].items():
            target = to(*place)
            if target:
                moved[target] = replace(cell, row=target[0], column=target[1])
        self.sheets[sheet] = moved

    def insert_column(self, sheet: str, at: int) -> None:
        """Insert a column before another one; what is merged over it grows."""
        for place, cell in list(self.sheets[sheet].items()):
            if place[1] < at < place[1] + cell.columns:
                self.sheets[sheet][place] = replace(cell, columns=cell.columns + 1)
        self.move(sheet, lambda row, column: (row, column + (column >= at)))

    def delete_column(self, sheet: str, at: int) -> None:
        """Delete a column."""
        self.move(sheet, lambda row, column: None if column == at else (row, column - (column > at)))

    def insert_row(self, sheet: str, at: int, texts: Mapping[int, str]) -> None:
        """Insert a row before another one, with texts by column."""
        self.move(sheet, lambda row, column: (row + (row >= at), column))
        for column, text in texts.items():
            self.type(sheet, at, column, text)

    def delete_row(self, sheet: str, at: int) -> None:
        """Delete a row."""
        self.move(sheet, lambda row, column: None if row == at else (row - (row > at), column))
