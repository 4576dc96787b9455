"""Read the old state by the ids that things have in the new one, so that a new id changes nothing but itself.

What names a thing is rewritten in the old state before the two are compared: references of headers, links,
headings and rows of values, as `journeybook rename` rewrites them on the disk.
"""

import contextlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from journeybook.catalogue import Catalogue, FileThing, Journey
from journeybook.diff.files import pair_files
from journeybook.diff.pairing.journeys import pair_journeys, placed_parts
from journeybook.diff.pairing.matching import Item, match
from journeybook.diff.parts.things import pair_entries
from journeybook.diff.states.state import ReadState, State, is_broken, read_states
from journeybook.edits import Edit, NotEditable, changed
from journeybook.findings import Place
from journeybook.kinds import IN_HANDBOOK, IN_JOURNEYS, ThingKind
from journeybook.load import Document, Folder, Identity, NotTaken, Source
from journeybook.load.disk import blob_name
from journeybook.naming import (
    KindAndId,
    Mention,
    edits_of_mentions,
    edits_of_thing,
    mentions,
    named_things,
    path_of_renamed,
)

_ALGORITHMS = {40: "sha1", 64: "sha256"}
"""How git hashes, by the length of the names that it gives."""


@dataclass(frozen=True, kw_only=True)
class Renames:
    """The things that have another id in the new state."""

    ids: Mapping[KindAndId, str]
    """The new ids by kind and old id, which is `journey-id/own-id` of steps and pain points."""
    files: tuple[tuple[ThingKind, FileThing, FileThing], ...]
    """Those of them that have a file each, as both states have them."""

    @property
    def documents(self) -> dict[KindAndId, Document]:
        """The files that they had before, by their kinds and new ids."""
        return {(kind, new.id): old.document for kind, old, new in self.files if (kind, old.id) in self.ids}


def find_renames(old: ReadState, new: ReadState) -> Renames:
    """Pair what changed, and keep the pairs whose ids differ."""
    before, after = old.catalogue, new.catalogue
    journeys = pair_files(ThingKind.JOURNEY, old, new, (before.journeys, after.journeys)).pairs
    personas = pair_files(ThingKind.PERSONA, old, new, (before.personas, after.personas)).pairs
    touchpoints = pair_files(ThingKind.TOUCHPOINT, old, new, (before.touchpoints, after.touchpoints)).pairs
    files = tuple(
        (kind, one.thing, other.thing)
        for kind, pairs in (
            (ThingKind.JOURNEY, journeys),
            (ThingKind.PERSONA, personas),
            (ThingKind.TOUCHPOINT, touchpoints),
        )
        for one, other in pairs
        if one.id != other.id
    )
    ids = {(kind, one.id): other.id for kind, one, other in files}
    ids |= _of_handbook(old, new)
    for one, other in journeys:
        ids |= _of_parts(one.thing, other.thing)
    return Renames(ids=_without_taken(ids, before), files=files)


def _of_handbook(old: ReadState, new: ReadState) -> dict[KindAndId, str]:
    handbooks = old.folder.handbook, new.folder.handbook
    if any(document and is_broken(document) for document in handbooks):
        return {}
    return {
        (kind, one.id): other.id
        for kind in IN_HANDBOOK
        for one, other in pair_entries(kind, old.catalogue, new.catalogue).pairs
        if one.id != other.id
    }


def _of_parts(old: Journey, new: Journey) -> dict[KindAndId, str]:
    """The steps and pain points of a journey with other ids, written or made of their titles."""
    found: dict[KindAndId, str] = {}
    steps = tuple({step.id for step in journey.steps} for journey in (old, new))
    if steps[0] - steps[1] and steps[1] - steps[0]:
        pairs = ((one.id, other.id) for one, other in pair_journeys(old, new).steps.pairs)
        found |= {(ThingKind.STEP, f"{old.id}/{one}"): other for one, other in pairs if one != other}
    pains = tuple({item.id: item for item in _pain_items(journey)} for journey in (old, new))
    if pains[0].keys() - pains[1].keys() and pains[1].keys() - pains[0].keys():
        both = match(list(pains[0].values()), list(pains[1].values())).pairs
        found |= {
            (ThingKind.PAIN_POINT, f"{old.id}/{one.id}"): other.id
            for one, other in both
            if one.id != other.id
        }
    return found


def _pain_items(journey: Journey) -> Iterator[Item[None]]:
    for placed in placed_parts(journey):
        for pain in placed.part.pain_points:
            is_written = pain.record.id is not None
            yield Item(thing=None, id=pain.id, is_written=is_written, title=pain.record.title)


def _without_taken(ids: Mapping[KindAndId, str], before: Catalogue) -> dict[KindAndId, str]:
    """Leave out what would get the id of another thing of the old state, which could not be told from it."""
    return {
        (kind, old): new
        for (kind, old), new in ids.items()
        if new not in before.tables.get(kind, {}) or (kind, new) in ids
    }


@dataclass(frozen=True, kw_only=True)
class Rewritten:
    """The old state as if its things had had their new ids all along."""

    state: State
    edits: Mapping[str, list[Edit]]
    """What was rewritten in each file, by its path."""

    def typed(self, place: Place) -> Place:
        """The place of the file as it is, for one of the rewritten text."""
        edits = (edit for edit in self.edits.get(place.path, ()) if edit.place.line == place.line)
        column = place.column
        for edit in sorted(edits, key=lambda edit: edit.place.column):
            if edit.place.column < column:
                column -= len(edit.new) - len(edit.old)
        return replace(place, column=column)


def renamed_ids(before: State, after: State) -> Mapping[KindAndId, str]:
    """Return the new ids of the things of a state by kind and old id, of those that have another one."""
    return find_renames(*read_states(before, after)).ids


def with_new_ids(old: ReadState, new: ReadState, renames: Renames) -> Rewritten:
    """Rewrite the old state in memory."""
    source = old.state.source
    documents = {document.path: document for document in old.folder.documents}
    moved = {
        to: thing.document.inside
        for thing in named_things(old.catalogue)
        if thing.document and (name := renames.ids.get((thing.kind, thing.id)))
        if (to := path_of_renamed(thing, thing.document.inside, name))
    }
    raws: dict[str, bytes] = {}
    edits = _edits(old, new, renames.ids, moved)
    for path, own in edits.items():
        with contextlib.suppress(NotEditable, UnicodeDecodeError):
            inside = documents[path].inside
            raws[inside] = changed(path, source.read(inside), own).after.encode("utf-8")
    state = replace(old.state, source=RenamedFiles(source, raws, moved))
    return Rewritten(state=state, edits=edits)


def _edits(
    old: ReadState, new: ReadState, ids: Mapping[KindAndId, str], moved: Mapping[str, str]
) -> dict[str, list[Edit]]:
    """Make the edits of each file; what is written so that it cannot be edited is left as it is."""
    texts = _Texts(old.state.source, old.folder)
    edits: dict[str, list[Edit]] = defaultdict(list)
    for mention in _followed(old, new, ids, moved):
        with contextlib.suppress(NotEditable, UnicodeDecodeError):
            edits[mention.place.path] += edits_of_mentions([mention], texts, ids[mention.kind, mention.id])
    for thing in named_things(old.catalogue):
        name = ids.get((thing.kind, thing.id))
        # steps and pain points keep their own ids: that they have others now is found where they are compared
        if name and thing.kind not in IN_JOURNEYS and thing.place:
            with contextlib.suppress(NotEditable, UnicodeDecodeError):
                edits[thing.place.path] += edits_of_thing(thing, texts, name)
    return edits


def _followed(
    old: ReadState, new: ReadState, ids: Collection[KindAndId], moved: Mapping[str, str]
) -> Iterator[Mention]:
    """Yield the mentions of old ids in files that have changed and no longer mention them.

    Where a file still has an old id, the rename was not carried through there, which is found elsewhere.
    """
    there = {before: after for after, before in moved.items()}
    changed_files = {document.path: document.inside for document in old.changed(new)}
    insides = {document.path: document.inside for document in new.folder.documents}
    left = {
        (insides[mention.place.path], mention.kind, mention.id)
        for mention in mentions(new.catalogue, (), ids, _Texts(new.state.source, new.folder).raw)
    }
    for mention in set(mentions(old.catalogue, (), ids, _Texts(old.state.source, old.folder).raw)):
        inside = changed_files.get(mention.place.path)
        if inside and (there.get(inside, inside), mention.kind, mention.id) not in left:
            yield mention


class _Texts:
    """The texts of the files of a state, by the paths that messages have for them."""

    def __init__(self, source: Source, folder: Folder) -> None:
        self._source = source
        self._documents = {document.path: document for document in folder.documents}

    def raw(self, document: Document) -> bytes:
        """Read the bytes of a file."""
        return self._source.read(document.inside)

    def __call__(self, path: str) -> str:
        """Read a file of UTF-8."""
        return self.raw(self._documents[path]).decode("utf-8")


class RenamedFiles:
    """The files of another source, some of which have other content or lie elsewhere."""

    def __init__(self, source: Source, raws: Mapping[str, bytes], moved: Mapping[str, str]) -> None:
        self._source = source
        there = {old: new for new, old in moved.items()}
        self._raws = {there.get(inside, inside): raw for inside, raw in raws.items()}
        self._there = there
        self._moved = moved
        """The paths in the other source, by those here."""

    @property
    def root(self) -> Path:
        """The folder of pictures on the disk, if they lie there."""
        return self._source.root

    def exists(self) -> bool:
        """Whether there is such a folder."""
        return self._source.exists()

    def paths(self) -> Iterator[str | NotTaken]:
        """Yield the paths of the files below the folder that are content."""
        there = self._there
        return (there.get(path, path) if isinstance(path, str) else path for path in self._source.paths())

    def identity(self, inside: str) -> Identity | NotTaken | None:
        """The name that git would give to the content."""
        identity = self._source.identity(self._moved.get(inside, inside))
        if inside not in self._raws or not isinstance(identity, str):
            return identity
        return blob_name(self._raws[inside], _ALGORITHMS.get(len(identity), "sha1"))

    def fetch(self, insides: Collection[str]) -> None:
        """Get ready to read these files."""
        self._source.fetch(
            [self._moved.get(inside, inside) for inside in insides if inside not in self._raws]
        )

    def read(self, inside: str) -> bytes:
        """Read a file."""
        return self._raws.get(inside) or self._source.read(self._moved.get(inside, inside))

    def head(self, inside: str, size: int) -> bytes:
        """Read the first bytes of a file."""
        return self._source.head(self._moved.get(inside, inside), size)
