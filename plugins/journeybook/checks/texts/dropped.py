"""HTML and addresses of a narrative that the cleaning takes away, so that nothing is lost in silence."""

import re
from collections.abc import Iterator
from html import unescape

from journeybook.bodies import Body, Tag
from journeybook.checks.inspection import Inspection, found_at, found_below
from journeybook.cleaning import (
    drops_address,
    drops_attribute,
    drops_tag,
    holds_address,
    host_of,
    is_element,
)
from journeybook.findings import Finding, Place
from journeybook.load import Document

BY_CLEANING = frozenset(
    {
        "dropped-embed",
        "dropped-html",
        "dropped-attribute",
        "dropped-address",
        "included-file",
        "picture-of-another-host",
        "diagram-of-another-host",
        "name-of-the-site",
    }
)
"""The rules about what a site that trusts its authors publishes all the same."""

_EMBEDDING = frozenset({"iframe", "embed", "object", "frame", "video", "audio", "source"})
_LINKED = frozenset({"http", "https", "ftp"})
"""The addresses that Markdown makes a link of in angle brackets."""
_SOURCES = ("src", "data", "href")
_SOME_ADDRESS = "https://…"
_MOST_NAMED = 3
_INCLUDES = re.compile(
    r"^[ \t]*(?P<written>-+8<-+(?:[ \t]+\S.*|$)|\{![^{}\n]+!\}|\{% *include[\w-]* .*)", re.MULTILINE
)
"""How the extensions snippets, include and include-markdown are told which file."""


def dropped_html(inspection: Inspection) -> Iterator[Finding]:
    """Elements, attributes and addresses that will not be published."""
    for document, body in inspection.bodies:
        opened: set[str] = set()
        for tag in body.all_tags:
            if _is_allowed(tag, inspection.embed_hosts):
                continue
            if is_element(tag.name):
                yield from _of_tag(document, body, tag)
            elif not (_is_address(tag) or (tag.is_end and tag.name in opened)):
                opened.add(tag.name)
                name = tag.written if tag.is_end or not _is_word(tag) else tag.name
                yield found_below(document, body.place(tag.start), "dropped-html", tag=name)
        for target in body.targets():
            if drops_address(target.address):
                place = body.place(target.start)
                yield found_below(document, place, "dropped-address", address=target.address)


def _of_tag(document: Document, body: Body, tag: Tag) -> Iterator[Finding]:
    place = body.place(tag.start)
    if tag.is_end:
        return
    if tag.name in _EMBEDDING:
        values = dict(tag.attributes)
        address = next((values[name] for name in _SOURCES if values.get(name)), _SOME_ADDRESS)
        yield found_below(document, place, "dropped-embed", tag=tag.name, address=address)
    elif drops_tag(tag.name):
        yield found_below(document, place, "dropped-html", tag=tag.name)
    else:
        for name, value in tag.attributes:
            if drops_attribute(tag.name, name):
                yield found_below(document, place, "dropped-attribute", name=name, tag=tag.name)
            elif holds_address(name) and drops_address(value):
                yield found_below(document, place, "dropped-address", address=value)


def _is_allowed(tag: Tag, hosts: tuple[str, ...]) -> bool:
    """Whether a frame shows a page of a host that the handbook's owner allows."""
    return tag.name == "iframe" and host_of(unescape(dict(tag.attributes).get("src", ""))) in hosts


def _is_word(tag: Tag) -> bool:
    return tag.written.isidentifier()


def _is_address(tag: Tag) -> bool:
    """Whether Markdown makes a link of it, or it is told as an address."""
    scheme, colon, _ = tag.name.partition(":")
    return bool(colon) and (scheme in _LINKED or drops_address(tag.name))


def included_files(inspection: Inspection) -> Iterator[Finding]:
    """Lines that extensions of Markdown would put another file in place of."""
    for document, body in inspection.bodies:
        for found in _INCLUDES.finditer(body.text):
            place = body.place(found.start("written"))
            yield found_below(document, place, "included-file", written=found["written"])


def dropped_in_pictures(inspection: Inspection) -> Iterator[Finding]:
    """Parts of pictures that will not be published."""
    folder = inspection.catalogue.folder
    for inside, asset in folder.judged.items():
        if asset.dropped:
            place = Place(path=f"{folder.label}/{inside}")
            yield found_at(place, "dropped-in-picture", parts=_few(asset.dropped))


def _few(parts: tuple[str, ...]) -> str:
    named = [f"'{part}'" for part in parts[:_MOST_NAMED]]
    return ", ".join((*named, "…") if len(parts) > len(named) else named)
