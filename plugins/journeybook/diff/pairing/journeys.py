"""Pair the stages and steps of two versions of a journey, or of a current and a future one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from journeybook.catalogue import Journey, JourneyStage, Step
from journeybook.diff.pairing.features import features
from journeybook.diff.pairing.gaps import fill_anywhere, fill_gaps
from journeybook.diff.pairing.matching import FEATURES_COUNT, Item, Matched, aligned, match
from journeybook.diff.pairing.splits import Split, find_merges, find_splits
from journeybook.frontmatter import Path

_STEPS_COUNT = 0.8
"""How much of the likeness of two stages is due to their steps; their titles are few and common."""


class PlacedStage(NamedTuple):
    """A stage and its place in the header."""

    stage: JourneyStage
    path: Path

    @property
    def part(self) -> JourneyStage:
        """The stage."""
        return self.stage

    @property
    def home(self) -> str:
        """The name of what stands in it, which no step has."""
        return f"/{self.stage.id}"


class Placed(NamedTuple):
    """A step, and where it stands."""

    stage: JourneyStage
    step: Step
    path: Path
    at: int
    """Its place in its stage, from 0."""

    @property
    def part(self) -> Step:
        """The step."""
        return self.step

    @property
    def home(self) -> str:
        """The name of what stands in it."""
        return self.step.id


class StepPair(NamedTuple):
    """A step in both states, or in one of them."""

    stage: str
    """The title of its stage, after the change where it is still there."""
    before: Step | None
    after: Step | None
    part_of: Step | None = None
    """Where it is in one state only: the step in the other state that it was split from or merged into."""

    @property
    def title(self) -> str:
        """The title after the change, or else before it."""
        step = self.after or self.before
        return step.title if step else ""


class StagePair(NamedTuple):
    """A stage in both states, or in one of them, with its steps."""

    before: JourneyStage | None
    after: JourneyStage | None
    steps: tuple[StepPair, ...]
    """In the new order, gone ones where they stood; one that moved stands in its new stage alone."""

    @property
    def title(self) -> str:
        """The title after the change, or else before it."""
        stage = self.after or self.before
        return stage.title if stage else ""


@dataclass(frozen=True, kw_only=True)
class Pairing:
    """The stages and steps of two journeys that are the same."""

    old: Journey
    new: Journey
    stages: Matched[PlacedStage]
    steps: Matched[Placed]
    splits: Mapping[str, Split[Placed]]
    """By the id of the old step."""
    merges: Mapping[str, Split[Placed]]
    """By the id of the new step."""

    @property
    def homes(self) -> Mapping[str, str]:
        """The ids of old stages that are still there, with their ids now."""
        return {old.id: new.id for old, new in self.stages.pairs}

    @property
    def rows(self) -> tuple[StagePair, ...]:
        """Both journeys stage by stage and step by step, in one order; each thing stands in it once."""
        partner = {new.id: old.id for old, new in self.stages.pairs}
        olds, news = ({stage.id: stage for stage in side.stages} for side in (self.old, self.new))
        rows = aligned(tuple(olds), tuple(news), partner)
        return tuple(self._row(olds.get(old or ""), news.get(new or "")) for old, new in rows)

    def _row(self, before: JourneyStage | None, after: JourneyStage | None) -> StagePair:
        olds, news = (tuple(step.id for step in side.steps) if side else () for side in (before, after))
        stage = StagePair(before, after, ())
        rows = aligned(olds, news, self._old_ids)
        return stage._replace(steps=tuple(self._step(stage.title, old, new) for old, new in rows))

    def _step(self, stage: str, old: str | None, new: str | None) -> StepPair:
        was = self._old_ids.get(new) if new else old
        before, after = self._steps[0].get(was or ""), self._steps[1].get(new or "")
        if before and after:
            return StepPair(stage, before, after)
        parts = self.merges if before else self.splits
        wholes = (part.whole.thing.step for part in parts.values() if part.other.id == (old or new))
        return StepPair(stage, before, after, part_of=next(wholes, None))

    @cached_property
    def _old_ids(self) -> Mapping[str, str]:
        """The ids that steps had, by those that they have."""
        return {new.id: old.id for old, new in self.steps.pairs}

    @cached_property
    def _steps(self) -> tuple[Mapping[str, Step], Mapping[str, Step]]:
        """The steps of both states by their ids."""
        old, new = ({step.id: step for step in side.steps} for side in (self.old, self.new))
        return old, new


def pair_journeys(old: Journey, new: Journey, *, is_plan: bool = False) -> Pairing:
    """Find the stages and steps of one journey in another one.

    A plan says of each step how it shall be, so that nothing but titles tells which step is meant.
    """
    old_stages = list(_stage_items(old))
    stages = match(old_stages, list(_stage_items(new)), features_count=_STEPS_COUNT)
    if not is_plan:
        stages = fill_gaps(stages, old_stages, is_enough=False)
    homes = {one.id: other.id for one, other in stages.pairs}
    olds = [_step_item(step, homes.get(step.stage.id, f"-{step.stage.id}")) for step in placed_steps(old)]
    steps = match(
        olds,
        [_step_item(step, step.stage.id) for step in placed_steps(new)],
        features_count=0 if is_plan else FEATURES_COUNT,
    )
    splits, merges = find_splits(steps), find_merges(steps)
    if not is_plan:
        parts = tuple({part.other.id for part in found} for found in (merges, splits))
        steps = fill_gaps(steps, olds, but=(parts[0], parts[1]))
        steps = fill_anywhere(steps, olds, but=(parts[0], parts[1]))
    return Pairing(
        old=old,
        new=new,
        stages=stages,
        steps=steps,
        splits={split.whole.id: split for split in splits},
        merges={merge.whole.id: merge for merge in merges},
    )


def placed_steps(journey: Journey) -> list[Placed]:
    """The steps of a journey, each with its stage and its path in the header."""
    return [
        Placed(stage=stage, step=step, path=("stages", number, "steps", at), at=at)
        for number, stage in enumerate(journey.stages)
        for at, step in enumerate(stage.steps)
    ]


def placed_parts(journey: Journey) -> list[Placed | PlacedStage]:
    """The stages of a journey as wholes, and its steps, each with its path in the header."""
    stages = [PlacedStage(stage, ("stages", number)) for number, stage in enumerate(journey.stages)]
    return [*stages, *placed_steps(journey)]


def _stage_items(journey: Journey) -> Iterator[Item[PlacedStage]]:
    for number, stage in enumerate(journey.stages):
        yield Item(
            thing=PlacedStage(stage, ("stages", number)),
            id=stage.id,
            is_written=stage.record.id is not None,
            title=stage.title,
            features=frozenset(f"steps:{step.title}" for step in stage.steps),
            role=stage.record.stage,
            at=number,
        )


def _step_item(placed: Placed, home: str) -> Item[Placed]:
    record = placed.step.record
    return Item(
        thing=placed,
        id=placed.step.id,
        is_written=record.id is not None,
        title=record.title,
        features=features(record),
        signs=frozenset({f"satisfaction:{record.satisfaction}"} if record.satisfaction else ()),
        home=home,
        at=placed.at,
    )
