"""The pages of systems: all of them, and for each where it is used and what its failure would touch."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.catalogue import Impact, Journey, PainPoint, System, Touchpoint, Visit, impact_of, of_today
from journeybook.catalogue.spots import mean_satisfaction
from journeybook.kinds import ThingKind
from journeybook.model import slug
from journeybook.pages.frame.addresses import SYSTEMS, address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.frame.search import system_entries
from journeybook.pages.shown.coverage import by_stage
from journeybook.pages.shown.excerpt import excerpt
from journeybook.pages.shown.improvement import open_pain_points, opportunities, pain_points
from journeybook.pages.shown.lists import attributes, filters, key, pairs

_MOST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemRow:
    """A system in the list."""

    system: System
    touchpoints: tuple[Touchpoint, ...]
    """Those that it runs."""
    journeys: tuple[Journey, ...]
    step_count: int
    pains: tuple[PainPoint, ...]
    """What hurts there today and is still open, the worst first."""
    moment_count: int
    """Moments of truth among the steps."""
    satisfaction: float | None
    """Over the steps, as it is today."""

    @property
    def facets(self) -> dict[str, str]:
        """The words that filters look for, by the filter's name."""
        kind = self.system.record.kind
        return {
            "kind": slug(kind, fallback="kind") if kind else "",
            "owner": self.system.owner.id if self.system.owner else "",
        }

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of its row that scripts read."""
        keys = {
            "title": self.system.title,
            "kind": self.system.record.kind or "",
            "owner": self.system.owner.title if self.system.owner else "",
            "moments": key(self.moment_count),
            "pains": key(len(self.pains)),
            "satisfaction": key(self.satisfaction),
            "steps": key(self.step_count),
        }
        return attributes(self.facets, keys)


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of systems, then each system; nothing where the handbook has none."""
    systems = tuple(site.catalogue.systems.values())
    if not systems:
        return
    yield Page(
        address=SYSTEMS,
        template="system/systems",
        wide=True,
        shows=(ThingKind.HANDBOOK, ThingKind.TOUCHPOINT, ThingKind.JOURNEY),
        title=site.text("Systems"),
        description=site.text(
            "What runs our touchpoints and what staff work with: who answers for it, and "
            "how satisfied %(customers)s are there."
        ),
        context=lambda: _index(site, systems),
    )
    for system in systems:
        yield _page(site, system)


def _index(site: Site, systems: tuple[System, ...]) -> Mapping[str, Any]:
    rows = [_row(site, system) for system in systems]
    kinds = sorted({system.record.kind for system in systems if system.record.kind}, key=str.casefold)
    offered = (
        ("kind", site.text("Kind"), ((slug(kind, fallback="kind"), kind) for kind in kinds)),
        ("owner", site.text("Owner"), pairs(site.catalogue.teams.values())),
    )
    return {"rows": rows, "filters": tuple(filters([row.facets for row in rows], offered))}


def _visits(site: Site, system: System) -> tuple[Visit, ...]:
    return site.catalogue.visits_of_system.get(system.id, ())


def _row(site: Site, system: System) -> SystemRow:
    visits = _visits(site, system)
    hurting = open_pain_points(site.catalogue, of_today(visits))
    return SystemRow(
        system=system,
        touchpoints=tuple(item for item in site.catalogue.touchpoints.values() if system in item.systems),
        journeys=tuple(dict.fromkeys(visit.journey for visit in visits)),
        step_count=len(visits),
        pains=tuple({item.pain.title: item.pain for item in hurting}.values()),
        moment_count=sum(bool(visit.step.record.moment_of_truth) for visit in visits),
        satisfaction=mean_satisfaction(of_today(visits)),
    )


def _impact(site: Site, system: System) -> Impact:
    return impact_of(site.catalogue, ThingKind.SYSTEM, system.id)


def _page(site: Site, system: System) -> Page:
    visits = _visits(site, system)
    return Page(
        address=address_of(system),
        template="system/system",
        shows=(ThingKind.HANDBOOK, ThingKind.TOUCHPOINT, ThingKind.JOURNEY),
        title=system.title,
        description=system.record.description or "",
        context=lambda: {
            "system": system,
            "row": _row(site, system),
            "impact": _impact(site, system),
            "visits": by_stage(site, visits),
            "pain_points": excerpt(pain_points(of_today(visits)), _MOST),
            "opportunities": excerpt(opportunities(site.catalogue, visits), _MOST),
        },
        parents=(site.crumb("Systems", SYSTEMS),),
        entries=lambda: system_entries(system),
    )
