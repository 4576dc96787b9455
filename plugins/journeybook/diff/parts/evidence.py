"""Compare two lists of evidence: added, removed, expired, reworded."""

from collections.abc import Iterator, Sequence
from datetime import date

from journeybook.diff.change import Change
from journeybook.diff.kinds import Kind
from journeybook.diff.pairing.features import items_by_title
from journeybook.diff.pairing.gaps import fill_left
from journeybook.diff.pairing.matching import Item, match
from journeybook.diff.parts.location import Location
from journeybook.model import Evidence

_FACTS = ("method", "date", "n", "url", "expires")


def compare_evidence(
    location: Location, olds: Sequence[Evidence], news: Sequence[Evidence], *, today: date
) -> Iterator[Change]:
    """Yield what has changed in a list of evidence."""
    before = list(items_by_title(olds))
    matched = fill_left(match(before, list(items_by_title(news))), before)
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
        if old.title != new.title:
            yield _fact(location, Kind.EVIDENCE_REWORDED, "title", old, new)
        yield from _facts(location, old, new, today)


def _facts(location: Location, old: Item[Evidence], new: Item[Evidence], today: date) -> Iterator[Change]:
    """Yield what is told otherwise of a piece."""
    for name in _FACTS:
        one, other = getattr(old.thing, name), getattr(new.thing, name)
        if one == other:
            continue
        if name == "expires" and other and other <= today and (one is None or one > today):
            yield _fact(location, Kind.EVIDENCE_EXPIRED, name, old, new)
        elif one is None:
            yield _fact(location, Kind.FIELD_GIVEN, name, old, new)
        else:
            kind = Kind.FIELD_WITHDRAWN if other is None else Kind.FIELD_CHANGED
            yield _fact(location, kind, name, old, new)


def _fact(location: Location, kind: Kind, name: str, old: Item[Evidence], new: Item[Evidence]) -> Change:
    one, other = getattr(old.thing, name), getattr(new.thing, name)
    return location.change(
        kind,
        old_at=("evidence", old.at, name),
        new_at=("evidence", new.at, name),
        field=f"evidence.{name}",
        old="" if one is None else str(one),
        new="" if other is None else str(other),
        values={"title": new.title, "field": f"{name} of the evidence '{new.title}'"},
    )
