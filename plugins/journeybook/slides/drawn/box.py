"""Places on a slide, and the largest of them that is free."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from pptx.util import Emu

POINT = 12_700
"""The units of a presentation that a point has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A place on a slide, in the units of presentations."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def size(self) -> int:
        """The area; nothing where an edge lies beyond the opposite one."""
        return max(0, self.width) * max(0, self.height)

    @property
    def in_points(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.width / POINT, self.height / POINT

    @property
    def placed(self) -> tuple[Emu, Emu, Emu, Emu]:
        """Left, top, width and height, as shapes are added."""
        return Emu(self.left), Emu(self.top), Emu(self.width), Emu(self.height)

    def meets(self, other: "Box") -> bool:
        """Whether two places have some area in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: "Box") -> "Box":
        """The part that lies within another place."""
        return Box(
            left=max(self.left, other.left),
            top=max(self.top, other.top),
            right=min(self.right, other.right),
            bottom=min(self.bottom, other.bottom),
        )

    def wider(self, margin: int) -> "Box":
        """The place with a margin on each side."""
        return Box(
            left=self.left - margin,
            top=self.top - margin,
            right=self.right + margin,
            bottom=self.bottom + margin,
        )

    def below(self, height: int) -> "Box":
        """The rest below a strip of some height."""
        return Box(left=self.left, top=self.top + height, right=self.right, bottom=self.bottom)

    def upper(self, height: int) -> "Box":
        """The strip of some height at the top."""
        return Box(left=self.left, top=self.top, right=self.right, bottom=self.top + height)

    def columns(self, weights: Iterable[int], gap: int) -> tuple["Box", ...]:
        """Parts side by side, by their weights."""
        shares = tuple(weights)
        room = self.width - gap * (len(shares) - 1)
        found: list[Box] = []
        left = self.left
        for share in shares:
            right = left + room * share // sum(shares)
            found.append(Box(left=left, top=self.top, right=right, bottom=self.bottom))
            left = right + gap
        return tuple(found)


def largest_free(within: Box, taken: Iterable[Box]) -> Box:
    """The largest place that meets nothing of what is taken."""
    there = [box.within(within) for box in taken if box.meets(within)]
    if not there:
        return within
    across = sorted({within.left, within.right, *(edge for box in there for edge in (box.left, box.right))})
    down = sorted({within.top, within.bottom, *(edge for box in there for edge in (box.top, box.bottom))})
    best = Box(left=within.left, top=within.top, right=within.left, bottom=within.top)
    for (left, right), (top, bottom) in product(_spans(across), _spans(down)):
        box = Box(left=left, top=top, right=right, bottom=bottom)
        if box.size > best.size and not any(box.meets(other) for other in there):
            best = box
    return best


def _spans(edges: list[int]) -> Iterable[tuple[int, int]]:
    return [(first, last) for at, first in enumerate(edges) for last in edges[at + 1 :]]
