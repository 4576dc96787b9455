"""Estimate the room that texts take in a picture, and break or cut them to fit.

A build does not know the reader's font. Widths are those of DejaVu Sans and Verdana, the widest of the usual
ones, so that what fits here fits in every other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from unicodedata import combining, east_asian_width

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_ELLIPSIS = "…"
_NARROW, _WIDE = frozenset("ijlI.,:;'|!()[]ftr \u00a0\u202f-"), frozenset("mwMWGOQ%@&—…+<>=~→▲▼")
_CAPITAL = 0.79


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """A line of text in a picture."""

    text: str
    x: float
    y: float
    """Of its base line."""


def width_of(text: str, size: float) -> float:
    """The width of a line of text in letters of a size; a soft hyphen takes none."""
    return size * sum(map(_width, text))


def _width(letter: str) -> float:
    """The width of a letter, as a share of its size."""
    if letter == SOFT_HYPHEN or combining(letter):
        return 0
    if letter in _NARROW:
        return 0.42
    if letter in _WIDE or east_asian_width(letter) in "WF":
        return 1.0
    return _CAPITAL if letter.isupper() else 0.64


def shortened(text: str, width: float, size: float) -> str:
    """Cut a text that is too wide, and end it with an ellipsis."""
    text = text.replace(SOFT_HYPHEN, "")
    if width_of(text, size) <= width:
        return text
    room = width / size - _width(_ELLIPSIS)
    letters = sum(wide <= room for wide in accumulate(map(_width, text)))
    return f"{text[:letters].rstrip()}{_ELLIPSIS}"


def broken(text: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """Break a text between words and at soft hyphens into lines; what is left over is cut."""
    lines: list[str] = []
    line, pieces = "", list(_pieces(text))
    for at, (piece, is_end) in enumerate(pieces):
        longer = f"{line}{piece}"
        if line and width_of(longer if is_end else f"{longer}-", size) > width:
            if len(lines) == most - 1:
                rest = "".join(f"{each}{' ' if end else ''}" for each, end in pieces[at:])
                return (*lines, shortened(f"{line}{rest}".rstrip(), width, size))
            lines.append(shortened(line.rstrip() if line.endswith(" ") else f"{line}-", width, size))
            longer = piece
        line = f"{longer} " if is_end else longer
    return (*lines, shortened(line.rstrip(), width, size))


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The parts that a line may end with, each with whether its word ends there."""
    for word in text.split():
        *parts, last = word.split(SOFT_HYPHEN)
        yield from ((part, False) for part in parts)
        yield last, True
