"""Choose layouts of a template by their placeholders, and find the place that is free on them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Pack
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout

from journeybook.slides.drawn.box import POINT, Box, largest_free

_TITLES = frozenset({KIND.TITLE, KIND.CENTER_TITLE})
_AROUND = frozenset({KIND.DATE, KIND.FOOTER, KIND.SLIDE_NUMBER})
_WIDTH, _HEIGHT = 9_144_000, 6_858_000
"""The size of slides where a presentation says none."""
_USUAL_HEIGHT, _USUAL_WIDTH = 540, 720
"""The points of a slide for which the sizes of fonts are meant."""
_EDGE = 0.045
"""The share of a slide's height and width that stays empty at its edges where no layout says more."""
_ENOUGH, _BACKGROUND = 0.35, 0.4
"""The share of a slide from which on a placeholder has room for all, and a shape is the background."""
_LEAST = 0.01
"""The share of a slide below which a placeholder has no room for words."""
_HEAD = 0.14
"""The share of the height for a title where a layout has no place for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layouts:
    """The layouts and the places on which slides are laid."""

    cover: SlideLayout
    content: SlideLayout
    slide: Box
    whole: Box
    """The slide without its edges."""
    area: Box
    """Where a slide's content has its place."""
    scale: float
    """The sizes of fonts beside those on a slide of usual size."""

    @property
    def head(self) -> Box:
        """The place of a title for which the layout has none."""
        return _head(self.whole)


def _head(whole: Box) -> Box:
    return whole.upper(int(whole.height * _HEAD))


def layouts_of(pack: Pack) -> Layouts:
    """Choose the layouts of the title slide and of all others."""
    right, bottom = pack.slide_width or _WIDTH, pack.slide_height or _HEIGHT
    slide = Box(left=0, top=0, right=right, bottom=bottom)
    across, down = int(slide.width * _EDGE), int(slide.height * _EDGE)
    whole = Box(left=across, top=down, right=slide.right - across, bottom=slide.bottom - down)
    found = [(layout, _area(layout, slide, whole)) for layout in pack.slide_layouts]
    content, area = max(found, key=lambda item: _fitness(item[0], item[1], slide))
    points = slide.in_points
    return Layouts(
        cover=_cover(pack, content),
        content=content,
        slide=slide,
        whole=whole,
        area=area,
        scale=min(points[1] / _USUAL_HEIGHT, points[0] / _USUAL_WIDTH),
    )


def _cover(pack: Pack, content: SlideLayout) -> SlideLayout:
    """The layout with a title and a subtitle; that of the other slides where there is none."""
    for layout in pack.slide_layouts:
        kinds = {shape.placeholder_format.type for shape in layout.placeholders}
        if kinds & _TITLES and KIND.SUBTITLE in kinds:
            return layout
    return content


def _fitness(layout: SlideLayout, area: Box, slide: Box) -> tuple[bool, bool, int, int]:
    """Order layouts: with a title that is read across, with room, with little else, with much room."""
    has_title = _has_title(layout, slide)
    others = sum(shape.placeholder_format.type not in _TITLES | _AROUND for shape in layout.placeholders)
    return has_title, area.size >= _ENOUGH * slide.size, -abs(others - 1), area.size


def _is_title(shape: BaseShape) -> bool:
    body = shape.element.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")
    is_across = body is None or body.get("vert", "horz") == "horz"
    return shape.placeholder_format.type in _TITLES and is_across


def _has_title(layout: SlideLayout, slide: Box) -> bool:
    return any(_is_title(shape) and place_on(shape, slide) for shape in layout.placeholders)


def _area(layout: SlideLayout, slide: Box, whole: Box) -> Box:
    """The place for content: that of the largest placeholder for it, or what is free."""
    taken = [*_taken(layout, slide), *(() if _has_title(layout, slide) else (_head(whole),))]
    content = max(
        (box for shape in layout.placeholders if _is_content(shape) and (box := box_of(shape))),
        key=lambda box: box.within(slide).size,
        default=whole,
    )
    has_room = content.within(slide).size >= _ENOUGH * slide.size
    return largest_free((content if has_room else whole).within(slide), taken)


def _is_content(shape: BaseShape) -> bool:
    kind = shape.placeholder_format.type
    return kind not in _TITLES | _AROUND | {KIND.SUBTITLE}


def _taken(layout: SlideLayout, slide: Box) -> Iterator[Box]:
    """Yield the places of what stands on each slide of a layout: title, footer, logo, bands."""
    has_master = layout.element.get("showMasterSp", "1") not in {"0", "false"}
    drawn = chain(layout.shapes, layout.slide_master.shapes if has_master else ())
    for shape in drawn:
        is_fixed = not shape.is_placeholder
        kind = None if is_fixed else shape.placeholder_format.type
        box = box_of(shape)
        if box is None or not (is_fixed or (kind in _TITLES | _AROUND and shape.part is layout.part)):
            continue
        if box.within(slide).size < _BACKGROUND * slide.size:
            yield box.wider(4 * POINT)


def place_on(shape: BaseShape, slide: Box) -> Box | None:
    """The part of a placeholder that lies on the slide, if it is neither nothing nor nearly everything."""
    box = box_of(shape)
    inside = box.within(slide) if box else None
    is_fit = inside is not None and _LEAST * slide.size <= inside.size < _BACKGROUND * slide.size
    return inside if is_fit else None


def box_of(shape: BaseShape) -> Box | None:
    """The place of a shape, if it has one."""
    left, top, width, height = shape.left, shape.top, shape.width, shape.height
    if left is None or top is None or width is None or height is None:
        return None
    return Box(left=left, top=top, right=left + width, bottom=top + height)
