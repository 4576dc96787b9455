"""Compare two versions of a journey."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from journeybook.catalogue import Journey, JourneyStage
from journeybook.diff.change import Change
from journeybook.diff.kinds import Kind
from journeybook.diff.pairing.journeys import Pairing, Placed, PlacedStage, pair_journeys, placed_parts
from journeybook.diff.pairing.matching import Pair, moved_pairs
from journeybook.diff.parts.fields import compare_fields
from journeybook.diff.parts.improvement import compare_improvement
from journeybook.diff.parts.location import Location
from journeybook.diff.parts.narrative import compare_narrative
from journeybook.diff.parts.steps import between, compare_other_part, compare_step, joined, whole_step


def compare_journeys(location: Location, old: Journey, new: Journey, *, today: date) -> Iterator[Change]:
    """Yield everything that has changed in a journey but its id and its file."""
    if old.title != new.title:
        yield location.change(
            Kind.JOURNEY_RETITLED, at=("title",), field="title", old=old.title, new=new.title
        )
    skip = ["id", "title", "stages"]
    if old.is_planned != new.is_planned:
        kind = Kind.JOURNEY_UNMAPPED if new.is_planned else Kind.JOURNEY_MAPPED
        statuses = old.record.status, new.record.status
        yield location.change(kind, at=("status",), field="status", old=statuses[0], new=statuses[1])
        skip.append("status")
    yield from compare_fields(location, old.record, new.record, today=today, skip=skip)
    pairing = pair_journeys(old, new)
    yield from _stages(location, pairing, today)
    yield from _steps(location, pairing, old, new, today)
    yield from compare_improvement(
        location, placed_parts(old), placed_parts(new), _homes(pairing), today=today
    )
    yield from compare_narrative(location, old, new)


def _stages(location: Location, pairing: Pairing, today: date) -> Iterator[Change]:
    for item in pairing.stages.removed:
        yield _whole_stage(location, Kind.STAGE_REMOVED, item.thing)
    for item in pairing.stages.added:
        yield _whole_stage(location, Kind.STAGE_ADDED, item.thing)
    movers = moved_pairs(pairing.stages.pairs)
    for at, (one, other) in enumerate(pairing.stages.pairs):
        old, new = one.thing, other.thing
        here = _at_stage(location, old, new)
        if at in movers:
            values = {"title": new.stage.title}
            numbers = str(old.stage.number), str(new.stage.number)
            yield here.change(Kind.STAGE_MOVED, old=numbers[0], new=numbers[1], values=values)
        yield from _same_stage(here, old.stage, new.stage, today)


def _at_stage(location: Location, old: PlacedStage | None, new: PlacedStage | None) -> Location:
    """The location of a stage, which may be in one state only."""
    shown_stage = (new or old).stage  # type: ignore[union-attr] # one of them is given
    return replace(
        location,
        stage=shown_stage.id,
        where=(shown_stage.title,),
        old=location.old and (location.old.below(*old.path) if old else None),
        new=location.new and (location.new.below(*new.path) if new else None),
    )


def _whole_stage(location: Location, kind: Kind, found: PlacedStage) -> Change:
    is_new = kind is Kind.STAGE_ADDED
    here = _at_stage(location, None if is_new else found, found if is_new else None)
    title = found.stage.title
    values = {"title": title, "count": str(len(found.stage.steps))}
    at_moment = any(step.record.moment_of_truth for step in found.stage.steps)
    here = replace(here, where=(), at_moment=at_moment)
    return here.change(kind, old="" if is_new else title, new=title if is_new else "", values=values)


def _same_stage(here: Location, old: JourneyStage, new: JourneyStage, today: date) -> Iterator[Change]:
    if old.record.title != new.record.title:
        yield here.change(Kind.STAGE_RETITLED, at=("title",), field="title", old=old.title, new=new.title)
    if old.record.id != new.record.id and old.id != new.id:
        values = {"title": new.title}
        yield here.change(Kind.STAGE_RENAMED, at=("id",), field="id", old=old.id, new=new.id, values=values)
    skip = ("title", "id", "steps", "pain_points", "opportunities")
    yield from compare_fields(here, old.record, new.record, today=today, skip=skip)


def _steps(location: Location, pairing: Pairing, old: Journey, new: Journey, today: date) -> Iterator[Change]:
    parts = {split.other.id for split in pairing.splits.values()}
    merged = {merge.other.id for merge in pairing.merges.values()}
    homes = pairing.homes
    for item in pairing.steps.removed:
        if item.id not in merged and item.thing.stage.id in homes:
            removed = whole_step(item.thing, location, Kind.STEP_REMOVED)
            yield replace(removed, stage=homes[item.thing.stage.id])
    stayed = set(homes.values())
    for item in pairing.steps.added:
        if item.id not in parts and item.thing.stage.id in stayed:
            yield whole_step(item.thing, location, Kind.STEP_ADDED)
    yield from _moves(location, pairing)
    common = frozenset(old.record.personas) & frozenset(new.record.personas)
    for one, other in pairing.steps.pairs:
        split, merge = pairing.splits.get(one.id), pairing.merges.get(other.id)
        here = between(one.thing, other.thing, location)
        if split:
            yield here.change(
                Kind.STEP_SPLIT, old=one.title, new=other.title, values={"other": split.other.title}
            )
        if merge:
            yield here.change(
                Kind.STEP_MERGED, old=one.title, new=other.title, values={"other": merge.other.title}
            )
        before = joined(one.thing, merge.other.thing) if merge else one.thing.step.record
        after = joined(other.thing, split.other.thing) if split else other.thing.step.record
        is_union = bool(split or merge)
        yield from compare_step(here, before, after, common, today=today, is_union=is_union)
        if split:
            sides = one.thing, split.other.thing
            yield from compare_other_part(between(*sides, location), sides, other.thing, common)
        if merge:
            sides = merge.other.thing, other.thing
            yield from compare_other_part(between(*sides, location), sides, one.thing, common)


def _moves(location: Location, pairing: Pairing) -> Iterator[Change]:
    homes = pairing.homes
    stayed: dict[str, list[Pair[Placed]]] = {}
    for one, other in pairing.steps.pairs:
        old, new = one.thing, other.thing
        if homes.get(old.stage.id) == new.stage.id:
            stayed.setdefault(new.stage.id, []).append(Pair(one, other))
        else:
            here = between(old, new, location)
            yield here.change(
                Kind.STEP_MOVED,
                old=old.stage.title,
                new=new.stage.title,
                values={"title": new.step.title},
            )
    for pairs in stayed.values():
        for at in sorted(moved_pairs(pairs)):
            old, new = pairs[at][0].thing, pairs[at][1].thing
            places = str(old.at + 1), str(new.at + 1)
            yield between(old, new, location).change(
                Kind.STEP_REORDERED, old=places[0], new=places[1], values={"title": new.step.title}
            )


def _homes(pairing: Pairing) -> dict[str, str]:
    """The step or stage that each old one became; what went into another one is a home of its own."""
    stages = {one.thing.home: other.thing.home for one, other in pairing.stages.pairs}
    steps = {one.thing.home: other.thing.home for one, other in pairing.steps.pairs}
    merged = {merge.other.thing.home: f"-{merge.other.id}" for merge in pairing.merges.values()}
    return stages | steps | merged
