"""Read a table that is text: its encoding, what parts its columns, and the numbers and days in it."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from journeybook.load.sheets.notation import Numbers, is_percentage, read_day
from journeybook.load.sheets.table import cells_of, written_rows
from journeybook.messages import N_
from journeybook.model.fields import Rejected
from journeybook.workbooks.book import Book, NotReadable, Remark, Sheet, SheetCell
from journeybook.workbooks.building import SheetBuilder, tidied
from journeybook.workbooks.formats import exact
from journeybook.workbooks.limits import MAX_CELLS, MAX_COLUMN
from journeybook.workbooks.package import TOO_MANY_CELLS

_MARKS = (",", ";", "\t", "|")
_NAMED_MARK = re.compile(r"sep=(?P<mark>[,;\t|:~^])[ ]*$")
_LOOKED_AT = 50
_OF_EXCEL = "cp1252"
_FOREIGN_WORD = re.compile(r"[^\W\d_]*[^\x00-\x7f]\w*")
_OLDER = N_("It is not stored as UTF-8; read as Windows-1252, line %(line)s has the word '%(word)s'.")
_DIGIT = re.compile("[0-9]")
_LONGEST_NUMBER = 32
_MOST_CONTROLS = 0.02


def read_delimited(raw: bytes, path: str) -> Book:
    """Read the one table of a text file."""
    text, told = _decoded(raw)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first, mark = _separator(lines)
    rows = list(_rows(lines, first, mark))
    return Book(path=path, form="csv", sheets=(_sheet(rows, mark),), told=told)


def _decoded(raw: bytes) -> tuple[str, tuple[Remark, ...]]:
    """The text of a file, and what must be said of its encoding."""
    encoding = _encoding(raw)
    try:
        text = raw.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise NotReadable(
                "The file begins like a text in UTF-16, but is none. Save it as UTF-8."
            ) from error
        text = raw.decode(_OF_EXCEL, "replace")
        _refuse_binary(text)
        return text, tuple(_told_word(text))
    _refuse_binary(text)
    return text, ()


def _encoding(raw: bytes) -> str:
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    if raw.startswith(BOM_UTF8):
        return "utf-8"
    zeros = (raw[0:2000:2].count(0), raw[1:2000:2].count(0))
    if max(zeros) * 4 > len(raw[:2000]) and min(zeros) * 4 < max(zeros):
        return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    return "utf-8"


def _refuse_binary(text: str) -> None:
    """Refuse what is no text: nobody types control characters."""
    start = text[:4000]
    controls = sum(sign < " " and sign not in "\t\n\r\f\v" for sign in start) + start.count("\ufffd")
    if text.find("\0") >= 0 or controls > len(start) * _MOST_CONTROLS:
        raise NotReadable("The file is no table: neither a workbook (XLSX, ODS, XLS) nor text (CSV).")


def _told_word(text: str) -> Iterator[Remark]:
    """Show the first word by which people see whether the encoding was guessed right."""
    word = _FOREIGN_WORD.search(text)
    if word:
        line = str(text.count("\n", 0, word.start()) + 1)
        yield Remark(_OLDER, {"line": line, "word": word[0]})


def _separator(lines: Sequence[str]) -> tuple[int, str]:
    """The first line of the table, counted from 0, and what parts its columns."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if named := _NAMED_MARK.match(lines[first]):
        return first + 1, named["mark"]
    return first, max(_MARKS, key=lambda mark: _regularity(lines[first : first + _LOOKED_AT], mark))


def _regularity(lines: Sequence[str], mark: str) -> tuple[int, int]:
    """Count the rows that have as many cells as most have, and these cells; one cell is no table."""
    counts = [len(cells_of(row, mark) or ()) for _, row in written_rows(lines, 0, mark)]
    wide = [count for count in counts if count > 1]
    most = max(wide, key=lambda count: (wide.count(count), count), default=1)
    return wide.count(most), most


def _rows(lines: Sequence[str], first: int, mark: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row with its line; of a row whose quotation marks do not fit, as they stand."""
    count = 0
    for line, row in written_rows(lines, first, mark):
        cells = cells_of(row, mark)
        cells = row.split(mark) if cells is None else cells
        count += len(cells)
        while cells and not cells[-1].strip():
            cells.pop()
        if len(cells) > MAX_COLUMN:
            raise NotReadable(f"Line {line} has more than {MAX_COLUMN:,} cells.")
        if count > MAX_CELLS:
            raise NotReadable(TOO_MANY_CELLS)
        yield line, cells


def _sheet(rows: Sequence[tuple[int, list[str]]], mark: str) -> Sheet:
    numbers = Numbers(
        (cell.strip() for _, cells in rows for cell in cells if len(cell) <= _LONGEST_NUMBER),
        default="." if mark == "," else None,
    )
    builder = SheetBuilder(name="")
    numbered = list(_numbered(rows))
    for row, (_, cells) in numbered:
        for column, cell in enumerate(cells, 1):
            text = tidied(cell)
            if text:
                builder.add(SheetCell(row=row, column=column, text=text, **_meaning(text, numbers)))
    return builder.build(lines={row: line for row, (line, _) in numbered})


def _numbered(rows: Sequence[tuple[int, list[str]]]) -> Iterator[tuple[int, tuple[int, list[str]]]]:
    """Number the rows; an empty line is a row as well, but one of several lines is one."""
    row = follows = 0
    for line, cells in rows:
        row += 1 + line - (follows or line)
        follows = line + 1 + sum(cell.count("\n") for cell in cells)
        yield row, (line, cells)


def _meaning(text: str, numbers: Numbers) -> dict[str, Any]:
    """The number and the day that a text is, if there is only one way to read it."""
    if len(text) > _LONGEST_NUMBER or not _DIGIT.search(text):
        return {}
    number = _number(text, numbers)
    return {"number": number, "day": _day(text), "is_percent": number is not None and is_percentage(text)}


def _number(text: str, numbers: Numbers) -> Decimal | None:
    try:
        return exact(Decimal(f"{numbers.read(text):.15g}"))
    except Rejected:
        return None


def _day(text: str) -> date | None:
    try:
        return read_day(text)[0]
    except Rejected:
        return None
