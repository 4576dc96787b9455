"""Read and write the names of cells and of areas: `B7`, `A1:C3`."""

import re

from journeybook.workbooks.limits import MAX_COLUMN, MAX_ROW

_CELL = re.compile(r"\$?(?P<letters>[A-Za-z]{1,3})\$?(?P<row>[0-9]{1,7})")


def cell_of(reference: str) -> tuple[int, int] | None:
    """The row and the column of a cell; nothing if no sheet has such a cell."""
    found = _CELL.fullmatch(reference)
    if not found:
        return None
    column = 0
    for letter in found["letters"].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(found["row"])
    return (row, column) if 1 <= row <= MAX_ROW and column <= MAX_COLUMN else None


def area_of(reference: str) -> tuple[int, int, int, int] | None:
    """The first row and column of an area, and its last ones."""
    first, _, last = reference.partition(":")
    start, end = cell_of(first), cell_of(last or first)
    if start is None or end is None or end[0] < start[0] or end[1] < start[1]:
        return None
    return (*start, *end)


def address(sheet: str, row: int, column: int) -> str:
    """Name the place of a cell as people look for it: `Map!B7`, `'My map'!B7`."""
    name = sheet if sheet.isidentifier() else "'" + sheet.replace("'", "''") + "'"
    return f"{name}!{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """The letters of a column: A, B … Z, AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
