"""The looks of cells, and the writing of a value into one: texts as texts, numbers and days as such."""

from datetime import date
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from journeybook.notation.cells import Written

_INK, _PALE, _ACCENT, _LINE = "#1f2933", "#8a94a0", "#dbe7f3", "#c3ccd5"
_BODY = {"text_wrap": True, "valign": "top", "locked": False, "border": 1, "border_color": _LINE}
_LOOKS: dict[str, dict[str, Any]] = {
    "free": {"text_wrap": True, "valign": "top", "locked": False},
    "text": _BODY,
    "day": _BODY | {"num_format": "yyyy-mm-dd", "align": "left"},
    "number": _BODY | {"align": "left"},
    "score": _BODY | {"align": "center"},
    "id": _BODY | {"font_color": _PALE},
    "key": {"font_color": _PALE, "font_size": 8, "valign": "top"},
    "label": {"bold": True, "text_wrap": True, "valign": "top", "locked": False, "font_color": _INK},
    "column": _BODY | {"bold": True, "bg_color": _ACCENT},
    "stage": _BODY | {"bold": True, "bg_color": _ACCENT, "align": "center", "font_size": 12},
    "title": {"bold": True, "font_size": 16, "valign": "top", "locked": False, "font_color": _INK},
    "hint": {"italic": True, "font_color": _PALE, "valign": "top", "text_wrap": True, "locked": False},
}
_MAY = (
    "format_cells format_columns format_rows insert_columns insert_rows insert_hyperlinks delete_columns "
    "delete_rows sort autofilter pivot_tables objects scenarios"
)
_LAST_COLUMN = 255
"""Up to here empty columns can be written to: each costs time."""


class Looks:
    """The formats of a workbook, by the part that a cell has."""

    def __init__(self, workbook: Workbook) -> None:
        self._formats = {name: workbook.add_format(look) for name, look in _LOOKS.items()}

    def __getitem__(self, look: str) -> Format:
        """The format of a look."""
        return self._formats[look]

    def begin(self, sheet: Worksheet, *, width: float) -> None:
        """Protect the grey names, and nothing else: all that people do to a table they may do to this one."""
        sheet.set_column(0, _LAST_COLUMN, width, self["free"])
        sheet.protect("", dict.fromkeys(_MAY.split(), True))

    def write(self, sheet: Worksheet, row: int, column: int, value: Written, look: str = "text") -> None:
        """Write a value; a text stays one, whatever it begins with."""
        if isinstance(value, date):
            sheet.write_datetime(row, column, value, self["day"])
        elif isinstance(value, str):
            sheet.write_string(row, column, value, self[look])
        else:
            sheet.write_number(row, column, value, self["number" if look == "text" else look])

    def merge(  # noqa: PLR0913, PLR0917 - from a column to a column
        self, sheet: Worksheet, row: int, first: int, last: int, value: Written, look: str = "text"
    ) -> None:
        """Write a value over several columns."""
        if last > first:
            sheet.merge_range(row, first, row, last, "", self[look])
        self.write(sheet, row, first, value, look)
