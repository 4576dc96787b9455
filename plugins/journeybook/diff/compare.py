"""Find every change between two states of a handbook, grouped by thing, the worst first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TypeVar

from journeybook.catalogue import FileThing, Journey
from journeybook.diff.change import Change, Subject
from journeybook.diff.files import pair_files
from journeybook.diff.kinds import Kind, of_things
from journeybook.diff.pairing.journeys import StepPair, pair_journeys
from journeybook.diff.pairing.matching import Matched
from journeybook.diff.parts.journeys import compare_journeys
from journeybook.diff.parts.location import DocumentPart, Location
from journeybook.diff.parts.measured import compare_values
from journeybook.diff.parts.own_keys import compare_own_keys
from journeybook.diff.parts.things import compare_handbooks, compare_things, tell_renamed_entries
from journeybook.diff.parts.uses import find_uses
from journeybook.diff.renames import Renames, Rewritten, find_renames, with_new_ids
from journeybook.diff.states.measurements import measurements
from journeybook.diff.states.names import Names
from journeybook.diff.states.state import (
    KnownDocuments,
    ReadState,
    State,
    Unread,
    is_broken,
    read_states,
    unread,
)
from journeybook.kinds import IN_FILES, IN_HANDBOOK, ThingKind
from journeybook.load import Document, without_collector
from journeybook.model import DEFAULT_GROUPS

T = TypeVar("T", bound=FileThing)
_REMOVED = of_things((*IN_FILES, *IN_HANDBOOK), "removed")
RENAMED = of_things((*IN_FILES, *IN_HANDBOOK), "renamed")
"""The changes that give a thing another id."""
_ALWAYS_THERE = frozenset(Subject(ThingKind.GROUP, group.id) for group in DEFAULT_GROUPS)


@dataclass(frozen=True, kw_only=True)
class JourneyPair:
    """A journey that has changed, in both states."""

    id: str
    """The id after the change; of a removed journey, the id before."""
    before: Journey | None
    after: Journey | None

    @cached_property
    def steps(self) -> tuple[StepPair, ...]:
        """The pairs of steps, where the journey is in both states."""
        if not self.before or not self.after:
            return ()
        return tuple(step for stage in pair_journeys(self.before, self.after).rows for step in stage.steps)


@dataclass(frozen=True, kw_only=True)
class Difference:
    """The difference between two states of a handbook."""

    before: State
    after: State
    changes: tuple[Change, ...]
    """Those of one subject stand together; the subject with the worst comes first, its worst first."""
    journeys: tuple[JourneyPair, ...]
    """The journeys that differ, by their ids."""
    unread: tuple[Unread, ...]
    """The files that could not be compared."""
    names: Names
    """The names of things in both states."""

    @cached_property
    def pairs(self) -> Mapping[str, JourneyPair]:
        """The journeys that differ, by their ids."""
        return {pair.id: pair for pair in self.journeys}

    def __bool__(self) -> bool:
        return bool(self.changes or self.unread)


def compare(
    before: State, after: State, *, today: date, everything: bool = False, known: KnownDocuments | None = None
) -> Difference:
    """Compare two states of a handbook.

    `everything` reads equal files as well, to the same result. What is in `known` is not read again.
    """
    with without_collector():
        known = {} if known is None else known
        old, new = read_states(before, after, everything=everything, known=known)
        renames = find_renames(old, new)
        if not renames.ids:
            return _compared(old, new, Names(old=old.catalogue, new=new.catalogue), today)
        told = tuple(_tell_renames(renames, old, new))
        rewritten = with_new_ids(old, new, renames)
        old, new = read_states(rewritten.state, after, everything=everything, known=known)
        names = Names(old=old.catalogue, new=new.catalogue, renamed=renames.documents)
        found = _compared(old, new, names, today)
        changes = (_typed(change, rewritten) for change in found.changes)
        return replace(
            found,
            before=before,
            changes=heaviest_first((*_with_uses(new, told), *changes)),
            journeys=_with_renamed(found.journeys, renames),
        )


def _typed(change: Change, rewritten: Rewritten) -> Change:
    return replace(change, before=rewritten.typed(change.before)) if change.before else change


def _tell_renames(renames: Renames, old: ReadState, new: ReadState) -> Iterator[Change]:
    """Yield the new ids, and where their files lie now."""
    names = Names(old=old.catalogue, new=new.catalogue)
    for kind, one, other in renames.files:
        if (kind, one.id) in renames.ids:
            yield from _of_file(location_of(kind, names, one, other), one, other)
    location = _in_handbook(names, old.folder.handbook, new.folder.handbook)
    yield from tell_renamed_entries(location, renames.ids)


def _compared(old: ReadState, new: ReadState, names: Names, today: date) -> Difference:
    before, after = old.catalogue, new.catalogue
    journeys = pair_files(ThingKind.JOURNEY, old, new, (before.journeys, after.journeys))
    personas = pair_files(ThingKind.PERSONA, old, new, (before.personas, after.personas))
    touchpoints = pair_files(ThingKind.TOUCHPOINT, old, new, (before.touchpoints, after.touchpoints))
    changes = chain(
        _things(ThingKind.JOURNEY, journeys, names, today),
        _things(ThingKind.PERSONA, personas, names, today),
        _things(ThingKind.TOUCHPOINT, touchpoints, names, today),
        _handbook(old, new, names, today),
        compare_values(names, *measurements(old, new)),
    )
    return Difference(
        before=old.state,
        after=new.state,
        changes=heaviest_first(_with_uses(new, tuple(changes))),
        journeys=tuple(_journeys(journeys)),
        unread=tuple(unread(((old, new), (new, old)))),
        names=names,
    )


def _with_renamed(pairs: Iterable[JourneyPair], renames: Renames) -> tuple[JourneyPair, ...]:
    """Add the journeys that differ in their ids alone."""
    found = {pair.id: pair for pair in pairs}
    for _, one, other in renames.files:
        if isinstance(one, Journey) and isinstance(other, Journey):
            found.setdefault(other.id, JourneyPair(id=other.id, before=one, after=other))
    return tuple(found[name] for name in sorted(found))


def _journeys(paired: Matched[Journey]) -> Iterator[JourneyPair]:
    found = [
        *(JourneyPair(id=item.id, before=item.thing, after=None) for item in paired.removed),
        *(JourneyPair(id=item.id, before=None, after=item.thing) for item in paired.added),
        *(JourneyPair(id=new.id, before=old.thing, after=new.thing) for old, new in paired.pairs),
    ]
    yield from sorted(found, key=lambda pair: pair.id)


def _things(kind: ThingKind, paired: Matched[T], names: Names, today: date) -> Iterator[Change]:
    for item in paired.removed:
        yield removed_thing(kind, names, item.thing)
    for item in paired.added:
        yield added_thing(kind, names, item.thing)
    for old, new in paired.pairs:
        yield from same_thing(location_of(kind, names, old.thing, new.thing), old.thing, new.thing, today)


def removed_thing(kind: ThingKind, names: Names, thing: FileThing) -> Change:
    """Tell that a thing is gone."""
    location, values = location_of(kind, names, thing, None), {"title": thing.title}
    return location.change(Kind(f"{kind}-removed"), old=thing.title, values=values)


def added_thing(kind: ThingKind, names: Names, thing: FileThing) -> Change:
    """Tell that a thing is new."""
    location, values = location_of(kind, names, None, thing), {"title": thing.title}
    return location.change(Kind(f"{kind}-added"), new=thing.title, values=values)


def location_of(kind: ThingKind, names: Names, old: FileThing | None, new: FileThing | None) -> Location:
    """The location of changes of a thing with a file of its own."""
    thing = new or old
    subject = Subject(kind, thing.id if thing else "")
    former = names.renamed.get((kind, subject.id))
    before = replace(old.document, path=former.path) if old and former else old and old.document
    return Location(
        subject=subject,
        names=names,
        old=DocumentPart(document=before) if before else None,
        new=DocumentPart(document=new.document) if new else None,
    )


def _of_file(location: Location, old: FileThing, new: FileThing) -> Iterator[Change]:
    """Yield what has changed in the id of a thing, and where its file lies."""
    if old.id != new.id:
        values = {"title": new.title}
        kind = Kind(f"{location.subject.kind}-renamed")
        yield location.change(kind, at=("id",), field="id", old=old.id, new=new.id, values=values)
    if _folder(old) != _folder(new) or (old.id == new.id and old.document.inside != new.document.inside):
        yield location.change(Kind.FILE_MOVED, old=old.document.inside, new=new.document.inside)


def same_thing(location: Location, old: FileThing, new: FileThing, today: date) -> Iterator[Change]:
    """Yield the changes of a thing that is in both states."""
    if (location.subject.kind, new.id) not in location.names.renamed:
        yield from _of_file(location, old, new)
    if isinstance(old, Journey) and isinstance(new, Journey):
        yield from compare_journeys(location, old, new, today=today)
    elif not isinstance(old, Journey) and not isinstance(new, Journey):
        yield from compare_things(location, old, new, today=today)
    yield from compare_own_keys(location, old.document.header.data, new.document.header.data)


def _folder(thing: FileThing) -> str:
    return thing.document.inside.rpartition("/")[0]


def _handbook(old: ReadState, new: ReadState, names: Names, today: date) -> Iterator[Change]:
    before, after = (read.folder.handbook for read in (old, new))
    files = old.files.get("handbook.yml"), new.files.get("handbook.yml")
    if files[0] != files[1] and not any(document and is_broken(document) for document in (before, after)):
        yield from changed_handbook(names, before, after, today)


def changed_handbook(
    names: Names, before: Document | None, after: Document | None, today: date
) -> Iterator[Change]:
    """Yield the changes of handbook.yml and of all that it lists."""
    location = _in_handbook(names, before, after)
    yield from compare_handbooks(location, names.old.handbook, names.new.handbook, today=today)
    yield from compare_own_keys(
        location, before.header.data if before else None, after.header.data if after else None
    )


def _in_handbook(names: Names, before: Document | None, after: Document | None) -> Location:
    return Location(
        subject=Subject(ThingKind.HANDBOOK, ThingKind.HANDBOOK),
        names=names,
        old=DocumentPart(document=before) if before else None,
        new=DocumentPart(document=after) if after else None,
    )


def _with_uses(new: ReadState, changes: tuple[Change, ...]) -> Iterator[Change]:
    """Say of what was removed, renamed or retired where it is still used."""
    named = {change: name for change in changes if (name := _gone(change))}
    gone = {change: name for change, name in named.items() if name not in _ALWAYS_THERE}
    uses = find_uses(new, gone.values())
    for change in changes:
        places = uses.get(gone[change], ()) if change in gone else ()
        yield replace(change, uses=places) if places else change


def _gone(change: Change) -> Subject | None:
    """The thing that others can no longer count on."""
    if change.kind in _REMOVED or (change.kind is Kind.LIFECYCLE_CHANGED and change.new == "retired"):
        return change.subject
    return Subject(change.subject.kind, change.old) if change.kind in RENAMED else None


def heaviest_first(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Order changes: those of one subject together, and the worst first."""
    groups: dict[Subject, list[Change]] = {}
    for change in changes:
        groups.setdefault(change.subject, []).append(change)
    for group in groups.values():
        group.sort(key=lambda change: (-change.weight, _line(change), change.kind, change.new, change.old))
    ordered = sorted(groups.items(), key=lambda item: (-item[1][0].weight, item[0]))
    return tuple(change for _, group in ordered for change in group)


def _line(change: Change) -> tuple[str, int, int]:
    place = change.after or change.before
    return (place.path, place.line, place.column) if place else ("", 0, 0)
