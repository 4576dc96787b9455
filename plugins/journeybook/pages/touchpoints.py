"""The pages of touchpoints: the index with its matrix, and each touchpoint with every step that uses it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.catalogue import Journey, Persona, Touchpoint, Visit, of_customers, readings
from journeybook.catalogue.spots import mean_satisfaction
from journeybook.kinds import ThingKind
from journeybook.model import Stage
from journeybook.model.fields import HIGHEST
from journeybook.pages.frame.addresses import TOUCHPOINTS, address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.frame.search import touchpoint_entries
from journeybook.pages.shown.coverage import Cell, by_stage, stage_cells, total_cell
from journeybook.pages.shown.excerpt import excerpt
from journeybook.pages.shown.findings import finding_count
from journeybook.pages.shown.improvement import opportunities, pain_points
from journeybook.pages.shown.lists import Choice, attributes, filters, key, pairs, words
from journeybook.pages.shown.register_links import register_links
from journeybook.pages.wording.labels import choices

_MOST = 30
_FIRST = "first"
"""The word of the filter by importance for what to work on first."""
_IMPORTANT, _BAD = 4, 2
"""From which importance and up to which rating a touchpoint is what to work on first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchpointRow:
    """A touchpoint in the index."""

    touchpoint: Touchpoint
    journeys: tuple[Journey, ...]
    personas: tuple[Persona, ...]
    stages: tuple[Stage, ...]
    """Those where it is used, and those where it is meant to be."""
    step_count: int
    is_used: bool
    """Whether anything names it, a text or a row of values too."""
    satisfaction: float | None
    cells: tuple[Cell, ...]
    """One for each stage of the handbook."""
    whole: Cell

    @property
    def is_urgent(self) -> bool:
        """Whether it counts for customers, and does not do well."""
        importance, rating = self.touchpoint.record.importance, self.touchpoint.record.rating
        return (importance or 0) >= _IMPORTANT and (rating or HIGHEST) <= _BAD

    @property
    def _priority(self) -> int | None:
        """Greatest for what to work on first: by importance, then by how badly it is rated."""
        importance, rating = self.touchpoint.record.importance, self.touchpoint.record.rating
        return importance and importance * 10 + HIGHEST - (rating or HIGHEST)

    @property
    def facets(self) -> dict[str, str]:
        """The words that filters look for, by the filter's name."""
        point = self.touchpoint
        return {
            "channel": point.channel.id if point.channel else "",
            **({"group": point.group.id} if point.group else {}),
            "stage": words(*(stage.id for stage in self.stages)),
            "owner": point.owner.id if point.owner else "",
            "journey": words(*(journey.id for journey in self.journeys)),
            "persona": words(*(persona.id for persona in self.personas)),
            "lifecycle": point.record.lifecycle,
            "importance": words(_FIRST if self.is_urgent else None, key(point.record.importance)),
        }

    @property
    def keys(self) -> dict[str, str]:
        """The keys by which it is sorted, by the name of the order."""
        point = self.touchpoint
        return {
            "title": point.title,
            "channel": point.channel.title if point.channel else "",
            "owner": point.owner.title if point.owner else "",
            "rating": key(point.record.rating),
            **({"importance": key(self._priority)} if self._priority else {}),
            "satisfaction": key(self.satisfaction),
            "steps": key(self.step_count),
        }

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of its row that scripts read."""
        return {
            **attributes(self.facets, self.keys),
            "data-words": words(*self.touchpoint.record.aliases),
        }


def pages(site: Site) -> Iterator[Page]:
    """Yield the index, then each touchpoint."""
    yield Page(
        address=TOUCHPOINTS,
        template="touchpoints",
        shows=(ThingKind.TOUCHPOINT, ThingKind.JOURNEY),
        title=site.text("Touchpoints"),
        description=site.text(
            "Every place where %(customers)s meet us: its owner, expectations met, and satisfaction there."
        ),
        context=lambda: _index(site),
        wide=True,
    )
    for touchpoint in site.catalogue.touchpoints.values():
        yield _page(site, touchpoint)


def _visits(site: Site, touchpoint: Touchpoint) -> tuple[Visit, ...]:
    return site.catalogue.visits_of_touchpoint.get(touchpoint.id, ())


def planned(touchpoint: Touchpoint) -> tuple[Stage, ...]:
    """The stages that a touchpoint is meant for; one that is retired leaves no gap."""
    return () if touchpoint.record.lifecycle == "retired" else touchpoint.stages


def _row(site: Site, touchpoint: Touchpoint) -> TouchpointRow:
    visits = of_customers(_visits(site, touchpoint))
    of_stages = stage_cells(site, visits, planned(touchpoint))
    meant = set(touchpoint.record.stages)
    return TouchpointRow(
        touchpoint=touchpoint,
        journeys=tuple({visit.journey.id: visit.journey for visit in visits}.values()),
        personas=tuple({p.id: p for visit in visits for p in visit.step.personas}.values()),
        stages=tuple(
            cell.stage for cell in of_stages if cell.stage and (cell.count or cell.stage.id in meant)
        ),
        step_count=len(visits),
        is_used=site.catalogue.is_used(ThingKind.TOUCHPOINT, touchpoint.id),
        satisfaction=mean_satisfaction(visits),
        cells=of_stages,
        whole=total_cell(visits),
    )


def _index(site: Site) -> Mapping[str, Any]:
    catalogue = site.catalogue
    touchpoints = sorted(catalogue.touchpoints.values(), key=lambda point: point.title.casefold())
    rows = [_row(site, touchpoint) for touchpoint in touchpoints]
    met = [visit for visit in of_customers(catalogue.visits) if visit.step.touchpoints]
    offered = (
        ("channel", site.text("Channel"), pairs(catalogue.channels.values())),
        ("group", site.text("Group"), pairs(catalogue.groups.values())),
        ("stage", site.text("Stage"), pairs(catalogue.stages.values())),
        ("importance", site.text("Importance"), _weights(site)),
        ("owner", site.text("Owner"), pairs(catalogue.teams.values())),
        ("journey", site.text("Journey"), pairs(catalogue.journeys.values())),
        ("persona", site.text("Persona"), pairs(catalogue.personas.values())),
        ("lifecycle", site.text("Lifecycle"), choices(site.language)("lifecycle")),
    )
    return {
        "rows": rows,
        "is_weighed": any(point.record.importance for point in touchpoints),
        "filters": tuple(filters([row.facets for row in rows], offered)),
        "stages": tuple(catalogue.stages.values()),
        "totals": stage_cells(site, met),
        "total": total_cell(met),
    }


def _weights(site: Site) -> list[Choice]:
    """The choices by importance, the greatest first; before them what counts and does not do well."""
    levels = [(str(level), str(level)) for level in range(HIGHEST, 0, -1)]
    return [(_FIRST, site.text("work on it first")), *levels]


def _page(site: Site, touchpoint: Touchpoint) -> Page:
    visits = _visits(site, touchpoint)
    record = touchpoint.record
    return Page(
        address=address_of(touchpoint),
        template="touchpoint",
        title=touchpoint.title,
        description=record.expectation or "",
        context=lambda: {
            "touchpoint": touchpoint,
            "group_address": f"{TOUCHPOINTS}?group={touchpoint.group.id}" if touchpoint.group else "",
            "row": _row(site, touchpoint),
            "mark": finding_count(site, touchpoint),
            "visits": by_stage(site, visits),
            "pain_points": excerpt(pain_points(visits), _MOST),
            "opportunities": excerpt(opportunities(site.catalogue, visits), _MOST),
            "registers": register_links(site, visits, touchpoint=touchpoint.id),
            "readings": readings(site.catalogue, touchpoint.metrics, touchpoint=touchpoint.id),
        },
        parents=(site.crumb("Touchpoints", TOUCHPOINTS),),
        narrative=touchpoint.document.body,
        document=touchpoint.document,
        tags=record.tags,
        entries=lambda: touchpoint_entries(touchpoint),
    )
