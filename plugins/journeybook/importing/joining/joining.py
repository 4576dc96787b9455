"""Join the contents of one file to a handbook: its entries, its drafts, and what both of them name."""

import posixpath
from collections.abc import Iterable, Mapping
from typing import Any

from journeybook.catalogue import Catalogue
from journeybook.importing.brought_in import BroughtIn, Draft, KeyPath, ListEntry, Note, Telling
from journeybook.importing.joining.additions import Additions
from journeybook.importing.joining.coming import Coming, SourceReport
from journeybook.importing.joining.completing import complete, evidence_of
from journeybook.importing.joining.paths import address_at, drop, existing_path
from journeybook.importing.joining.plainly import Plainly, text_of_others
from journeybook.importing.joining.resolving import Resolving
from journeybook.kinds import ThingKind
from journeybook.messages import N_

_THERE = N_("“%(title)s” is there already as %(id)s, and stays as it is.")
_NEAR = N_("“%(title)s” is new as %(id)s. Is it the same as “%(other)s” (%(other_id)s)? Then keep one.")
_ENTERED = N_("“%(title)s” is now in handbook.yml, in its list %(list)s as %(id)s.")
_NO_TITLE = N_("It has no title, and is left out.")
_WRONG = N_("It would be an error in the handbook, and is left out: %(why)s")


class Joining:
    """The way of one source into a handbook."""

    def __init__(self, catalogue: Catalogue, source: BroughtIn, additions: Additions) -> None:
        self.source = source
        self.coming: list[Coming] = []
        self._catalogue, self._additions = catalogue, additions
        self._notes: list[Note] = list(source.notes)
        self._unresolved: list[Resolving] = []

    def report(self, notes: Iterable[Note] = ()) -> SourceReport:
        """The report on the source, with further notes on the files that are written."""
        return SourceReport(source=self.source.source, notes=(*self._notes, *notes))

    def take_entries(self) -> None:
        """Add the entries of lists that the handbook does not have yet."""
        for entry in self.source.entries:
            self._take_entry(entry)

    def _take_entry(self, entry: ListEntry) -> None:
        known = self._additions.known
        fields = {key: _plain(value) for key, value in entry.fields.items()}
        title = str(fields.get("title") or fields.get("id") or "")
        same = known.same(entry.kind, str(fields.get("id") or "")) or known.same(entry.kind, title)
        if not title:
            self._tell(Telling.LEFT, entry.address, _NO_TITLE)
        elif same:
            self._tell(Telling.LEFT, entry.address, _THERE, title=title, id=same)
        else:
            near = known.near(entry.kind, title)
            own_id = self._additions.entry(entry.kind, fields)
            values = {"title": title, "id": own_id, "list": entry.kind.row.plural}
            self._tell(Telling.TAKEN, entry.address, _ENTERED, **values)
            self._ask(entry.kind, entry.address, near, **values)

    def begin(self) -> None:
        """Give each draft its id, so that all of them can name one another."""
        for draft in (draft for draft in self.source.drafts if not draft.is_exact):
            plainly = Plainly(draft)
            if not isinstance(plainly.header.get("title"), str):
                self._tell(Telling.LEFT, next(iter(draft.origins.values()), ""), _NO_TITLE)
                continue
            self._begin(draft, plainly)

    def _begin(self, draft: Draft, plainly: Plainly) -> None:
        known, title = self._additions.known, " ".join(plainly.header["title"].split())
        address = address_at(plainly.origins, ("title",))
        same = known.same(draft.kind, title)
        if same and draft.kind is not ThingKind.JOURNEY:
            self._tell(Telling.LEFT, address, _THERE, title=title, id=same)
            return
        near = same or known.near(draft.kind, title)
        written = plainly.header.get("id")
        stem = posixpath.splitext(posixpath.basename(draft.path))[0]
        own_id = known.new_id(draft.kind, title, wanted=written if isinstance(written, str) else stem)
        self._ask(draft.kind, address, near, title=title, id=own_id)
        known.add(draft.kind, own_id, title)
        header = {**plainly.header, "title": title} | ({"id": own_id} if written else {})
        coming = Coming(
            kind=draft.kind,
            own_id=own_id,
            inside=posixpath.join(draft.kind.row.folder, f"{own_id}.md"),
            header=header,
            body=text_of_others(draft.body),
            origins=plainly.origins,
        )
        self.coming.append(coming)
        self._unresolved.append(Resolving(draft.kind, header, plainly.origins))

    def resolve(self) -> None:
        """Put ids in the place of names, and complete the drafts."""
        for resolving in self._unresolved:
            resolving.resolve(self._additions)
            complete(resolving, self.source.source, self._additions)
            self._notes.extend(resolving.notes)
        things, self._additions.things = self._additions.things, []
        for kind, own_id, header, address in things:
            complete_header = {**header, "evidence": [evidence_of(self.source.source)]}
            origins: dict[KeyPath, str] = {("title",): address} if address else {}
            inside = posixpath.join(kind.row.folder, f"{own_id}.md")
            self.coming.append(
                Coming(kind=kind, own_id=own_id, inside=inside, header=complete_header, origins=origins)
            )

    def leave_out(self, coming: Coming, path: KeyPath, why: str) -> None:
        """Drop what would be an error in a file, or the file where nothing of it can be dropped."""
        place = existing_path(coming.header, path)
        self._tell(Telling.LEFT, address_at(coming.origins, place), _WRONG, why=why)
        if place and place != ("title",):
            drop(coming.header, place, coming.origins)
        elif coming.body:
            coming.body = ""
        else:
            self.coming.remove(coming)

    def _tell(self, telling: Telling, address: str, message: str, **values: str) -> None:
        self._notes.append(Note(telling=telling, address=address, message=message, values=values))

    def _ask(self, kind: ThingKind, address: str, near: str, **values: str) -> None:
        if near:
            other = self._additions.known.title(kind, near)
            self._tell(Telling.GUESSED, address, _NEAR, **values, other=other, other_id=near)


def _plain(value: Any) -> Any:
    """A value of an entry as handbook.yml may hold it."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else text_of_others(str(value))
