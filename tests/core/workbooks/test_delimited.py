"""Tables of text are read in the encodings and with the separators that programs write."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from core.workbooks.made import read
from journeybook.workbooks import Remark, SheetCell

TABLE = "Tag;Größe\n01.04.2026;3,5\n"
CELLS = [
    SheetCell(row=1, column=1, text="Tag"),
    SheetCell(row=1, column=2, text="Größe"),
    SheetCell(row=2, column=1, text="01.04.2026", day=date(2026, 4, 1)),
    SheetCell(row=2, column=2, text="3,5", number=Decimal("3.5")),
]
OLDER = Remark(
    "It is not stored as UTF-8; read as Windows-1252, line %(line)s has the word '%(word)s'.",
    {"line": "1", "word": "Größe"},
)
STORED: list[tuple[bytes, tuple[Remark, ...]]] = [
    (TABLE.encode(), ()),
    (TABLE.encode("utf-8-sig"), ()),
    (TABLE.encode("utf-16"), ()),
    (TABLE.encode("utf-16-le"), ()),
    (TABLE.encode("utf-16-be"), ()),
    (TABLE.encode("cp1252"), (OLDER,)),
    (TABLE.replace("\n", "\r\n").encode(), ()),
    (TABLE.replace(";", "\t").encode(), ()),
    (TABLE.replace(";", "|").encode(), ()),
    (b"sep=;\r\n" + TABLE.encode(), ()),
    (TABLE.replace("3,5", '"3,5"').replace(";", ",").encode(), ()),
]


@pytest.mark.parametrize(("content", "told"), STORED)
def test_a_table_is_read_however_it_is_stored(
    content: bytes, told: tuple[Remark, ...], tmp_path: Path
) -> None:
    book = read(tmp_path, content, "a.csv")
    (sheet,) = book.sheets
    assert (book.form, book.told, list(sheet.cells.values())) == ("csv", told, CELLS)


def test_lines_of_a_cell_and_empty_lines_keep_the_places_of_what_follows(tmp_path: Path) -> None:
    (sheet,) = read(tmp_path, b'a;"b\nc"\n\n\nd;e;;\n', "a.csv").sheets
    assert {place: cell.text for place, cell in sheet.cells.items()} == {
        (1, 1): "a",
        (1, 2): "b\nc",
        (4, 1): "d",
        (4, 2): "e",
    }
    assert sheet.address(4, 2) == "line 5"


def test_what_can_be_read_in_two_ways_stays_a_text(tmp_path: Path) -> None:
    (sheet,) = read(tmp_path, b"a;b\n1.234;01/02/2026\n", "a.csv").sheets
    assert [(cell.number, cell.day) for cell in sheet.cells.values()] == [(None, None)] * 4
