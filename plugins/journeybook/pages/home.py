"""The home page: key figures, where to start, journeys, where it hurts most, what changed, what is due."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from journeybook.catalogue import (
    Journey,
    Visit,
    hurting,
    moments_of_truth,
    of_customers,
    of_today,
    share_of_handbook,
)
from journeybook.pages.changes import first_lines, latest_changes, period_choices
from journeybook.pages.frame.addresses import HOME, JOURNEYS, QUALITY, START
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.journey.list import listed_journey, marked_journey
from journeybook.pages.shown.figures import Figure, proven_claims
from journeybook.pages.shown.improvement import ListedAction, actions, each_once, open_pain_points
from journeybook.pages.shown.newcomers import introduces
from journeybook.pages.shown.register_links import register_links
from journeybook.pages.shown.satisfaction import mean_satisfaction

_MOST = 6
_MOST_MOMENTS = 4
_MOST_JOURNEYS = 12
_MOST_CHANGES, _MOST_LINES = 18, 4
"""The most commits, and the most of what one changed, that are told."""
_WAYS = ("touchpoints", "teams", "channels", "segments", "systems", "goals")
"""Kinds of things whose lists are told to those who are new."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the home page."""
    yield Page(
        address=HOME,
        template="home",
        title=site.name or site.text("Customer journeys"),
        context=lambda: _context(site),
        wide=True,
    )


def _context(site: Site) -> Mapping[str, Any]:
    catalogue = site.catalogue
    # what is only planned leaves the first cards to what customers live
    journeys = sorted(catalogue.hierarchy.in_order, key=lambda journey: journey.is_planned)
    reviewed = sorted(
        (item for item in catalogue.mapped if item.record.reviewed), key=_last_review, reverse=True
    )
    today = of_today(catalogue.visits)
    plan = [item for item in actions(today, site.today) if item.action.is_open]
    current = of_customers(today)
    overdue = [item for item in plan if item.action.is_overdue(site.today)]
    changes = [first_lines(item, _MOST_LINES) for item in islice(latest_changes(site), _MOST_CHANGES)]
    return {
        "figures": tuple(_figures(site, current, plan)),
        "counts": {
            "personas": sum(not persona.is_staff for persona in catalogue.personas.values()),
            **{name: len(getattr(catalogue, name)) for name in _WAYS},
        },
        "start": START if introduces(site) else "",
        "rows": [marked_journey(site, journey) for journey in journeys[:_MOST_JOURNEYS]],
        "journey_count": len(journeys),
        "folder": catalogue.folder.label,
        "moments": hurting(moments_of_truth(current))[:_MOST_MOMENTS],
        "pain_points": each_once(catalogue, open_pain_points(catalogue, current))[:_MOST],
        "registers": register_links(site, current),
        "overdue": overdue[:_MOST],
        "changes": changes[:_MOST],
        "earlier": changes[_MOST:],
        "periods": period_choices(site, (item.periods for item in changes)),
        "reviewed": [listed_journey(site, journey) for journey in reviewed[:_MOST]],
        "today": site.today,
    }


def _last_review(journey: Journey) -> date:
    return journey.record.reviewed or date.min


def _figures(site: Site, visits: Sequence[Visit], plan: Sequence[ListedAction]) -> Iterator[Figure]:
    """Yield the key figures of what customers live today, as far as there is something to count."""
    yield _journeys(site)
    known = [visit for visit in visits if visit.step.satisfaction is not None]
    satisfaction = mean_satisfaction(known)
    if satisfaction is not None:
        yield Figure(
            value=site.language.satisfaction(satisfaction),
            satisfaction=satisfaction,
            title=site.text("Satisfaction on average"),
            detail=site.language.plural("over %(num)s step", "over %(num)s steps", len(known)),
            address=f"{JOURNEYS}?sort=satisfaction",
        )
    share = share_of_handbook(site.catalogue.journeys.values(), site.today, site.catalogue.lanes)
    if share.proven:
        yield replace(proven_claims(site, share), address=QUALITY if site.has_quality else "")
    yield from _bad_ones(site, visits, plan)


def _bad_ones(site: Site, visits: Sequence[Visit], plan: Sequence[ListedAction]) -> Iterator[Figure]:
    """Yield the numbers that were better none, as far as there is anything to count them in."""
    of, of_open = site.text("of %(all)s"), site.text("of %(all)s open")
    rated = [visit for visit in visits if visit.step.satisfaction is not None]
    moments = moments_of_truth(rated)
    pain_points = each_once(site.catalogue, open_pain_points(site.catalogue, visits))
    overdue = sum(item.action.is_overdue(site.today) for item in plan)
    severe = sum(item.pain.record.severity >= site.settings.limits.severe for item in pain_points)
    counted = (
        (site.text("Moments of truth below 3"), len(hurting(moments)), of, len(moments), "#worst_moments"),
        (site.text("Severe pain points"), severe, of_open, len(pain_points), "#pain_points"),
        (site.text("Overdue actions"), overdue, of_open, len(plan), "#all_actions"),
    )
    number = site.language.number
    for title, count, detail, total, address in counted:
        if total:
            yield Figure(
                value=number(count),
                title=title,
                detail=detail % {"all": number(total)},
                address=address if count else "",
                is_bad=count > 0,
            )


def _journeys(site: Site) -> Figure:
    """Count the journeys of customers that are mapped, and name the others."""
    catalogue = site.catalogue
    journeys = [journey for journey in catalogue.mapped if not journey.is_of_staff]
    future = sum(journey.record.state == "future" for journey in journeys)
    of_staff = len(catalogue.mapped) - len(journeys)
    planned = len(catalogue.journeys) - len(catalogue.mapped)
    told = (
        site.text("%(count)s of them future state", count=future) if future else "",
        site.text("%(count)s more planned", count=planned) if planned else "",
        site.text("%(count)s more of staff", count=of_staff) if of_staff else "",
    )
    return Figure(
        value=site.language.number(len(journeys)),
        title=site.text("Journeys"),
        detail=", ".join(filter(None, told)),
        address=JOURNEYS,
    )
