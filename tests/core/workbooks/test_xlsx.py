"""What XLSX files of other programs have: other ways to write the same, and what people do not see."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from core.workbooks.made import MAIN, OFFICE, PACKAGE, read, strings, xlsx
from journeybook.workbooks import Remark, SheetCell

ROW = '<row r="7">{}</row>'
CELLS: list[tuple[str, SheetCell | None]] = [
    ('<c r="B7" t="inlineStr"><is><t> a </t></is></c>', SheetCell(row=7, column=2, text="a", typed=" a ")),
    ('<c t="inlineStr"><is><t>no address</t></is></c>', SheetCell(row=7, column=1, text="no address")),
    ('<c r="B7" t="s"><v>0</v></c>', SheetCell(row=7, column=2, text="long waits", struck="waits")),
    ('<c r="B7" t="s"><v>1</v></c>', SheetCell(row=7, column=2, text="東京")),
    ('<c r="B7" t="s"><v>2</v></c>', SheetCell(row=7, column=2, text="one\ntwo")),
    ('<c r="B7" t="str"><f>A1</f><v>text</v></c>', SheetCell(row=7, column=2, text="text")),
    ('<c r="B7" t="str"><f>A1</f><v></v></c>', None),
    ('<c r="B7" s="3"/>', None),
    ('<c r="B7"><v>4</v></c>', SheetCell(row=7, column=2, text="4", number=Decimal(4))),
    ('<c r="B7"><v>not a number</v></c>', SheetCell(row=7, column=2, text="not a number")),
    ('<c r="B7"><v>1e999</v></c>', SheetCell(row=7, column=2, text="1e999")),
    ('<c r="B7" t="b"><v>1</v></c>', SheetCell(row=7, column=2, text="TRUE")),
    ('<c r="B7" t="e"><v>#N/A</v></c>', SheetCell(row=7, column=2, text="#N/A", is_error=True)),
    ('<c r="B7"><f>1+1</f></c>', SheetCell(row=7, column=2, text="", is_unvalued=True)),
    ('<c r="B7"><f>1+1</f><v/></c>', SheetCell(row=7, column=2, text="", is_unvalued=True)),
    ('<c r="B7"><f>1+1</f><v>2</v></c>', SheetCell(row=7, column=2, text="2", number=Decimal(2))),
    (
        '<c r="B7" t="d"><v>2026-11-28T00:00:00</v></c>',
        SheetCell(row=7, column=2, text="2026-11-28", day=date(2026, 11, 28)),
    ),
    ('<c r="XFD7" t="str"><v>last</v></c>', SheetCell(row=7, column=16384, text="last")),
    (
        '<c r="B7" t="str"><v>a\u200b\u202eb_x000D_</v></c>',
        SheetCell(row=7, column=2, text="ab", typed="a\u200b\u202eb\r"),
    ),
]
SHARED = strings(
    "<si><r><t>long </t></r><r><rPr><strike/></rPr><t>waits</t></r></si>"
    "<si><t>東京</t><rPh><t>トウキョウ</t></rPh></si><si><t>one\ntwo</t></si>"
)


@pytest.mark.parametrize(("cell", "expected"), CELLS)
def test_a_cell_is_read_as_people_see_it(cell: str, expected: SheetCell | None, tmp_path: Path) -> None:
    (sheet,) = read(tmp_path, xlsx(ROW.format(cell), parts={"xl/sharedStrings.xml": SHARED})).sheets
    assert list(sheet.cells.values()) == ([expected] if expected else [])


def test_a_nought_that_is_to_be_computed_is_no_result(tmp_path: Path) -> None:
    outline = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Map" r:id="r1"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>'
    cells = '<row r="1"><c r="A1"><f>B1</f><v>0</v></c><c r="B1"><v>0</v></c></row>'
    (sheet,) = read(tmp_path, xlsx(cells, parts={"xl/workbook.xml": outline})).sheets
    assert [cell.is_unvalued for cell in sheet.cells.values()] == [True, False]


def test_cells_beneath_merged_ones_have_no_size(tmp_path: Path) -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row>'
    merged = (
        '<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="A3:A3"/><mergeCell ref="D1:D9"/></mergeCells>'
    )
    (sheet,) = read(tmp_path, xlsx(cells, more=merged)).sheets
    assert list(sheet.cells.values()) == [
        SheetCell(row=1, column=1, text="1", number=Decimal(1), rows=2, columns=3)
    ]


def test_a_thread_of_comments_replaces_the_note_for_old_programs(tmp_path: Path) -> None:
    listed = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="c" Type="{OFFICE}/comments" Target="../comments1.xml"/>'
        f'<Relationship Id="t" Type="http://x/threadedComment" Target="../threads.xml"/></Relationships>'
    )
    notes = (
        f'<comments xmlns="{MAIN}"><commentList><comment ref="A1"><text><t>[Threaded comment] …</t></text></comment>'
        f'<comment ref="B2"><text><r><t>a </t></r><r><t>note</t></r></text></comment></commentList></comments>'
    )
    threads = (
        '<ThreadedComments xmlns="t"><threadedComment ref="A1"><text>Why?</text></threadedComment>'
        '<threadedComment ref="A1"><text>Because.</text></threadedComment></ThreadedComments>'
    )
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": listed,
        "xl/comments1.xml": notes,
        "xl/threads.xml": threads,
    }
    (sheet,) = read(tmp_path, xlsx(parts=parts)).sheets
    assert sheet.comments == {(1, 1): "Why?\nBecause.", (2, 2): "a note"}


def test_what_is_said_of_a_file_is_said_of_its_content(tmp_path: Path) -> None:
    book = read(tmp_path, xlsx(parts={"xl/vbaProject.bin": b"x"}), name="a.xls")
    assert book.form == "xlsm"
    assert book.told == (
        Remark(
            "The name does not end as that of a file of its kind; it is %(form)s and is read as that.",
            {"form": "XLSM"},
        ),
        Remark("Macros are not read and not run: %(names)s.", {"names": "'xl/vbaProject.bin'"}),
    )
