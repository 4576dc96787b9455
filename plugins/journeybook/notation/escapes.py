"""Write texts so that the signs of the notation in them are told from those of the notation, and read them.

A backslash stands before a sign that is meant as such; before anything else it is a backslash. A line break
within an entry is written ⏎, for a line of a cell is an entry.
"""

import json
import re
from typing import Any

SEPARATOR = " · "
"""Stands between the parts of an entry."""
WITHIN = "↳"
"""Before a line that belongs to the entry above it, once for each level."""
_BREAKS = {"\n": "⏎", "\r": "␍"}
_MARKS = {sign: char for char, sign in _BREAKS.items()}
_LONE_SEPARATOR = re.compile(r"(?<!\S)·(?!\S)")
_BRACKETS_LAST = re.compile(r"(?<!\S)\[(?=[^\[\]]*\]$)")
_BULLET = re.compile(r"[-–—•*](?=\s|$)")
_SIGN_FIRST = re.compile(rf"{_BULLET.pattern}|{WITHIN}")
_ESCAPED = re.compile(r"\\([\\·⏎␍↳\[\-–—•*:])|([⏎␍])")
_OF_DATA = ("[", "{", '"')


def sheet_escaped(text: str) -> str:
    """Write the text of an entry, or of a part of one."""
    written = re.sub(r"[\\⏎␍]", r"\\\g<0>", text)
    written = re.sub(r"[\n\r]", lambda found: _BREAKS[found[0]], written)
    written = _LONE_SEPARATOR.sub(r"\\·", written)
    written = _BRACKETS_LAST.sub(r"\\[", written)
    return f"\\{written}" if _SIGN_FIRST.match(written) else written


def sheet_unescaped(written: str) -> str:
    """Read the text of an entry, or of a part of one."""
    return _ESCAPED.sub(lambda found: found[1] or _MARKS[found[2]], written)


def without_bullet(line: str) -> str:
    """Take the sign away that people put before the entries of a list."""
    found = _BULLET.match(line)
    return line[found.end() :].lstrip() if found else line


def own_text(value: Any) -> str:
    """Write what stands under a key of the author's own: a text as it is, anything else as JSON."""
    is_plain = isinstance(value, str) and value.strip() == value and value not in {"", "null"}
    if is_plain and not value.startswith(_OF_DATA):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def own_value(text: str) -> Any:
    """Read what stands under a key of the author's own; broken JSON is a text."""
    if not (text.startswith(_OF_DATA) or text == "null"):
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text
