"""Draw a register as tables, a slide for as many rows as fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pptx.enum.text import MSO_ANCHOR
from pptx.slide import Slide as Drawn
from pptx.table import _Cell
from pptx.util import Emu, Pt

from journeybook.slides.deck import Register, RegisterRow, line, strong
from journeybook.slides.drawn.box import POINT, Box
from journeybook.slides.drawn.text import Pen, set_alt, write_lines
from journeybook.slides.drawn.text_size import LINE, broken_lines, cut_to_lines, width

_SIZE = 11.0
_MOST_LINES, _HEAD_MARGIN = 2, 1.15
_ACROSS, _DOWN = 5, 3
"""The margins of a cell, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cells:
    """A row as it is drawn."""

    texts: tuple[str, ...]
    height: int
    row: RegisterRow


def table_pages(register: Register, box: Box, pen: Pen) -> Iterator[tuple[RegisterRow, ...]]:
    """Yield the rows of each slide."""
    rooms = _rooms(register, box, pen)
    used = _cells(RegisterRow(cells=register.heads), rooms, pen).height
    head, page = used, list[RegisterRow]()
    for row in register.rows:
        height = _cells(row, rooms, pen).height
        if page and used + height > box.height:
            yield tuple(page)
            used, page = head, []
        used += height
        page.append(row)
    if page:
        yield tuple(page)


def draw_table(slide: Drawn, box: Box, register: Register, rows: Sequence[RegisterRow], pen: Pen) -> None:
    """Draw some rows of a register below its heads."""
    rooms = _rooms(register, box, pen)
    drawn = [_cells(row, rooms, pen) for row in (RegisterRow(cells=register.heads), *rows)]
    whole = box.upper(sum(item.height for item in drawn))
    frame = slide.shapes.add_table(len(drawn), len(rooms), *whole.placed)
    frame.name = register.alt
    set_alt(frame._element, register.alt)  # noqa: SLF001 - python-pptx knows no alternative texts
    table = frame.table
    for at, room in enumerate(rooms):
        table.columns[at].width = Emu(int((room + 2 * _ACROSS) * POINT))
    for down, item in enumerate(drawn):
        table.rows[down].height = Emu(item.height)
        for across, text in enumerate(item.texts):
            _write(table.cell(down, across), text, pen, is_head=down == 0)


def _rooms(register: Register, box: Box, pen: Pen) -> tuple[float, ...]:
    """The widths for texts, in points: by weight, but none narrower than the longest word of its head."""
    size, whole = _SIZE * pen.scale, box.in_points[0]
    needed = [
        max(width(word, size, pen.face) for word in head.split()) * _HEAD_MARGIN for head in register.heads
    ]
    pairs = list(zip(register.weights, needed, strict=True))
    per_weight = whole / sum(register.weights)
    narrow = {at for at, (weight, room) in enumerate(pairs) if weight * per_weight - 2 * _ACROSS < room}
    left = whole - sum(needed[at] + 2 * _ACROSS for at in narrow)
    shares = sum(weight for at, weight in enumerate(register.weights) if at not in narrow)
    return tuple(
        room if at in narrow else weight * left / shares - 2 * _ACROSS
        for at, (weight, room) in enumerate(pairs)
    )


def _cells(row: RegisterRow, rooms: Sequence[float], pen: Pen) -> _Cells:
    size = _SIZE * pen.scale
    pairs = list(zip(row.cells, rooms, strict=True))
    texts = tuple(cut_to_lines(text, _MOST_LINES, size, pen.face, room) for text, room in pairs)
    most = max(len(broken_lines(text, size, pen.face, room)) for text, room in zip(texts, rooms, strict=True))
    return _Cells(texts=texts, height=int((most * size * LINE + 2 * _DOWN) * POINT), row=row)


def _write(cell: _Cell, text: str, pen: Pen, *, is_head: bool) -> None:
    """Write a cell; the head's colour is that of the table's style."""
    cell.margin_left = cell.margin_right = Pt(_ACROSS)
    cell.margin_top = cell.margin_bottom = Pt(_DOWN)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.text_frame.word_wrap = True
    told = line(strong(text) if is_head else text)
    write_lines(cell.text_frame, (told,), _SIZE * pen.scale, pen, has_color=True)
