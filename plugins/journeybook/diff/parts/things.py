"""Compare two versions of a persona, a touchpoint or handbook.yml."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from datetime import date

from journeybook.catalogue import Catalogue, Persona, Touchpoint
from journeybook.diff.change import Change, Subject
from journeybook.diff.kinds import Kind, word_of
from journeybook.diff.pairing.features import features, features_of_uses
from journeybook.diff.pairing.gaps import fill_gaps, fill_left
from journeybook.diff.pairing.matching import Item, Matched, match, moved_pairs
from journeybook.diff.parts.fields import compare_fields
from journeybook.diff.parts.location import Location
from journeybook.diff.parts.narrative import compare_narrative
from journeybook.kinds import IN_HANDBOOK, ThingKind
from journeybook.model import (
    Channel,
    Goal,
    Group,
    Handbook,
    Metric,
    Principle,
    Segment,
    Stage,
    System,
    Team,
    Term,
)

Vocabulary = Channel | Goal | Group | Metric | Principle | Segment | Stage | System | Team | Term


def compare_things(
    location: Location, old: Persona | Touchpoint, new: Persona | Touchpoint, *, today: date
) -> Iterator[Change]:
    """Yield what has changed in a persona or a touchpoint but its id and its file."""
    if old.title != new.title:
        kind = Kind(f"{location.subject.kind}-retitled")
        yield location.change(kind, at=("title",), field="title", old=old.title, new=new.title)
    yield from compare_fields(location, old.record, new.record, today=today, skip=("id", "title"))
    yield from compare_narrative(location, old, new)


def compare_handbooks(location: Location, old: Handbook, new: Handbook, *, today: date) -> Iterator[Change]:
    """Yield what has changed in the shared vocabulary."""
    lists = tuple(kind.row.plural for kind in IN_HANDBOOK)
    yield from compare_fields(location, old, new, today=today, skip=lists)
    for kind in IN_HANDBOOK:
        paired = pair_entries(kind, location.names.old, location.names.new)
        yield from _entries(location, kind, paired, today)


def pair_entries(kind: ThingKind, old: Catalogue, new: Catalogue) -> Matched[Vocabulary]:
    """Pair the entries of a kind of two handbooks."""
    olds, news = (getattr(catalogue.handbook, kind.row.plural) for catalogue in (old, new))
    before = list(_items(olds))
    matched = match(before, list(_items(news)))
    if not matched.removed or not matched.added:
        return matched
    uses = (features_of_uses(catalogue.folder.documents) for catalogue in (old, new))
    sides = zip((matched.removed, matched.added), uses, strict=True)
    removed, added = (
        tuple(replace(item, signs=item.signs | found.get((kind, item.id), frozenset())) for item in items)
        for items, found in sides
    )
    left = Matched(matched.pairs, removed, added)
    if kind is ThingKind.STAGE:
        left = fill_gaps(left, before, is_enough=False)
    return fill_left(left, before)


def tell_renamed_entries(location: Location, ids: Container[tuple[ThingKind, str]]) -> Iterator[Change]:
    """Yield the new ids of the entries that have the old ones."""
    for kind in IN_HANDBOOK:
        for one, other in pair_entries(kind, location.names.old, location.names.new).pairs:
            if (kind, one.id) in ids:
                here = _at(location, kind, other.id, one.at, other.at)
                yield _renamed(here, one.thing, other.thing)


def _entries(
    location: Location, kind: ThingKind, matched: Matched[Vocabulary], today: date
) -> Iterator[Change]:
    prefix = word_of(kind)
    for item in matched.removed:
        here = _at(location, kind, item.id, item.at, None)
        yield here.change(Kind(f"{prefix}-removed"), old=item.title, values={"title": item.title})
    for item in matched.added:
        here = _at(location, kind, item.id, None, item.at)
        yield here.change(Kind(f"{prefix}-added"), new=item.title, values={"title": item.title})
    # of the lists, the order of the stages alone means something
    movers = moved_pairs(matched.pairs) if kind is ThingKind.STAGE else set()
    for at, (one, other) in enumerate(matched.pairs):
        here = _at(location, kind, other.id, one.at, other.at)
        if at in movers:
            values = {"title": other.title}
            places = str(one.at + 1), str(other.at + 1)
            yield here.change(Kind.HANDBOOK_STAGE_MOVED, old=places[0], new=places[1], values=values)
        yield from _same(here, one.thing, other.thing, today)


def _items(entries: Sequence[Vocabulary]) -> Iterator[Item[Vocabulary]]:
    for at, entry in enumerate(entries):
        yield Item(thing=entry, id=entry.id, is_written=True, title=entry.title, signs=features(entry), at=at)


def _at(location: Location, kind: ThingKind, name: str, old: int | None, new: int | None) -> Location:
    key = kind.row.plural
    return replace(
        location,
        subject=Subject(kind, name),
        old=None if old is None else location.old and location.old.below(key, old),
        new=None if new is None else location.new and location.new.below(key, new),
    )


def _same(here: Location, old: Vocabulary, new: Vocabulary, today: date) -> Iterator[Change]:
    if old.id != new.id:
        yield _renamed(here, old, new)
    if old.title != new.title:
        kind = Kind(f"{word_of(here.subject.kind)}-retitled")
        yield here.change(kind, at=("title",), field="title", old=old.title, new=new.title)
    yield from compare_fields(here, old, new, today=today, skip=("id", "title"))


def _renamed(here: Location, old: Vocabulary, new: Vocabulary) -> Change:
    kind = Kind(f"{word_of(here.subject.kind)}-renamed")
    values = {"title": new.title}
    return here.change(kind, at=("id",), field="id", old=old.id, new=new.id, values=values)
