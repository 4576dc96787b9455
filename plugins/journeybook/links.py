"""Find `[[kind:id]]` and `[[kind:id|text]]` in Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

PATTERN = r"\[\[(?P<kind>[a-zA-Z-]+):(?P<id>[^\[\]|\n]+)(?:\|(?P<text>[^\[\]\n]*))?\]\]"
"""One link; the kind may be wrong, so that a slip is reported instead of shown.

`journey:id/stage-id` names a stage of a journey.
"""

_LINK = re.compile(r"(?<!\\)" + PATTERN)
_FENCE = re.compile(r"[ \t]*(?P<mark>`{3,}(?!.*`)|~{3,})(?P<rest>.*)")
_BACKTICKS = re.compile(r"(?<!\\)`+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)\s*\S")
_OPENS_INDENTATION = re.compile(r"\s{0,3}(?:[-*+]\s|\d+[.)]\s|!!!|\?\?\?|===|\[\^|:\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link and where it stands."""

    kind: str
    id: str
    """As written, with the stage's id after a slash where there is one."""
    text: str | None
    """What to show instead of the thing's title."""
    line: int
    """Counted from the given first line."""
    column: int
    """Counted from 1."""


def find_links(markdown: str, first_line: int = 1) -> Iterator[Link]:
    """Yield the links of a Markdown text, outside of code and comments."""
    if "[[" not in markdown:
        return
    for number, line in _outside_code(markdown, first_line):
        if "[[" in line:
            yield from _in_line(_without_code(line), number)


def prose_lines(markdown: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines of a Markdown text outside of code; code within a line is blanked."""
    for number, line in _outside_code(markdown, first_line):
        yield number, _without_code(line) if "`" in line else line


def _outside_code(markdown: str, first_line: int) -> Iterator[tuple[int, str]]:
    lines = _COMMENT.sub(_blank, markdown).split("\n")
    in_code = zip(lines, fenced(lines), _indented(lines), strict=True)
    for number, (line, is_fenced, is_indented) in enumerate(in_code, first_line):
        if not is_fenced and not is_indented:
            yield number, line


def fenced(lines: list[str]) -> Iterator[bool]:
    """Say of each line of a Markdown text whether it belongs to a fenced block of code."""
    fence = ""
    for line in lines:
        mark = _FENCE.fullmatch(line)
        if not fence and mark:
            fence = mark["mark"]
            yield True
        elif mark and mark["mark"].startswith(fence) and not mark["rest"].strip():
            fence = ""
            yield True
        else:
            yield bool(fence)


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


def _blank(code: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", code[0])


def _in_line(line: str, number: int) -> Iterator[Link]:
    for found in _LINK.finditer(line):
        yield Link(
            kind=found["kind"],
            id=found["id"].strip(),
            text=found["text"],
            line=number,
            column=found.start() + 1,
        )


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
