"""Add up how long customers spend and wait, along the longest way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeybook import model
from journeybook.catalogue.things import Journey, JourneyStage, Persona, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """A sum of times, in minutes; of ranges both ends are added."""

    low: float = 0
    high: float = 0
    """All of it."""
    wait_low: float = 0
    wait_high: float = 0
    """The part of it that is waiting."""
    optional_low: float = 0
    optional_high: float = 0
    """The part of it, with its waiting, in steps that may be skipped."""
    missing: int = 0
    """Steps that say neither how long they take nor how long customers wait."""

    def __add__(self, other: "Spent") -> "Spent":
        """Put two sums together."""
        return Spent(
            low=self.low + other.low,
            high=self.high + other.high,
            wait_low=self.wait_low + other.wait_low,
            wait_high=self.wait_high + other.wait_high,
            optional_low=self.optional_low + other.optional_low,
            optional_high=self.optional_high + other.optional_high,
            missing=self.missing + other.missing,
        )

    @property
    def middle(self) -> float:
        """The middle of the range, by which sums are compared."""
        return (self.low + self.high) / 2

    @property
    def busy_low(self) -> float:
        """The part of the least that is not waiting."""
        return self.low - self.wait_low

    @property
    def busy_high(self) -> float:
        """The part of the most that is not waiting."""
        return self.high - self.wait_high

    @property
    def waiting(self) -> float:
        """The middle of the range of waiting."""
        return (self.wait_low + self.wait_high) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SpentInAll:
    """The time of a persona on several journeys together."""

    spent: Spent
    journey_count: int
    """Those that tell a time."""
    silent_count: int
    """Those that tell none."""


_NOTHING = Spent()


def own_time(record: model.Step | model.JourneyStage) -> Spent:
    """Return what a step or a stage says of itself; waiting comes on top of what is spent."""
    duration, wait = record.duration, record.wait
    low, high = (duration.low, duration.high) if duration else (0, 0)
    wait_low, wait_high = (wait.low, wait.high) if wait else (0, 0)
    return Spent(low=low + wait_low, high=high + wait_high, wait_low=wait_low, wait_high=wait_high)


def time_of_stage(stage: JourneyStage) -> Spent | None:
    """Add up a stage: the longest way through its steps, and its own time; nothing where no time is told."""
    spent = _longest(stage.steps, None) + own_time(stage.record)
    return spent if spent.high else None


def time_of_journey(journey: Journey, persona: Persona | None = None) -> Spent | None:
    """Add up a journey, or a persona's part of it: the longest way through its steps, and its stages' times.

    Nothing where no time is told.
    """
    stages = (own_time(stage.record) for stage in journey.stages)
    spent = sum(stages, _longest(tuple(journey.steps), persona))
    return spent if spent.high else None


def time_of_persona(journeys: Sequence[Journey], persona: Persona) -> SpentInAll | None:
    """Add up a persona's part of all journeys of today; nothing where fewer than two of them tell a time.

    A variant is the same journey elsewhere, and counts only where its original is not hers.
    """
    own = {journey.id for journey in journeys}
    today = [
        journey
        for journey in journeys
        if journey.record.state == "current"
        and not journey.is_planned
        and journey.record.variant_of not in own
    ]
    told = [spent for journey in today if (spent := time_of_journey(journey, persona))]
    if len(told) < 2:  # noqa: PLR2004 - the one has the same sum
        return None
    spent = sum(told, _NOTHING)
    return SpentInAll(spent=spent, journey_count=len(told), silent_count=len(today) - len(told))


def _longest(steps: Sequence[Step], persona: Persona | None) -> Spent:
    """Follow the ways forward; of those that meet in a step the longest counts, and loops are gone once."""
    taken = [persona is None or persona in step.personas for step in steps]
    longest: dict[str, Spent] = {}
    sources: dict[str, list[Spent]] = {}
    for step, is_taken in zip(steps, taken, strict=True):
        before = max(sources.get(step.id, ()), key=_length, default=_NOTHING)
        longest[step.id] = here = before + (_time_of_step(step) if is_taken else _NOTHING)
        for path in step.paths:
            if path.to not in longest:
                sources.setdefault(path.to, []).append(here)
    silent = sum(
        is_taken and not (step.record.duration or step.record.wait)
        for step, is_taken in zip(steps, taken, strict=True)
    )
    return max(longest.values(), key=_length, default=_NOTHING) + Spent(missing=silent)


def _time_of_step(step: Step) -> Spent:
    spent = own_time(step.record)
    return replace(spent, optional_low=spent.low, optional_high=spent.high) if step.record.optional else spent


def _length(spent: Spent) -> float:
    return spent.middle
