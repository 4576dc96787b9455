"""Find what would keep Markdown busy for minutes, or nest deeper than it can follow, before it is read."""

import re

from journeybook.bodies import fenced

MOST_WORK = 10_000_000
"""The characters that Markdown may look at for the brackets of a text. It looks for the end of each through
its whole paragraph, so that the sum of brackets times length bounds the work; so many take two seconds."""
MOST_LEVELS = 40
_NESTED = re.compile(r"(?:[ \t]+|>|[-*+:](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))*")
_LEVEL = re.compile(r">|[-*+:]|\d{1,9}[.)]|\t| {4}")
_OF_THE_WHOLE = ("<!", "<?")
"""The openings whose end is looked for through the whole text."""


def overload(markdown: str) -> tuple[int, str] | None:
    """The line, counted from 0, and the sentence on what is too much in a text; nothing if all is well."""
    written = markdown.split("\n")
    lines = ["" if is_code else line for line, is_code in zip(written, fenced(written), strict=True)]
    for number, line in enumerate(lines):
        nested = _NESTED.match(line)
        if nested and len(_LEVEL.findall(nested[0])) > MOST_LEVELS:
            return number, f"Lists, quotations and notes are nested deeper than {MOST_LEVELS} levels."
    if sum(map(markdown.count, _OF_THE_WHOLE)) * len(markdown) > MOST_WORK:
        return _first(lines, _OF_THE_WHOLE), "The text has more '<!' and '<?' than Markdown can read."
    return _crowded(lines)


def _first(lines: list[str], openings: tuple[str, ...]) -> int:
    return next((at for at, line in enumerate(lines) if any(map(line.count, openings))), 0)


def _crowded(lines: list[str]) -> tuple[int, str] | None:
    """The paragraph by which the brackets of a text become too many."""
    work, begin, length, brackets = 0, 0, 0, 0
    for number, line in enumerate((*lines, "")):
        if line.strip():
            length, brackets = length + len(line) + 1, brackets + line.count("[")
            continue
        work += length * brackets
        if work > MOST_WORK:
            return begin, f"The text has more brackets than Markdown can read: {brackets} in this paragraph."
        begin, length, brackets = number + 1, 0, 0
    return None
