"""Read the cells of a sheet as people see them, with what the file says of rows, columns and areas."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from journeybook.findings import quoted
from journeybook.workbooks.book import NotReadable, SheetCell
from journeybook.workbooks.building import SheetBuilder, hide, number_of, tidied, whole
from journeybook.workbooks.formats import as_shown
from journeybook.workbooks.limits import MAX_CELLS, MAX_COLUMN, MAX_ROW
from journeybook.workbooks.markup import Element
from journeybook.workbooks.package import TOO_MANY_CELLS, Package
from journeybook.workbooks.places import area_of, cell_of
from journeybook.workbooks.rich import RichText
from journeybook.workbooks.xlsx.strings import rich_text, unescaped
from journeybook.workbooks.xlsx.styles import CellStyle

_BOOLEANS = {"0": "FALSE", "1": "TRUE"}
_TRUE = frozenset({"1", "true"})
_DAY_SIGNS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The texts, styles and settings that the sheets of a workbook share."""

    strings: Sequence[RichText]
    styles: Sequence[CellStyle]
    is_1904: bool
    is_recalculated: bool


def read_sheet(package: Package, part: str, name: str, shared: Shared) -> SheetBuilder:
    """Read the cells of one sheet, and what is hidden or merged in it."""
    reader = _SheetReader(name, shared)
    for item in package.elements(part, whole={"c", "mergeCell"}, opened={"row", "col"}):
        reader.take(item)
    return reader.builder


class _SheetReader:
    """Knows the place that the next cell has if it does not say so itself."""

    def __init__(self, name: str, shared: Shared) -> None:
        self.builder = SheetBuilder(name=name)
        self._shared = shared
        self._row = 0
        self._column = 0
        self._count = 0

    def take(self, item: Element) -> None:
        """Take an element of the sheet."""
        if item.tag == "c":
            self._take_cell(item)
        elif item.tag == "row":
            self._take_row(item)
        elif item.tag == "mergeCell":
            self._take_area(item.attributes.get("ref", ""))
        elif item.attributes.get("hidden") in _TRUE:
            first, last = (whole(item.attributes.get(name), 0) for name in ("min", "max"))
            hide(self.builder.hidden_columns, first, last, MAX_COLUMN)

    def _take_row(self, item: Element) -> None:
        self._row = whole(item.attributes.get("r"), self._row + 1)
        self._column = 0
        if item.attributes.get("hidden") in _TRUE:
            hide(self.builder.hidden_rows, self._row, self._row, MAX_ROW)

    def _take_area(self, reference: str) -> None:
        area = area_of(reference)
        if area is None:
            name = quoted(self.builder.name)
            raise NotReadable(f"The sheet {name} merges {quoted(reference)}, which is no area of a sheet.")
        if area[:2] != area[2:]:
            self.builder.areas.append(area)

    def _take_cell(self, item: Element) -> None:
        self._count += 1
        if self._count > MAX_CELLS:
            raise NotReadable(TOO_MANY_CELLS)
        row, column = self._place(item)
        content = self._content(item)
        if content:
            self.builder.add(SheetCell(row=row, column=column, **content))

    def _place(self, item: Element) -> tuple[int, int]:
        reference = item.attributes.get("r")
        place = cell_of(reference) if reference else (self._row, self._column + 1)
        if place is None or not (1 <= place[0] <= MAX_ROW and place[1] <= MAX_COLUMN):
            name = quoted(self.builder.name)
            raise NotReadable(f"The sheet {name} has a cell {quoted(reference or '')}, as no sheet has.")
        self._row, self._column = place
        return place

    def _content(self, item: Element) -> dict[str, Any]:
        """The content of a cell by the fields of `SheetCell`; nothing of an empty one."""
        kind = item.attributes.get("t", "n")
        value = item.child("v")
        text = value.text if value else ""
        if item.child("f") and self._is_unvalued(kind, text, is_given=value is not None):
            return {"text": "", "is_unvalued": True}
        style = self._style(item)
        if kind == "inlineStr":
            inline = item.child("is")
            return _of_text(rich_text(inline) if inline else RichText(""), style)
        if kind == "s":
            return _of_text(self._string(text), style)
        if kind == "str":
            return _of_text(RichText(unescaped(text)), style)
        return self._of_value(kind, text.strip(), style)

    def _is_unvalued(self, kind: str, text: str, *, is_given: bool) -> bool:
        """Whether a formula has no result: none is written, or a nought that is to be computed first."""
        if not text:
            return kind != "str" or not is_given
        return self._shared.is_recalculated and text == "0"

    def _style(self, item: Element) -> CellStyle:
        number = whole(item.attributes.get("s"), 0)
        return self._shared.styles[number] if number < len(self._shared.styles) else CellStyle()

    def _string(self, text: str) -> RichText:
        number = whole(text, -1)
        if not 0 <= number < len(self._shared.strings):
            place = self.builder.address(self._row, self._column)
            raise NotReadable(f"{place} holds a text that is missing in the file. Open and save it again.")
        return self._shared.strings[number]

    def _of_value(self, kind: str, text: str, style: CellStyle) -> dict[str, Any]:
        if not text:
            return {}
        if kind == "e":
            return {"text": tidied(text), "is_error": True}
        if kind == "b":
            return _of_text(RichText(_BOOLEANS.get(text, text)), style)
        if kind == "d":
            return _of_day(text, style)
        return self._of_number(text, style)

    def _of_number(self, text: str, style: CellStyle) -> dict[str, Any]:
        number = number_of(text)
        if number is None:
            return _of_text(RichText(text), style)
        seen = as_shown(number, style.code, is_1904=self._shared.is_1904)
        return {
            "text": tidied(seen.text),
            "number": seen.number,
            "day": seen.day,
            "is_percent": seen.is_percent,
            "struck": seen.text if style.is_struck else "",
        }


def _of_text(content: RichText, style: CellStyle) -> dict[str, Any]:
    text = tidied(content.text)
    typed = "" if text == content.text else content.text
    return {"text": text, "typed": typed, "struck": text if style.is_struck else tidied(content.struck)}


def _of_day(text: str, style: CellStyle) -> dict[str, Any]:
    """Read a day as the strict form of the format writes it: `2026-11-28T14:30:00`."""
    try:
        day = date.fromisoformat(text[:_DAY_SIGNS])
    except ValueError:
        return _of_text(RichText(text), style)
    return {"text": day.isoformat(), "day": day, "struck": text if style.is_struck else ""}
