"""Give every slide its title, its number, the firm's footer and the speaker's notes."""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide as Drawn
from pptx.slide import SlideLayout
from pptx.util import Pt

from journeybook.slides.deck import line
from journeybook.slides.drawn.box import Box
from journeybook.slides.drawn.layouts import Layouts, box_of, place_on
from journeybook.slides.drawn.look import look_of
from journeybook.slides.drawn.text import Pen, fitted, text_box, write_fitted, write_lines

_HEAD = 26.0
_SMALLEST_TITLE = 14.0
_SHARE_OF_TITLE = 0.4
"""By how much a title is set smaller at most."""
_NUMBER = 10.0
_TITLES = frozenset({KIND.TITLE, KIND.CENTER_TITLE})
_NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


def write_placeholder(  # noqa: PLR0913 - where, what, and how it looks
    shape: BaseShape, text: str, layouts: Layouts, pen: Pen, *, layout: SlideLayout, otherwise: Box
) -> None:
    """Write a title or subtitle into its place: as large as the layout has it, or as it fits, or cut.

    Where its place is none on the slide, it is written elsewhere.
    """
    look, box = look_of(shape, layout), place_on(shape, layouts.slide) or otherwise
    frame = shape.text_frame
    if box != box_of(shape):
        shape.left, shape.top, shape.width, shape.height = box.placed
    (width, height), (across, down) = box.in_points, look.insets
    room = max(1.0, width - across), max(1.0, height - down)
    smallest = min(look.size, max(_SMALLEST_TITLE * pen.scale, look.size * _SHARE_OF_TITLE))
    (told,), size = fitted((line(text),), look.size, smallest, look.face, room)
    frame.text = "".join(run.text for run in told)
    if size < look.size:
        for run in frame.paragraphs[0].runs:
            run.font.size = Pt(size)


def write_title(slide: Drawn, text: str, layouts: Layouts, pen: Pen) -> None:
    """Write the title of a slide; where the layout has no place for it, at the top."""
    title = next((item for item in slide.placeholders if item.placeholder_format.type in _TITLES), None)
    if title is not None:
        layout = slide.slide_layout
        write_placeholder(title, text, layouts, pen, layout=layout, otherwise=layouts.head)
    else:
        write_fitted(slide, layouts.head, text, (line(text),), _HEAD, _SMALLEST_TITLE, pen)


def remove_empty(slide: Drawn) -> None:
    """Remove the placeholders into which nothing was written."""
    for shape in list(slide.placeholders):
        if not (shape.has_text_frame and shape.text_frame.text):
            shape.element.getparent().remove(shape.element)


def add_footer(slide: Drawn, number: int, layouts: Layouts, pen: Pen) -> None:
    """Bring along the layout's footer, and number the slide."""
    found = {item.placeholder_format.type: item for item in slide.slide_layout.placeholders}
    footer, place = found.get(KIND.FOOTER), found.get(KIND.SLIDE_NUMBER)
    if footer is not None and footer.text_frame.text.strip() and _lies_on(footer, layouts.slide):
        slide.shapes._spTree.append(deepcopy(footer.element))  # noqa: SLF001 - python-pptx copies no footers
    if place is not None and _lies_on(place, layouts.slide):
        copied = deepcopy(place.element)
        slide.shapes._spTree.append(copied)  # noqa: SLF001 - nor numbers
        _number(copied.find(qn("p:txBody")), number)
        return
    size = _NUMBER * pen.scale
    right, bottom = layouts.whole.right, layouts.whole.bottom
    box = Box(
        left=right - int(size * 4 * 12_700), top=bottom, right=right, bottom=bottom + int(size * 1.3 * 12_700)
    )
    frame = text_box(slide, box, "#")
    write_lines(frame, (line(str(number)),), size, pen)
    _number(frame._txBody, number)  # noqa: SLF001 - nor fields


def _lies_on(shape: BaseShape, slide: Box) -> bool:
    box = box_of(shape)
    return box is not None and box.within(slide) == box


def _number(body: etree._Element, number: int) -> None:
    """Let a text be the number of its slide, whatever place that gets later."""
    paragraphs = body.findall(qn("a:p"))
    for other in paragraphs[1:]:
        body.remove(other)
    paragraph = paragraphs[0]
    properties = next(paragraph.iter(qn("a:rPr")), None)
    for item in list(paragraph):
        if item.tag != qn("a:pPr"):
            paragraph.remove(item)
    field = parse_xml(f'<a:fld {nsdecls("a")} id="{_NUMBER_FIELD}" type="slidenum"/>')
    if properties is not None:
        field.append(deepcopy(properties))
    text = etree.SubElement(field, qn("a:t"))
    text.text = str(number)
    paragraph.append(field)


def write_notes(slide: Drawn, notes: Sequence[str]) -> None:
    """Write the speaker's notes; where the firm's notes have no place for them, into one of our own."""
    if not notes:
        return
    page = slide.notes_slide
    frame = page.notes_text_frame
    if frame is None:
        page.shapes._spTree.append(parse_xml(_NOTES))  # noqa: SLF001 - it adds no placeholders to notes
        frame = page.notes_text_frame
    if frame is not None:
        frame.text = "\n".join(notes)


_NOTES = f"""\
<p:sp {nsdecls("a", "p")}><p:nvSpPr><p:cNvPr id="99" name="Notes"/><p:cNvSpPr/>
<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>
<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"""
