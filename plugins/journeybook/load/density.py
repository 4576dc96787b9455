"""Find what would keep Markdown busy for minutes, or nest deeper than it can follow, before it is read.

Markdown goes through a text again for each of many things in it, so that work grows with the square of their
number. Each bound is one of counts and not of time: it is the same on every machine, and is told by `check`.
"""

import re
from collections.abc import Iterator, Sequence

from journeybook.bodies import fenced

MOST_WORK = 10_000_000
"""The characters that Markdown may look at for the brackets of a text. It looks for the end of each through
its whole paragraph, so that the sum of brackets times length bounds the work; so many take two seconds."""
MOST_LEVELS = 40
MOST_PIECES = 5_000
"""Paragraphs, headings, entries of lists, rows and fences: each is taken from the front of a list of all."""
MOST_MOVED = 1_000_000_000
"""The characters that may be moved for the marks within paragraphs, since each makes the paragraph anew."""
MOST_CELLS = 20_000
_NESTED = re.compile(r"(?:[ \t]+|>|[-*+:](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))*")
_LEVEL = re.compile(r">|[-*+:]|\d{1,9}[.)]|\t| {4}")
_OF_THE_WHOLE = ("<!", "<?")
"""The openings whose end is looked for through the whole text."""
_ABBREVIATION = re.compile(r"[ \t]*\*\[")
_BEGINS = re.compile(r"[ \t>]*(?:[#>:|=+*<-]|\d+[.)]|!!!|\?\?\?|/{3})")
"""A line that begins something of its own wherever it stands."""
_FENCE = ("```", "~~~")
_MARK = re.compile(r"[\\`*_:+~^=!&<$@{]| $")
_RULER = re.compile(r"[ \t>|:-]*-[ \t>|:-]*")
"""The line below the head of a table."""

Excess = tuple[int, str]
"""The line, counted from 0, and the sentence on what is too much."""


def overload(markdown: str) -> Excess | None:
    """Say what is too much in a text, and where; nothing if all is well."""
    written = markdown.split("\n")
    is_code = list(fenced(written))
    lines = ["" if code else line for line, code in zip(written, is_code, strict=True)]
    return (
        _of_depth(lines)
        or _of_the_whole(markdown, lines)
        or _of_pieces(written, is_code)
        or _of_paragraphs(lines)
    )


def _of_depth(lines: Sequence[str]) -> Excess | None:
    for number, line in enumerate(lines):
        nested = _NESTED.match(line) if line else None
        if nested and len(_LEVEL.findall(nested[0])) > MOST_LEVELS:
            return number, f"Lists, quotations and notes are nested deeper than {MOST_LEVELS} levels."
    return None


def _of_the_whole(markdown: str, lines: Sequence[str]) -> Excess | None:
    if sum(map(markdown.count, _OF_THE_WHOLE)) * len(markdown) > MOST_WORK:
        first = next((at for at, line in enumerate(lines) if any(map(line.count, _OF_THE_WHOLE))), 0)
        return first, "The text has more '<!' and '<?' than Markdown can read."
    short = [at for at, line in enumerate(lines) if _ABBREVIATION.match(line)] if "*[" in markdown else []
    if len(short) * len(markdown) > MOST_WORK:
        return short[0], "The text has more abbreviations than Markdown can look for in it."
    return None


def _of_pieces(written: Sequence[str], is_code: Sequence[bool]) -> Excess | None:
    """The line with which a text has too many parts."""
    pieces, is_within = 0, False
    for number, (line, code) in enumerate(zip(written, is_code, strict=True)):
        if code:
            pieces, is_within = pieces + line.lstrip().startswith(_FENCE), False
        else:
            is_filled = bool(line.strip())
            pieces += is_filled and (not is_within or _BEGINS.match(line) is not None)
            is_within = is_filled
        if pieces > MOST_PIECES:
            return (
                number,
                f"The text has more than {MOST_PIECES:,} paragraphs, headings, entries and rows up to here.",
            )
    return None


def _of_paragraphs(lines: Sequence[str]) -> Excess | None:
    """The paragraph by which brackets, marks or cells of a text become too many."""
    work = moved = cells = 0
    for begin, paragraph in _paragraphs(lines):
        length = sum(map(len, paragraph)) + len(paragraph)
        brackets = sum(line.count("[") for line in paragraph)
        work += length * brackets
        moved += length * (len(paragraph) + sum(len(_MARK.findall(line)) for line in paragraph))
        cells += _cells(paragraph)
        if work > MOST_WORK:
            return begin, f"The text has more brackets than Markdown can read: {brackets} in this paragraph."
        if moved > MOST_MOVED:
            return begin, f"The text has more marks than Markdown can read: {length:,} characters with them."
        if cells > MOST_CELLS:
            return begin, f"The tables of the text have more than {MOST_CELLS:,} cells."
    return None


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield what stands between empty lines, with the line that it begins in."""
    begin = 0
    for number, line in enumerate((*lines, "")):
        if not line.strip():
            if begin < number:
                yield begin, lines[begin:number]
            begin = number + 1


def _cells(paragraph: Sequence[str]) -> int:
    if not any("|" in line and _RULER.fullmatch(line) for line in paragraph[1:]):
        return 0
    return (max(line.count("|") for line in paragraph) + 1) * len(paragraph)
