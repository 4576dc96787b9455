"""Count how many customers get how far in a journey, and how many are lost on the way."""

from collections.abc import Iterator
from dataclasses import replace

from journeybook.catalogue.catalogue import Catalogue
from journeybook.catalogue.measured.series import course
from journeybook.catalogue.things import Journey, JourneyStage
from journeybook.catalogue.vocabulary import Metric, Stage, value
from journeybook.kinds import ThingKind
from journeybook.model import FunnelEntry, Value


@value
class Level:
    """One level of a funnel: a stage of the journey, or all of it, and how many reach it."""

    metric: Metric
    stage: JourneyStage | Stage | None = None
    """As the journey goes through it first; as the handbook has it, if the journey does not."""
    value: Value | None = None
    """The latest one for the journey and the stage; None where nothing was measured."""
    before: float | None = None
    """How many reach the level before; None for the first, and where that was not measured."""

    @property
    def title(self) -> str:
        """The stage's name in the journey, or what is counted."""
        return self.stage.title if self.stage else self.metric.title

    @property
    def count(self) -> float | None:
        """The number of those who reach it."""
        return self.value.value if self.value else None

    @property
    def share(self) -> float | None:
        """The share of the level before that reaches it, 0 to 1; more where others join."""
        return self.count / self.before if self.count is not None and self.before else None

    @property
    def drop(self) -> float | None:
        """The number of those who are lost since the level before; less than 0 where others join."""
        return self.before - self.count if self.count is not None and self.before is not None else None


def funnel_of(catalogue: Catalogue, journey: Journey) -> tuple[Level, ...]:
    """Count the levels of a journey's funnel in their order; nothing where it has none."""
    levels: list[Level] = []
    for entry in journey.record.funnel:
        for level in _levels(catalogue, journey, entry):
            before = levels[-1].count if levels else None
            levels.append(replace(level, before=before))
    return tuple(levels)


def _levels(catalogue: Catalogue, journey: Journey, entry: FunnelEntry) -> Iterator[Level]:
    """Follow an entry; a metric alone stands for all stages, if it is measured for any of them."""
    metric = catalogue.metrics.get(entry.metric)
    if metric is None:
        return
    stages = {stage.record.stage: stage for stage in reversed(journey.stages)}
    if entry.stage is not None:
        stage = stages.get(entry.stage) or catalogue.stages.get(entry.stage)
        if stage is not None:
            yield _level(catalogue, journey, metric, entry.stage, stage)
        return
    names = dict.fromkeys(stage.record.stage for stage in journey.stages)
    if any(_latest(catalogue, journey, metric, name) for name in names):
        for name in names:
            yield _level(catalogue, journey, metric, name, stages[name])
    else:
        yield Level(metric=metric, value=_latest(catalogue, journey, metric))


def _level(
    catalogue: Catalogue, journey: Journey, metric: Metric, name: str, stage: JourneyStage | Stage
) -> Level:
    return Level(metric=metric, stage=stage, value=_latest(catalogue, journey, metric, name))


def _latest(catalogue: Catalogue, journey: Journey, metric: Metric, stage: str = "") -> Value | None:
    scope: dict[str, str] = {ThingKind.JOURNEY: journey.id}
    if stage:
        scope[ThingKind.STAGE] = stage
    values = course(catalogue, metric, **scope)
    return values[-1] if values else None
