"""What is particular to OpenDocument spreadsheets: repeated cells, paragraphs, results that are missing."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from core.workbooks.made import ods, read
from journeybook.workbooks import Remark, SheetCell

TEXT = 'office:value-type="string"'
STYLES = (
    '<office:automatic-styles><style:style style:name="gone"><style:text-properties '
    'style:text-line-through-style="solid"/></style:style></office:automatic-styles>'
)
CELLS: list[tuple[str, SheetCell | None]] = [
    (
        f"<table:table-cell {TEXT}><text:p>a<text:s text:c='2'/>b</text:p><text:p>c<text:line-break/>d</text:p></table:table-cell>",
        SheetCell(row=1, column=1, text="a  b\nc\nd"),
    ),
    (
        f"<table:table-cell {TEXT}><text:p>a <text:span text:style-name='gone'>b</text:span> c</text:p></table:table-cell>",
        SheetCell(row=1, column=1, text="a b c", struck="b"),
    ),
    (
        f"<table:table-cell table:style-name='gone' {TEXT}><text:p>a</text:p></table:table-cell>",
        SheetCell(row=1, column=1, text="a", struck="a"),
    ),
    (
        '<table:table-cell office:value-type="percentage" office:value="0.031"><text:p>3,10%</text:p></table:table-cell>',
        SheetCell(row=1, column=1, text="3.1 %", number=Decimal("3.1"), is_percent=True),
    ),
    (
        '<table:table-cell office:value-type="float" office:value="4.5"><text:p>4,5</text:p></table:table-cell>',
        SheetCell(row=1, column=1, text="4.5", number=Decimal("4.5")),
    ),
    (
        '<table:table-cell office:value-type="date" office:date-value="2026-11-28T14:30:00"><text:p>28.11.26</text:p></table:table-cell>',
        SheetCell(row=1, column=1, text="2026-11-28 14:30", day=date(2026, 11, 28)),
    ),
    (
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>',
        SheetCell(row=1, column=1, text="TRUE"),
    ),
    (
        '<table:table-cell table:formula="of:=1+1"/>',
        SheetCell(row=1, column=1, text="", is_unvalued=True),
    ),
    (
        f'<table:table-cell table:formula="of:=NA()" {TEXT}><text:p>#N/A</text:p></table:table-cell>',
        SheetCell(row=1, column=1, text="#N/A", is_error=True),
    ),
    ("<table:covered-table-cell><text:p>below</text:p></table:covered-table-cell>", None),
    ("<table:table-cell table:number-columns-repeated='16384'/>", None),
]


@pytest.mark.parametrize(("cell", "expected"), CELLS)
def test_a_cell_is_read_as_people_see_it(cell: str, expected: SheetCell | None, tmp_path: Path) -> None:
    content = ods(f"<table:table-row>{cell}</table:table-row>", before=STYLES)
    (sheet,) = read(tmp_path, content, "a.ods").sheets
    assert list(sheet.cells.values()) == ([expected] if expected else [])


def test_what_is_repeated_stands_that_often(tmp_path: Path) -> None:
    rows = (
        "<table:table-row table:number-rows-repeated='3'/>"
        "<table:table-row table:number-rows-repeated='2' table:visibility='filter'><table:table-cell/>"
        f"<table:table-cell {TEXT} table:number-columns-repeated='2'><text:p>x</text:p></table:table-cell></table:table-row>"
        "<table:table-row table:number-rows-repeated='1048571'/>"
    )
    (sheet,) = read(tmp_path, ods(rows), "a.ods").sheets
    assert list(sheet.cells) == [(4, 2), (4, 3), (5, 2), (5, 3)]
    assert sheet.hidden_rows == {4, 5}


def test_macros_are_named(tmp_path: Path) -> None:
    parts = {"Basic/Standard/script-lb.xml": "<x/>", "Basic/Standard/Clean.xml": "<x/>"}
    assert read(tmp_path, ods("", parts=parts), "a.ods").told == (
        Remark("Macros are not read and not run: %(names)s.", {"names": "'Clean'"}),
    )
