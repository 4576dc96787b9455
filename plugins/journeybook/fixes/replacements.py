"""Find the values that fix findings."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from journeybook import model
from journeybook.catalogue import Catalogue
from journeybook.edits import Edit
from journeybook.findings import Finding
from journeybook.fixes.bodies import BELOW_HEADERS, body_edit
from journeybook.frontmatter import Path
from journeybook.kinds import IN_FILES, IN_HANDBOOK
from journeybook.links import Link
from journeybook.load import Document
from journeybook.model import VALUE_REFERENCES


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """A value of a header, or the id in a link, that another takes the place of."""

    document: Document
    new: str
    at: Path = ()
    """The value, as the author typed it; of a key to be added, the key."""
    link: Link | None = None
    """The link, if it is one."""
    edit: Edit | None = None
    """The change of the body, if it is one."""
    is_key: bool = False
    """Whether the id is a key itself, as of a satisfaction for each persona."""

    @property
    def old(self) -> str | None:
        """The value to be replaced; nothing where a key is added at the top."""
        if self.edit:
            return self.edit.old
        if self.link:
            return self.link.id
        return str(self.at[-1]) if self.is_key else _value(self.document.header.data, self.at)


def fixable(catalogue: Catalogue, findings: Iterable[Finding]) -> dict[Finding, Replacement]:
    """Say of findings what would fix them, where that is safe."""
    names = _Names(catalogue)
    found = {}
    for finding in findings:
        if finding.rule == "invalid-id":
            replacement = names.id_for(finding)
        elif finding.rule.startswith("unknown-"):
            replacement = names.reference_for(finding) or names.link_for(finding)
        elif finding.rule in BELOW_HEADERS:
            replacement = names.line_for(finding)
        else:
            continue
        if replacement:
            found[finding] = replacement
    return found


class _Names:
    """The names of a handbook's things, and every text that names one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._documents = {document.path: document for document in catalogue.folder.documents}

    @cached_property
    def _named(self) -> frozenset[str]:
        """Every text that names something, in headers, links and rows."""
        return frozenset(name for document in self._documents.values() for name in _references(document))

    @cached_property
    def _ids(self) -> frozenset[str]:
        """Every id that is written anywhere, and those of files by their names."""
        written = (name for item in self._documents.values() for name in _written_ids(item.header.data))
        return frozenset(written) | {document.id for document in self._documents.values()}

    @cached_property
    def _by_title(self) -> dict[str, dict[str, str]]:
        """The ids of things with a title or former name that nothing else of their kind has, by kind."""
        return {kind: _only_once(things) for kind, things in _titles(self._catalogue).items()}

    def id_for(self, finding: Finding) -> Replacement | None:
        """The id that an author meant, if nothing names the old one and nothing has the new one."""
        document = self._documents.get(finding.place.path)
        if document is None or not isinstance(document.header.data, dict):
            return None
        at = finding.at or ("id",)
        old = _value(document.header.data, at) if finding.at else document.id
        new = model.slug(old or "", fallback="")
        is_free = old not in self._named and new not in self._ids
        if not new or at[-1] != "id" or not is_free or (not finding.at and "id" in document.header.data):
            return None
        return Replacement(document=document, at=document.typed(at) if finding.at else at, new=new)

    def reference_for(self, finding: Finding) -> Replacement | None:
        """The id of the one thing that has the written title or former name."""
        document = self._documents.get(finding.place.path)
        uses = document.uses if document and finding.at else ()
        use = next((use for use in uses if use.path == finding.at), None)
        new = self._by_title.get(use.kind, {}).get(use.id.casefold()) if use else None
        if document is None or use is None or new is None:
            return None
        return Replacement(document=document, at=document.typed(use.path), new=new, is_key=use.at_key)

    def link_for(self, finding: Finding) -> Replacement | None:
        """The same for a link."""
        document = self._documents.get(finding.place.path)
        at = finding.place.line, finding.place.column
        links = document.links if document else ()
        link = next((link for link in links if (link.line, link.column) == at), None)
        if document is None or link is None or finding.rule != f"unknown-{link.kind}":
            return None
        new = self._by_title.get(link.kind, {}).get(link.id.casefold())
        return Replacement(document=document, new=new, link=link) if new else None

    def line_for(self, finding: Finding) -> Replacement | None:
        """The line that a heading or an item of a list becomes."""
        document = self._documents[finding.place.path]
        edit = body_edit(document, finding)
        return Replacement(document=document, new=edit.new, edit=edit) if edit else None


def _value(data: Any, at: Path) -> str | None:
    """The text at a typed path, if there is one."""
    for part in at:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data if isinstance(data, str) else None


def _references(document: Document) -> Iterator[str]:
    for name in (
        *(use.id for use in document.uses),
        *(link.id for link in document.links),
        *(getattr(value, kind) or "" for _, value in document.values for kind in VALUE_REFERENCES),
    ):
        yield from (name, *name.split("/"))


def _written_ids(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        if isinstance(data.get("id"), str):
            yield data["id"]
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from _written_ids(item)


def _titles(catalogue: Catalogue) -> dict[str, list[tuple[str, str]]]:
    """Map titles and former names to the ids of their things, by kind."""
    found: dict[str, list[tuple[str, str]]] = {}
    for document in catalogue.folder.documents:
        title = getattr(document.record, "title", None)
        if title and document.kind in IN_FILES:
            names = (title, *getattr(document.record, "aliases", ()))
            found.setdefault(document.kind, []).extend((name, document.id) for name in names)
    for kind in IN_HANDBOOK:
        things = getattr(catalogue.handbook, kind.row.plural)
        found[kind] = [
            (name, thing.id) for thing in things for name in (thing.title, *getattr(thing, "aliases", ()))
        ]
    return found


def _only_once(things: Iterable[tuple[str, str]]) -> dict[str, str]:
    pairs = {(name.casefold(), own_id) for name, own_id in things if model.is_id(own_id)}
    counts = Counter(name for name, _ in pairs)
    return {name: own_id for name, own_id in pairs if counts[name] == 1}
