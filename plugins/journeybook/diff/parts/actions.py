"""Compare the actions of two versions of an opportunity."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from journeybook.diff.change import Change
from journeybook.diff.kinds import Kind
from journeybook.diff.pairing.features import items_by_title
from journeybook.diff.pairing.gaps import fill_left
from journeybook.diff.pairing.matching import match
from journeybook.diff.parts.fields import compare_fields
from journeybook.diff.parts.location import Location
from journeybook.model import Action


def compare_actions(
    here: Location, olds: Sequence[Action], news: Sequence[Action], *, today: date
) -> Iterator[Change]:
    """Yield what has become of the actions of an opportunity at a location."""
    before = list(items_by_title(olds))
    matched = fill_left(match(before, list(items_by_title(news))), before)
    for item in matched.removed:
        kind = Kind.ACTION_REMOVED if item.thing.status == "done" else Kind.ACTION_DROPPED
        yield here.change(
            kind,
            old_at=("actions", item.at),
            new_at=("actions",),
            old=item.title,
            values={"title": item.title},
        )
    for item in matched.added:
        yield here.change(
            Kind.ACTION_ADDED,
            old_at=("actions",),
            new_at=("actions", item.at),
            new=item.title,
            values={"title": item.title},
        )
    for old, new in matched.pairs:
        inner = replace(
            here,
            old=here.old and here.old.below("actions", old.at),
            new=here.new and here.new.below("actions", new.at),
        )
        yield from _same(inner, old.thing, new.thing, today)


def _same(here: Location, old: Action, new: Action, today: date) -> Iterator[Change]:
    if old.title != new.title:
        yield here.change(Kind.ACTION_REWORDED, at=("title",), field="title", old=old.title, new=new.title)
    is_done = old.status != new.status == "done"
    if is_done:
        values = {"title": new.title}
        yield here.change(
            Kind.ACTION_DONE, at=("status",), field="status", old=old.status, new=new.status, values=values
        )
    inner = replace(here, where=(*here.where, new.title))
    skip = ("title", *(("status",) if is_done else ()))
    yield from compare_fields(inner, old, new, today=today, skip=skip)
