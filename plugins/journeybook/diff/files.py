"""Pair the things that have a file each, of the files that two states do not share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from journeybook.catalogue import FileThing
from journeybook.diff.pairing.features import features, features_of_uses
from journeybook.diff.pairing.gaps import fill_left
from journeybook.diff.pairing.matching import Item, Matched, match
from journeybook.diff.states.state import ReadState, is_broken
from journeybook.kinds import ThingKind
from journeybook.load import Document

T = TypeVar("T", bound=FileThing)


def pair_files(
    kind: ThingKind, old: ReadState, new: ReadState, things: tuple[Mapping[str, T], Mapping[str, T]]
) -> Matched[T]:
    """Pair the changed files of a kind; a file that cannot be read in one state is no news in the other."""
    olds, news = list(old.changed(new)), list(new.changed(old))
    lost = [document for document in (*olds, *news) if document.kind == kind and is_broken(document)]
    hidden = {name for document in lost for name in (document.inside, document.id)}
    before, after = list(_items(olds, things[0], hidden)), list(_items(news, things[1], hidden))
    matched = match(before, after)
    if not matched.removed or not matched.added:
        return matched
    sides = ((matched.removed, olds), (matched.added, news))
    removed, added = (tuple(_described(kind, items, documents)) for items, documents in sides)
    left = fill_left(Matched((), removed, added), removed)
    return Matched((*matched.pairs, *left.pairs), left.removed, left.added)


def _described(kind: ThingKind, items: Iterable[Item[T]], documents: Iterable[Document]) -> Iterator[Item[T]]:
    """Yield items with all that is said of them, beside what their files read like."""
    uses = features_of_uses(documents)
    for item in items:
        record, document = item.thing.record, item.thing.document
        body = (f"body:{line.strip()}" for line in document.body.splitlines() if line.strip())
        said = features(record, but=("stages", "reviewed", "evidence"))
        yield replace(item, signs=frozenset((*said, *body, *uses.get((kind, item.id), ()))))


def by_path(things: Mapping[str, T]) -> dict[str, T]:
    """The things by the paths of their files below the journeys folder."""
    return {thing.document.inside: thing for thing in things.values()}


def _items(documents: Iterable[Document], things: Mapping[str, T], hidden: set[str]) -> Iterator[Item[T]]:
    found = by_path(things)
    for document in documents:
        thing = found.get(document.inside)
        if thing is not None and not {document.inside, thing.id} & hidden:
            texts = frozenset(f"text:{text}" for text in _texts(document.header.data))
            yield Item(thing=thing, id=thing.id, is_written=True, title=thing.title, features=texts)


def _texts(data: Any) -> Iterator[str]:
    """All texts of a header."""
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from _texts(item)
    elif isinstance(data, str):
        yield data
