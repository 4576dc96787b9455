"""What people do not see of a table is told and not taken."""

from journeybook.importing.seen import seen_sheets, unseen
from journeybook.workbooks import Book, Remark, Sheet, SheetCell

CELLS = (
    SheetCell(row=1, column=1, text="Phase"),
    SheetCell(row=2, column=1, text="hidden row"),
    SheetCell(row=3, column=1, text="hidden too"),
    SheetCell(row=4, column=2, text="hidden column"),
    SheetCell(row=5, column=1, text="", is_unvalued=True),
    SheetCell(row=6, column=1, text="#N/A", is_error=True),
    SheetCell(row=7, column=1, text="long waits\nno parking", struck="no parking"),
    SheetCell(row=8, column=1, text="dark shop", struck="dark"),
    SheetCell(row=9, column=1, text="gone", struck="gone"),
)
MAP = Sheet(
    name="Map",
    cells={(cell.row, cell.column): cell for cell in CELLS},
    hidden_rows=frozenset({2, 3, 99}),
    hidden_columns=frozenset({2}),
    comments={(1, 1): "really?"},
)
BOOK = Book(
    path="a.xlsx",
    form="xlsm",
    sheets=(MAP, Sheet(name="Old map", cells={}, is_hidden=True)),
    told=(Remark("Macros are not read and not run: %(names)s.", {"names": "'x'"}),),
)


def test_what_people_see_is_read() -> None:
    (sheet,) = seen_sheets(BOOK)
    assert {place: cell.text for place, cell in sheet.cells.items()} == {
        (1, 1): "Phase",
        (7, 1): "long waits",
        (8, 1): "dark shop",
    }


def test_everything_else_is_told_with_its_place() -> None:
    notes = [(str(note.telling), note.address, note.message % note.values) for note in unseen(BOOK)]
    assert notes == [
        ("left over", "", "Macros are not read and not run: 'x'."),
        ("left over", "Map!A2", "The rows down to Map!A3 are hidden and were not read."),
        ("left over", "Map!B1", "The column is hidden and was not read."),
        (
            "left over",
            "Map!A5",
            (
                "The file has a formula here and not its result, and formulas are never computed. "
                "Open and save it in a spreadsheet program."
            ),
        ),
        ("left over", "Map!A6", "The formula failed: #N/A."),
        ("left over", "Map!A7", "“no parking” is struck through and was not read."),
        ("guessed", "Map!A8", "“dark shop” is struck through in part, and was read as a whole."),
        ("left over", "Map!A9", "“gone” is struck through and was not read."),
        ("left over", "Map!A1", "A comment on the cell: “really?”."),
        ("left over", "Old map", "The sheet is hidden and was not read."),
    ]
