"""Two versions of a journey in, what has changed in it out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from journeybook.catalogue import Journey, JourneyStage, Step
from journeybook.diff.change import Change
from journeybook.diff.kinds import Kind
from journeybook.diff.pairing.matching import Item, Matched, match, moved
from journeybook.diff.pairing.splits import Union, find_unions
from journeybook.diff.parts.fields import compare_fields, shown
from journeybook.diff.parts.improvement import compare_improvement
from journeybook.diff.parts.location import Path, Spot
from journeybook.diff.parts.narrative import compare_narrative
from journeybook.diff.parts.steps import Placed, compare_step
from journeybook.model import Step as StepRecord


class _Stage(NamedTuple):
    """A stage and its place in the header."""

    stage: JourneyStage
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pairing:
    """What is what in two versions of a journey."""

    stages: Matched
    steps: Matched
    splits: dict[str, Union]
    """By the id of the old step."""
    merges: dict[str, Union]
    """By the id of the new step."""

    @property
    def homes(self) -> dict[str, str]:
        """The ids of old stages that are still there, with their ids now."""
        return {old.id: new.id for old, new in self.stages.pairs}


def compare_journeys(spot: Spot, old: Journey, new: Journey, *, today: date) -> Iterator[Change]:
    """Yield everything that has changed in a journey but its id and its file."""
    if old.title != new.title:
        yield spot.change(Kind.JOURNEY_RETITLED, at=("title",), field="title", old=old.title, new=new.title)
    skip = ("id", "title", "stages")
    yield from compare_fields(spot, old.record, new.record, today=today, skip=skip)
    pairing = _pair(old, new)
    yield from _stages(spot, pairing, today)
    yield from _steps(spot, pairing, old, new, today)
    yield from compare_improvement(spot, _placed(old), _placed(new), _counterparts(pairing), today=today)
    yield from compare_narrative(spot, old, new)


class StepPair(NamedTuple):
    """A step on both sides, or on one of them."""

    stage: str
    """The title of its stage, after the change where it is still there."""
    before: Step | None
    after: Step | None


def step_pairs(old: Journey, new: Journey) -> tuple[StepPair, ...]:
    """Say which step became which: all steps in their new order, then those that are gone."""
    matched = _pair(old, new).steps
    before = {other.id: one.thing.step for one, other in matched.pairs}
    stayed = (
        StepPair(placed.stage.title, before.get(placed.step.id), placed.step) for placed in _placed(new)
    )
    gone = (StepPair(item.thing.stage.title, item.thing.step, None) for item in matched.removed)
    return (*stayed, *gone)


def _pair(old: Journey, new: Journey) -> _Pairing:
    stages = match(list(_stage_items(old)), list(_stage_items(new)))
    homes = {one.id: other.id for one, other in stages.pairs}
    steps = match(
        [_step_item(placed, homes.get(placed.stage.id, f"-{placed.stage.id}")) for placed in _placed(old)],
        [_step_item(placed, placed.stage.id) for placed in _placed(new)],
    )
    splits = {union.whole.id: union for union in find_unions(steps.pairs, steps.added)}
    flipped = [(other, one) for one, other in steps.pairs]
    merges = {union.whole.id: union for union in find_unions(flipped, steps.removed)}
    return _Pairing(stages=stages, steps=steps, splits=splits, merges=merges)


def _placed(journey: Journey) -> list[Placed]:
    """The steps of a journey, each with its stage and its path in the header."""
    return [
        Placed(stage=stage, step=step, path=("stages", number, "steps", at), at=at)
        for number, stage in enumerate(journey.stages)
        for at, step in enumerate(stage.steps)
    ]


def _stage_items(journey: Journey) -> Iterator[Item]:
    for number, stage in enumerate(journey.stages):
        yield Item(
            id=stage.id,
            is_written=stage.record.id is not None,
            title=stage.title,
            features=frozenset(step.title for step in stage.steps),
            counts=0.8,
            thing=_Stage(stage, ("stages", number)),
        )


def _step_item(placed: Placed, home: str) -> Item:
    record = placed.step.record
    return Item(
        id=placed.step.id,
        is_written=record.id is not None,
        title=record.title,
        features=frozenset(_features(record)),
        home=home,
        thing=placed,
    )


def _features(record: StepRecord) -> Iterator[str]:
    """What a step says beside its title, in texts that can be compared."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, tuple):
            yield from (f"{name}:{getattr(item, 'title', None) or shown(item)}" for item in value)
        elif isinstance(value, str) and name not in {"title", "id"}:
            yield f"{name}:{value}"


def _stages(spot: Spot, pairing: _Pairing, today: date) -> Iterator[Change]:
    for item in pairing.stages.removed:
        yield _whole_stage(spot, Kind.STAGE_REMOVED, item.thing)
    for item in pairing.stages.added:
        yield _whole_stage(spot, Kind.STAGE_ADDED, item.thing)
    places = [new.thing.path[1] for _, new in pairing.stages.pairs]
    movers = moved(places)
    for at, (one, other) in enumerate(pairing.stages.pairs):
        old, new = one.thing, other.thing
        here = _at_stage(spot, old, new)
        if at in movers:
            values = {"title": new.stage.title}
            numbers = str(old.stage.number), str(new.stage.number)
            yield here.change(Kind.STAGE_MOVED, old=numbers[0], new=numbers[1], values=values)
        yield from _same_stage(here, old.stage, new.stage, today)


def _at_stage(spot: Spot, old: _Stage | None, new: _Stage | None) -> Spot:
    """The spot of a stage, which may be on one side only."""
    shown_stage = (new or old).stage  # type: ignore[union-attr] # one of them is given
    return replace(
        spot,
        stage=shown_stage.id,
        where=(shown_stage.title,),
        old=spot.old and (spot.old.below(*old.path) if old else None),
        new=spot.new and (spot.new.below(*new.path) if new else None),
    )


def _whole_stage(spot: Spot, kind: Kind, found: _Stage) -> Change:
    is_new = kind is Kind.STAGE_ADDED
    here = _at_stage(spot, None if is_new else found, found if is_new else None)
    title = found.stage.title
    values = {"title": title, "count": str(len(found.stage.steps))}
    at_moment = any(step.record.moment_of_truth for step in found.stage.steps)
    here = replace(here, where=(), at_moment=at_moment)
    return here.change(kind, old="" if is_new else title, new=title if is_new else "", values=values)


def _same_stage(here: Spot, old: JourneyStage, new: JourneyStage, today: date) -> Iterator[Change]:
    if old.record.title != new.record.title:
        yield here.change(Kind.STAGE_RETITLED, at=("title",), field="title", old=old.title, new=new.title)
    if old.record.id != new.record.id and old.id != new.id:
        values = {"title": new.title}
        yield here.change(Kind.STAGE_RENAMED, at=("id",), field="id", old=old.id, new=new.id, values=values)
    skip = ("title", "id", "steps")
    yield from compare_fields(here, old.record, new.record, today=today, skip=skip)


def _steps(spot: Spot, pairing: _Pairing, old: Journey, new: Journey, today: date) -> Iterator[Change]:
    parts = {union.other.id for union in pairing.splits.values()}
    merged = {union.other.id for union in pairing.merges.values()}
    homes = pairing.homes
    for item in pairing.steps.removed:
        if item.id not in merged and item.thing.stage.id in homes:
            yield item.thing.whole(spot, Kind.STEP_REMOVED)
    stayed = set(homes.values())
    for item in pairing.steps.added:
        if item.id not in parts and item.thing.stage.id in stayed:
            yield item.thing.whole(spot, Kind.STEP_ADDED)
    yield from _moves(spot, pairing)
    common = frozenset(old.record.personas) & frozenset(new.record.personas)
    for one, other in pairing.steps.pairs:
        split, merge = pairing.splits.get(one.id), pairing.merges.get(other.id)
        here = one.thing.to(other.thing, spot)
        if split:
            yield here.change(
                Kind.STEP_SPLIT, old=one.title, new=other.title, values={"other": split.other.title}
            )
        if merge:
            yield here.change(
                Kind.STEP_MERGED, old=one.title, new=other.title, values={"other": merge.other.title}
            )
        before = one.thing.joined(merge.other.thing) if merge else one.thing.step.record
        after = other.thing.joined(split.other.thing) if split else other.thing.step.record
        is_union = bool(split or merge)
        yield from compare_step(here, before, after, common, today=today, is_union=is_union)


def _moves(spot: Spot, pairing: _Pairing) -> Iterator[Change]:
    homes = pairing.homes
    stayed: dict[str, list[tuple[Item, Item]]] = {}
    for one, other in pairing.steps.pairs:
        old, new = one.thing, other.thing
        if homes.get(old.stage.id) == new.stage.id:
            stayed.setdefault(new.stage.id, []).append((one, other))
        else:
            here = old.to(new, spot)
            yield here.change(
                Kind.STEP_MOVED,
                old=old.stage.title,
                new=new.stage.title,
                values={"title": new.step.title},
            )
    for pairs in stayed.values():
        for at in sorted(moved(other.thing.at for _, other in pairs)):
            old, new = pairs[at][0].thing, pairs[at][1].thing
            places = str(old.at + 1), str(new.at + 1)
            yield old.to(new, spot).change(
                Kind.STEP_REORDERED, old=places[0], new=places[1], values={"title": new.step.title}
            )


def _counterparts(pairing: _Pairing) -> dict[str, Step]:
    """The new step that each old one became, by the old one's id; of a merged one, what it went into."""
    found = {one.id: other.thing.step for one, other in pairing.steps.pairs}
    merged = {union.other.id: union.whole.thing.step for union in pairing.merges.values()}
    return found | merged
