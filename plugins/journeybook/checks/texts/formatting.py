"""Formatting that does not come out: in headers, which take none, and below them."""

import re
from collections.abc import Iterator
from html import unescape

from journeybook.checks.inspection import Inspection, found_below, found_in
from journeybook.cleaning import is_html
from journeybook.findings import Finding

_IN_HEADER = re.compile(
    r"""
    !?\[\[[^\[\]\n]+\]\]                  # [[persona:anna]]
    | !?\[[^\[\]\n]*\]\([^()\s]+\)          # [text](address)
    | (?<![\w*])\*\*?(?=[^\s*])[^*\n]*[^*\s]\*\*?(?![\w*])
    | (?<![\w_])__?(?=[^\s_])[^_\n]*[^_\s]__?(?![\w_])
    | `[^`\n]+`
    | </?(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>\n]*>
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});)
    | (?<=\S)[ \t]*\n[ \t]*\n\s*+(?=(?P<paragraph>\S[^\n]*))
    """,
    re.VERBOSE,
)
_BRACKETS = re.compile(r"(?<!\\)!?\[\[(?P<name>[^\[\]|:\n]+)(?:\|[^\[\]\n]*)?\]\](?![(\[])")


def formatted_headers(inspection: Inspection) -> Iterator[Finding]:
    """Formatting in the texts of headers."""
    for prose in inspection.prose:
        for hit in prose.search_header(formatting_in):
            yield found_in(hit, "markup-in-header", written=hit.text)


def formatting_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the formatting in a text of a header, and where it begins."""
    for found in _IN_HEADER.finditer(text):
        entity, tag = found["entity"], found["tag"]
        if (entity and unescape(entity) == entity) or (tag and not is_html(tag)):
            continue
        yield found.start(), found["paragraph"] or found[0]


def unkind_links(inspection: Inspection) -> Iterator[Finding]:
    """Double brackets that become no link."""
    for document, body in inspection.bodies:
        for found in _BRACKETS.finditer(body.text) if "[[" in document.body else ():
            place, name = body.place(found.start()), found["name"].strip()
            yield found_below(document, place, "link-without-kind", written=found[0], name=name)
