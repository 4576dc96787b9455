"""Show foreign text so that it cannot drive a terminal, and measure how wide it stands there."""

import re
import unicodedata

_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_MARKER = re.compile(r"##(?=[a-z]*\[)", re.IGNORECASE)
"""What begins a command anywhere in a line: `##[…]` of GitHub and Azure, `##vso[…]`, `##teamcity[…]`."""
_COMMAND = re.compile(r"(?<![^\n\r\v\f\x85\u2028\u2029])([^\S\n\r]*):(?=:)")
"""What begins a command of GitHub's runner at the beginning of a line."""
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


def shown_lines(text: str) -> str:
    """Return a text of our own lines with such characters written out; only what parts the lines is left."""
    return "\n".join(map(shown, text.split("\n")))


def _written_out(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004 - one byte


def unheard(text: str, *, marker: str = "# #", colon: str = ": ", commands: bool = False) -> str:
    """Return a text in which no runner of continuous integration finds a command to obey.

    Each format names what stands for a marker's two signs and for the first colon of a line: parsed again,
    those of JSON and of XML give the text as it was. Only annotations are meant as commands.
    """
    text = _MARKER.sub(lambda _: marker, text)
    return text if commands else _COMMAND.sub(lambda found: found[1] + colon, text)


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
