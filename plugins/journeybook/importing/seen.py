"""Part what people see of a table from what they do not: hidden rows, crossed-out lines, failed formulas.

Every reader of tables takes the former, and the latter goes into the report.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from journeybook.importing.brought_in import Note, Telling
from journeybook.messages import N_
from journeybook.workbooks import Book, Sheet, SheetCell

_HIDDEN_SHEET = N_("The sheet is hidden and was not read.")
_HIDDEN_ROW = N_("The row is hidden and was not read.")
_HIDDEN_ROWS = N_("The rows down to %(last)s are hidden and were not read.")
_HIDDEN_COLUMN = N_("The column is hidden and was not read.")
_HIDDEN_COLUMNS = N_("The columns as far as %(last)s are hidden and were not read.")
_COMMENT = N_("A comment on the cell: “%(text)s”.")
_UNVALUED = N_(
    "The file has a formula here and not its result, and formulas are never computed. "
    "Open and save it in a spreadsheet program."
)
_FAILED = N_("The formula failed: %(text)s.")
_STRUCK = N_("“%(text)s” is struck through and was not read.")
_STRUCK_IN_PART = N_("“%(text)s” is struck through in part, and was read as a whole.")


def seen_sheets(book: Book) -> tuple[Sheet, ...]:
    """The sheets that are not hidden, each with the cells that people see and the lines that hold."""
    return tuple(
        replace(sheet, cells={(cell.row, cell.column): cell for cell in _seen_cells(sheet)})
        for sheet in book.sheets
        if not sheet.is_hidden
    )


def unseen(book: Book) -> Iterator[Note]:
    """Tell what is left over of a file of tables, whatever it is about, sheet by sheet."""
    for remark in book.told:
        yield Note(telling=Telling.LEFT, address="", message=remark.message, values=remark.values)
    for sheet in book.sheets:
        if sheet.is_hidden:
            yield _left(sheet.name, _HIDDEN_SHEET)
            continue
        yield from _hidden(sheet)
        for cell in sheet.cells.values():
            if not _is_hidden(sheet, cell):
                yield from _cell_notes(sheet, cell)
        for place, text in sheet.comments.items():
            yield _left(sheet.address(*place), _COMMENT, text=text)


def _seen_cells(sheet: Sheet) -> Iterator[SheetCell]:
    for cell in sheet.cells.values():
        if _is_hidden(sheet, cell) or cell.is_unvalued or cell.is_error:
            continue
        text = _standing(cell)
        if text:
            yield replace(cell, text=text) if text != cell.text else cell


def _is_hidden(sheet: Sheet, cell: SheetCell) -> bool:
    return cell.row in sheet.hidden_rows or cell.column in sheet.hidden_columns


def _standing(cell: SheetCell) -> str:
    """The lines of a cell that are not struck through from end to end."""
    if not cell.struck:
        return cell.text
    struck = cell.struck.splitlines()
    return "\n".join(line for line in cell.text.splitlines() if line not in struck)


def _cell_notes(sheet: Sheet, cell: SheetCell) -> Iterator[Note]:
    address = sheet.address(cell.row, cell.column)
    if cell.is_unvalued:
        yield _left(address, _UNVALUED)
    elif cell.is_error:
        yield _left(address, _FAILED, text=cell.text)
    for line in cell.struck.splitlines():
        if line in cell.text.splitlines():
            yield _left(address, _STRUCK, text=line)
        elif line:
            yield Note(
                telling=Telling.GUESSED, address=address, message=_STRUCK_IN_PART, values={"text": cell.text}
            )


def _hidden(sheet: Sheet) -> Iterator[Note]:
    """Tell the hidden rows and columns in which something stands, those beside each other at once."""
    rows = sheet.hidden_rows & {row for row, _ in sheet.cells}
    columns = sheet.hidden_columns & {column for _, column in sheet.cells}
    for first, last in _runs(rows):
        yield _hidden_run(sheet.address(first, 1), sheet.address(last, 1), _HIDDEN_ROW, _HIDDEN_ROWS)
    for first, last in _runs(columns):
        yield _hidden_run(sheet.address(1, first), sheet.address(1, last), _HIDDEN_COLUMN, _HIDDEN_COLUMNS)


def _hidden_run(first: str, last: str, one: str, several: str) -> Note:
    return _left(first, one) if first == last else _left(first, several, last=last)


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of numbers that follow each other without a gap."""
    run: list[int] = []
    for number in sorted(numbers):
        if run and number != run[-1] + 1:
            yield run[0], run[-1]
            run = []
        run.append(number)
    if run:
        yield run[0], run[-1]


def _left(address: str, message: str, **values: str) -> Note:
    return Note(telling=Telling.LEFT, address=address, message=message, values=values)
