"""Links and pictures of a narrative: whether what they lead to is there."""

import posixpath
from collections.abc import Iterator
from html import unescape
from urllib.parse import quote, unquote

from journeybook.bodies import Body, Target, meant_paths
from journeybook.checks.inspection import Inspection, found_below
from journeybook.findings import Finding, nearest_word
from journeybook.kinds import IN_FILES, LINKED
from journeybook.load import Document

_LEADING = {"a": "href", "img": "src"}
_PAGES = frozenset(kind.row.pages for kind in LINKED)


def broken_addresses(inspection: Inspection) -> Iterator[Finding]:
    """Links and pictures that lead to nothing below the journeys folder or docs/."""
    known = _Known(inspection)
    for document, body in inspection.bodies:
        for target in (*body.targets(), *_targets_of_html(body)):
            if known.is_broken(document, target.address):
                meant = known.nearest(document, target.address)
                place = body.place(target.start)
                yield found_below(document, place, "broken-link", address=target.address, meant=meant)


def _targets_of_html(body: Body) -> Iterator[Target]:
    """Yield what links and pictures in HTML lead to, but for pages of the built site."""
    for tag in body.tags():
        address = unescape(dict(tag.attributes).get(_LEADING.get(tag.name, ""), ""))
        if address and not address.partition("#")[0].endswith(".html"):
            yield Target(start=tag.start, address=address, is_picture=tag.name == "img")


class _Known:
    """The files that a narrative can lead to."""

    def __init__(self, inspection: Inspection) -> None:
        folder = inspection.catalogue.folder
        self._inspection = inspection
        self._pages = {document.inside for document in folder.documents if document.kind in IN_FILES}
        self._files = self._pages | folder.published

    def is_broken(self, document: Document, address: str) -> bool:
        """Whether an address leads to nothing; what lies outside of the handbook and docs/ is not known."""
        paths = meant_paths(address, posixpath.dirname(document.inside))
        if not paths or not self._files.isdisjoint(paths):
            return False
        is_file = "." in posixpath.basename(paths[0]).strip(".")
        if not is_file:
            return any(f"{path}.md" in self._pages for path in paths)
        docs = self._inspection.docs
        if paths[0].startswith(".."):
            inside = docs.inside(paths[0])
            return bool(inside and docs.files) and inside not in docs.files and not _may_be_ours(inside)
        # MkDocs looks from where the page lies: pages by hand may lie there, and ours do
        beside = posixpath.normpath(
            f"{document.kind.row.pages}{document.id}/{unquote(address.partition('#')[0])}"
        )
        return beside not in docs.files and not _may_be_ours(beside)

    def nearest(self, document: Document, address: str) -> str:
        """The address of what was probably meant: of the same name elsewhere, or of nearly that name."""
        folder = posixpath.dirname(document.inside)
        path = (*meant_paths(address, folder), "")[0]
        by_name: dict[str, str] = {}
        for file in sorted(
            self._files, key=lambda file: (posixpath.dirname(file) != posixpath.dirname(path), file)
        ):
            by_name.setdefault(posixpath.basename(file), file)
        name = posixpath.basename(path)
        found = by_name.get(f"{name}.md") or by_name.get(nearest_word(name, by_name), "")
        return quote(posixpath.relpath(found, folder or ".")) if found else ""


def _may_be_ours(inside: str) -> bool:
    """Whether a path below docs/ is where a page of ours may lie."""
    return inside == "index.md" or (inside.endswith("/index.md") and inside.startswith(tuple(_PAGES)))
