"""Read the sheets of an old workbook and what they share: texts, fonts, formats, the year days count from."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import unpack_from

from journeybook.findings import quoted
from journeybook.workbooks.book import Book, NotReadable, Remark, Sheet
from journeybook.workbooks.building import MACROS
from journeybook.workbooks.formats import BUILT_IN, GENERAL
from journeybook.workbooks.limits import MAX_CELLS, MAX_SHEETS
from journeybook.workbooks.package import PROTECTED, TOO_MANY_CELLS
from journeybook.workbooks.rich import RichText
from journeybook.workbooks.xls.compound import DAMAGED, Compound
from journeybook.workbooks.xls.records import BiffRecord, BiffRecords, FontedText, TextReader
from journeybook.workbooks.xls.sheet import Common, read_xls_sheet

_STREAM, _OLDER_STREAM, _ENCRYPTED, _MACROS = "Workbook", "Book", "EncryptedPackage", "_VBA_PROJECT"
_BEGIN = 0x809
_VERSION = 0x600
_STRUCK = 0x8
_WORKSHEET = 0
_MACRO_SHEET = 1
_MISSING_FONT = 4
"""The number that no font has."""


@dataclass(slots=True, kw_only=True)
class _Outline:
    """The list of sheets, and what holds for all of them."""

    sheets: list[tuple[int, int, int, str]] = field(default_factory=list)
    """Where each begins, whether it is hidden, its kind and its name."""
    texts: list[FontedText] = field(default_factory=list)
    struck: list[bool] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=lambda: dict(BUILT_IN))
    styles: list[tuple[int, int]] = field(default_factory=list)
    """Font and format of each."""
    is_1904: bool = False

    def is_struck(self, font: int) -> bool:
        """Whether a font strikes its text through."""
        number = font - (font > _MISSING_FONT)
        return number < len(self.struck) and self.struck[number]

    def rich(self, text: FontedText) -> RichText:
        """A text with the part of it that is struck through."""
        ends = [*(start for start, _ in text.runs[1:]), len(text.text)]
        pieces = (
            text.text[start:end]
            for (start, font), end in zip(text.runs, ends, strict=False)
            if self.is_struck(font)
        )
        return RichText(text.text, "".join(pieces))


def read_xls(raw: bytes, path: str) -> Book:
    """Read every sheet of an old workbook."""
    compound = Compound(raw)
    if _ENCRYPTED in compound:
        raise NotReadable(PROTECTED)
    if _STREAM not in compound:
        kind = "a workbook of Excel 95 or older" if _OLDER_STREAM in compound else "no workbook"
        raise NotReadable(f"The file is {kind}. Save it as XLSX.")
    try:
        outline, sheets = _read(BiffRecords(compound.stream(_STREAM)))
    except (struct.error, IndexError) as error:
        raise NotReadable(DAMAGED) from error
    names = [quoted(name) for _, _, kind, name in outline.sheets if kind == _MACRO_SHEET]
    names += [quoted(_MACROS)] if _MACROS in compound else []
    told = (Remark(MACROS, {"names": ", ".join(names)}),) if names else ()
    return Book(path=path, form="xls", sheets=tuple(sheets), told=told)


def _read(records: BiffRecords) -> tuple[_Outline, list[Sheet]]:
    outline = _Outline()
    for number, record in enumerate(records.of_part(0)):
        if not number and (record.kind != _BEGIN or unpack_from("<H", record.data)[0] != _VERSION):
            raise NotReadable("The file is a workbook of Excel 95 or older. Save it as XLSX.")
        _take(outline, record)
    if len(outline.sheets) > MAX_SHEETS:
        raise NotReadable(f"The file has more than {MAX_SHEETS} sheets.")
    return outline, list(_sheets(outline, records))


def _take(outline: _Outline, record: BiffRecord) -> None:
    """Take a record that holds for all sheets."""
    data = record.data
    match record.kind:
        case 0x2F:  # of a file with a password
            raise NotReadable(PROTECTED)
        case 0x22:  # the year that days are counted from
            outline.is_1904 = unpack_from("<H", data)[0] == 1
        case 0x31:  # a font
            outline.struck.append(bool(unpack_from("<H", data, 2)[0] & _STRUCK))
        case 0x41E:  # a format of numbers
            outline.codes[unpack_from("<H", data)[0]] = TextReader(record.parts, 2).read().text
        case 0xE0:  # a style of cells
            outline.styles.append(unpack_from("<HH", data))
        case 0x85:  # a sheet
            at, state, kind = unpack_from("<IBB", data)
            name = TextReader(record.parts, 6).read(of_length="<B").text
            outline.sheets.append((at, state & 3, kind, name))
        case 0xFC:  # the texts of all cells
            outline.texts.extend(_texts(record))


def _texts(record: BiffRecord) -> Iterator[FontedText]:
    texts, count = TextReader(record.parts, 8), 0
    while texts.has_more() and count < unpack_from("<I", record.data, 4)[0]:
        count += 1
        if count > MAX_CELLS:
            raise NotReadable(TOO_MANY_CELLS)
        yield texts.read()


def _sheets(outline: _Outline, records: BiffRecords) -> Iterator[Sheet]:
    common = Common(
        texts=[outline.rich(text) for text in outline.texts],
        codes=[outline.codes.get(code, GENERAL) for _, code in outline.styles],
        struck=[outline.is_struck(font) for font, _ in outline.styles],
        is_1904=outline.is_1904,
    )
    for at, state, kind, name in outline.sheets:
        if kind == _WORKSHEET:
            yield read_xls_sheet(records.of_part(at), name, common, is_hidden=bool(state))
