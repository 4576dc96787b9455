"""Numbers are shown as spreadsheets show them."""

from datetime import date
from decimal import Decimal

import pytest

from journeybook.workbooks.formats import Shown, as_shown

ACCOUNTING = '_-* #,##0.00\\ "€"_-;-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-'
SMILEYS = '[=1]"😀";[=2]"😐";"☹"'
NUMBERS = [
    ("4", "General", "4"),
    ("3.33333333333333", "General", "3.3333333333"),
    ("0.000012", "General", "0.000012"),
    ("1E+15", "General", "1000000000000000"),
    ("3.25", "0.0", "3.3"),
    ("-0.04", "0.0", "0.0"),
    ("4", "0.00", "4.00"),
    ("4", "0.##", "4"),
    ("1234567.5", "#,##0.00", "1234567.50"),
    ("12345.6", '#,##0.0,"k"', "12.3k"),
    ("12.5", '#,##0.00 "€"', "12.50 €"),
    ("12.5", "[$€-407] #,##0.00", "€ 12.50"),
    ("-3.1", ACCOUNTING, "-3.10 €"),
    ("0", ACCOUNTING, "- €"),
    ("5", "+0;-0;0", "+5"),
    ("-5", "+0;-0;0", "-5"),
    ("-5", "[Red]0", "-5"),
    ("2", SMILEYS, "😐"),
    ("7", SMILEYS, "☹"),
    ("0.5", "# ?/?", "0.5"),
    ("12345", "0.00E+00", "12345"),
    ("7", ";;;", "7"),
    ("7", '0 "von 10"', "7 von 10"),
    ("3", '""', "3"),
]


@pytest.mark.parametrize(("value", "code", "text"), NUMBERS)
def test_a_number_is_shown_by_its_format(value: str, code: str, text: str) -> None:
    assert as_shown(Decimal(value), code) == Shown(text=text, number=Decimal(value))


PERCENTAGES = [
    ("0.031", "0.0%", "3.1 %", "3.1"),
    ("0.5", "0 %", "50 %", "50"),
    ("0.0315", "0%", "3 %", "3.15"),
]


@pytest.mark.parametrize(("value", "code", "text", "number"), PERCENTAGES)
def test_a_share_becomes_percent(value: str, code: str, text: str, number: str) -> None:
    assert as_shown(Decimal(value), code) == Shown(text=text, number=Decimal(number), is_percent=True)


DAYS = [
    ("46354", "dd.mm.yyyy", 1900, "2026-11-28", date(2026, 11, 28)),
    ("44892", "dd.mm.yyyy", 1904, "2026-11-28", date(2026, 11, 28)),
    ("46000.5", "yyyy-mm-dd hh:mm", 1900, "2025-12-09 12:00", date(2025, 12, 9)),
    ("46000", "mmm yyyy", 1900, "2025-12", date(2025, 12, 9)),
    ("1", "d-mmm-yy", 1900, "1900-01-01", date(1900, 1, 1)),
    ("61", "d-mmm-yy", 1900, "1900-03-01", date(1900, 3, 1)),
    ("0.75", "h:mm", 1900, "18:00", None),
    ("1.5", "[h]:mm", 1900, "36:00", None),
]


@pytest.mark.parametrize(("value", "code", "year", "text", "day"), DAYS)
def test_a_day_is_shown_as_such(value: str, code: str, year: int, text: str, day: date | None) -> None:
    assert as_shown(Decimal(value), code, is_1904=year == 1904) == Shown(text=text, number=None, day=day)


@pytest.mark.parametrize("value", ["-1", "99999999"])
def test_a_number_that_no_calendar_has_stays_one(value: str) -> None:
    assert as_shown(Decimal(value), "dd.mm.yyyy") == Shown(text=value, number=Decimal(value))
