"""Read the cells of a sheet of an old workbook, with what is hidden, merged or remarked in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from struct import pack, unpack, unpack_from
from typing import Any

from journeybook.workbooks.book import NotReadable, Sheet, SheetCell
from journeybook.workbooks.building import SheetBuilder, hide, number_of, tidied
from journeybook.workbooks.formats import GENERAL, as_shown
from journeybook.workbooks.limits import MAX_COLUMN, MAX_ROW
from journeybook.workbooks.rich import RichText
from journeybook.workbooks.xls.records import BiffRecord, TextReader

_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
    0x2A: "#N/A",
}  # fmt: skip
_NO_NUMBER = 0xFFFF
_OF_TEXT, _OF_TRUTH, _OF_ERROR, _OF_NOTHING = range(4)
_TO_BE_COMPUTED = 0x2
_ROW_HIDDEN = 0x20
_OF_HUNDREDTHS, _OF_WHOLE = 1, 2
_COMMENT = 0x19
"""The kind of drawn object that a comment is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """The texts and styles that the sheets of an old workbook share."""

    texts: Sequence[RichText]
    codes: Sequence[str]
    """The format of numbers of each style."""
    struck: Sequence[bool]
    """Whether each style strikes its text through."""
    is_1904: bool


def read_xls_sheet(records: Iterable[BiffRecord], name: str, common: Common, *, is_hidden: bool) -> Sheet:
    """Read one sheet from its records."""
    reader = _Reader(SheetBuilder(name=name, is_hidden=is_hidden), common)
    for record in records:
        reader.take(record)
    return reader.sheet()


class _Reader:
    """Remembers what the next record belongs to: the formula of a text, the object of a comment."""

    def __init__(self, builder: SheetBuilder, common: Common) -> None:
        self._builder = builder
        self._common = common
        self._formula = (0, 0, 0)
        self._object = 0
        self._remarks: dict[int, str] = {}
        """What comments say, by their object."""
        self._remarked: dict[tuple[int, int], int] = {}
        """The object of the comment on each cell."""

    def sheet(self) -> Sheet:
        """Make the sheet of what was taken."""
        found = {place: self._remarks.get(number, "") for place, number in self._remarked.items()}
        return self._builder.build(comments={place: text for place, text in found.items() if text})

    def take(self, record: BiffRecord) -> None:
        """Take a record of the sheet."""
        data = record.data
        match record.kind:
            case 0xFD:  # a text that cells share
                *place, number = unpack_from("<HHHI", data)
                self._add_text(place, self._shared(place, number))
            case 0x204 | 0xD6:  # a text of the cell's own
                self._add_text(unpack_from("<HHH", data), RichText(TextReader(record.parts, 6).read().text))
            case 0x203:  # a number
                *place, value = unpack_from("<HHHd", data)
                self._add_number(place, value)
            case 0x27E:  # a number in four bytes
                *place, short = unpack_from("<HHHI", data)
                self._add_number(place, _number(short))
            case 0xBD:  # several of them beside each other
                self._take_several(data)
            case 0x205:  # true, false, or an error
                *place, code, is_error = unpack_from("<HHHBB", data)
                self._add_code(place, code, is_error=bool(is_error))
            case 0x06:
                self._take_formula(data)
            case 0x207:  # the text that a formula has as its result
                self._add_text(self._formula, RichText(TextReader(record.parts).read().text))
            case _:
                self._take_other(record)

    def _take_other(self, record: BiffRecord) -> None:
        """Take a record that is about more than one cell, or about none."""
        data = record.data
        match record.kind:
            case 0x208:  # a row
                row, options = unpack_from("<H", data)[0], unpack_from("<I", data, 12)[0]
                if options & _ROW_HIDDEN:
                    hide(self._builder.hidden_rows, row + 1, row + 1, MAX_ROW)
            case 0x7D:  # columns
                first, last, _, _, options = unpack_from("<HHHHH", data)
                if options & 1:
                    hide(self._builder.hidden_columns, first + 1, last + 1, MAX_COLUMN)
            case 0xE5:  # merged areas
                for number in range(unpack_from("<H", data)[0]):
                    top, bottom, left, right = unpack_from("<HHHH", data, 2 + 8 * number)
                    self._builder.areas.append((top + 1, left + 1, bottom + 1, right + 1))
            case 0x5D:  # something drawn
                kind, number = unpack_from("<HH", data, 4)
                self._object = number if kind == _COMMENT else 0
            case 0x1B6:  # its text
                self._take_remark(record)
            case 0x1C:  # a comment
                row, column, _, number = unpack_from("<HHHH", data)
                self._remarked[row + 1, column + 1] = number

    def _take_several(self, data: bytes) -> None:
        row, first = unpack_from("<HH", data)
        for number in range((len(data) - 6) // 6):
            style, short = unpack_from("<HI", data, 4 + 6 * number)
            self._add_number((row, first + number, style), _number(short))

    def _take_formula(self, data: bytes) -> None:
        row, column, style, result, kind, options = unpack_from("<HHH6sHH", data)
        place = self._formula = (row, column, style)
        if kind == _NO_NUMBER:
            if result[0] in {_OF_TRUTH, _OF_ERROR}:
                self._add_code(place, result[2], is_error=result[0] == _OF_ERROR)
            return
        (value,) = unpack("<d", result + pack("<H", kind))
        if options & _TO_BE_COMPUTED and not value:
            self._builder.add(SheetCell(row=row + 1, column=column + 1, text="", is_unvalued=True))
        else:
            self._add_number(place, value)

    def _take_remark(self, record: BiffRecord) -> None:
        (count,) = unpack_from("<H", record.data, 10)
        if self._object and count and len(record.parts) > 1:
            flags, *_ = record.parts[1] or b"\0"
            self._remarks[self._object] = tidied(TextReader(record.parts[1:], 1).characters(count, flags))

    def _shared(self, place: Sequence[int], number: int) -> RichText:
        if number >= len(self._common.texts):
            where = self._builder.address(place[0] + 1, place[1] + 1)
            raise NotReadable(f"{where} holds a text that is missing in the file. Open and save it again.")
        return self._common.texts[number]

    def _add_text(self, place: Sequence[int], content: RichText) -> None:
        text = tidied(content.text)
        struck = text if self._is_struck(place) else tidied(content.struck)
        self._add(place, {"text": text, "struck": struck})

    def _add_number(self, place: Sequence[int], value: float) -> None:
        number = number_of(repr(value))
        if number is not None:
            self._add(place, self._content(number, place))

    def _content(self, number: Decimal, place: Sequence[int]) -> dict[str, Any]:
        codes = self._common.codes
        code = codes[place[2]] if place[2] < len(codes) else GENERAL
        seen = as_shown(number, code, is_1904=self._common.is_1904)
        struck = tidied(seen.text) if self._is_struck(place) else ""
        return {
            "text": tidied(seen.text),
            "number": seen.number,
            "day": seen.day,
            "is_percent": seen.is_percent,
            "struck": struck,
        }

    def _add_code(self, place: Sequence[int], code: int, *, is_error: bool) -> None:
        text = _ERRORS.get(code, "#N/A") if is_error else ("TRUE" if code else "FALSE")
        self._add(place, {"text": text, "is_error": is_error})

    def _add(self, place: Sequence[int], content: dict[str, Any]) -> None:
        self._builder.add(SheetCell(row=place[0] + 1, column=place[1] + 1, **content))

    def _is_struck(self, place: Sequence[int]) -> bool:
        return place[2] < len(self._common.struck) and self._common.struck[place[2]]


def _number(short: int) -> float:
    """The number that four bytes stand for: a whole one or the beginning of another, or a hundredth of it."""
    value: float
    if short & _OF_WHOLE:
        value = float(unpack("<i", pack("<I", short))[0] >> 2)
    else:
        (value,) = unpack("<d", pack("<II", 0, short & ~3))
    return value / 100 if short & _OF_HUNDREDTHS else value
