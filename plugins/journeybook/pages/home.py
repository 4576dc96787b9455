"""The home page: key figures, where to start, journeys, where it hurts most, what changed, what is due."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

from journeybook.catalogue import (
    Journey,
    hurting,
    moments_of_truth,
    of_customers,
    of_today,
)
from journeybook.pages.changes import first_lines, latest_changes, period_choices
from journeybook.pages.frame.addresses import HOME, START
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.journey.list import listed_journey, marked_journey
from journeybook.pages.shown.improvement import actions, each_once, open_pain_points
from journeybook.pages.shown.key_figures import key_figures
from journeybook.pages.shown.newcomers import introduces
from journeybook.pages.shown.register_links import register_links

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
        "figures": tuple(key_figures(site, current, plan)),
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
