"""One map, saved by LibreOffice in three formats, is read as the same: what people see, and what they do not."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from journeybook.workbooks import SheetCell, read_book

DATA = Path(__file__).parent / "data"
CELLS = (
    SheetCell(row=1, column=1, text="Phase"),
    SheetCell(row=1, column=2, text="Kaufen", columns=3),
    SheetCell(row=2, column=1, text="Anteil"),
    SheetCell(row=2, column=2, text="3.1 %", number=Decimal("3.1"), is_percent=True),
    SheetCell(row=3, column=1, text="Tag"),
    SheetCell(row=3, column=2, text="2026-11-28", day=date(2026, 11, 28)),
    SheetCell(row=4, column=1, text="Stimmung"),
    SheetCell(row=4, column=2, text="😐", number=Decimal(2)),
    SheetCell(row=4, column=3, text="-2", number=Decimal(-2)),
    SheetCell(row=5, column=1, text="Schmerz"),
    SheetCell(row=5, column=2, text="langes Warten an der Kasse", struck="Warten"),
    SheetCell(row=5, column=3, text="dunkel\neng"),
    SheetCell(row=5, column=4, text="veraltet", struck="veraltet"),
    SheetCell(row=6, column=1, text="#N/A", is_error=True),
    SheetCell(row=6, column=2, text="2", number=Decimal(2)),
    SheetCell(row=7, column=1, text="versteckt"),
    SheetCell(row=8, column=7, text="auch"),
    SheetCell(row=9, column=1, text="2025-12", day=date(2025, 12, 9)),
    SheetCell(row=9, column=2, text="12.50 €", number=Decimal("12.5")),
    SheetCell(row=9, column=4, text="4"),
)


@pytest.mark.parametrize("form", ["xlsx", "ods", "xls"])
def test_a_map_is_the_same_in_every_format(form: str) -> None:
    book = read_book(DATA / f"map.{form}")
    shown, hidden = book.sheets
    assert (book.form, book.told, tuple(shown.cells.values())) == (form, (), CELLS)
    assert shown.hidden_rows == shown.hidden_columns == frozenset({7})
    assert shown.comments == {(5, 2): "Wirklich?"}
    assert (hidden.name, hidden.is_hidden) == ("Alt & weg", True)


def test_a_place_is_called_as_people_look_for_it() -> None:
    shown, hidden = read_book(DATA / "map.xlsx").sheets
    assert (shown.address(7, 2), hidden.address(1, 28)) == ("Map!B7", "'Alt & weg'!AB1")
