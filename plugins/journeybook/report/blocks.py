"""Fill a text of limited length with blocks, and count what there is no room for."""

from collections.abc import Iterable
from typing import NamedTuple

MAX_COMMENT = 65_000
"""Characters; GitHub takes 65,536 in a comment or an issue, and what posts it may add a link."""


class Block(NamedTuple):
    """A part of a comment that is whole without its last items."""

    opening: str
    items: tuple[str, ...] = ()
    closing: str = ""

    def cut(self, room: int) -> tuple[str, int]:
        """Return as much of the block as fits, and how many items do not."""
        size = size_of(self.opening) + size_of(self.closing)
        kept = 0
        for item in self.items:
            size += size_of(item)
            if size > room:
                break
            kept += 1
        if size_of(self.opening) + size_of(self.closing) > room or (self.items and not kept):
            return "", len(self.items)
        return self.opening + "".join(self.items[:kept]) + self.closing, len(self.items) - kept


def fill(opening: str, blocks: Iterable[Block], room: int) -> tuple[str, int]:
    """Return a text with as many blocks as fit, and how many items do not."""
    written, missing = opening, 0
    for block in blocks:
        # after the first block that does not fit nothing more is shown, or headings would stand alone
        text, left = block.cut(0 if missing else room - size_of(written))
        written += text
        missing += left
    return written, missing


def size_of(text: str) -> int:
    """Characters as programs count them that keep text as UTF-16."""
    return len(text.encode("utf-16-le")) // 2
