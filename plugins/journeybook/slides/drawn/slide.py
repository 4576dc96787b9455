"""Draw a slide: title, facts, then a curve, key figures, panels of lines, or a table."""

from collections.abc import Sequence
from dataclasses import replace

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.presentation import Presentation as Pack
from pptx.slide import Slide as Drawn
from pptx.util import Pt

from journeybook.slides.deck import Panel, RegisterRow, Slide, Tile, line, strong
from journeybook.slides.drawn.box import POINT, Box
from journeybook.slides.drawn.curve import draw_curve
from journeybook.slides.drawn.frame import (
    add_footer,
    remove_empty,
    write_notes,
    write_placeholder,
    write_title,
)
from journeybook.slides.drawn.layouts import Layouts
from journeybook.slides.drawn.table import draw_table, table_pages
from journeybook.slides.drawn.text import Pen, fitted, text_box, write_fitted, write_lines

_FACTS, _TEXT, _HEADING, _SMALLEST = 12.0, 14.0, 14.0, 9.0
_VALUE, _DETAIL = (40.0, 12.0), (16.0, 8.0)
"""The largest and the smallest sizes of key figures, and of what stands below."""
_FACTS_HEIGHT, _GAP = 36, 10
"""In points of a slide of usual size."""
_SHARE_OF_CURVE = 0.6
"""The share of the height for the curve where panels stand below."""
_TILES_IN_A_ROW, _TILE_HEIGHT = 3, 125
_PADDING = 8


def draw(pack: Pack, told: Slide, layouts: Layouts, pen: Pen) -> None:
    """Add a slide to a presentation; a table becomes as many as it needs."""
    if told.subtitle:
        _draw_cover(pack, told, layouts, pen)
    elif told.register:
        pages = list(table_pages(told.register, layouts.area, pen))
        for at, rows in enumerate(pages, 1):
            count = f" ({at}/{len(pages)})" if len(pages) > 1 else ""
            notes = (*told.notes, *(note for row in rows for note in row.notes))
            page = replace(told, title=f"{told.title}{count}", notes=notes)
            _draw_content(pack, page, layouts, pen, rows)
    else:
        _draw_content(pack, told, layouts, pen)


def _draw_cover(pack: Pack, told: Slide, layouts: Layouts, pen: Pen) -> None:
    slide = pack.slides.add_slide(layouts.cover)
    write_title(slide, told.title, layouts, pen)
    subtitles = [item for item in slide.placeholders if item.placeholder_format.type == KIND.SUBTITLE]
    for subtitle in subtitles[:1]:
        write_placeholder(subtitle, told.subtitle, layouts, pen, layout=layouts.cover, otherwise=layouts.area)
    if not subtitles:
        write_fitted(slide, layouts.area, told.subtitle, (line(told.subtitle),), 20, 12, pen)
    remove_empty(slide)
    write_notes(slide, told.notes)


def _draw_content(
    pack: Pack, told: Slide, layouts: Layouts, pen: Pen, rows: Sequence[RegisterRow] = ()
) -> None:
    slide = pack.slides.add_slide(layouts.content)
    write_title(slide, told.title, layouts, pen)
    remove_empty(slide)
    area = layouts.area
    if told.facts:
        height = int(_FACTS_HEIGHT * pen.scale * POINT)
        write_fitted(slide, area.upper(height), told.facts[0].text, (told.facts,), _FACTS, _SMALLEST, pen)
        area = area.below(height)
    if told.register:
        draw_table(slide, area, told.register, rows, pen)
    if told.tiles:
        _draw_tiles(slide, area, told.tiles, pen)
    if told.plot:
        share = _SHARE_OF_CURVE if told.panels else 1
        draw_curve(slide, area.upper(int(area.height * share)), told.plot, pen)
        area = area.below(int(area.height * share))
    for panel, box in zip(told.panels, _side_by_side(told.panels, area, pen), strict=True):
        _draw_panel(slide, box, panel, pen)
    add_footer(slide, len(pack.slides), layouts, pen)
    write_notes(slide, (told.title, *told.notes))


def _side_by_side(panels: Sequence[Panel], area: Box, pen: Pen) -> tuple[Box, ...]:
    gap = int(_GAP * 2 * pen.scale * POINT)
    return area.columns((1,) * len(panels), gap) if panels else ()


def _draw_panel(slide: Drawn, box: Box, panel: Panel, pen: Pen) -> None:
    """Write a heading and lines below it into one box."""
    told = (line(strong(panel.title)), *panel.lines)
    write_fitted(slide, box, panel.title, told, _TEXT, _SMALLEST, pen)


def _draw_tiles(slide: Drawn, area: Box, tiles: Sequence[Tile], pen: Pen) -> None:
    """Draw key figures in rows, each with a line around it; that of a bad one is thick."""
    gap = int(_GAP * pen.scale * POINT)
    rows = [tiles[at : at + _TILES_IN_A_ROW] for at in range(0, len(tiles), _TILES_IN_A_ROW)]
    room = (area.height - gap * (len(rows) - 1)) // len(rows)
    height = min(room, int(_TILE_HEIGHT * pen.scale * POINT))
    for down, row in enumerate(rows):
        strip = area.below(down * (height + gap)).upper(height)
        boxes = strip.columns((1,) * min(len(tiles), _TILES_IN_A_ROW), gap)
        for tile, box in zip(row, boxes, strict=False):
            _draw_tile(slide, box, tile, pen)


def _draw_tile(slide: Drawn, box: Box, tile: Tile, pen: Pen) -> None:
    padding = int(_PADDING * pen.scale * POINT)
    frame = text_box(slide, box, tile.title)
    outline = slide.shapes[-1].line
    outline.color.theme_color = MSO_THEME_COLOR.ACCENT_2 if tile.is_bad else MSO_THEME_COLOR.ACCENT_1
    outline.width = Pt(2.5 if tile.is_bad else 1)
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = padding
    width, height = box.wider(-padding).in_points
    below = tuple(line(text) for text in (tile.title, tile.detail) if text)
    for told, (largest, smallest) in (((line(strong(tile.value)),), _VALUE), (below, _DETAIL)):
        lines, size = fitted(told, largest * pen.scale, smallest * pen.scale, pen.face, (width, height / 2))
        write_lines(frame, lines, size, pen)
