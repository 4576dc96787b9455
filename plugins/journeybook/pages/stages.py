"""The pages of stages: all stages, and each one across the journeys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from journeybook.catalogue import (
    Channel,
    Journey,
    JourneyStage,
    Touchpoint,
    Visit,
    low_point,
    of_customers,
)
from journeybook.catalogue.spots import mean_satisfaction
from journeybook.kinds import ThingKind
from journeybook.model import Stage
from journeybook.model.fields import HIGHEST
from journeybook.pages.frame.addresses import STAGES, address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.frame.search import handbook_stage_entries
from journeybook.pages.shown.excerpt import excerpt
from journeybook.pages.shown.improvement import opportunities, pain_points
from journeybook.pages.shown.register_links import register_links

T = TypeVar("T", Touchpoint, Channel)

_MOST = 30
_MOST_PASSAGES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stage as one journey lives it."""

    journey: Journey
    stage: JourneyStage
    touchpoints: tuple[Touchpoint, ...]
    channels: tuple[Channel, ...]
    pain_count: int
    opportunity_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A stage in the list of all."""

    stage: Stage
    journey_count: int
    step_count: int
    satisfaction: float | None
    lowest: Visit | None


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of stages, then each stage."""
    yield Page(
        address=STAGES,
        template="stages",
        wide=True,
        shows=(ThingKind.HANDBOOK, ThingKind.JOURNEY),
        title=site.text("Stages"),
        description=site.text(
            "The stages that all journeys share, and how satisfied %(customers)s are in each."
        ),
        context=lambda: {"summaries": [_summary(site, stage) for stage in site.catalogue.stages.values()]},
    )
    for stage in site.catalogue.stages.values():
        yield _page(site, stage)


def _visits(site: Site, stage: Stage) -> tuple[Visit, ...]:
    return site.catalogue.visits_of_stage.get(stage.id, ())


def _summary(site: Site, stage: Stage) -> Summary:
    visits = of_customers(_visits(site, stage))
    return Summary(
        stage=stage,
        journey_count=len({visit.journey.id for visit in visits}),
        step_count=len(visits),
        satisfaction=mean_satisfaction(visits),
        lowest=low_point(site.catalogue, visits),
    )


def _page(site: Site, stage: Stage) -> Page:
    return Page(
        address=address_of(stage),
        template="stage",
        shows=(ThingKind.HANDBOOK,),
        title=stage.title,
        description=stage.goal or stage.description or "",
        context=lambda: _context(site, stage),
        parents=(site.crumb("Stages", STAGES),),
        entries=lambda: handbook_stage_entries(stage),
        wide=True,
    )


def _context(site: Site, stage: Stage) -> Mapping[str, Any]:
    visits = _visits(site, stage)
    ordered = list(site.catalogue.stages.values())
    at = ordered.index(stage)
    return {
        "stage": stage,
        "satisfaction": mean_satisfaction(visits),
        "passages": excerpt(_passages(visits), _MOST_PASSAGES),
        "journey_count": len({visit.journey.id for visit in of_customers(visits)}),
        "pain_points": excerpt(pain_points(visits), _MOST),
        "opportunities": excerpt(opportunities(site.catalogue, visits), _MOST),
        "registers": register_links(site, visits, stage=stage.id),
        "before": ordered[at - 1] if at else None,
        "after": ordered[at + 1] if at + 1 < len(ordered) else None,
    }


def _passages(visits: tuple[Visit, ...]) -> list[Passage]:
    """One entry for each time that a journey goes through the stage; the worst first where there are many."""
    found: dict[tuple[str, str], Visit] = {}
    for visit in visits:
        found.setdefault((visit.journey.id, visit.stage.id), visit)
    listed = list(found.values())
    if len(listed) > _MOST_PASSAGES:
        listed.sort(key=lambda visit: visit.stage.satisfaction or HIGHEST + 1)
    return [_passage(visit.journey, visit.stage) for visit in listed]


def _passage(journey: Journey, stage: JourneyStage) -> Passage:
    return Passage(
        journey=journey,
        stage=stage,
        touchpoints=_distinct(point for step in stage.steps for point in step.touchpoints),
        channels=_distinct(channel for step in stage.steps for channel in step.channels),
        pain_count=_count(stage, "pain_points"),
        opportunity_count=_count(stage, "opportunities"),
    )


def _count(stage: JourneyStage, name: str) -> int:
    return sum(len(getattr(part, name)) for part in stage.parts)


def _distinct(things: Iterator[T]) -> tuple[T, ...]:
    return tuple({thing.id: thing for thing in things}.values())
