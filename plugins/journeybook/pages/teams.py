"""The pages of teams: all of them, and what is each one's own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.catalogue import Journey, Touchpoint, Visit
from journeybook.model import Team
from journeybook.pages.addresses import TEAMS, address_of
from journeybook.pages.context import Site
from journeybook.pages.facts import Problem, Task, mean, problems, tasks
from journeybook.pages.page import Entry, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What a team answers for."""

    team: Team
    journeys: tuple[Journey, ...]
    stages: tuple[Visit, ...]
    """The first step of each stage of a journey that the team owns."""
    touchpoints: tuple[Touchpoint, ...]
    tasks: tuple[Task, ...]
    overdue_count: int
    steps: tuple[Visit, ...]
    """Steps in which the team takes part."""
    problems: tuple[Problem, ...]
    """Pain points at the team's touchpoints and stages."""
    satisfaction: float | None
    """Over the steps at the team's touchpoints."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of teams, then each team."""
    yield Page(
        address=TEAMS,
        template="teams",
        title=site.text("Teams"),
        description=site.text("Who answers for which journeys, stages, touchpoints and actions."),
        context=lambda: {"shares": [_share(site, team) for team in site.catalogue.teams.values()]},
        inputs=site.everything,
    )
    for team in site.catalogue.teams.values():
        yield _page(site, team)


def _page(site: Site, team: Team) -> Page:
    return Page(
        address=address_of(team),
        template="team",
        title=team.title,
        description=team.description or "",
        context=lambda: _context(site, team),
        inputs=site.everything,
        parents=(site.crumb("Teams", TEAMS),),
        entries=lambda: (Entry(title=team.title, text=team.description or ""),),
    )


def _context(site: Site, team: Team) -> Mapping[str, Any]:
    return {"team": team, "share": _share(site, team), "today": site.today}


def _share(site: Site, team: Team) -> Share:
    catalogue = site.catalogue
    own_tasks = tuple(task for task in tasks(catalogue.visits, site.today) if task.action.owner is team)
    touchpoints = tuple(point for point in catalogue.touchpoints.values() if point.owner is team)
    met = [visit for visit in catalogue.visits if any(point.owner is team for point in visit.step.touchpoints)]
    in_stages = [visit for visit in catalogue.visits if visit.stage.owner is team and visit not in met]
    return Share(
        team=team,
        journeys=tuple(journey for journey in catalogue.journeys.values() if journey.owner is team),
        stages=_owned_stages(catalogue.visits, team),
        touchpoints=touchpoints,
        tasks=own_tasks,
        overdue_count=sum(task.action.is_overdue(site.today) for task in own_tasks),
        steps=tuple(visit for visit in catalogue.visits if team in visit.step.actors),
        problems=problems((*met, *in_stages)),
        satisfaction=mean(met),
    )


def _owned_stages(visits: tuple[Visit, ...], team: Team) -> tuple[Visit, ...]:
    owned = [visit for visit in visits if visit.stage.owner is team]
    return tuple({(visit.journey.id, visit.stage.id): visit for visit in reversed(owned)}.values())[::-1]
