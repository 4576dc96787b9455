"""Find texts of a narrative that Markdown takes for something else, and does not show."""

import re
from collections.abc import Iterator
from itertools import pairwise

from journeybook.bodies import Body
from journeybook.checks.inspection import Inspection, found_below
from journeybook.findings import Finding
from journeybook.load import Document

_RULE = "vanishing-text"
_INSTRUCTION = re.compile(r"<\?[^<>]*\?>|<!\[CDATA\[[^<>]*\]\]>")
_NOTE = re.compile(r"[ \t]*(?:!!!|\?\?\?\+?) ?[\w-]+(?P<more>(?: +[\w-]+)+)[ \t]*")
_PLACES_OF_NOTES = {"inline", "end", "annotate"}
_BELOW_HEAD = re.compile(r"[ \t]*+\|?[ \t]*+:?-+:?[ \t]*+(?:\|[ \t]*+:?-+:?[ \t]*+)*\|?[ \t]*+")
_BAR = re.compile(r"(?<!\\)\|")


def vanishing_texts(inspection: Inspection) -> Iterator[Finding]:
    """Instructions, words behind the kind of a note, cells without a column, definitions without a use."""
    for document, body in inspection.bodies:
        for found in _INSTRUCTION.finditer(body.text):
            yield found_below(document, body.place(found.start()), _RULE, written=found[0])
        for item in body.unused():
            line, _ = body.place(item.start)
            written = f"[{item.name}]: {item.address}".rstrip()
            yield found_below(document, (line, 1), "unused-definition", written=written)
        yield from _of_lines(document, body)


def _of_lines(document: Document, body: Body) -> Iterator[Finding]:
    above, columns = "", 0
    for number, line in enumerate(body.text.split("\n"), document.body_line):
        if not columns and "|" in above and "-" in line and _BELOW_HEAD.fullmatch(line):
            columns = len(_cells(above))
        elif not line.strip():
            columns = 0
        elif columns:
            for start, cell in _cells(line)[columns:]:
                if cell.strip():
                    place = number, start + len(cell) - len(cell.lstrip()) + 1
                    yield found_below(document, place, _RULE, written=cell.strip())
        note = _NOTE.fullmatch(line)
        if note and not _PLACES_OF_NOTES.issuperset(note["more"].split()):
            place = number, note.start("more") + 2
            yield found_below(document, place, _RULE, written=note["more"].strip())
        above = line


def _cells(line: str) -> list[tuple[int, str]]:
    """The cells of a table's row, each with its place in the line."""
    bars = [-1, *(found.start() for found in _BAR.finditer(line)), len(line)]
    cells = [(start + 1, line[start + 1 : end]) for start, end in pairwise(bars)]
    first = 0 if cells[0][1].strip() else 1
    return cells[first : len(cells) if cells[-1][1].strip() else -1]
