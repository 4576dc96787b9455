"""The home page: which journeys there are, where it hurts most, what is due, where to start."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from journeybook.catalogue import Journey, Visit
from journeybook.pages.addresses import HOME
from journeybook.pages.context import Site
from journeybook.pages.facts import problems, tasks
from journeybook.pages.journeylist import listed
from journeybook.pages.page import Page

_MOST = 5
_MOST_JOURNEYS = 12
_PLEASED = 3.5
"""From this satisfaction on, a moment of truth hurts nobody."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the home page."""
    yield Page(
        address=HOME,
        template="home",
        title=site.name or site.text("Customer journeys"),
        context=lambda: _context(site),
        inputs=site.everything,
        wide=True,
    )


def _context(site: Site) -> Mapping[str, Any]:
    catalogue = site.catalogue
    journeys = list(catalogue.journeys.values())
    reviewed = sorted((item for item in journeys if item.record.reviewed), key=_last_review, reverse=True)
    current = [visit for visit in catalogue.visits if visit.journey.record.state == "current"]
    plan = tasks(current, site.today)
    return {
        "rows": [listed(site, journey) for journey in journeys[:_MOST_JOURNEYS]],
        "journey_count": len(journeys),
        "folder": catalogue.folder.label,
        "counts": {
            name: len(getattr(catalogue, name)) for name in ("personas", "touchpoints", "teams", "channels")
        },
        "moments": _worst_moments(current),
        "problems": problems(current)[:_MOST],
        "overdue": [task for task in plan if task.action.is_overdue(site.today)][:_MOST],
        "reviewed": [listed(site, journey) for journey in reviewed[:_MOST]],
        "today": site.today,
    }


def _last_review(journey: Journey) -> date:
    return journey.record.reviewed or date.min


def _worst_moments(visits: list[Visit]) -> list[Visit]:
    """The moments of truth with the lowest satisfaction, as far as they hurt."""
    moments = [v for v in visits if v.step.record.moment_of_truth and v.step.satisfaction is not None]
    hurting = [visit for visit in moments if (visit.step.satisfaction or 0) < _PLEASED]
    return sorted(hurting, key=lambda visit: visit.step.satisfaction or 0)[:_MOST]
