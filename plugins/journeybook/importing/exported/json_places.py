"""Find where a value stands in a JSON text, for a message; the text is known to be JSON."""

import json
import re
from collections.abc import Iterator

from journeybook.importing.brought_in import KeyPath

_BLANK = re.compile(r"[ \t\r\n]*")
_PLAIN = re.compile(r"[\w-]+")
_OPENING, _CLOSING = frozenset("{["), frozenset("]}")
_decode = json.JSONDecoder().raw_decode


def address_in(raw: str, path: KeyPath) -> str:
    """Say the line of a value, and the way to it from the top."""
    return f"line {raw.count(chr(10), 0, _start(raw, path)) + 1}, {path_text(path)}"


def path_text(path: KeyPath) -> str:
    """Write a way to a value: `journeys[0].header.title`."""
    parts = (
        f"[{part}]" if isinstance(part, int) else f".{part}" if _PLAIN.fullmatch(part) else f"[{part!r}]"
        for part in path
    )
    return "".join(parts).removeprefix(".")


def _start(raw: str, path: KeyPath) -> int:
    """Count the characters before a value; of one that is not there, those before what should hold it."""
    at = _skip(raw, 0)
    for part in path:
        found = next((start for key, start in _members(raw, at) if key == part), None)
        if found is None:
            break
        at = found
    return at


def _members(raw: str, at: int) -> Iterator[tuple[str | int, int]]:
    """Yield the keys or positions of the group or list at a place, each with the place of its value."""
    opening, at = raw[at], _skip(raw, at + 1)
    number = 0
    while opening in _OPENING and raw[at] not in _CLOSING:
        key: str | int = number
        if opening == "{":
            key, at = _decode(raw, at)
            at = _skip(raw, _skip(raw, at) + 1)
        yield key, at
        at = _skip(raw, _decode(raw, at)[1])
        at = _skip(raw, at + 1) if raw[at] == "," else at
        number += 1


def _skip(raw: str, at: int) -> int:
    found = _BLANK.match(raw, at)
    return found.end() if found else at
