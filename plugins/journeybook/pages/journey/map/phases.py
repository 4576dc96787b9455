"""Put heads over neighbouring stages that form a larger part of a journey."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from journeybook.catalogue import JourneyStage


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseHead:
    """A head over some stages."""

    title: str
    """Empty over stages that name no larger part."""
    stages: tuple[JourneyStage, ...]

    @property
    def column_count(self) -> int:
        """The columns that it spans."""
        return sum(len(stage.steps) for stage in self.stages)


def phase_heads(stages: Sequence[JourneyStage]) -> tuple[PhaseHead, ...]:
    """Return the heads over the stages, in order; none where no stage names a larger part."""
    groups = groupby(stages, key=lambda stage: stage.record.phase or "")
    heads = tuple(PhaseHead(title=title, stages=tuple(group)) for title, group in groups)
    return heads if any(head.title for head in heads) else ()
