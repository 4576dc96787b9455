"""Lists that GitHub and other programs show, and the handbook does not."""

import re
from collections.abc import Iterator

from journeybook.bodies import Body
from journeybook.checks.inspection import Inspection, found_below
from journeybook.findings import Finding
from journeybook.load import Document

_TAB = 4
_BEGINS = re.compile(r" {0,3}(?:[-*+]|1\.)[ \t]+\S")
_TEXT = re.compile(r" {0,3}[^\s#>|<*+=:!-]")
_SOME_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_ITEM = re.compile(r"(?P<indent> *)(?:[-*+]|\d+\.)[ ]+(?=\S)")
_OTHER_MARK = re.compile(r" {0,3}(?:(?P<number>\d{1,9})\)|[•‣▪●◦·])[ \t\u00a0]+\S")


def swallowed_lists(inspection: Inspection) -> Iterator[Finding]:
    """Lists that become part of a paragraph, or of the list around them."""
    for document, body in inspection.bodies:
        yield from _without_empty_line(document, body)
        yield from _with_other_marks(document, body)
        yield from _nested_too_little(document, body)


def _without_empty_line(document: Document, body: Body) -> Iterator[Finding]:
    is_text, is_after_empty = False, True
    for number, line in enumerate(body.text.split("\n"), document.body_line):
        if is_text and _BEGINS.match(line):
            yield _found(document, number, line, "list-without-empty-line")
            is_text = False
        elif is_after_empty:
            is_text = _TEXT.match(line) is not None and not _SOME_ITEM.match(line)
        is_after_empty = not line.strip() or line.startswith("#")
        is_text = is_text and not is_after_empty


def _with_other_marks(document: Document, body: Body) -> Iterator[Finding]:
    """Yield the first item of each list with marks that Markdown does not know."""
    is_within = False
    for number, line in enumerate(body.text.split("\n"), document.body_line):
        other = _OTHER_MARK.match(line)
        if other and not is_within:
            mark = f"{other['number']}." if other["number"] else "-"
            yield _found(document, number, line, "list-with-other-marks", mark=mark)
        is_within = bool(other) or (is_within and bool(line.strip()))


def _nested_too_little(document: Document, body: Body) -> Iterator[Finding]:
    """Yield the first item of each list that stands below another for most programs, and beside it here."""
    above, is_told = None, False
    for number, line in enumerate(body.text.split("\n"), document.body_line):
        item = _ITEM.match(line)
        if item and above and not is_told:
            depth, before = len(item["indent"]), len(above["indent"])
            if depth >= above.end() and depth // _TAB <= before // _TAB:
                is_told = True
                yield _found(document, number, line, "list-nested-too-little")
        if item:
            above = item
        elif line.strip() and not line.startswith(" "):
            above, is_told = None, False


def _found(document: Document, number: int, line: str, rule: str, **values: str) -> Finding:
    place = number, len(line) - len(line.lstrip()) + 1
    return found_below(document, place, rule, item=line.strip(), **values)
