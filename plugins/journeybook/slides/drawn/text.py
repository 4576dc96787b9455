"""Write lines into shapes: as large as they fit, then cut."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.slide import Slide as Drawn
from pptx.text.text import TextFrame
from pptx.util import Pt

from journeybook.slides.deck import Run, TextLine, told_words
from journeybook.slides.drawn.box import Box
from journeybook.slides.drawn.text_size import Face, cut_to_lines, height, sizes

_LANGUAGES = {"de": MSO_LANGUAGE_ID.GERMAN, "en": MSO_LANGUAGE_ID.ENGLISH_UK}
_WEB = ("https://", "http://")
_MOST_LINES = (4, 3, 2, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """The way in which texts on slides of a template are written."""

    font: str
    """The name of the theme's font for texts."""
    ink: etree._Element
    """The colour, as an element of its own."""
    language: str
    scale: float
    """The sizes of fonts beside those that are asked for."""

    @property
    def face(self) -> Face:
        """The face by which texts are measured, as if all of them stood out."""
        return Face(font=self.font, is_strong=True)


def fitted(
    told: Sequence[TextLine], largest: float, smallest: float, face: Face, room: tuple[float, float]
) -> tuple[tuple[TextLine, ...], float]:
    """Return lines and the size at which they fit into a width and a height in points, cut if need be."""
    texts = [told_words(each) for each in told]
    for size in sizes(largest, smallest):
        if height(texts, size, face, room[0]) <= room[1]:
            return tuple(told), size
    for most in _MOST_LINES:
        cut = [cut_to_lines(text, most, smallest, face, room[0]) for text in texts]
        if height(cut, smallest, face, room[0]) <= room[1]:
            return tuple(_cut(each, text) for each, text in zip(told, cut, strict=True)), smallest
    while len(cut) > 1 and height(cut, smallest, face, room[0]) > room[1]:
        cut.pop()
    return tuple(_cut(each, text) for each, text in zip(told, cut, strict=False)), smallest


def _cut(told: TextLine, text: str) -> TextLine:
    """Leave as much of a line as a shorter text has."""
    if told_words(told) == text:
        return told
    kept: list[Run] = []
    left = len(text) - 1
    for run in told:
        kept += [replace(run, text=run.text[:left])] if left > 0 else []
        left -= len(run.text)
    return (*kept, Run(text="…"))


def write_lines(
    frame: TextFrame, told: Sequence[TextLine], size: float, pen: Pen, *, has_color: bool = False
) -> None:
    """Write each line as a paragraph, behind those that are there; what stands around may have a colour."""
    for each in told:
        paragraph = frame.add_paragraph() if frame.text else frame.paragraphs[0]
        for part in each:
            run = paragraph.add_run()
            run.text = part.text
            run.font.size = Pt(size)
            run.font.bold = part.is_strong or None
            run.font.language_id = _LANGUAGES.get(pen.language, MSO_LANGUAGE_ID.NONE)
            if not has_color:
                run._r.get_or_add_rPr().insert(0, deepcopy(pen.ink))  # noqa: SLF001 - any form of colour
            if part.link.startswith(_WEB):
                run.hyperlink.address = part.link


def text_box(slide: Drawn, box: Box, name: str) -> TextFrame:
    """Add an empty box of text without margins, whose size stays as it is."""
    shape = slide.shapes.add_textbox(*box.placed)
    shape.name = name
    frame = shape.text_frame
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def write_fitted(  # noqa: PLR0913, PLR0917 - place, words and their sizes
    slide: Drawn, box: Box, name: str, told: Sequence[TextLine], largest: float, smallest: float, pen: Pen
) -> None:
    """Write lines into a new box of text, so that they stand within it."""
    lines, size = fitted(told, largest * pen.scale, smallest * pen.scale, pen.face, box.in_points)
    write_lines(text_box(slide, box, name), lines, size, pen)


def set_alt(element: etree._Element, alt: str) -> None:
    """Say what a chart or a table shows to those who do not see it."""
    properties = next(element.iter(qn("p:cNvPr")))
    properties.set("descr", alt)
