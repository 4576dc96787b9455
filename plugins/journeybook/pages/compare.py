"""A future journey beside the current one that it replaces."""

from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.catalogue import Journey, JourneyStage, Touchpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class StagePair:
    """The same stage now and then; one side is missing where a stage falls away or is new."""

    title: str
    now: JourneyStage | None
    then: JourneyStage | None

    @property
    def change(self) -> float | None:
        """How satisfaction changes, where both sides have one."""
        if not (self.now and self.then) or self.now.satisfaction is None or self.then.satisfaction is None:
            return None
        return self.then.satisfaction - self.now.satisfaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a future journey changes."""

    current: Journey
    future: Journey
    stages: tuple[StagePair, ...]
    added: tuple[Touchpoint, ...]
    dropped: tuple[Touchpoint, ...]


def comparison(future: Journey, current: Journey | None) -> Comparison | None:
    """Compare a future journey with its current one, if it names one that exists."""
    if current is None or current is future:
        return None
    now, then = _stages(current), _stages(future)
    pairs = (_pair(now.get(key), then.get(key)) for key in _merged(now, then))
    before, after = _touchpoints(current), _touchpoints(future)
    return Comparison(
        current=current,
        future=future,
        stages=tuple(pairs),
        added=tuple(point for key, point in after.items() if key not in before),
        dropped=tuple(point for key, point in before.items() if key not in after),
    )


def _stages(journey: Journey) -> dict[str, JourneyStage]:
    return {stage.id: stage for stage in journey.stages}


def _merged(now: Iterable[str], then: Iterable[str]) -> list[str]:
    """The stages of the future in their order, those that fall away at the end."""
    return list(dict.fromkeys((*then, *now)))


def _pair(now: JourneyStage | None, then: JourneyStage | None) -> StagePair:
    stage = then or now
    return StagePair(title=stage.title if stage else "", now=now, then=then)


def _touchpoints(journey: Journey) -> dict[str, Touchpoint]:
    return {point.id: point for step in journey.steps for point in step.touchpoints}
