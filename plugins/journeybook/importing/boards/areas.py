"""See what lies behind notes: a wide area with a text is a lane, a high one a column; the text names it."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from journeybook.importing.boards.items import BoardItem

_MOST_AREAS = 60
_LARGER = 3.0
"""How many times as large as most notes an area is."""
_FEWEST_NOTES = 2
_WHOLE = 0.8
"""The share of all notes in an area that is the whole board's, not a lane's."""


def as_names(items: Sequence[BoardItem]) -> list[BoardItem]:
    """Shrink each area that others lie in to its name: at its left edge, or at its upper one."""
    sizes = [item.width * item.height for item in items]
    usual = median(sizes or [0.0])
    large = [item for item, size in zip(items, sizes, strict=True) if size > usual * _LARGER]
    areas = {item.id for item in sorted(large, key=lambda item: -item.width * item.height)[:_MOST_AREAS]}
    middles = [(item.x, item.y, size) for item, size in zip(items, sizes, strict=True)]
    return [_name(item, middles) if item.id in areas else item for item in items]


def _name(area: BoardItem, middles: Sequence[tuple[float, float, float]]) -> BoardItem:
    left, right, top, bottom = area.left, area.right, area.top, area.bottom
    size = area.width * area.height
    inside = sum(left < x < right and top < y < bottom and other < size for x, y, other in middles)
    if inside < _FEWEST_NOTES:
        return area
    if area.height > area.width or inside >= len(middles) * _WHOLE:
        return replace(area, y=area.top, height=1.0)
    return replace(area, x=area.left, width=1.0)


def is_around(area: BoardItem, items: Sequence[BoardItem]) -> bool:
    """Whether nearly all items lie in an area or on its edge."""
    inside = sum(
        area.left <= item.x <= area.right and area.top <= item.y <= area.bottom
        for item in items
        if item is not area
    )
    return bool(items) and inside >= len(items) * _WHOLE
