"""Edits of the headings and lists of a narrative that findings are about."""

import re
from itertools import takewhile

from journeybook.edits import Edit
from journeybook.findings import Finding, Place
from journeybook.load import Document

BELOW_HEADERS = frozenset(
    {"heading-almost-a-stage", "title-in-body", "list-without-empty-line", "list-with-other-marks"}
)
_OTHER_MARK = re.compile(r"(?P<indent> {0,3})(?:(?P<number>\d{1,9})\)|[•‣▪●◦·])[ \t\u00a0]+(?=\S)")


def body_edit(document: Document, finding: Finding) -> Edit | None:
    """Fix a line where that changes nothing else.

    A heading of another level than ## may have sections below it, which only its author can put in order.
    """
    lines = document.body.split("\n")
    number = finding.place.line - document.body_line
    line = lines[number]
    at = Place(path=document.path, line=finding.place.line)
    values = dict(finding.values)
    if finding.rule == "list-without-empty-line":
        return Edit(place=at, old="", new="\n")
    if finding.rule == "list-with-other-marks":
        items = list(takewhile(_OTHER_MARK.match, lines[number:]))
        return Edit(place=at, old="\n".join(items), new="\n".join(map(_with_our_mark, items)))
    if finding.rule == "heading-almost-a-stage":
        is_plain = line.startswith("## ") and not values["stage"].endswith("…")
        return Edit(place=at, old=line, new=values["stage"]) if is_plain else None
    if not line.startswith("# "):
        return None
    if line[2:].strip() == getattr(document.record, "title", None) and number + 1 < len(lines):
        empty = "" if lines[number + 1].strip() or number + 2 >= len(lines) else f"{lines[number + 1]}\n"
        return Edit(place=at, old=f"{line}\n{empty}", new="")
    return Edit(place=at, old="# ", new="## ")


def _with_our_mark(item: str) -> str:
    def ours(found: re.Match[str]) -> str:
        return f"{found['indent']}{f'{number}.' if (number := found['number']) else '-'} "

    return _OTHER_MARK.sub(ours, item, count=1)
