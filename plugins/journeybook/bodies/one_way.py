"""Write Markdown in one of the ways that mean the same, line by line.

What formatters of text change, such as Prettier, is gone then: the marks of emphasis, lists and headings, the
width of tables, needless backslashes, and how umlauts are stored. Code stays as it is typed.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from journeybook.bodies.code import fenced

_FENCE = re.compile(r"(?P<space>\s{0,3})(?:`{3,}|~{3,})(?P<language>[^`~]*)")
_UNDERLINE = re.compile(r"\s{0,3}(?P<mark>=+|-+)\s*")
_HEADING = re.compile(r"(?P<level>#{1,6})\s+(?P<text>.*?)(?:\s+#+)?\s*")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})")
_ITEM = re.compile(r"(?P<space>\s*)(?P<mark>[*+-]|\d{1,9}[.)])(?P<gap>\s+)(?P<text>.*)")
_QUOTED = re.compile(r"\s{0,3}>\s?")
_ROW = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_CELL = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"(`+[^`]*`+)")
_OPENING = re.compile(r"(?<![\w\\_])_{1,3}(?=[^\s_])")
_CLOSING = re.compile(r"(?<=[^\s\\_])_{1,3}(?![\w_])")
_IN_WORD = re.compile(r"(?<=\w)\\_(?=\w)")
_ALONE = re.compile(r"(?<!\S)\\(?=[*+_#-](?!\S))")
_BEHIND_NUMBER = re.compile(r"(?<=\d)\\(?=[.)])")
_TAB = "    "


def in_one_way(body: str) -> list[str]:
    """Return the lines of a body, each as one of its spellings; there are as many as in the body."""
    lines = unicodedata.normalize("NFC", body).split("\n")
    written = list(_lines(lines, list(fenced(lines))))
    for at in _delimiters(written):
        top = at - 1
        end = next((row for row in range(at, len(written)) if "|" not in written[row]), len(written))
        written[top:end] = [_row(line) for line in written[top:end]]
    return written


def _lines(lines: Sequence[str], code: Sequence[bool]) -> Iterator[str]:
    """Yield each line with the marks of blocks and of emphasis in one spelling."""
    is_text, in_item, was_quoted = False, False, False
    skipped = False
    for at, line in enumerate(lines):
        if skipped:
            skipped = False
            yield ""
            continue
        if code[at]:
            found = _FENCE.fullmatch(line)
            yield f"```{found['language'].strip()}" if found else line
            continue
        if line.startswith(_TAB) and not in_item and not is_text:
            yield line
            continue
        below = lines[at + 1] if at + 1 < len(lines) and not code[at + 1] else ""
        under = _UNDERLINE.fullmatch(below) if _is_paragraph(line) else None
        item = None if _RULE.fullmatch(line) else _ITEM.fullmatch(line)
        in_item = bool(item) or (in_item and (not line.strip() or line[:1].isspace()))
        is_text = bool(line.strip())
        if under:
            skipped = True
            yield f"{'#' if under['mark'][0] == '=' else '##'} {_words(line.strip())}"
        else:
            yield _line(line, item, was_quoted=was_quoted)
        was_quoted = bool(_QUOTED.match(line))


def _is_paragraph(line: str) -> bool:
    """Whether an underline makes a heading of a line."""
    starts = (_HEADING.fullmatch(line), _QUOTED.match(line), _ITEM.fullmatch(line))
    return bool(line.strip()) and "|" not in line and not line.startswith(_TAB) and not any(starts)


def _line(line: str, item: re.Match[str] | None, *, was_quoted: bool) -> str:
    if _RULE.fullmatch(line):
        return "---"
    heading = _HEADING.fullmatch(line)
    if heading:
        return f"{heading['level']} {_words(heading['text'])}"
    if item:
        mark = "-" if item["mark"] in "*+-" else "1."
        return f"{item['space']}{mark} {_words(item['text'])}"
    quoted = _QUOTED.match(line)
    if quoted:
        return f"{'' if was_quoted else '> '}{_words(line[quoted.end() :])}"
    return _words(line)


def _words(text: str) -> str:
    """A text with the marks of emphasis in one spelling, but in code."""
    parts = _CODE.split(text)
    parts[::2] = [_marked(part) for part in parts[::2]]
    return "".join(parts)


def _marked(text: str) -> str:
    plain = _BEHIND_NUMBER.sub("", _ALONE.sub("", _IN_WORD.sub("_", text)))
    return _CLOSING.sub(_stars, _OPENING.sub(_stars, plain))


def _stars(found: re.Match[str]) -> str:
    return "*" * len(found[0])


def _delimiters(lines: Sequence[str]) -> Iterator[int]:
    """Yield where the row stands that parts the head of a table from its rows."""
    for at, line in enumerate(lines):
        if at and "|" in line and _ROW.fullmatch(line) and "|" in lines[at - 1]:
            yield at


def _row(line: str) -> str:
    """A row of a table with one space around each cell."""
    cells = [cell.strip() for cell in _CELL.split(line.strip().strip("|"))]
    if all(cell.strip(":") and not cell.strip(":").strip("-") for cell in cells):
        cells = [f"{cell[0] * (cell[0] == ':')}-{cell[-1] * (cell[-1] == ':')}" for cell in cells]
    return f"| {' | '.join(cells)} |"
