"""Hand a table of a board on as a sheet, whose cells are called by the notes in them."""

from journeybook.importing.boards.grid import BoardGrid, CellNotes
from journeybook.workbooks import Sheet, SheetCell


def sheet_of(name: str, grid: BoardGrid) -> Sheet:
    """Make a sheet of a table; the notes of a cell are its lines, those of a head are one name."""
    cells = {at: _cell(at, placed) for at, placed in grid.cells.items()}
    places = {at: _address(placed) for at, placed in grid.cells.items()}
    return Sheet(name=name, cells=cells, places=places)


def _cell(at: tuple[int, int], placed: CellNotes) -> SheetCell:
    texts = (" ".join(item.text.split()) if placed.is_name else item.text for item in placed.items)
    text = (" " if placed.is_name else "\n").join(texts)
    return SheetCell(row=at[0], column=at[1], text=text, columns=placed.columns)


def _address(placed: CellNotes) -> str:
    first, others = placed.items[0], len(placed.items) - 1
    return f"{first.address} and {others} more" if others else first.address
