"""Tell the code of a Markdown text from its prose: fences, indentation, comments and backticks."""

import re
from collections.abc import Iterator
from enum import Enum, auto

_FENCE = re.compile(r"(?P<mark>[ \t]*(?:`{3,}+(?!.*`)|~{3,}+))(?P<rest>.*)")
_BACKTICKS = re.compile(r"(?<!\\)`+")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)\s*\S")
_OPENS_INDENTATION = re.compile(r"\s{0,3}(?:[-*+]\s|\d+[.)]\s|!!!|\?\?\?|===|\[\^|:\s)")
_NOT_A_LINE_END = re.compile(r"[^\n]")


def prose_lines(markdown: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines of a Markdown text outside of code; code within a line is blanked."""
    lines = _without_comments(markdown).split("\n")
    in_code = zip(lines, fenced(lines), _indented(lines), strict=True)
    for number, (line, is_fenced, is_indented) in enumerate(in_code, first_line):
        if not is_fenced and not is_indented:
            yield number, _without_code(line) if "`" in line else line


def fenced(lines: list[str]) -> Iterator[bool]:
    """Say of each line of a Markdown text whether it belongs to a fenced block of code.

    What no fence ends is text, and only one of the same marks and indentation ends it: so the pages have it,
    unlike GitHub.
    """
    return (kind is _Line.CODE for kind in _kinds(lines))


def unclosed_fences(markdown: str) -> Iterator[tuple[int, int, str]]:
    """Yield the fences that nothing ends: the line from 0, the column from 1, and what is written."""
    lines = _without_comments(markdown).split("\n")
    for number, kind in enumerate(_kinds(lines)):
        if kind is _Line.UNCLOSED:
            marks = lines[number].lstrip()
            yield number, len(lines[number]) - len(marks) + 1, marks


class _Line(Enum):
    """Kinds of a line of Markdown, as far as code goes."""

    TEXT = auto()
    CODE = auto()
    UNCLOSED = auto()
    """The beginning of code that has no end."""


def _kinds(lines: list[str]) -> Iterator[_Line]:
    marks = list(map(_FENCE.fullmatch, lines))
    last = {mark["mark"]: at for at, mark in enumerate(marks) if mark and not mark["rest"].strip()}
    fence = ""
    for at, mark in enumerate(marks):
        if not fence and mark:
            fence = mark["mark"] if last.get(mark["mark"], 0) > at else ""
            yield _Line.CODE if fence else _Line.UNCLOSED
        elif fence and mark and mark["mark"] == fence and not mark["rest"].strip():
            fence = ""
            yield _Line.CODE
        else:
            yield _Line.CODE if fence else _Line.TEXT


def _indented(lines: list[str]) -> Iterator[bool]:
    """Say of each line whether its indentation makes it code: after an empty line, not in lists and notes."""
    within, code, after_empty = False, False, True
    for line in lines:
        is_deep = _INDENTED.match(line) is not None
        if line.strip():
            code = is_deep and not within and (code or after_empty)
            within = _OPENS_INDENTATION.match(line) is not None or (within and (is_deep or not after_empty))
        after_empty = not line.strip()
        yield code and not after_empty


def _without_comments(markdown: str) -> str:
    """Put spaces where comments stand."""
    parts: list[str] = []
    at = 0
    while (start := markdown.find("<!--", at)) >= 0 and (end := markdown.find("-->", start + 4)) >= 0:
        end += len("-->")
        parts += markdown[at:start], _NOT_A_LINE_END.sub(" ", markdown[start:end])
        at = end
    return "".join((*parts, markdown[at:]))


def _without_code(line: str) -> str:
    """Put spaces where code stands between two rows of as many backticks."""
    rows = [found.span() for found in _BACKTICKS.finditer(line)]
    ends: dict[int, int] = {}
    closing: dict[int, int] = {}
    for start, end in reversed(rows):
        if end - start in closing:
            ends[start] = closing[end - start]
        closing[end - start] = end
    parts: list[str] = []
    at = 0
    for start, _ in rows:
        if start >= at and start in ends:
            parts += line[at:start], " " * (ends[start] - start)
            at = ends[start]
    return "".join((*parts, line[at:]))
