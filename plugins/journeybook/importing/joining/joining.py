"""Join the contents of one file to a handbook: its entries, its drafts, and what both of them name."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from journeybook.catalogue import Catalogue
from journeybook.importing.brought_in import BroughtIn, Draft, KeyPath, ListEntry, Note, Telling
from journeybook.importing.joining.additions import Additions
from journeybook.importing.joining.coming import Coming, SourceReport
from journeybook.importing.joining.completing import complete, evidence_of
from journeybook.importing.joining.memory import RememberedFile, matching, recall
from journeybook.importing.joining.opportunities import Proposals
from journeybook.importing.joining.paths import drop, existing_path, value_at
from journeybook.importing.joining.plainly import Plainly, as_held, text_of_others
from journeybook.importing.joining.resolving import Resolving
from journeybook.importing.merging import canonical
from journeybook.importing.origins import origin_of
from journeybook.kinds import ThingKind
from journeybook.load import Document, raw_of
from journeybook.load.document import MODELS
from journeybook.messages import N_
from journeybook.model import references

_THERE = N_("“%(title)s” is there already as %(id)s, and stays as it is.")
_KNOWN = N_("“%(title)s” is %(id)s, which is there already.")
_NEAR = N_("“%(title)s” is new as %(id)s. Is it the same as “%(other)s” (%(other_id)s)? Then keep one.")
_ENTERED = N_("“%(title)s” is now in handbook.yml, in its list %(list)s as %(id)s.")
_NO_TITLE = N_("It has no title, and is left out.")
_DELETED = N_("“%(title)s” came in before as %(path)s, which is gone since, and stays away.")
_WRONG = N_("It would be an error in the handbook, and is left out: %(why)s")


class Joining:
    """The way of one source into a handbook."""

    def __init__(self, catalogue: Catalogue, source: BroughtIn, additions: Additions) -> None:
        self.source = source
        self.coming: list[Coming] = []
        self.is_proposing = False
        """Whether anything of it is proposed for journeys, or written into them."""
        self.memory = recall(catalogue.folder.root, source.source)
        self._folder, self._additions = catalogue.folder, additions
        self._notes: list[Note] = list(source.notes)
        self._unresolved: list[Resolving] = []

    def report(self, notes: Iterable[Note] = (), *, is_unchanged: bool = False) -> SourceReport:
        """The report on the source; what became of files comes first, above all what clashes there."""
        told = (*notes, *self._notes)
        return SourceReport(source=self.source.source, notes=told, is_unchanged=is_unchanged)

    def take_entries(self) -> None:
        """Add the entries of lists that the handbook does not have yet; names of before are known then."""
        self._recall_names()
        for entry in self.source.entries:
            self._take_entry(entry)
        self._learn()

    def _recall_names(self) -> None:
        """Let the names that were brought in before mean what they became, whatever it is called now."""
        known = self._additions.known
        exchanged = self._exchanged()
        for kind, ids in self.memory.names.items():
            for name, own_id in ids.items():
                now = exchanged.get((kind, own_id), own_id)
                if known.has(ThingKind(kind), now):
                    known.add(ThingKind(kind), now, name)

    def _exchanged(self) -> dict[tuple[str, str], str]:
        """The ids that stand in files now in the place of some that were made then and are gone."""
        found = {}
        for then in self.memory.files:
            document = self._document(then)
            if document is None:
                continue
            record = MODELS[then.kind]
            file = canonical(record, document.header.data)
            for use in references(record, canonical(record, then.header)):
                now = value_at(file, use.path)
                if not self._additions.known.has(use.kind, use.id) and isinstance(now, str):
                    found[use.kind.value, use.id] = now
        return found

    def _learn(self) -> None:
        """Remember what the names of this source have become."""
        for (kind, name), own_id in self._additions.names.items():
            self.memory.names.setdefault(kind.value, {})[name] = own_id
        self._additions.names.clear()

    def _document(self, then: RememberedFile) -> Document | None:
        """The file that came from the source before, wherever it lies now."""
        same = [each for each in self._folder.of_kind(then.kind) if each.id == then.own_id]
        title = then.header.get("title")
        renamed = (each for each in self._folder.of_kind(then.kind) if _title(each) == title)
        return next(iter(same), None) or next(renamed, None)

    def _take_entry(self, entry: ListEntry) -> None:
        known = self._additions.known
        fields = {key: as_held(value) for key, value in entry.fields.items()}
        title = str(fields.get("title") or fields.get("id") or "")
        same = known.same(entry.kind, str(fields.get("id") or "")) or known.same(entry.kind, title)
        if not title:
            self._tell(Telling.LEFT, entry.address, _NO_TITLE)
        elif same:
            is_all = any(_says(each, fields) for each in self._entries(entry.kind, same))
            self._tell_there(entry.address, is_all=is_all, title=title, id=same)
        else:
            near = known.near(entry.kind, title)
            own_id = self._additions.entry(entry.kind, fields)
            values = {"title": title, "id": own_id, "list": entry.kind.row.plural}
            self._tell(Telling.TAKEN, entry.address, _ENTERED, **values)
            self._ask(entry.kind, entry.address, near, **values)

    def _entries(self, kind: ThingKind, own_id: str) -> Iterator[Mapping[str, Any]]:
        """Yield an entry of handbook.yml as it stands there or is added; nothing of an assumed one."""
        handbook = self._folder.handbook
        data = handbook.header.data if handbook else None
        listed = data.get(kind.row.plural) if isinstance(data, dict) else None
        added = [fields for of, fields in self._additions.entries if of is kind]
        there = [*(listed if isinstance(listed, list) else ()), *added]
        named = [each for each in there if isinstance(each, Mapping) and each.get("id") == own_id]
        yield from named or [{}]

    def begin(self) -> None:
        """Give each draft its id, so that all of them can name one another."""
        for draft in (draft for draft in self.source.drafts if not draft.is_exact):
            plainly = Plainly(draft)
            if not isinstance(plainly.header.get("title"), str):
                self._tell(Telling.LEFT, next(iter(draft.origins.values()), ""), _NO_TITLE)
                continue
            self._begin(draft, plainly)

    def _begin(self, draft: Draft, plainly: Plainly) -> None:
        title = " ".join(plainly.header["title"].split())
        address = origin_of(("title",), plainly.origins)
        sheet = address.rpartition("!")[0]
        then = matching(self.memory.files, draft.kind, title, sheet)
        document = self._document(then) if then else self._namesake(draft.kind, title)
        if then and document is None:
            self._tell(
                Telling.LEFT, address, _DELETED, title=title, path=f"{self._folder.label}/{then.inside}"
            )
            return
        own_id = document.id if document else self._new_id(draft, plainly, title, address)
        header = {key: value for key, value in plainly.header.items() if key != "id"} | {"title": title}
        coming = Coming(
            kind=draft.kind,
            own_id=own_id,
            inside=document.inside if document else posixpath.join(draft.kind.row.folder, f"{own_id}.md"),
            header=header,
            body=text_of_others(draft.body),
            origins=plainly.origins,
            sheet=sheet,
            document=document,
            then=then,
        )
        self._additions.known.add(draft.kind, own_id, title)
        self.coming.append(coming)
        self._unresolved.append(Resolving(draft.kind, header, plainly.origins))

    def _namesake(self, kind: ThingKind, title: str) -> Document | None:
        """The file of the same name that is there already."""
        own_id = self._additions.known.same(kind, title)
        found = (each for each in self._folder.of_kind(kind) if own_id and each.id == own_id)
        return next(found, None)

    def _new_id(self, draft: Draft, plainly: Plainly, title: str, address: str) -> str:
        known, written = self._additions.known, plainly.header.get("id")
        near = known.near(draft.kind, title)
        stem = posixpath.splitext(posixpath.basename(draft.path))[0]
        own_id = known.new_id(draft.kind, title, wanted=written if isinstance(written, str) else stem)
        self._ask(draft.kind, address, near, title=title, id=own_id)
        return own_id

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
        self._learn()

    def propose(self, proposals: Proposals) -> None:
        """Put the opportunities of lists to the steps of journeys."""
        for loose in self.source.opportunities:
            told = list(proposals.propose(loose, self.coming, self.source.source))
            self.is_proposing |= any(note.telling is not Telling.LEFT for note in told)
            self._notes.extend(told)

    def set_aside_namesakes(self) -> None:
        """Let go what has the name of a file that did not come from this source, unless they say the same."""
        for coming in [each for each in self.coming if each.document and not each.then]:
            self._set_aside(coming)

    def _set_aside(self, coming: Coming) -> None:
        document = coming.document
        if document is None or coming.text == raw_of(self._folder, document).decode("utf-8", "replace"):
            return
        address = origin_of(("title",), coming.origins)
        if coming.kind is ThingKind.JOURNEY:
            coming.document, other = None, coming.own_id
            coming.own_id = self._additions.known.new_id(coming.kind, coming.title)
            coming.inside = f"{coming.own_id}.md"
            self._additions.known.add(coming.kind, coming.own_id, coming.title)
            self._ask(coming.kind, address, other, title=coming.title, id=coming.own_id)
        else:
            self.coming.remove(coming)
            record = MODELS[coming.kind]
            there = canonical(record, document.header.data)
            said = {key: value for key, value in coming.header.items() if key != "evidence"}
            is_all = not coming.body.strip() and _says(there, canonical(record, said))
            self._tell_there(address, is_all=is_all, title=coming.title, id=coming.own_id)

    def leave_out(self, coming: Coming, path: KeyPath, why: str) -> None:
        """Drop what would be an error in a file, or the file where nothing of it can be dropped."""
        place = existing_path(coming.header, path)
        self._tell(Telling.LEFT, origin_of(place, coming.origins), _WRONG, why=why)
        if place and place != ("title",):
            drop(coming.header, place, coming.origins)
        elif coming.body:
            coming.body = ""
        else:
            self.coming.remove(coming)

    def _tell(self, telling: Telling, address: str, message: str, **values: str) -> None:
        self._notes.append(Note(telling=telling, address=address, message=message, values=values))

    def _tell_there(self, address: str, *, is_all: bool, **values: str) -> None:
        """Tell of what is there already; where the handbook says all of it, nothing is left over."""
        telling, message = (Telling.TAKEN, _KNOWN) if is_all else (Telling.LEFT, _THERE)
        self._tell(telling, address, message, **values)

    def _ask(self, kind: ThingKind, address: str, near: str, **values: str) -> None:
        if near:
            other = self._additions.known.title(kind, near)
            self._tell(Telling.GUESSED, address, _NEAR, **values, other=other, other_id=near)


def _says(there: object, fields: Mapping[str, object]) -> bool:
    """Whether a thing that is there says all that is brought in of it, besides its name."""
    held = there if isinstance(there, Mapping) else {}
    told = {key: value for key, value in fields.items() if key not in {"id", "title"} and value is not None}
    return all(held.get(key) == value for key, value in told.items())


def _title(document: Document) -> object:
    data = document.header.data
    return data.get("title") if isinstance(data, dict) else None
