"""Compare two records field by field; no difference is left out."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from journeybook.diff.change import Change
from journeybook.diff.kinds import Kind
from journeybook.diff.parts.evidence import compare_evidence
from journeybook.diff.parts.location import Location
from journeybook.diff.parts.told import At, ToldItem, said, told_after, told_before, told_sides
from journeybook.kinds import ThingKind
from journeybook.model import Interview, Record


class _Kinds(NamedTuple):
    given: Kind
    changed: Kind
    withdrawn: Kind


_ANY = _Kinds(Kind.FIELD_GIVEN, Kind.FIELD_CHANGED, Kind.FIELD_WITHDRAWN)
_VALUES = {
    "owner": _Kinds(Kind.OWNER_GIVEN, Kind.OWNER_CHANGED, Kind.OWNER_WITHDRAWN),
    "due": _Kinds(Kind.DUE_GIVEN, Kind.DUE_CHANGED, Kind.DUE_WITHDRAWN),
    "status": _Kinds(Kind.STATUS_CHANGED, Kind.STATUS_CHANGED, Kind.STATUS_CHANGED),
    "state": _Kinds(Kind.STATE_CHANGED, Kind.STATE_CHANGED, Kind.STATE_CHANGED),
    "lifecycle": _Kinds(Kind.LIFECYCLE_CHANGED, Kind.LIFECYCLE_CHANGED, Kind.LIFECYCLE_CHANGED),
    "reviewed": _Kinds(Kind.REVIEWED, Kind.REVIEWED, Kind.REVIEW_WITHDRAWN),
}
"""Fields of one value, where their changes have kinds of their own."""
_CHANNEL = _Kinds(Kind.CHANNEL_USED, Kind.CHANNEL_REPLACED, Kind.CHANNEL_DROPPED)
_LISTS = {
    "touchpoints": _Kinds(Kind.TOUCHPOINT_USED, Kind.TOUCHPOINT_REPLACED, Kind.TOUCHPOINT_DROPPED),
    "metrics": _Kinds(Kind.METRIC_ATTACHED, Kind.FIELD_CHANGED, Kind.METRIC_DETACHED),
    "personas": _Kinds(Kind.PERSONA_JOINED, Kind.FIELD_CHANGED, Kind.PERSONA_LEFT),
}
"""Fields that list other things, where their changes have kinds of their own."""


def compare_fields(
    location: Location, old: Record, new: Record, *, today: date, skip: Container[str] = ()
) -> Iterator[Change]:
    """Yield what differs between two records at a location."""
    for name in type(new).model_fields:
        one, other = getattr(old, name), getattr(new, name)
        if name in skip or _is_same(one, other):
            continue
        if name == "evidence":
            yield from compare_evidence(location, one, other, today=today)
        elif isinstance(one or other, Interview):
            yield from _interview(location, one or Interview(), other or Interview(), today)
        elif isinstance(one, tuple):
            yield from _list(location, name, one, other)
        elif name == "lanes" and isinstance(one, dict):
            yield from _lanes(location, one, other)
        elif isinstance(one, dict):
            yield from _labelled(location, name, one, other)
        else:
            yield from _value(location, name, one, other)


def _is_same(one: object, other: object) -> bool:
    """Whether two values say the same; labels are shown in the author's order, so it counts."""
    is_ordered = not isinstance(one, dict) or not isinstance(other, dict) or list(one) == list(other)
    return is_ordered and (one == other or said(one) == said(other))


def _interview(location: Location, old: Interview, new: Interview, today: date) -> Iterator[Change]:
    at = replace(
        location,
        old=location.old and location.old.below("interview"),
        new=location.new and location.new.below("interview"),
        where=(*location.where, "interview"),
    )
    yield from compare_fields(at, old, new, today=today)


def _value(location: Location, name: str, old: Any, new: Any) -> Iterator[Change]:
    kinds = _VALUES.get(name, _ANY)
    if name == "channel":
        kinds = _CHANNEL
    kind = kinds.given if old is None else kinds.withdrawn if new is None else kinds.changed
    sides = ([] if value is None else [At("", value)] for value in (old, new))
    gone, come = told_sides(location, name, *sides)
    if gone or come:
        one, other = ("".join(told.text for told in side) for side in (gone, come))
        yield location.change(kind, at=(name,), field=name, old=one, new=other)


def _list(location: Location, name: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    olds, news = ([said(item) for item in side] for side in (old, new))
    gone = [At(at, item) for at, item in enumerate(old) if olds[at] not in news]
    come = [At(at, item) for at, item in enumerate(new) if news[at] not in olds]
    if not gone and not come:
        yield _reordered(location, name, old, new)
    elif name in _LISTS and not (name == "personas" and location.step):
        yield from _references(location, name, *told_sides(location, name, gone, come))
    else:
        yield from _texts(location, name, *told_sides(location, name, gone, come))


def _lanes(
    location: Location, old: Mapping[str, Sequence[Any]], new: Mapping[str, Sequence[Any]]
) -> Iterator[Change]:
    """One change for each lane of the handbook's own, told by the lane's title."""
    for name in dict.fromkeys((*old, *new)):
        one, other = old.get(name, ()), new.get(name, ())
        if one != other:
            here = replace(
                location,
                old=location.old and location.old.below("lanes"),
                new=location.new and location.new.below("lanes"),
            )
            title = location.names.after(ThingKind.LANE, name)
            for change in _list(here, name, one, other):
                yield replace(change, values=tuple(({**dict(change.values), "field": title}).items()))


def _labelled(
    location: Location, name: str, old: Mapping[str, str], new: Mapping[str, str]
) -> Iterator[Change]:
    """Yield one change for all texts under labels, each told with its label."""
    gone = [ToldItem(label, f"{label}: {text}") for label, text in old.items() if new.get(label) != text]
    come = [ToldItem(label, f"{label}: {text}") for label, text in new.items() if old.get(label) != text]
    if gone or come:
        yield from _texts(location, name, gone, come)
    else:
        yield _reordered(location, name, [*old], [*new])


def _reordered(location: Location, name: str, old: Sequence[Any], new: Sequence[Any]) -> Change:
    one = ", ".join(told_before(location, name, item) for item in old)
    other = ", ".join(told_after(location, name, item) for item in new)
    return location.change(Kind.FIELD_CHANGED, at=(name,), field=name, old=one, new=other)


def _references(
    location: Location, name: str, gone: Sequence[ToldItem], come: Sequence[ToldItem]
) -> Iterator[Change]:
    """One change for each thing; where one took the place of another, both are one change."""
    kinds = _LISTS[name]
    if len(gone) == len(come) == 1 and kinds.changed is not Kind.FIELD_CHANGED:
        yield location.change(
            kinds.changed,
            old_at=(name, gone[0].at),
            new_at=(name, come[0].at),
            field=name,
            old=gone[0].text,
            new=come[0].text,
        )
        return
    for at, text in gone:
        yield location.change(kinds.withdrawn, old_at=(name, at), new_at=(name,), field=name, old=text)
    for at, text in come:
        yield location.change(kinds.given, old_at=(name,), new_at=(name, at), field=name, new=text)


def _texts(
    location: Location, name: str, gone: Sequence[ToldItem], come: Sequence[ToldItem]
) -> Iterator[Change]:
    """One change for a list of texts: what is no longer in it, and what is new."""
    if gone or come:
        yield location.change(
            _ANY.given if not gone else _ANY.withdrawn if not come else _ANY.changed,
            old_at=(name, gone[0].at) if gone else (name,),
            new_at=(name, come[0].at) if come else (name,),
            field=name,
            old="; ".join(told.text for told in gone),
            new="; ".join(told.text for told in come),
        )
