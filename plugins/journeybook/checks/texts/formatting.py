"""Formatting that does not come out: in headers, which take none, and below them."""

import re
from collections.abc import Iterator
from html import unescape

from journeybook.checks.inspection import Inspection, found, found_below
from journeybook.cleaning import is_html
from journeybook.findings import Finding
from journeybook.links import LINK, takes_links

_IN_HEADER = re.compile(
    r"""
    !?\[\[[^\[\]\n]+\]\]                  # [[persona:anna]]
    | !?\[[^\[\]\n]*\]\([^()\s]+\)          # [text](address)
    | (?<![\w*])\*\*?(?=[^\s*])[^*\n]*[^*\s]\*\*?(?![\w*])
    | (?<![\w_])__?(?=[^\s_])[^_\n]*[^_\s]__?(?![\w_])
    | `[^`\n]+`
    | </?(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>\n]*>
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});)
    """,
    re.VERBOSE,
)
_BRACKETS = re.compile(r"(?<!\\)!?\[\[(?P<name>[^\[\]|:\n]+)(?:\|[^\[\]\n]*)?\]\](?![(\[])")


def formatted_headers(inspection: Inspection) -> Iterator[Finding]:
    """Formatting in the texts of headers."""
    for prose in inspection.prose:
        for at, text in prose.passages:
            is_linked = takes_links(at)
            for written in dict.fromkeys(formatting_in(text)):
                brackets = _BRACKETS.match(written) if is_linked else None
                if brackets:
                    yield found(
                        prose.document, at, "link-without-kind", written=written, name=brackets["name"]
                    )
                elif not (is_linked and LINK.fullmatch(written.removeprefix("!"))):
                    yield found(prose.document, at, "markup-in-header", written=written)


def formatting_in(text: str) -> Iterator[str]:
    """Yield the formatting in a text of a header, links in double brackets included."""
    for hit in _IN_HEADER.finditer(text):
        entity, tag = hit["entity"], hit["tag"]
        if not ((entity and unescape(entity) == entity) or (tag and not is_html(tag))):
            yield hit[0]


def unkind_links(inspection: Inspection) -> Iterator[Finding]:
    """Double brackets that become no link."""
    for document, body in inspection.bodies:
        for hit in _BRACKETS.finditer(body.text) if "[[" in document.body else ():
            place, name = body.place(hit.start()), hit["name"].strip()
            yield found_below(document, place, "link-without-kind", written=hit[0], name=name)
