"""Presentations as firms have them: made with python-pptx, of both formats, with odd places and samples."""

from io import BytesIO

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Pack
from pptx.util import Inches, Pt

FOOTER = "Vertraulich"


def saved(pack: Pack) -> bytes:
    stream = BytesIO()
    pack.save(stream)
    return stream.getvalue()


def narrow() -> bytes:
    """4:3: a dark band with a light title in small capitals at the top, a logo in it, a low and narrow body."""
    pack = Presentation()
    master = pack.slide_master
    master.shapes._spTree.insert(2, _rectangle(0, 0, 10, 1.2, "1F2A44"))
    master.shapes._spTree.insert(3, _rectangle(8.6, 0.3, 1.1, 0.6, "E4572E"))
    for shape in master.placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.TITLE:
            shape.left, shape.top, shape.width, shape.height = (Inches(n) for n in (0.3, 0.15, 8.1, 0.9))
        if shape.placeholder_format.type == PP_PLACEHOLDER.BODY:
            shape.left, shape.top, shape.width, shape.height = (Inches(n) for n in (0.55, 1.7, 8.7, 4.9))
    style = master.element.find(f"{qn('p:txStyles')}/{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    run = style.find(qn("a:defRPr"))
    run.set("sz", "3200")
    run.set("b", "1")
    run.set("cap", "all")
    run.find(f"{qn('a:solidFill')}/{qn('a:schemeClr')}").set("val", "bg1")
    cover = pack.slide_layouts[0]
    cover.background.fill.solid()
    cover.background.fill.fore_color.rgb = RGBColor(0x1F, 0x2A, 0x44)
    _add_samples(pack)
    return saved(pack)


def wide() -> bytes:
    """16:9 of 10 inches, on a dark ground with light texts, and a picture of the firm along the left edge."""
    pack = Presentation()
    pack.slide_height = Inches(5.625)
    for holder in (pack.slide_master, *pack.slide_layouts):
        for shape in holder.shapes:
            if shape.element.find(f"{qn('p:spPr')}/{qn('a:xfrm')}") is not None:
                shape.top, shape.height = (int(length * 0.75) for length in (shape.top, shape.height))
    master = pack.slide_master
    master.element.find(qn("p:clrMap")).set("bg1", "dk1")
    master.element.find(qn("p:clrMap")).set("tx1", "lt1")
    master.background.fill.solid()
    master.background.fill.fore_color.rgb = RGBColor(0x10, 0x18, 0x28)
    master.shapes._spTree.insert(2, _rectangle(0, 0, 0.6, 5.625, "2E86AB"))
    for shape in master.placeholders:
        shape.left, shape.width = shape.left + Inches(0.4), shape.width - Inches(0.4)
    for layout in pack.slide_layouts:
        for shape in layout.placeholders:
            if shape.placeholder_format.type == PP_PLACEHOLDER.FOOTER:
                shape.text_frame.text = FOOTER
    _add_samples(pack)
    return saved(pack)


def bare() -> bytes:
    """Without a place for titles, texts, numbers or anything else."""
    pack = Presentation()
    for layout in pack.slide_layouts:
        for shape in list(layout.placeholders):
            shape.element.getparent().remove(shape.element)
    return saved(pack)


def without_layouts() -> bytes:
    pack = Presentation()
    for layout in list(pack.slide_layouts):
        pack.slide_layouts.remove(layout)
    return saved(pack)


def odd(name: str) -> bytes:
    """A presentation with one thing missing or in an unusual place."""
    pack = Presentation()
    ODD[name](pack)
    return saved(pack)


def _without_size(pack: Pack) -> None:
    pack.element.remove(pack.element.sldSz)


def _without_styles(pack: Pack) -> None:
    pack.slide_master.element.remove(pack.slide_master.element.find(qn("p:txStyles")))


def _without_theme(pack: Pack) -> None:
    relations = pack.slide_master.part.rels
    for relation in [item for item in relations.values() if item.reltype.endswith("/theme")]:
        relations.pop(relation.rId)


def _without_places(pack: Pack) -> None:
    for holder in (pack.slide_master, *pack.slide_layouts):
        for properties in holder.element.iter(qn("p:spPr")):
            for place in properties.findall(qn("a:xfrm")):
                properties.remove(place)


def _without_notes(pack: Pack) -> None:
    for shape in list(pack.notes_master.placeholders):
        shape.element.getparent().remove(shape.element)


def _upright(pack: Pack) -> None:
    pack.slide_width, pack.slide_height = Inches(7.5), Inches(10)


def _one_layout(pack: Pack) -> None:
    for layout in list(pack.slide_layouts)[1:]:
        pack.slide_layouts.remove(layout)


def _title_over_all(pack: Pack) -> None:
    _move(pack, title=(0, 0, 10, 7.5), body=(0.5, 1.5, 9, 5))


def _title_at_the_foot(pack: Pack) -> None:
    _move(pack, title=(0.5, 6, 9, 1), body=(0.5, 0.3, 9, 5.5))


def _title_at_the_left(pack: Pack) -> None:
    _move(pack, title=(0.2, 0.5, 2.5, 6), body=(3, 0.5, 6.5, 5.5))


def _small_body(pack: Pack) -> None:
    _move(pack, title=(0.5, 0.3, 9, 1), body=(4, 3, 2, 1))


def _move(pack: Pack, **places: tuple[float, ...]) -> None:
    for shape in pack.slide_master.placeholders:
        place = places.get(shape.placeholder_format.type.name.lower())
        if place:
            shape.left, shape.top, shape.width, shape.height = map(Inches, place)


ODD = {
    "no size": _without_size,
    "no styles": _without_styles,
    "no theme": _without_theme,
    "no places": _without_places,
    "no notes": _without_notes,
    "upright": _upright,
    "one layout": _one_layout,
    "title over all": _title_over_all,
    "title at the foot": _title_at_the_foot,
    "title at the left": _title_at_the_left,
    "small body": _small_body,
}


def _rectangle(left: float, top: float, width: float, height: float, color: str) -> etree._Element:
    place = [Inches(number) for number in (left, top, width, height)]
    return parse_xml(
        f'<p:sp {nsdecls("a", "p")}><p:nvSpPr><p:cNvPr id="{900 + int(left)}" name="Band"/><p:cNvSpPr/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{place[0]}" y="{place[1]}"/>'
        f'<a:ext cx="{place[2]}" cy="{place[3]}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill></p:spPr></p:sp>'
    )


def _add_samples(pack: Pack) -> None:
    """Add slides that show how the firm's slides look, and sections of them."""
    for _ in range(2):
        slide = pack.slides.add_slide(pack.slide_layouts[5])
        slide.shapes.title.text = "MUSTER"
        slide.shapes.add_shape(MSO_SHAPE.OVAL, Inches(1), Inches(2), Inches(1), Inches(1))
        slide.shapes[-1].text_frame.text = "Mustertext"
        slide.shapes[-1].text_frame.paragraphs[0].runs[0].font.size = Pt(12)
    pack.element.append(
        parse_xml(
            f'<p:extLst {nsdecls("p")}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
            '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
            '<p14:section name="Muster" id="{11111111-2222-3333-4444-555555555555}"><p14:sldIdLst>'
            '<p14:sldId id="256"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>'
        )
    )
