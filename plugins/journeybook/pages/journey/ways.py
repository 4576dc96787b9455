"""The ways through a journey that branches or loops: its steps in one column, its jumps beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeybook.catalogue import Journey, JourneyStage, Step

_END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Onward:
    """One of several ways on from a step, or one with a condition."""

    target: Step | None
    """None where the journey ends."""
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WayStep:
    """A step with where it leads."""

    stage: JourneyStage
    step: Step
    branches: tuple[Onward, ...]
    """Empty where it only leads to the following one."""
    goes_on: bool
    """Whether it leads to what stands below it."""

    @property
    def is_first(self) -> bool:
        """Whether its stage begins with it."""
        return self.step is self.stage.steps[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """A way that passes steps, or leads back."""

    start: int
    """The number of its step, counted from 1."""
    end: int
    """The number of the step that it leads to; the count of steps and one for the journey's end."""
    lane: int
    """How far it runs beside the steps, counted from 1: no two meet in one lane."""

    @property
    def is_back(self) -> bool:
        """Whether it leads to an earlier step."""
        return self.end < self.start

    @property
    def top(self) -> int:
        """The upper of its two steps."""
        return min(self.start, self.end)

    @property
    def bottom(self) -> int:
        """The lower of its two steps."""
        return max(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The steps of a journey in one column, with the jumps beside them."""

    steps: tuple[WayStep, ...]
    jumps: tuple[Jump, ...]
    lane_count: int


def journey_ways(journey: Journey) -> Ways | None:
    """Lay out the ways through a journey; nothing where each step only leads to the following one."""
    if journey.is_linear:
        return None
    steps = tuple(_steps(journey))
    jumps = tuple(_laned(_jumps(journey)))
    return Ways(steps=steps, jumps=jumps, lane_count=max((jump.lane for jump in jumps), default=0))


def _steps(journey: Journey) -> Iterator[WayStep]:
    known = {step.id: step for step in journey.steps}
    numbers = _numbers(journey)
    for stage in journey.stages:
        for step in stage.steps:
            targets = [numbers[path.to] for path in step.paths]
            is_plain = targets == [step.number + 1] and not step.paths[0].when
            branches = (Onward(target=known.get(path.to), when=path.when) for path in step.paths)
            yield WayStep(
                stage=stage,
                step=step,
                branches=() if is_plain else tuple(branches),
                goes_on=step.number + 1 in targets,
            )


def _numbers(journey: Journey) -> dict[str, int]:
    numbers = {step.id: step.number for step in journey.steps}
    return {_END: len(numbers) + 1, **numbers}


def _jumps(journey: Journey) -> set[tuple[int, int]]:
    numbers = _numbers(journey)
    return {
        (step.number, numbers[path.to])
        for step in journey.steps
        for path in step.paths
        if numbers[path.to] not in {step.number, step.number + 1}
    }


def _laned(jumps: Iterable[tuple[int, int]]) -> Iterator[Jump]:
    """Give each jump the nearest lane that is free between its steps, the short ones first."""
    taken: dict[int, set[int]] = {}
    for start, end in sorted(jumps, key=lambda jump: (abs(jump[1] - jump[0]), jump)):
        between = set(range(min(start, end), max(start, end) + 1))
        lane = next(lane for lane in range(1, len(taken) + 2) if not taken.get(lane, set()) & between)
        taken.setdefault(lane, set()).update(between)
        yield Jump(start=start, end=end, lane=lane)
