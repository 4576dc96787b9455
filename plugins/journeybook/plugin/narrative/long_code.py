"""Show long code without colors: the grammars of some languages go back to the beginning again and again."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from markdown.preprocessors import Preprocessor

from journeybook.bodies import fenced

MOST_COLORED = 100_000_000
"""The sum of the squares of the lengths of a text's code: one of 10,000 characters, or 100 of 1,000.

The slowest grammar, that of Perl, takes two seconds for as much of the worst.
"""
BEFORE_FENCES = 26
"""The priority right before that of the extensions that read fences."""
_MARKS = "`~"
_DRAWN = "mermaid"
_INDENTED = re.compile(r"(?P<mark> {4,}(?::{2,}|#!) ?)(?P<path>(?:/\w+)*/)?(?P<language>[\w#.+-]+)")
"""What names the language of indented code, in the first line of it."""
_INLINE = re.compile(r"(`(?::{3,}|#!))[\w#.+-]+")
"""What names the language of code between backticks."""
_EDGE = re.compile(r" {0,3}\S")
"""How a line begins that ends indented code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Code:
    """Code whose author names its language."""

    lines: range
    """Those that name it."""
    work: int
    plain: Callable[[str], str]
    """Writes such a line without the language."""


class PlainLongCode(Preprocessor):
    """Makes plain text of the code by which coloring becomes too much work."""

    def run(self, lines: list[str]) -> list[str]:
        """Put the language `text` in the place of what such code names."""
        written, work = list(lines), 0
        for code in sorted(self._codes(lines), key=lambda code: code.lines.start):
            if work + code.work <= MOST_COLORED:
                work += code.work
                continue
            for at in code.lines:
                written[at] = code.plain(written[at])
        return written

    def _codes(self, lines: list[str]) -> Iterator[_Code]:
        is_fenced = list(fenced(lines))
        yield from _in_fences(lines, is_fenced)
        text = ["" if code else line for line, code in zip(lines, is_fenced, strict=True)]
        if "hilite" in self.md.treeprocessors:  # codehilite's
            yield from _indented(text)
        if type(self.md.inlinePatterns["backtick"]).__module__ == "pymdownx.inlinehilite":
            yield from _in_paragraphs(text)


def _in_fences(lines: Sequence[str], is_fenced: Sequence[bool]) -> Iterator[_Code]:
    for start, end in _blocks(lines, is_fenced):
        marks = len(lines[start]) - len(lines[start].lstrip().lstrip(_MARKS))
        if not lines[start][marks:].strip(" {.").startswith(_DRAWN):
            length = sum(map(len, lines[start:end])) + end - start
            plain = partial(_plain_fence, marks)
            yield _Code(lines=range(start, start + 1), work=length**2, plain=plain)


def _plain_fence(marks: int, line: str) -> str:
    return f"{line[:marks]}text"


def _blocks(lines: Sequence[str], is_fenced: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the lines in which each fence begins and ends."""
    start, mark = 0, ""
    for number, (line, is_code) in enumerate(zip(lines, is_fenced, strict=True)):
        text = line.strip()
        if is_code and not mark:
            start, mark = number, text[: len(text) - len(text.lstrip(text[0]))]
        elif is_code and text == mark:
            yield start, number
            mark = ""


def _indented(text: Sequence[str]) -> Iterator[_Code]:
    """Yield the code of which the first line names a language, at most as far as lines are indented."""
    lengths = list(accumulate((len(line) + 1 for line in text), initial=0))
    end = len(text)
    for at in reversed(range(len(text))):
        if _EDGE.match(text[at]):
            end = at
        elif _INDENTED.match(text[at]):
            yield _Code(lines=range(at, at + 1), work=(lengths[end] - lengths[at]) ** 2, plain=_plain_first)


def _plain_first(line: str) -> str:
    """Name no language in the first line of indented code; what names a path is shown, and stays."""
    found = _INDENTED.match(line)
    if found and found["path"]:
        return f"{line[: len(line) - len(line.lstrip())]}:::text\n{line}"
    return _INDENTED.sub(r"\g<mark>text", line, count=1)


def _in_paragraphs(text: Sequence[str]) -> Iterator[_Code]:
    """Yield the paragraphs with code that names a language: none of it is longer than its paragraph."""
    start = 0
    for at, line in enumerate((*text, "")):
        if not line.strip():
            paragraph = text[start:at]
            marks = sum(len(_INLINE.findall(part)) for part in paragraph)
            if marks:
                work = marks * (sum(map(len, paragraph)) + len(paragraph)) ** 2
                yield _Code(lines=range(start, at), work=work, plain=_plain_inline)
            start = at + 1


def _plain_inline(line: str) -> str:
    return _INLINE.sub(r"\1text", line)
