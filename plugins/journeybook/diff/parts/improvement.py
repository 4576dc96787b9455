"""Compare the pain points and opportunities of two versions of a journey."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Generic, TypeVar

from journeybook.catalogue import JourneyPart, Opportunity, PainPoint
from journeybook.diff.change import Change
from journeybook.diff.kinds import Kind
from journeybook.diff.pairing.features import features
from journeybook.diff.pairing.gaps import fill_left
from journeybook.diff.pairing.journeys import Placed, PlacedStage
from journeybook.diff.pairing.matching import Item, Matched, match
from journeybook.diff.parts.actions import compare_actions
from journeybook.diff.parts.fields import compare_fields
from journeybook.diff.parts.location import Location
from journeybook.diff.parts.steps import between
from journeybook.frontmatter import Path

_NONE: Mapping[str, str] = MappingProxyType({})


E = TypeVar("E", bound=PainPoint | Opportunity)


@dataclass(frozen=True, slots=True)
class _Entry(Generic[E]):
    """A pain point or an opportunity, and where it stands."""

    placed: Placed | PlacedStage
    thing: E
    path: Path
    """From the header's top."""

    def alone(self, location: Location, *, is_new: bool) -> Location:
        """The location of what is in one state only: the step or the stage, and the entry in it."""
        here = between(self.placed, self.placed, location)
        own = location.new if is_new else location.old
        part = own and replace(own, path=self.path)
        return replace(here, item=self.thing.id, old=None if is_new else part, new=part if is_new else None)

    def to(self, new: "_Entry[E]", location: Location) -> Location:
        """The location of what is in both states."""
        here = between(self.placed, new.placed, location)
        return replace(
            here,
            item=new.thing.id,
            old=location.old and replace(location.old, path=self.path),
            new=location.new and replace(location.new, path=new.path),
            where=(*here.where, new.thing.record.title),
        )


Homes = Mapping[str, str]
"""The step or stage that each old one became, by the names of what stands in them."""


def compare_improvement(
    location: Location,
    olds: Sequence[Placed | PlacedStage],
    news: Sequence[Placed | PlacedStage],
    homes: Homes,
    *,
    today: date,
) -> Iterator[Change]:
    """Yield what has become of pain points and opportunities; those of what was removed went with it."""
    opportunities = _matched(olds, news, homes, _opportunities)
    for item in opportunities.removed:
        if item.thing.placed.home in homes:
            yield _gone_opportunity(location, item.thing)
    for item in opportunities.added:
        yield _one(item.thing.alone(location, is_new=True), Kind.OPPORTUNITY_ADDED, item.title)
    for one, other in opportunities.pairs:
        here = one.thing.to(other.thing, location)
        yield from _moved(location, Kind.OPPORTUNITY_MOVED, one, other)
        yield from _same_opportunity(here, one.thing.thing, other.thing.thing, today)
    yield from _pains(location, _matched(olds, news, homes, _pains_of), opportunities, homes, today)


def _pains(
    location: Location,
    pains: Matched[_Entry[PainPoint]],
    opportunities: Matched[_Entry[Opportunity]],
    homes: Homes,
    today: date,
) -> Iterator[Change]:
    done = {
        solved: other.title
        for _, other in opportunities.pairs
        for solved in other.thing.thing.record.solves
        if other.thing.thing.record.status == "done"
    } | {
        solved: other.title
        for one, other in opportunities.pairs
        for solved in one.thing.thing.record.solves
        if other.thing.thing.record.status == "done"
    }
    for item in pains.removed:
        if item.thing.placed.home in homes or item.id in done:
            here = item.thing.alone(location, is_new=False)
            solution = {"solution": done[item.id]} if item.id in done else {}
            yield _one(here, Kind.PAIN_SOLVED if solution else Kind.PAIN_REMOVED, item.title, values=solution)
    for item in pains.added:
        here, severity = item.thing.alone(location, is_new=True), item.thing.thing.record.severity
        yield _one(
            here, Kind.PAIN_RAISED, item.title, amount=severity - 2, values={"severity": str(severity)}
        )
    for one, other in pains.pairs:
        yield from _moved(location, Kind.PAIN_MOVED, one, other)
        yield from _same_pain(one.thing.to(other.thing, location), one.thing.thing, other.thing.thing, today)


def _opportunities(part: JourneyPart) -> tuple[str, Sequence[Opportunity]]:
    return "opportunities", part.opportunities


def _pains_of(part: JourneyPart) -> tuple[str, Sequence[PainPoint]]:
    return "pain_points", part.pain_points


def _matched(
    olds: Sequence[Placed | PlacedStage],
    news: Sequence[Placed | PlacedStage],
    homes: Homes,
    listed: Callable[[JourneyPart], tuple[str, Sequence[E]]],
) -> Matched[_Entry[E]]:
    before = [item for old in olds for item in _items(old, listed, homes.get(old.home, f"-{old.home}"))]
    after = [item for new in news for item in _items(new, listed, new.home)]
    return fill_left(match(before, after), before)


def _items(
    placed: Placed | PlacedStage, listed: Callable[[JourneyPart], tuple[str, Sequence[E]]], home: str
) -> Iterator[Item[_Entry[E]]]:
    name, things = listed(placed.part)
    for at, thing in enumerate(things):
        yield Item(
            thing=_Entry(placed, thing, (*placed.path, name, at)),
            id=thing.id,
            is_written=thing.record.id is not None,
            title=thing.record.title,
            features=features(thing.record),
            home=home,
            at=at,
        )


def _one(
    here: Location, kind: Kind, title: str, *, amount: int = 0, values: Mapping[str, str] = _NONE
) -> Change:
    """A change of what is in one state only."""
    old, new = ("", title) if here.new else (title, "")
    return here.change(kind, old=old, new=new, amount=amount, values={"title": title, **values})


def _gone_opportunity(location: Location, entry: _Entry[Opportunity]) -> Change:
    kind = Kind.OPPORTUNITY_REMOVED if entry.thing.is_closed else Kind.OPPORTUNITY_DROPPED
    return _one(entry.alone(location, is_new=False), kind, entry.thing.record.title)


def _moved(location: Location, kind: Kind, one: Item[_Entry[E]], other: Item[_Entry[E]]) -> Iterator[Change]:
    if one.home != other.home:
        here = one.thing.to(other.thing, location)
        titles = one.thing.placed.part.title, other.thing.placed.part.title
        here = replace(here, where=here.where[:-1])
        yield here.change(kind, old=titles[0], new=titles[1], values={"title": other.title})


def _same_pain(here: Location, old: PainPoint, new: PainPoint, today: date) -> Iterator[Change]:
    outside = replace(here, where=here.where[:-1])
    if old.title != new.title:
        yield outside.change(Kind.PAIN_REWORDED, at=("title",), field="title", old=old.title, new=new.title)
    rise = new.record.severity - old.record.severity
    if rise:
        numbers = str(old.record.severity), str(new.record.severity)
        kind = Kind.PAIN_WORSENED if rise > 0 else Kind.PAIN_EASED
        yield outside.change(
            kind,
            at=("severity",),
            field="severity",
            old=numbers[0],
            new=numbers[1],
            amount=rise,
            values={"title": new.title},
        )
    yield from compare_fields(here, old.record, new.record, today=today, skip=("title", "severity"))


def _same_opportunity(here: Location, old: Opportunity, new: Opportunity, today: date) -> Iterator[Change]:
    outside = replace(here, where=here.where[:-1])
    if old.record.title != new.record.title:
        titles = old.record.title, new.record.title
        yield outside.change(
            Kind.OPPORTUNITY_REWORDED, at=("title",), field="title", old=titles[0], new=titles[1]
        )
    was, now = old.record.status, new.record.status
    closed = {"done": Kind.OPPORTUNITY_DONE, "rejected": Kind.OPPORTUNITY_DROPPED}.get(now)
    if was != now and closed:
        values = {"title": new.record.title}
        yield outside.change(closed, at=("status",), field="status", old=was, new=now, values=values)
    skip = ("title", "actions", *(("status",) if closed else ()))
    yield from compare_fields(here, old.record, new.record, today=today, skip=skip)
    yield from compare_actions(here, old.record.actions, new.record.actions, today=today)
