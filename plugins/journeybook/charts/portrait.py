"""Draw a portrait for somebody without a picture: an abstract bust, made from id and name.

The same id gives the same bust on every page and in every build; the colours are the style sheet's.
"""

from dataclasses import dataclass
from hashlib import blake2b
from unicodedata import normalize

PORTRAIT_SIZE = 48
"""Width and height of the picture."""
TINTS = 8
"""The number of pairs of colours in the style sheet."""

_GROUNDS = (
    "M38 0a13 13 0 010 26 13 13 0 010-26z",
    "M0 36C14 16 28 32 48 12v36H0z",
    "M0 48 48 0v48z",
    "M7 48V23a17 17 0 0134 0v25z",
    "M24 0h24v48H24z",
    "M48 0v34A34 34 0 0114 0z",
    "M0 24h48v24H0z",
)
_HAIR = (
    "M14 16a10 10 0 0120 0z",
    "M15.3 21A10 10 0 0132.7 11z",
    "M15.3 11A10 10 0 0132.7 21z",
    "M14 16a10 10 0 0120 0 12 12 0 00-20 0z",
    "M14 16q7 5 11-1t9 1A10 10 0 0014 16z",
    "M14 16q4-6 10-2t10 2A10 10 0 0014 16z",
)
_COATS = (
    "M2 48c0-14 9-19 22-19s22 5 22 19z",
    "M4 48V40q1-8 10-10h20q9 2 10 10v8z",
    "M4 48A20 19 0 0144 48z",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A bust in a square of 48; the head is a circle of 10 around 24, 16."""

    tint: int
    """Which pair of colours, from 0."""
    ground: str
    """SVG path data of a shape behind the bust."""
    hair: str
    """SVG path data of what covers a part of the head."""
    coat: str
    """SVG path data of the shoulders, which the initials stand on."""
    initials: str
    """At most two letters; none where the name has none."""


def portrait(id: str, name: str) -> Portrait:  # noqa: A002 - what it is everywhere
    """Draw somebody by what is known of everybody."""
    number = int.from_bytes(blake2b(id.encode(), digest_size=8).digest())
    number, tint = divmod(number, TINTS)
    number, ground = divmod(number, len(_GROUNDS))
    number, hair = divmod(number, len(_HAIR))
    return Portrait(
        tint=tint,
        ground=_GROUNDS[ground],
        hair=_HAIR[hair],
        coat=_COATS[number % len(_COATS)],
        initials=initials(name),
    )


def initials(name: str) -> str:
    """The first letters of the first and the last word that have letters."""
    words = normalize("NFC", name).split()
    letters = [letter for word in words if (letter := next(filter(str.isalpha, word), ""))]
    return "".join(letter.upper()[0] for letter in (letters[:1] + letters[1:][-1:]))
