"""Compare two lists of evidence: added, removed, expired, reworded."""

from collections.abc import Iterator, Sequence
from datetime import date

from journeybook.diff.change import Change
from journeybook.diff.kinds import Kind
from journeybook.diff.pairing.matching import Item, match
from journeybook.diff.parts.location import Location
from journeybook.model import Evidence

_FIELDS = ("title", "method", "date", "n", "url", "expires")


def compare_evidence(
    location: Location, olds: Sequence[Evidence], news: Sequence[Evidence], *, today: date
) -> Iterator[Change]:
    """Yield what has changed in a list of evidence."""
    matched = match(list(_items(olds)), list(_items(news)))
    for item in matched.removed:
        at, values = ("evidence", item.at), {"title": item.title}
        yield location.change(
            Kind.EVIDENCE_REMOVED,
            old_at=at,
            new_at=("evidence",),
            field="evidence",
            old=item.title,
            values=values,
        )
    for item in matched.added:
        at, values = ("evidence", item.at), {"title": item.title}
        yield location.change(
            Kind.EVIDENCE_ADDED,
            old_at=("evidence",),
            new_at=at,
            field="evidence",
            new=item.title,
            values=values,
        )
    for old, new in matched.pairs:
        yield from _compare(location, old, new, today)


def _items(pieces: Sequence[Evidence]) -> Iterator[Item[Evidence]]:
    for at, piece in enumerate(pieces):
        facts = (f"{name}={getattr(piece, name)}" for name in _FIELDS[1:] if getattr(piece, name) is not None)
        yield Item(
            thing=piece,
            id=piece.title.casefold(),
            is_written=False,
            title=piece.title,
            features=frozenset(facts),
            at=at,
        )


def _compare(location: Location, old: Item[Evidence], new: Item[Evidence], today: date) -> Iterator[Change]:
    for name in _FIELDS:
        one, other = getattr(old.thing, name), getattr(new.thing, name)
        if one == other:
            continue
        has_expired = name == "expires" and other and other <= today and (one is None or one > today)
        kind = (
            Kind.FIELD_GIVEN
            if one is None
            else Kind.FIELD_CHANGED
            if other is not None
            else Kind.FIELD_WITHDRAWN
        )
        yield location.change(
            Kind.EVIDENCE_EXPIRED if has_expired else kind,
            old_at=("evidence", old.at, name),
            new_at=("evidence", new.at, name),
            field=f"evidence.{name}",
            old="" if one is None else str(one),
            new="" if other is None else str(other),
            values={"title": new.title},
        )
