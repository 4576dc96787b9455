"""Name what a narrative takes from other hosts or from the site itself, and what is not published for it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from journeybook.bodies import Body, fenced
from journeybook.checks.inspection import Inspection, found_below
from journeybook.cleaning import asked_by_diagram, asks_another_host, is_closed_class, is_closed_id
from journeybook.findings import Finding

_BY_NAME = re.compile(r"!\[(?P<words>[^\]\n]{0,200})\](?:\[(?P<name>[^\]\n]{0,200})\])?(?!\()")
_DEFINITION = re.compile(r"^ {0,3}\[(?P<name>[^\]\n]{1,200})\]:[ \t]*<?(?P<address>[^\s<>]+)", re.MULTILINE)
_LIST = re.compile(r"\{:?[ ]*(?P<attributes>[^{}\n]+)\}")
_ATTRIBUTE = re.compile(r"(?P<mark>[#.])(?P<word>[^\s}=]+)|(?P<name>[\w-]+)=[\"']?(?P<value>[^\"'}]*)")
_MARKS = {"#": "id", ".": "class"}
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]*(?P<name>__\w*)")
_NAMES = ("id", "name", "for")
_FENCE = re.compile(r"[ \t]*(?:`{3,}|~{3,})[ \t]*\{?\.?[ ]*mermaid\b")

Attribute = tuple[int, str, str]
"""Where it stands in the body, its name and its value."""


def pictures_of_other_hosts(inspection: Inspection) -> Iterator[Finding]:
    """Pictures that a reader's browser would ask another host for."""
    for document, body in inspection.bodies:
        for start, address in sorted({*_pictures(body)}):
            if asks_another_host(address):
                yield found_below(document, body.place(start), "picture-of-another-host", address=address)


def _pictures(body: Body) -> Iterator[tuple[int, str]]:
    for target in body.targets():
        if target.is_picture:
            yield target.start, target.address
    for tag in body.tags():
        if tag.name == "img":
            yield tag.start, dict(tag.attributes).get("src", "")
    yield from ((start, value) for start, name, value in _listed(body) if name == "src")
    if "![" in body.text and "]:" in body.text:
        defined = {found["name"].lower(): found["address"] for found in _DEFINITION.finditer(body.text)}
        for found in _BY_NAME.finditer(body.text):
            yield found.start(), defined.get((found["name"] or found["words"]).lower(), "")


def names_of_the_site(inspection: Inspection) -> Iterator[Finding]:
    """Ids, names and classes that the theme and our scripts look for."""
    for document, body in inspection.bodies:
        for start, attribute, value in (*_in_tags(body), *_listed(body), *_in_headings(body)):
            for name in _closed(attribute, value):
                place = body.place(start)
                yield found_below(document, place, "name-of-the-site", name=name, attribute=attribute)


def _closed(attribute: str, value: str) -> Iterator[str]:
    if attribute == "class":
        yield from filter(is_closed_class, value.split())
    elif attribute in _NAMES and is_closed_id(value):
        yield value


def _in_tags(body: Body) -> Iterator[Attribute]:
    for tag in body.tags():
        yield from ((tag.start, name, value) for name, value in tag.attributes)


def _listed(body: Body) -> Iterator[Attribute]:
    """The attributes that stand in braces, as in `{#id .class name=value}`."""
    if "{" not in body.text:
        return
    for found in _LIST.finditer(body.text):
        for item in _ATTRIBUTE.finditer(found["attributes"]):
            name = _MARKS.get(item["mark"] or "", item["name"] or "").lower()
            yield found.start(), name, item["word"] or item["value"] or ""


def _in_headings(body: Body) -> Iterator[Attribute]:
    """The names that headings get from their text; none of a word begins like the site's."""
    start = 0
    for line in body.text.split("\n"):
        found = _HEADING.match(line)
        if found:
            yield start + found.start("name"), "id", found["name"]
        start += len(line) + 1


def diagrams_of_other_hosts(inspection: Inspection) -> Iterator[Finding]:
    """Diagrams that would have a reader's browser ask another host."""
    for document, _ in inspection.bodies:
        for line, source in _diagrams(document.body):
            asked = asked_by_diagram(source)
            if asked:
                place = (document.body_line + line, 1)
                yield found_below(document, place, "diagram-of-another-host", address=asked)


def _diagrams(markdown: str) -> Iterator[tuple[int, str]]:
    """The sources of the Mermaid fences of a text, each with the line that opens it, counted from 0."""
    if "mermaid" not in markdown:
        return
    lines = markdown.split("\n")
    edges = [
        number for number, (before, now) in enumerate(pairwise((False, *fenced(lines)))) if before != now
    ]
    for first, last in pairwise((*edges, len(lines))):
        if _FENCE.match(lines[first]):
            yield first, "\n".join(lines[first + 1 : last])
