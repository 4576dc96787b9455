"""Open the presentation on whose layouts slides are laid: a firm's own, or a plain one."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, is_zipfile

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Pack
from pptx.shapes.base import BaseShape
from pptx.util import Emu, Inches

from journeybook.slides.drawn.layouts import layouts_of

LARGEST = 50 * 1024 * 1024
"""Bytes of a template."""
_UNPACKED = 400 * 1024 * 1024
_OLD_OR_LOCKED = bytes.fromhex("d0cf11e0a1b11ae1")
_WANTED = "Name a file of the format .pptx or .potx."
_TYPES, _MAIN = "[Content_Types].xml", "ppt/presentation.xml"
_OF_TEMPLATES, _OF_PRESENTATIONS = (
    b"presentationml.template.main+xml",
    b"presentationml.presentation.main+xml",
)
_BROKEN = (
    AttributeError,
    BadZipFile,
    IndexError,
    KeyError,
    NotImplementedError,
    OSError,
    PythonPptxError,
    RuntimeError,
    TypeError,
    ValueError,
    etree.LxmlError,
    zlib.error,
)
"""What reading a presentation raises that is not whole."""
_WIDE, _NARROW = Inches(40 / 3), Inches(10)
_TITLE_SIZE = "2800"
_PLACES = {
    PP_PLACEHOLDER.TITLE: (Inches(0.35), Inches(0.95)),
    PP_PLACEHOLDER.BODY: (Inches(1.4), Inches(5.35)),
}
"""Top and height of titles and of what stands below them."""
_COLORS = {"accent1": "3F51B5", "accent2": "C62828", "accent3": "8A8FA3"}
"""Indigo as a site has it by default, red for what is low, grey for what accompanies."""


class BadTemplate(Exception):  # noqa: N818 - it says what is the matter with the file
    """A file on which no slides can be laid; the message says why."""


def firms_template(data: bytes, name: str) -> Pack:
    """Open a firm's presentation, or its template, without the slides that it brings as samples."""
    try:
        pack = Presentation(BytesIO(_as_presentation(data, name)))
        _drop_samples(pack)
        if not len(pack.slide_layouts):
            raise BadTemplate(f"The template '{name}' has no layouts. Name one that has.")
        layouts_of(pack)  # what is broken shows here, before slides are told and drawn
    except _BROKEN as error:
        message = f"The template '{name}' cannot be read: it is broken. Save it anew in your program."
        raise BadTemplate(message) from error
    return pack


def _as_presentation(data: bytes, name: str) -> bytes:
    """Refuse what is no presentation, and give a template out as one."""
    if data.startswith(_OLD_OR_LOCKED):
        message = f"The template '{name}' has a password, or is of the old format PPT."
        raise BadTemplate(f"{message} Save it as .pptx without a password.")
    if not is_zipfile(BytesIO(data)):
        raise BadTemplate(f"'{name}' is no presentation. {_WANTED}")
    with ZipFile(BytesIO(data)) as file:
        if sum(item.file_size for item in file.infolist()) > _UNPACKED:
            raise BadTemplate(f"The template '{name}' unpacks to more than {_UNPACKED // 1024**2} MB.")
        names = frozenset(file.namelist())
        if _MAIN not in names:
            raise BadTemplate(f"'{name}' is no presentation. {_WANTED}")
        types = file.read(_TYPES)
        if b"macroEnabled" in types or any(item.endswith("vbaProject.bin") for item in names):
            raise BadTemplate(f"The template '{name}' has macros. Save it as .pptx or .potx, without them.")
        return _with_types(file, types) if _OF_TEMPLATES in types else data


def _with_types(file: ZipFile, types: bytes) -> bytes:
    """Return a template as a presentation: they differ in one word."""
    made = BytesIO()
    with ZipFile(made, "w") as copy:
        for item in file.infolist():
            is_types = item.filename == _TYPES
            copy.writestr(
                item, types.replace(_OF_TEMPLATES, _OF_PRESENTATIONS) if is_types else file.read(item)
            )
    return made.getvalue()


def _drop_samples(pack: Pack) -> None:
    """Remove all slides, and what of the presentation names them: sections and shows."""
    listed = pack.slides._sldIdLst  # noqa: SLF001 - python-pptx removes no slides by itself
    for slide in list(listed):
        pack.part.drop_rel(slide.rId)
        listed.remove(slide)
    root = pack.element
    for item in (*root.findall(qn("p:custShowLst")), *root.findall(qn("p:extLst"))):
        root.remove(item)


def plain_template() -> Pack:
    """Make a plain presentation of 16:9, in the colours of a handbook."""
    pack = Presentation()
    pack.slide_width = _WIDE
    for shape in _shapes(pack):
        shape.left, shape.width = (Emu(length * _WIDE // _NARROW) for length in (shape.left, shape.width))
    for shape in pack.slide_master.placeholders:
        if shape.placeholder_format.type in _PLACES:
            shape.top, shape.height = _PLACES[shape.placeholder_format.type]
    for style in pack.slide_master.element.iter(qn("p:titleStyle")):
        style.find(f"{qn('a:lvl1pPr')}/{qn('a:defRPr')}").set("sz", _TITLE_SIZE)
    for holder in (pack.slide_master, *pack.slide_layouts):
        for first in holder.element.iter(qn("a:lvl1pPr")):
            if first.get("algn") == "ctr":
                first.set("algn", "l")
    _color_theme(pack)
    return pack


def _color_theme(pack: Pack) -> None:
    part = pack.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    for name, color in _COLORS.items():
        for held in theme.iter(qn(f"a:{name}")):
            held[:] = [held.makeelement(qn("a:srgbClr"), {"val": color})]
    part._blob = etree.tostring(theme, encoding="UTF-8", xml_declaration=True, standalone=True)  # noqa: SLF001 - python-pptx knows no themes


def _shapes(pack: Pack) -> Iterator[BaseShape]:
    """Yield the shapes of master and layouts that have a place of their own."""
    for holder in (pack.slide_master, *pack.slide_layouts):
        yield from (
            shape
            for shape in holder.shapes
            if shape.element.find(qn("p:spPr")).find(qn("a:xfrm")) is not None
        )
