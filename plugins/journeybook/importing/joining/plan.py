"""Plan what an import writes: which files, with which texts, and what the report says of each source."""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeybook.catalogue import Catalogue
from journeybook.edits import TextChange
from journeybook.importing.brought_in import BroughtIn, Draft, Note, Telling
from journeybook.importing.exported.changes import exact_changes
from journeybook.importing.files import file_text
from journeybook.kinds import ThingKind
from journeybook.messages import N_
from journeybook.model import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """The report on a source."""

    source: str
    notes: tuple[Note, ...]

    def of(self, telling: Telling) -> Iterator[Note]:
        """Yield the notes under a heading of the report."""
        return (note for note in self.notes if note.telling is telling)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The changes that an import makes, and the reports on its sources."""

    changes: tuple[TextChange, ...]
    told: tuple[SourceReport, ...]


def plan(catalogue: Catalogue, sources: Iterable[BroughtIn]) -> Plan:
    """Plan what becomes of the contents of some files in a handbook; nothing is written."""
    changes: list[TextChange] = []
    told: list[SourceReport] = []
    taken = {document.inside for document in catalogue.folder.documents}
    for source in sources:
        notes = list(source.notes)
        for change, note in exact_changes(catalogue.folder, source):
            changes += [change] if change else []
            notes.append(note)
        for draft in (draft for draft in source.drafts if not draft.is_exact):
            inside = _free(_path(draft), taken)
            taken.add(inside)
            path = f"{catalogue.folder.label}/{inside}"
            changes.append(TextChange(path=path, before=None, after=_text(draft, source.source)))
            message = N_("“%(title)s” is now %(path)s.")
            values = {"title": str(draft.header.get("title", "")), "path": path}
            address = draft.origins.get(("title",), "")
            notes.append(Note(telling=Telling.TAKEN, address=address, message=message, values=values))
        told.append(SourceReport(source=source.source, notes=tuple(notes)))
    return Plan(changes=tuple(changes), told=tuple(told))


def _path(draft: Draft) -> str:
    if draft.path:
        return draft.path
    name = slug(str(draft.header.get("title", "")), fallback=draft.kind)
    return posixpath.join(draft.kind.row.folder, f"{name}.md")


def _free(inside: str, taken: set[str]) -> str:
    """The path, or the first with a number behind it at which no file lies."""
    stem, ending = posixpath.splitext(inside)
    number, found = 2, inside
    while found in taken:
        found, number = f"{stem}-{number}{ending}", number + 1
    return found


def _text(draft: Draft, source: str) -> str:
    header = dict(draft.header)
    if draft.kind is ThingKind.JOURNEY:
        header["status"] = "draft"
    header.setdefault("evidence", [{"title": posixpath.basename(source), "method": "workshop"}])
    return file_text(draft.kind, header, draft.body)
