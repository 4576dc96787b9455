"""The pages of goals: how far each is, what serves it, and what serves none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.catalogue import Catalogue, Goal, Journey, Reading, of_today, reading, spots_of
from journeybook.catalogue.spots import mean_satisfaction
from journeybook.kinds import ThingKind
from journeybook.pages.frame.addresses import GOALS, OPPORTUNITIES, address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Crumb, Page
from journeybook.pages.frame.search import goal_entries
from journeybook.pages.shown.excerpt import Excerpt, excerpt
from journeybook.pages.shown.improvement import (
    ListedAction,
    ListedOpportunity,
    ListedPainPoint,
    actions,
    opportunities,
    pain_points,
)
from journeybook.pages.shown.lists import NONE, narrowed

_MOST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Pursuit:
    """A goal with how far it is and everything that serves it."""

    goal: Goal
    reading: Reading | None
    """Of its metric, against its target."""
    is_reached: bool | None
    """None where no value tells."""
    is_overdue: bool
    journeys: tuple[Journey, ...]
    opportunities: Excerpt[ListedOpportunity]
    actions: tuple[ListedAction, ...]
    """Of its opportunities."""
    pain_points: Excerpt[ListedPainPoint]
    """Of its journeys as they are today, the worst first."""
    satisfaction: float | None
    """Over the steps of its journeys as they are today."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of goals, then each goal; nothing where the handbook has none."""
    goals = tuple(site.catalogue.goals.values())
    if not goals:
        return
    yield Page(
        address=GOALS,
        template="goal/goals",
        wide=True,
        shows=(ThingKind.HANDBOOK, ThingKind.JOURNEY, ThingKind.VALUES),
        title=site.text("Goals"),
        description=site.text("What we want to reach: how far each goal is, and what serves it."),
        context=lambda: _index(site, goals),
    )
    for goal in goals:
        yield _page(site, goal)


def _index(site: Site, goals: tuple[Goal, ...]) -> Mapping[str, Any]:
    catalogue = site.catalogue
    serving = {visit.journey for visits in catalogue.visits_of_goal.values() for visit in visits}
    return {
        "pursuits": [_pursuit(site, goal) for goal in goals],
        "aimless": [journey for journey in catalogue.mapped if journey not in serving],
        "aimless_ideas": _aimless_ideas(catalogue),
        "ideas_address": narrowed(OPPORTUNITIES, goal=NONE),
    }


def _aimless_ideas(catalogue: Catalogue) -> int:
    """Count the opportunities of today that name no goal, without those that are rejected."""
    found = (item for spot in spots_of(of_today(catalogue.visits)) for item in spot.part.opportunities)
    return sum(not item.goals and item.record.status != "rejected" for item in found)


def _page(site: Site, goal: Goal) -> Page:
    return Page(
        address=address_of(goal),
        template="goal/goal",
        shows=(ThingKind.HANDBOOK, ThingKind.JOURNEY, ThingKind.VALUES),
        title=goal.title,
        description=goal.record.description or "",
        context=lambda: {
            "goal": goal,
            "pursuit": _pursuit(site, goal),
            "today": site.today,
            "registers": _registers(site, goal),
        },
        parents=(site.crumb("Goals", GOALS),),
        entries=lambda: goal_entries(goal),
    )


def _pursuit(site: Site, goal: Goal) -> Pursuit:
    catalogue = site.catalogue
    journeys = tuple(journey for journey in catalogue.journeys.values() if goal in journey.goals)
    mapped = (journey for journey in journeys if not journey.is_planned)
    walked = of_today(visit for journey in mapped for visit in catalogue.visits_of_journey[journey.id])
    serving = tuple(_serving(catalogue, goal))
    latest = catalogue.latest(goal.metric)
    value = latest.value if latest else None
    return Pursuit(
        goal=goal,
        reading=_reading(catalogue, goal),
        is_reached=goal.is_reached(value),
        is_overdue=goal.is_overdue(site.today, value),
        journeys=journeys,
        opportunities=excerpt(serving, _MOST),
        actions=_actions(site, goal, serving),
        pain_points=excerpt(pain_points(walked), _MOST),
        satisfaction=mean_satisfaction(walked),
    )


def _registers(site: Site, goal: Goal) -> tuple[Crumb, ...]:
    """The register of opportunities, narrowed to those that serve a goal today."""
    found = (item for spot in spots_of(of_today(site.catalogue.visits)) for item in spot.part.opportunities)
    if not any(goal in item.goals and item.record.status != "rejected" for item in found):
        return ()
    return (site.crumb("Opportunities", narrowed(OPPORTUNITIES, goal=goal.id)),)


def _reading(catalogue: Catalogue, goal: Goal) -> Reading | None:
    """The latest value of its metric, which here is to reach the goal's target."""
    if goal.metric is None:
        return None
    return reading(catalogue, goal.metric.model_copy(update={"target": goal.target}))


def _serving(catalogue: Catalogue, goal: Goal) -> Iterator[ListedOpportunity]:
    visits = catalogue.visits_of_goal.get(goal.id, ())
    return (item for item in opportunities(catalogue, visits) if goal in item.opportunity.goals)


def _actions(site: Site, goal: Goal, serving: tuple[ListedOpportunity, ...]) -> tuple[ListedAction, ...]:
    ours = {item.opportunity for item in serving}
    visits = site.catalogue.visits_of_goal.get(goal.id, ())
    return tuple(item for item in actions(visits, site.today) if item.opportunity in ours)
