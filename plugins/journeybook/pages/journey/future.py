"""Compare a future journey with the current one that it replaces."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from journeybook.catalogue import (
    Catalogue,
    Channel,
    Journey,
    JourneyStage,
    Persona,
    Step,
    Touchpoint,
    Visit,
    spots_of,
)
from journeybook.diff import StagePair, StepPair, pair_journeys
from journeybook.pages.curves.overlay import Overlay, overlay
from journeybook.pages.shown.improvement import ListedOpportunity

T = TypeVar("T", Touchpoint, Channel)
WithSatisfaction = Journey | JourneyStage | Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes(Generic[T]):
    """Things that come, go and stay."""

    added: tuple[T, ...]
    dropped: tuple[T, ...]
    kept: tuple[T, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedStep:
    """The same step now and then; one side is missing where a step is removed or new."""

    now: Visit | None
    then: Visit | None
    part_of: Visit | None = None
    """Where one side is missing: the step of that side which holds it, as it was split or merged."""

    @property
    def is_new(self) -> bool:
        """Whether nothing of it was there before."""
        return self.now is None and self.part_of is None

    @property
    def is_gone(self) -> bool:
        """Whether nothing of it stays."""
        return self.then is None and self.part_of is None

    @property
    def change(self) -> float | None:
        """The change of satisfaction, where both sides have one."""
        return _change(self.now.step, self.then.step) if self.now and self.then else None

    @property
    def is_moved(self) -> bool:
        """Whether it stood in another stage."""
        return bool(self.now and self.then and self.now.stage.record.stage != self.then.stage.record.stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedStage:
    """The same stage now and then; one side is missing where a stage is removed or new."""

    title: str
    now: JourneyStage | None
    then: JourneyStage | None
    steps: tuple[ComparedStep, ...]
    pains_now: int
    pains_then: int
    """Pain points that no finished opportunity of their journey solves."""
    opportunities: tuple[ListedOpportunity, ...]
    """The opportunities of the current stage, which lead to the future one."""
    touchpoints: Changes[Touchpoint]
    channels: Changes[Channel]

    @property
    def change(self) -> float | None:
        """The change of satisfaction, where both sides have one."""
        return _change(self.now, self.then) if self.now and self.then else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A future journey beside the current one."""

    current: Journey
    future: Journey
    stages: tuple[ComparedStage, ...]
    touchpoints: Changes[Touchpoint]
    channels: Changes[Channel]
    picture: Overlay | None
    """None where neither journey has values."""

    @property
    def is_plan(self) -> bool:
        """Whether it leads from today into the future, and not from one plan to another."""
        return self.current.record.state == "current" and self.future.record.state == "future"

    @property
    def steps(self) -> tuple[ComparedStep, ...]:
        """The pairs of steps of all stages."""
        return tuple(step for stage in self.stages for step in stage.steps)

    @property
    def steps_before(self) -> dict[Step, Step]:
        """The current step for each step of the future that stands in its place."""
        return {pair.then.step: pair.now.step for pair in self.steps if pair.then and pair.now}

    @property
    def change(self) -> float | None:
        """The change of satisfaction on average."""
        return _change(self.current, self.future)

    @property
    def pains_now(self) -> int:
        """Open pain points of the current journey."""
        return sum(stage.pains_now for stage in self.stages)

    @property
    def pains_then(self) -> int:
        """Open pain points of the future journey."""
        return sum(stage.pains_then for stage in self.stages)

    @property
    def kept(self) -> int:
        """The count of steps that stay."""
        return sum(bool(step.now and step.then) for step in self.steps)

    @property
    def is_unchanged(self) -> bool:
        """Whether the steps, their values and their touchpoints are the same."""
        same = (step.now and step.then and step.now.step.title == step.then.step.title for step in self.steps)
        moved = (step.change or step.is_moved for step in self.steps)
        points = (stage.touchpoints.added or stage.touchpoints.dropped for stage in self.stages)
        return all(same) and not any(moved) and not any(points) and self.pains_now == self.pains_then

    @property
    def people_now(self) -> tuple[Persona, ...]:
        """The personas with values in the current journey."""
        return _people(self.current)

    @property
    def people_then(self) -> tuple[Persona, ...]:
        """The personas with values in the future journey."""
        return _people(self.future)


def comparison(catalogue: Catalogue, future: Journey, current: Journey | None) -> Comparison | None:
    """Compare a future journey with its current one, if it names one that exists."""
    if current is None or current is future:
        return None
    rows = pair_journeys(current, future, is_plan=True).rows
    visits = {visit.step: visit for journey in (current, future) for visit in journey.visits}
    before, after = tuple(current.steps), tuple(future.steps)
    return Comparison(
        current=current,
        future=future,
        stages=tuple(_compared(catalogue, row, visits) for row in rows),
        touchpoints=_touchpoints(before, after),
        channels=_channels(before, after),
        picture=overlay([(row.before, row.after) for row in rows], visits),
    )


def _compared(catalogue: Catalogue, row: StagePair, visits: dict[Step, Visit]) -> ComparedStage:
    before, after = row.before.steps if row.before else (), row.after.steps if row.after else ()
    return ComparedStage(
        title=row.title,
        now=row.before,
        then=row.after,
        steps=tuple(_compared_step(step, visits) for step in row.steps),
        pains_now=_open_pains(catalogue, row.before),
        pains_then=_open_pains(catalogue, row.after),
        opportunities=tuple(
            ListedOpportunity(spot=spot, opportunity=opportunity, solves=())
            for spot in spots_of(visits[step] for step in before)
            for opportunity in spot.part.opportunities
            if opportunity.record.status != "rejected"
        ),
        touchpoints=_touchpoints(before, after),
        channels=_channels(before, after),
    )


def _compared_step(row: StepPair, visits: dict[Step, Visit]) -> ComparedStep:
    now, then, part_of = (visits[step] if step else None for step in (row.before, row.after, row.part_of))
    return ComparedStep(now=now, then=then, part_of=part_of)


def _open_pains(catalogue: Catalogue, stage: JourneyStage | None) -> int:
    parts = stage.parts if stage else ()
    return sum(catalogue.is_open(pain) for part in parts for pain in part.pain_points)


def _touchpoints(before: Iterable[Step], after: Iterable[Step]) -> Changes[Touchpoint]:
    return _changes(
        [point for step in before for point in step.touchpoints],
        [point for step in after for point in step.touchpoints],
    )


def _channels(before: Iterable[Step], after: Iterable[Step]) -> Changes[Channel]:
    return _changes(
        [channel for step in before for channel in step.channels],
        [channel for step in after for channel in step.channels],
    )


def _changes(before: Iterable[T], after: Iterable[T]) -> Changes[T]:
    old, new = {thing.id: thing for thing in before}, {thing.id: thing for thing in after}
    return Changes(
        added=tuple(thing for key, thing in new.items() if key not in old),
        dropped=tuple(thing for key, thing in old.items() if key not in new),
        kept=tuple(thing for key, thing in new.items() if key in old),
    )


def _change(now: WithSatisfaction, then: WithSatisfaction) -> float | None:
    """The difference of two values, without the last digits of floating points."""
    if now.satisfaction is None or then.satisfaction is None:
        return None
    return round(then.satisfaction - now.satisfaction, 3)


def _people(journey: Journey) -> tuple[Persona, ...]:
    known = {each.persona for step in journey.steps for each in step.satisfactions}
    return tuple(persona for persona in journey.personas if persona in known)
