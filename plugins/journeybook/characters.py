"""Show foreign text so that it cannot drive a terminal, and measure how wide it stands there."""

import re
import unicodedata

_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_JOINER = "\u200d"


def has_hidden(text: str) -> bool:
    """Whether a text has characters that are not shown, but change how what stands around them is shown."""
    return _HIDDEN.search(text) is not None


def without_hidden(text: str, instead: str = "") -> str:
    """Return a text without such characters, or with another in their place."""
    return _HIDDEN.sub(instead, text)


def shown(text: str) -> str:
    """Return a text with its control and direction characters written out, as in `x1b` behind a backslash."""
    return _HIDDEN.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004 - one byte


def cells(text: str) -> list[tuple[str, int]]:
    """Split a line into what a terminal shows of each character, and over how many columns."""
    found: list[tuple[str, int]] = []
    is_joined = False
    for character in text:
        written = "    " if character == "\t" else shown(character)
        found.append((written, 0 if is_joined else sum(map(_width, written))))
        is_joined = character == _JOINER
    return found


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
