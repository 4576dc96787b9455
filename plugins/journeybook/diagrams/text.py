"""Write people's text into Mermaid source: one line that shows the text and does nothing else."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Literal

Slot = Literal["title", "section", "task", "actor", "label"]
"""Where a text stands: title or description; a journey's section, task or actor; a flowchart's label."""

PLACEHOLDER = "–"
"""What stands for a text that is empty once it is cleaned."""

MAX_LENGTH = 50_000
"""UTF-16 units; Mermaid shows a notice in place of a longer text."""

_PLANE_ENDS = "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(17))
_BREAKS = re.compile("[\t\n\v\f\r\x85\u2028\u2029]")
_DROPPED = re.compile(f"[\0-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff{_PLANE_ENDS}]")
_SPACES = re.compile("  +")

_RAW = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -.,()!?/'+")
# Mermaid measures an entity in the legend as eight wide characters: names encode only what the grammar needs.
_RAW_IN_ACTOR = frozenset(map(chr, range(0x20, 0x7F))) - frozenset("#;:,<>%&")
_PLACEHOLDER_MARKS = frozenset("\ufb02\u00b6")
_JOINERS = frozenset("\u200c\u200d")

_KEYWORD = re.compile("title|section|journey|acctitle|accdescr", re.IGNORECASE)
_DIRECTION = re.compile(r"d(?=irection\s+(?:TB|TD|BT|RL|LR))")
_WORD_JOINER = "\u2060"


def clean(text: str) -> str:
    """Return the text as one line without control characters, the form in which a reader sees it."""
    return _SPACES.sub(" ", _DROPPED.sub("", _BREAKS.sub(" ", text))).strip(" ")


def escape(text: str, slot: Slot) -> str:
    """Return the text for a slot of Mermaid source; empty text becomes a dash, for Mermaid reads none.

    Characters with a meaning in Mermaid become decimal entities, the only escape that every slot of every
    version understands. A label does not contain its quotes.
    """
    line = clean(text)
    if not line.strip():
        line = PLACEHOLDER
    if slot == "actor":
        return _actor(line)
    if slot == "label":
        return _label(line)
    escaped = "".join(_outside_actor(char) for char in line)
    # The lexer reads a keyword at the start of a task as a new statement, even within a word.
    return _entity(line[0]) + escaped[1:] if slot == "task" and _KEYWORD.match(line) else escaped


def heading(*, title: str, description: str) -> Iterator[str]:
    """Yield the lines that name and describe a diagram to screen readers."""
    if clean(title):
        yield f"    accTitle: {escape(title, 'title')}"
    if clean(description):
        yield f"    accDescr: {escape(description, 'title')}"


def fitting(source: str) -> str | None:
    """Return the source, or None if Mermaid would refuse it for its length."""
    return source if len(source.encode("utf-16-le")) // 2 <= MAX_LENGTH else None


def _actor(line: str) -> str:
    # The library keeps names as keys of an object, where this one is lost.
    if line == "__proto__":
        return _entity("_") + line[1:]
    return "".join(_in_actor(char) for char in line)


def _label(line: str) -> str:
    # Flowcharts decode twice, so text that looks like Mermaid's own placeholders is parted by a word joiner.
    parted = re.sub("(?<=\ufb02)(?=°)|(?<=¶)(?=ß)", _WORD_JOINER, line)
    # The lexer reads a direction statement even inside quotes.
    marked = _DIRECTION.split(parted)
    return _entity("d").join("".join(_outside_actor(char) for char in part) for part in marked)


def _entity(char: str) -> str:
    return f"#{ord(char)};"


@cache
def _outside_actor(char: str) -> str:
    return char if char in _RAW or _is_plain_letter(char) else _entity(char)


@cache
def _in_actor(char: str) -> str:
    return char if char in _RAW_IN_ACTOR or _is_plain_letter(char) else _entity(char)


def _is_plain_letter(char: str) -> bool:
    if char.isascii() or char in _PLACEHOLDER_MARKS:
        return False
    return char in _JOINERS or unicodedata.category(char) not in {"Zs", "Cf"}
