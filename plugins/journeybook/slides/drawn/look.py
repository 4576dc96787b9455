"""Find how text looks on a template: size, font and colour, by layout, master and theme."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout

from journeybook.slides.drawn.box import POINT
from journeybook.slides.drawn.text_size import Face

_FIRST = f"{qn('a:lvl1pPr')}/{qn('a:defRPr')}"
_LIST = f"{qn('p:txBody')}/{qn('a:lstStyle')}/{_FIRST}"
_HUNDREDTHS = 100
_INSETS = {"lIns": 91_440, "rIns": 91_440, "tIns": 45_720, "bIns": 45_720}
_USUAL = 18.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The way in which a placeholder shows text."""

    size: float
    """In points."""
    face: Face
    insets: tuple[float, float]
    """What of its width and its height stays empty, in points."""


def look_of(shape: BaseShape, layout: SlideLayout) -> Look:
    """Find how a title or subtitle on a slide looks: what is nearest to it counts."""
    above = list(_above(shape, layout))
    styles = [style for element in above for style in element.findall(_LIST)]
    text = layout.slide_master.element.find(qn("p:txStyles"))
    named = "p:bodyStyle" if shape.placeholder_format.type.name == "SUBTITLE" else "p:titleStyle"
    common = text.find(f"{qn(named)}/{_FIRST}") if text is not None else None
    styles += [common] if common is not None else []
    fonts = [font for style in styles for font in style.findall(qn("a:latin"))]
    size = float(_nearest(styles, "sz", _USUAL * _HUNDREDTHS)) / _HUNDREDTHS
    bodies = [body for element in above for body in element.findall(f"{qn('p:txBody')}/{qn('a:bodyPr')}")]
    left, right, top, bottom = (int(_nearest(bodies, name, usual)) for name, usual in _INSETS.items())
    return Look(
        size=size,
        face=Face(
            font=_theme_font(layout, _nearest(fonts, "typeface", "")),
            is_strong=_nearest(styles, "b", "0") in {"1", "true"},
            is_upper=_nearest(styles, "cap", "none") == "all",
            spacing=max(0.0, float(_nearest(styles, "spc", 0)) / _HUNDREDTHS),
        ),
        insets=((left + right) / POINT, (top + bottom) / POINT),
    )


def _above(shape: BaseShape, layout: SlideLayout) -> Iterator[etree._Element]:
    """Yield the placeholders that one on a slide is made after: of the layout, then of the master."""
    form = shape.placeholder_format
    yield from (item.element for item in layout.placeholders if item.placeholder_format.idx == form.idx)
    is_title = "TITLE" in form.type.name and form.type.name != "SUBTITLE"
    for item in layout.slide_master.placeholders:
        if item.placeholder_format.type.name == ("TITLE" if is_title else "BODY"):
            yield item.element


def _nearest(elements: list[etree._Element], name: str, otherwise: object) -> str:
    return next((value for item in elements if (value := item.get(name)) is not None), str(otherwise))


def body_font(layout: SlideLayout) -> str:
    """The name of the font of texts."""
    return _theme_font(layout, "+mn-lt")


def _theme_font(layout: SlideLayout, name: str) -> str:
    """The name of a font; the theme says it of those that begin with a plus."""
    if name and not name.startswith("+"):
        return name
    try:
        part = layout.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        theme = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    except (KeyError, etree.XMLSyntaxError):  # programs open presentations without one as well
        return ""
    kind = "a:minorFont" if name.startswith("+mn") else "a:majorFont"
    latin = theme.find(f".//{qn(kind)}/{qn('a:latin')}")
    return latin.get("typeface", "") if latin is not None else ""


def ink(layout: SlideLayout) -> etree._Element:
    """The colour of texts, as the master has it for those of placeholders: on dark slides it is light."""
    text = layout.slide_master.element.find(qn("p:txStyles"))
    found = text.find(f"{qn('p:bodyStyle')}/{_FIRST}/{qn('a:solidFill')}") if text is not None else None
    if found is not None:
        return deepcopy(found)
    fill = etree.Element(qn("a:solidFill"))
    etree.SubElement(fill, qn("a:schemeClr")).set("val", "tx1")
    return fill
