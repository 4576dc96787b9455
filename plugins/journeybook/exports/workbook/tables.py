"""Write a table with a thing a row: personas, touchpoints, what handbook.yml lists, registers, values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.worksheet import Worksheet

from journeybook.exports.workbook.choices import Choices
from journeybook.exports.workbook.content import Content
from journeybook.exports.workbook.heights import row_height
from journeybook.exports.workbook.looks import Looks
from journeybook.exports.workbook.tracks import Track, tracks
from journeybook.notation.cells import Written
from journeybook.notation.tables import MORE, cell_pieces

_NAMES, _LABELS, _BEGIN = 0, 1, 2
"""The row of grey names, that of labels, and the first of things."""
_SPARE = 200
"""Rows below the last thing in which choices are offered as well."""
_WIDTHS = {"id": 14, "score": 11, "text": 28, "column": 28}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table."""

    name: str
    """What it holds, as `persona/role`; empty for one that is for people only."""
    label: str
    cells: tuple[Written | None, ...]
    look: str = "text"
    room: str = ""
    """Whose field it is, where choices are offered."""
    field: str = ""


def write_table(
    sheet: Worksheet, looks: Looks, choices: Choices, columns: Sequence[Column], hint: str = ""
) -> None:
    """Write a table; `hint` says above it what people must know of it."""
    looks.begin(sheet, width=_WIDTHS["text"])
    sheet.set_row(_NAMES, None if hint else 11)
    sheet.freeze_panes(_BEGIN, 1)
    _for_paper(sheet)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, _WIDTHS.get(column.look, _WIDTHS["text"]), looks["free"])
        looks.write(sheet, _NAMES, number, column.name, "key")
        looks.write(sheet, _LABELS, number, column.label, "column")
        for row, value in enumerate(column.cells, _BEGIN):
            looks.write(sheet, row, number, "" if value is None else value, column.look)
        if column.room:
            last = _BEGIN + len(column.cells) + _SPARE
            choices.offer(sheet, column.room, column.field, (_BEGIN, number, last, number))
    widths = [_WIDTHS.get(column.look, _WIDTHS["text"]) for column in columns]
    for row, cells in enumerate(zip(*(column.cells for column in columns), strict=True), _BEGIN):
        sheet.set_row(row, row_height([value or "" for value in cells], widths))
    last_row = _BEGIN + max((len(column.cells) for column in columns), default=0) - 1
    sheet.autofilter(_LABELS, 0, max(last_row, _LABELS), max(len(columns) - 1, 0))
    if hint:
        looks.write(sheet, _NAMES, len(columns), hint, "hint")


def _for_paper(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_LABELS)


def record_columns(
    content: Content, room: str, records: Sequence[Mapping[str, Any]], always: str
) -> list[Column]:
    """The columns of some records, with those in which long texts go on."""
    return [column for track in tracks(room, records, always) for column in _of_track(content, track)]


def _of_track(content: Content, track: Track) -> list[Column]:
    pieces = [_pieces(content, track, value) for value in track.values]
    label = content.label(track.room, track.name)
    return [
        Column(
            name=f"{track.room}/{track.name}{MORE * bool(number)}",
            label=label,
            cells=tuple(each[number] if number < len(each) else None for each in pieces),
            look=track.look,
            room=track.room,
            field=track.name,
        )
        for number in range(max(map(len, pieces), default=1))
    ]


def _pieces(content: Content, track: Track, value: Any) -> Sequence[Written | None]:
    if value is None:
        return [None]
    written = content.written(track.room, track.name, value)
    return cell_pieces(written) if isinstance(written, str) else [written]


def text_columns(name: str, label: str, texts: Sequence[str], look: str = "text") -> list[Column]:
    """The columns of texts that are no fields, such as the path of a file."""
    pieces = [cell_pieces(text) for text in texts]
    return [
        Column(
            name=name + MORE * bool(number),
            label=label,
            cells=tuple(each[number] if number < len(each) else None for each in pieces),
            look=look,
        )
        for number in range(max(map(len, pieces), default=1))
    ]
