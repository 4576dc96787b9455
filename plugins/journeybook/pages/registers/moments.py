"""The register of moments of truth: the steps at which customers stay or leave, the worst first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journeybook.catalogue import (
    EvidenceMark,
    Proposal,
    Visit,
    best_answer,
    evidence_mark,
    hurting,
    moments_of_truth,
    proposals_at,
)
from journeybook.kinds import ThingKind
from journeybook.pages.frame.addresses import MOMENTS
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.registers.plans import offered_plans, plan_of
from journeybook.pages.registers.scope import register_filters
from journeybook.pages.registers.spots import offered_places, offered_teams, owners, place_facets
from journeybook.pages.shown.figures import Figure
from journeybook.pages.shown.lists import Filter, Row, key, words
from journeybook.pages.wording.labels import choices


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedMoment:
    """A moment of truth in the register."""

    visit: Visit
    mark: EvidenceMark
    """The sum of what the step rests on."""
    proposals: tuple[Proposal, ...]
    """The opportunities there."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the register; nothing where no step is a moment of truth."""
    if not moments_of_truth(site.catalogue.visits):
        return
    yield Page(
        address=MOMENTS,
        template="registers/moments",
        wide=True,
        shows=(ThingKind.JOURNEY,),
        title=site.text("Moments of truth"),
        description=site.text("The steps at which %(customers)s stay or leave, the worst first."),
        context=lambda: _context(site),
    )


def _context(site: Site) -> Mapping[str, Any]:
    rows = [_row(site, visit) for visit in moments_of_truth(site.catalogue.visits)]
    return {
        "rows": rows,
        "filters": _filters(site, rows),
        "figures": tuple(_figures(site, [row.item for row in rows if not row.is_aside])),
    }


def _row(site: Site, visit: Visit) -> Row[ListedMoment]:
    proposals = proposals_at(site.catalogue, visit)
    mark = evidence_mark(visit.step.record.evidence, site.today)
    return Row(
        item=ListedMoment(visit=visit, mark=mark, proposals=proposals),
        facets={
            "team": words(*(team.id for team in owners(visit))),
            "evidence": mark.value,
            "plan": plan_of(best_answer(proposals)),
            **place_facets(visit),
        },
        keys={
            "title": visit.step.title,
            "journey": visit.journey.title,
            "satisfaction": key(visit.step.satisfaction),
            "evidence": key(list(EvidenceMark).index(mark)),
        },
        is_aside=visit.journey.record.state != "current",
    )


def _filters(site: Site, rows: Sequence[Row[ListedMoment]]) -> tuple[Filter, ...]:
    offered = (
        *offered_places(site),
        offered_teams(site),
        ("evidence", site.text("Evidence"), choices(site.language)("mark")),
        offered_plans(site),
    )
    return register_filters(site, rows, offered)


def _figures(site: Site, moments: Sequence[ListedMoment]) -> Iterator[Figure]:
    """Yield how many hurt, and at how many of these nothing is planned."""
    number = site.language.number
    rated = [item for item in moments if item.visit.step.satisfaction is not None]
    bad = hurting(item.visit for item in rated)
    bare = sum(not item.proposals for item in rated if item.visit in bad)
    yield Figure(
        value=number(len(bad)),
        title=site.text("Moments of truth below 3"),
        detail=site.text("of %(all)s", all=number(len(rated))),
        is_bad=bool(bad),
    )
    if bad:
        yield Figure(
            value=number(bare),
            title=site.text("Of these without an opportunity"),
            detail=site.text("of %(all)s", all=number(len(bad))),
            is_bad=bare > 0,
        )
