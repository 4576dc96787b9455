"""Edits of the headings and lists of a narrative that findings are about."""

from journeybook.edits import Edit
from journeybook.findings import Finding, Place
from journeybook.load import Document

BELOW_HEADERS = frozenset({"heading-almost-a-stage", "title-in-body", "list-without-empty-line"})


def body_edit(document: Document, finding: Finding) -> Edit | None:
    """Mend a line where that changes nothing else.

    A heading of another level than ## may have sections below it, which only its author can put in order.
    """
    lines = document.body.split("\n")
    number = finding.place.line - document.body_line
    line = lines[number]
    at = Place(path=document.path, line=finding.place.line)
    values = dict(finding.values)
    if finding.rule == "list-without-empty-line":
        return Edit(place=at, old="", new="\n")
    if finding.rule == "heading-almost-a-stage":
        is_plain = line.startswith("## ") and not values["stage"].endswith("…")
        return Edit(place=at, old=line, new=values["stage"]) if is_plain else None
    if not line.startswith("# "):
        return None
    if line[2:].strip() == getattr(document.record, "title", None) and number + 1 < len(lines):
        empty = "" if lines[number + 1].strip() or number + 2 >= len(lines) else f"{lines[number + 1]}\n"
        return Edit(place=at, old=f"{line}\n{empty}", new="")
    return Edit(place=at, old="# ", new="## ")
