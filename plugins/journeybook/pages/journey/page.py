"""The pages of journeys: the list of all, each one's map, and each of its stages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.catalogue import (
    Catalogue,
    Journey,
    JourneyStage,
    Reading,
    Step,
    Visit,
    WholeStage,
    reading,
    readings,
    share_of_journey,
    time_of_journey,
    time_of_stage,
    total_of,
)
from journeybook.model.lanes import Lane, LaneKind, holds
from journeybook.pages.frame.addresses import JOURNEYS, address_of, stage_address
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Crumb, Page
from journeybook.pages.frame.search import journey_entries, stage_entries
from journeybook.pages.journey.atlas import atlas_pages
from journeybook.pages.journey.funnel import journey_funnel
from journeybook.pages.journey.future import Comparison, comparison
from journeybook.pages.journey.history import journey_history
from journeybook.pages.journey.list import index_page
from journeybook.pages.journey.low_point import journey_low_point
from journeybook.pages.journey.map import JourneyMap, journey_map
from journeybook.pages.journey.mermaid import flowchart_source, journey_source
from journeybook.pages.journey.ways import journey_ways
from journeybook.pages.shown.findings import finding_count
from journeybook.pages.shown.improvement import actions, opportunities, pain_points
from journeybook.pages.shown.register_links import register_links

_MOST_RELATED = 6
_LISTED = frozenset({LaneKind.ENTRIES, LaneKind.TEXTS, LaneKind.SYSTEMS})
"""The kinds of lanes of which the page of a stage shows lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """The same stage in another journey: no more of it than its card says, so that no more can change."""

    title: str
    """Of the journey."""
    address: str
    satisfaction: float | None
    step_count: int


def pages(site: Site) -> Iterator[Page]:
    """Yield the list and the atlas, then each journey followed by its stages."""
    yield index_page(site)
    yield from atlas_pages(site)
    others = _rows(site)
    for journey in site.catalogue.journeys.values():
        yield _journey_page(site, journey)
        for stage in journey.stages:
            yield _stage_page(site, journey, stage, _related(others, journey, stage))


def _crumbs(site: Site, journey: Journey) -> tuple[Crumb, ...]:
    """The pages above a journey: the list, then the larger journeys that it belongs to."""
    above = site.catalogue.hierarchy.above(journey)
    return (site.crumb("Journeys", JOURNEYS), *map(_crumb, above))


def _crumb(journey: Journey) -> Crumb:
    return Crumb(title=journey.title, address=address_of(journey))


def _journey_page(site: Site, journey: Journey) -> Page:
    record = journey.record
    return Page(
        address=address_of(journey),
        template="journey",
        title=journey.title,
        description=record.summary or record.goal or "",
        context=lambda: _journey(site, journey),
        parents=_crumbs(site, journey),
        narrative=journey.narrative,
        document=journey.document,
        tags=record.tags,
        entries=lambda: journey_entries(journey),
        wide=True,
    )


def _journey(site: Site, journey: Journey) -> Mapping[str, Any]:
    visits = site.catalogue.visits_of_journey[journey.id]
    journeys, hierarchy = site.catalogue.journeys, site.catalogue.hierarchy
    compared = comparison(site.catalogue, journey, journeys.get(journey.record.compares_to or ""))
    return {
        "journey": journey,
        "time": time_of_journey(journey),
        "low": journey_low_point(site, journey),
        "map": _map(site, journey, compared) if journey.stages else None,
        "pain_points": pain_points(visits),
        "opportunities": opportunities(site.catalogue, visits),
        "all_actions": actions(visits, site.today),
        "registers": register_links(site, () if journey.is_planned else visits, journey=journey.id),
        "today": site.today,
        "age": journey.review_age(site.today),
        "is_stale": journey.is_stale(site.today),
        "mark": finding_count(site, journey),
        "readings": readings(site.catalogue, journey.metrics, journey=journey.id),
        "funnel": journey_funnel(site, journey),
        "ways": journey_ways(journey),
        "journey_source": journey_source(site.language, journey),
        "flowchart_source": flowchart_source(site.language, journey),
        "comparison": compared,
        "parent": hierarchy.parent(journey),
        "details": hierarchy.below(journey),
        "original": hierarchy.original(journey),
        "variants": hierarchy.variants(journey),
        "futures": hierarchy.futures(journey),
        "subjourneys": _subjourneys(site, journey.steps),
        "conversions": _conversions(site, journey, journey.steps),
        "share": share_of_journey(journey, site.today, site.catalogue.lanes),
        "past": journey_history(site, journey),
    }


def _map(site: Site, journey: Journey, compared: Comparison | None) -> JourneyMap:
    """The map of a journey; behind its curve that of the journey of today which it is compared with."""
    return journey_map(
        journey,
        site.today,
        compared.steps_before if compared else {},
        ghost=compared.current.title if compared else "",
        lanes=site.catalogue.lanes,
    )


def _stage_page(site: Site, journey: Journey, stage: JourneyStage, related: list[Visit]) -> Page:
    return Page(
        address=stage_address(journey, stage),
        template="journey_stage",
        title=f"{stage.title} – {journey.title}",
        description=stage.record.goal or (stage.stage.goal if stage.stage else None) or "",
        context=lambda: _stage(site, journey, stage, related),
        parents=(*_crumbs(site, journey), _crumb(journey)),
        narrative=stage.narrative,
        document=journey.document,
        entries=lambda: stage_entries(site.catalogue.lanes, journey, stage),
    )


def _stage(site: Site, journey: Journey, stage: JourneyStage, related: list[Visit]) -> Mapping[str, Any]:
    visits = tuple(Visit(journey=journey, stage=stage, step=step) for step in stage.steps)
    before = journey.stages[stage.number - 2] if stage.number > 1 else None
    after = journey.stages[stage.number] if stage.number < len(journey.stages) else None
    return {
        "journey": journey,
        "stage": stage,
        "visits": visits,
        "time": time_of_stage(stage),
        "before": before,
        "after": after,
        "pain_points": pain_points(visits),
        "opportunities": opportunities(site.catalogue, visits),
        "all_actions": actions(visits, site.today),
        "today": site.today,
        "readings": readings(site.catalogue, stage.metrics, journey=journey.id, stage=stage.record.stage),
        "related": tuple(map(_relative, related)),
        "related_count": len(site.catalogue.visits_of_stage.get(stage.record.stage, ())),
        "subjourneys": _subjourneys(site, stage.steps),
        "conversions": _conversions(site, journey, stage.steps),
        "text_lanes": _text_lanes(site.catalogue),
        "totals": [(lane, total_of(lane, stage)) for lane in site.catalogue.lanes],
        "whole": WholeStage(journey=journey, stage=stage),
        "whole_lanes": _lanes_of_whole(site.catalogue, stage),
        "steps": {step.id: step for step in journey.steps},
        "stage_of_step": {step.id: item for item in journey.stages for step in item.steps},
        "step_readings": {
            step.id: readings(site.catalogue, step.metrics, journey=journey.id) for step in stage.steps
        },
    }


def _text_lanes(catalogue: Catalogue) -> tuple[Lane, ...]:
    """The lanes that the page of a stage shows as lists below a step's head."""
    return tuple(lane for lane in catalogue.lanes if lane.is_own or lane.kind in _LISTED)


def _lanes_of_whole(catalogue: Catalogue, stage: JourneyStage) -> tuple[Lane, ...] | None:
    """Those of these lanes that a stage can have as a whole; nothing where it has none of any kind."""
    kind = type(stage.record)
    lanes = [lane for lane in catalogue.lanes if holds(lane, kind) and lane.kind is not LaneKind.TIMES]
    is_told = any(value for lane in lanes for _, value in lane.written(stage.record))
    if not is_told and all(total_of(lane, stage) is None for lane in lanes):
        return None
    return tuple(lane for lane in _text_lanes(catalogue) if holds(lane, kind))


def _subjourneys(site: Site, steps: Iterable[Step]) -> dict[str, Journey]:
    """The journeys that show steps in detail, by their ids."""
    found = (site.catalogue.journeys.get(step.record.journey or "") for step in steps)
    return {journey.id: journey for journey in found if journey}


def _conversions(site: Site, journey: Journey, steps: Iterable[Step]) -> dict[str, Reading]:
    """The latest values of what measures micro-conversions, by the ids of their steps."""
    return {
        step.id: reading(site.catalogue, step.conversion_metric, journey=journey.id)
        for step in steps
        if step.conversion_metric
    }


def _relative(visit: Visit) -> Relative:
    return Relative(
        title=visit.journey.title,
        address=stage_address(visit.journey, visit.stage),
        satisfaction=visit.stage.satisfaction,
        step_count=len(visit.stage.steps),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """The journeys that go through a stage, one after the other."""

    visits: list[Visit]
    """Each journey's first step in the stage."""
    places: dict[str, int]
    """Where each journey stands, by its id."""

    def following(self, journey: Journey) -> list[Visit]:
        """The few that follow a journey, from the first again after the last.

        So each journey stands on the pages of a few others, and a change of it changes only those.
        """
        start = self.places.get(journey.id, -1) + 1
        around = [*self.visits[start : start + _MOST_RELATED], *self.visits[:_MOST_RELATED]]
        return [visit for visit in around if visit.journey is not journey]


_Rows = dict[tuple[str, str], _Row]


def _rows(site: Site) -> _Rows:
    """The journeys of each stage, by stage and main persona, and by stage alone."""
    found: _Rows = {}
    for journey in site.catalogue.journeys.values():
        for stage in journey.stages:
            visit = Visit(journey=journey, stage=stage, step=stage.steps[0])
            for persona in dict.fromkeys(("", _main_persona(journey))):
                row = found.setdefault((stage.record.stage, persona), _Row([], {}))
                row.places[journey.id] = len(row.visits)
                row.visits.append(visit)
    return found


def _main_persona(journey: Journey) -> str:
    return journey.personas[0].id if journey.personas else ""


def _related(rows: _Rows, journey: Journey, stage: JourneyStage) -> list[Visit]:
    """The same stage in other journeys, those of the same main persona first, a few at most."""
    found: dict[tuple[str, str], Visit] = {}
    for persona in (_main_persona(journey), ""):
        row = rows[stage.record.stage, persona]
        for visit in row.following(journey) if len(found) < _MOST_RELATED else ():
            found.setdefault((visit.journey.id, visit.stage.id), visit)
    return list(found.values())[:_MOST_RELATED]
