"""Measure how much room a text takes, by a font about as wide as those of firms, and cut it to fit."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from PIL import ImageFont

LINE = 1.25
"""The height of a line in sizes of its font."""
_MARGIN = 1.08
"""By how much fonts may be wider than the measured one."""
_STRONG = 1.07
_WIDE = {"verdana": 1.2, "dejavu sans": 1.2, "tahoma": 1.05, "trebuchet ms": 1.05, "century gothic": 1.12}
"""Fonts that are wider than that, by how much."""
_LARGE_SIGN, _SIGN = 1.35, 0.75
"""The widths of signs that the measured font lacks, in sizes of the font: pictures and ideographs, others."""
_UNITS = 100
_WORD = re.compile(r"\S+\s*|\s+")
_MORE = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """The letters in which a text is set."""

    font: str = ""
    """The name of the font."""
    is_strong: bool = False
    is_upper: bool = False
    """Whether small letters are shown as capitals."""
    spacing: float = 0
    """Points between two letters."""

    @property
    def factor(self) -> float:
        """The width beside that of the measured font."""
        return _MARGIN * _WIDE.get(self.font.casefold(), 1) * (_STRONG if self.is_strong else 1)


def width(text: str, size: float, face: Face) -> float:
    """The width of a text on one line, in points."""
    shown = text.upper() if face.is_upper else text
    return sum(map(_advance, shown)) * size * face.factor + face.spacing * len(shown)


@lru_cache(maxsize=4096)
def _advance(sign: str) -> float:
    """The width of one sign at a size of 1."""
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    letter = unicodedata.normalize("NFD", sign)[0]
    if letter.isascii() and letter.isprintable():
        return _font().getlength(letter) / _UNITS
    is_large = unicodedata.east_asian_width(sign) in {"W", "F"} or unicodedata.category(sign) == "So"
    return _LARGE_SIGN if is_large else _SIGN


@cache
def _font() -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(_UNITS)
    if not isinstance(font, ImageFont.FreeTypeFont):  # Pillow was built without FreeType
        raise TypeError
    return font


def broken_lines(text: str, size: float, face: Face, room: float) -> list[str]:
    """Break a text into lines, as presentations do: behind words, and within those that are too long."""
    found: list[str] = []
    line = ""
    for word in _words(text, size, face, room):
        if line and width((line + word).rstrip(), size, face) > room:
            found.append(line)
            line = ""
        line += word
    return [*found, line]


def _words(text: str, size: float, face: Face, room: float) -> Iterator[str]:
    """Yield the words of a text with the space behind them; one that is longer than a line in parts."""
    for word in _WORD.findall(text):
        part = ""
        for sign in word:
            if part and width((part + sign).rstrip(), size, face) > room:
                yield part
                part = ""
            part += sign
        yield part


def height(texts: Sequence[str], size: float, face: Face, room: float) -> float:
    """The height of some paragraphs, in points."""
    return sum(len(broken_lines(text, size, face, room)) for text in texts) * size * LINE


def cut_to_lines(text: str, most: int, size: float, face: Face, room: float) -> str:
    """Return a text that takes no more than some lines, with … where something is left out."""
    broken = broken_lines(text, size, face, room)
    if len(broken) <= most:
        return text
    kept = "".join(broken[:most]).rstrip()
    while kept and len(broken_lines(kept + _MORE, size, face, room)) > most:
        kept = kept[:-1].rstrip()
    return kept + _MORE


def cut_to_width(text: str, size: float, face: Face, room: float) -> str:
    """Return a text that stands on one line."""
    if width(text, size, face) <= room:
        return text
    kept = text
    while kept and width(kept.rstrip() + _MORE, size, face) > room:
        kept = kept[:-1]
    return kept.rstrip() + _MORE


def sizes(largest: float, smallest: float) -> Iterator[float]:
    """Yield sizes from the largest down, in steps of half a point."""
    size = largest
    while size > smallest:
        yield size
        size -= 0.5
    yield smallest
