"""Sheets written as text: the cells of a row are parted by `|`, and a few signs say what a cell is.

`↵` is a new line in a cell, `<` goes on with the cell to the left, `^` with the one above; `4`, `-2` and `80 %`
are numbers, `'4` is text. A line that begins with `!` says `hidden row`, `hidden column` or `comment`.
"""

import re
from decimal import Decimal
from pathlib import Path

import xlsxwriter

from journeybook.workbooks import Book, Sheet, SheetCell

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def book_of(path: str, sheets: dict[str, str]) -> Book:
    """Make a book of sheets that are written as text, by their names."""
    return Book(path=path, form="xlsx", sheets=tuple(sheet_of(name, text) for name, text in sheets.items()))


def write_book(book: Book, file: Path) -> None:
    """Write a book as Excel does, with its merged cells and percentages."""
    with xlsxwriter.Workbook(file) as workbook:
        percent, text = workbook.add_format({"num_format": "0 %"}), workbook.add_format({"text_wrap": True})
        for sheet in book.sheets:
            page = workbook.add_worksheet(sheet.name)
            for cell in sheet.cells.values():
                value = (
                    cell.text if cell.number is None else float(cell.number) / (100 if cell.is_percent else 1)
                )
                first, last = (
                    (cell.row - 1, cell.column - 1),
                    (cell.row + cell.rows - 2, cell.column + cell.columns - 2),
                )
                style = percent if cell.is_percent else text
                page.merge_range(*first, *last, value, style) if first != last else page.write(
                    *first, value, style
                )


def sheet_of(name: str, text: str) -> Sheet:
    """Make a sheet of its text."""
    lines = [line for line in text.rstrip("\n").split("\n") if not line.startswith("!")]
    told = [line[1:].split(maxsplit=2) for line in text.split("\n") if line.startswith("!")]
    grid = [[cell.strip() for cell in line.split("|")] for line in lines]
    cells = {}
    for row, line in enumerate(grid, 1):
        for column, cell in enumerate(line, 1):
            if cell and cell not in {"<", "^"}:
                cells[row, column] = _cell(grid, row, column, cell)
    return Sheet(
        name=name,
        cells=cells,
        hidden_rows=frozenset(int(words[2]) for words in told if words[:2] == ["hidden", "row"]),
        hidden_columns=frozenset(int(words[2]) for words in told if words[:2] == ["hidden", "column"]),
        comments={_at(words[1]): words[2] for words in told if words[0] == "comment"},
    )


def _at(place: str) -> tuple[int, int]:
    row, _, column = place.partition(",")
    return int(row), int(column)


def _cell(grid: list[list[str]], row: int, column: int, text: str) -> SheetCell:
    rows, columns = 1, 1
    while column + columns <= len(grid[row - 1]) and grid[row - 1][column + columns - 1] == "<":
        columns += 1
    while row + rows <= len(grid) and grid[row + rows - 1][column - 1 : column] == ["^"]:
        rows += 1
    plain = text.removesuffix("%").strip()
    is_number = _NUMBER.fullmatch(plain) is not None
    return SheetCell(
        row=row,
        column=column,
        text=text.removeprefix("'").replace("↵", "\n"),
        number=Decimal(plain) if is_number else None,
        is_percent=is_number and text.endswith("%"),
        rows=rows,
        columns=columns,
    )
