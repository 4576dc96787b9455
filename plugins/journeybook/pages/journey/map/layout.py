"""Put the parts of a journey's map together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from journeybook.catalogue import Journey, JourneyStage, ProvenShare, Step, share_of_stage
from journeybook.model.lanes import LANES, Lane
from journeybook.pages.curves.cells import MapCurve, map_curve
from journeybook.pages.curves.columns import MapColumn, columns_of
from journeybook.pages.journey.map.bars import Bars, bars_of
from journeybook.pages.journey.map.cards import (
    OpportunityCard,
    PainCard,
    StageCards,
    opportunity_cards,
    pain_cards,
)
from journeybook.pages.journey.map.phases import PhaseHead, phase_heads
from journeybook.pages.journey.map.rows import RowGroup, row_groups

T = TypeVar("T")

_NOTHING: Mapping[Step, Step] = MappingProxyType({})

_MOST_TITLES = 16
"""Steps whose titles an overview has room for; of more, heads are numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageTrust:
    """The share of a stage's claims that rests on evidence."""

    stage: JourneyStage
    share: ProvenShare


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyMap:
    """Everything that a map shows."""

    journey: Journey
    ghost: str
    """What the line behind its curve is called; empty where there is none."""
    columns: tuple[MapColumn, ...]
    phases: tuple[PhaseHead, ...]
    """Over the stages; empty where no stage names a larger part."""
    curve: MapCurve | None
    bars: Bars | None
    pain_points: tuple[StageCards[PainCard], ...]
    """By stage; empty where there is none at all, as for opportunities."""
    opportunities: tuple[StageCards[OpportunityCard], ...]
    groups: tuple[RowGroup, ...]
    trust: tuple[StageTrust, ...]
    """By stage; empty where nothing is claimed."""

    @property
    def has_details(self) -> bool:
        """Whether a step has something that stands below its head while its stage is read."""
        records = [column.step.record for column in self.columns]
        return any(
            record.image
            or record.micro_conversion
            or record.moment_of_truth
            or record.journey
            or record.personas
            or record.owner
            for record in records
        )

    @property
    def is_long(self) -> bool:
        """Whether it has more steps than an overview has room for with their titles."""
        return len(self.columns) > _MOST_TITLES


def journey_map(
    journey: Journey,
    today: date,
    before: Mapping[Step, Step] = _NOTHING,
    *,
    ghost: str = "",
    lanes: Sequence[Lane] = LANES,
) -> JourneyMap:
    """Lay out the map of a journey as it is on a day, over the steps of the one that it replaces."""
    columns = columns_of(journey)
    pains = _if_any(pain_cards(columns, today))
    return JourneyMap(
        journey=journey,
        ghost=ghost,
        columns=columns,
        phases=phase_heads(journey.stages),
        curve=map_curve(journey, columns, before),
        bars=bars_of(columns),
        pain_points=pains,
        opportunities=_if_any(opportunity_cards(columns, today)),
        groups=row_groups(columns, lanes),
        trust=_trust(journey, today, lanes),
    )


def _if_any(stages: Sequence[StageCards[T]]) -> tuple[StageCards[T], ...]:
    return tuple(stages) if any(stage.cards for stage in stages) else ()


def _trust(journey: Journey, today: date, lanes: Sequence[Lane]) -> tuple[StageTrust, ...]:
    shares = tuple(
        StageTrust(stage=stage, share=share_of_stage(stage, today, lanes)) for stage in journey.stages
    )
    return shares if any(each.share.all for each in shares) else ()
