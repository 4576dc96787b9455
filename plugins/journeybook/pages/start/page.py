"""The pages for new colleagues: one for all, and one for each team that answers for anything."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from journeybook.pages.frame.addresses import START
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.shown.newcomers import introduces, start_address
from journeybook.pages.start.questions import questions
from journeybook.pages.start.week import FirstWeek, week_for_all, week_for_team
from journeybook.pages.teams import Share, team_shares


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWeekDay:
    """A day of the first week, with what is read on it."""

    part: str
    """The template that tells it."""
    title: str


def pages(site: Site) -> Iterator[Page]:
    """Yield the page for all, then that of each team; nothing where customers walk no journey yet."""
    if not introduces(site):
        return
    shares = cache(lambda: team_shares(site))
    teams = site.catalogue.teams.values()
    yield Page(
        address=START,
        template="start/start",
        title=site.text("New here?"),
        description=site.text("A path for your first week, made from what stands in this handbook."),
        context=lambda: {
            **_context(site, week_for_all(site)),
            "shares": [share for share in shares().values() if not share.is_empty],
        },
    )
    for team in teams:
        if not shares()[team.id].is_empty:
            yield _page(site, team.id, shares)


def _page(site: Site, team: str, shares: Callable[[], dict[str, Share]]) -> Page:
    title = site.catalogue.teams[team].title
    return Page(
        address=start_address(team),
        template="start/start",
        title=site.text("New here: %(team)s", team=title),
        description=site.text(
            "The first week in the team %(team)s, made from what this handbook says.", team=title
        ),
        context=lambda: {**_context(site, week_for_team(site, shares()[team])), "shares": []},
        parents=(site.crumb("New here?", START),),
    )


def _context(site: Site, week: FirstWeek) -> Mapping[str, Any]:
    return {
        "week": week,
        "days": tuple(_days(site, week)),
        "questions": questions(site, week),
        "today": site.today,
    }


def _days(site: Site, week: FirstWeek) -> Iterator[FirstWeekDay]:
    """Yield the days for which there is anything to read."""
    is_team = week.team is not None
    told = (
        ("words", site.text("Five words to know"), week.words),
        ("people", site.text("Our %(customers)s"), week.personas.items),
        ("journeys", _title_of_journeys(site, week), week.journeys.items),
        (
            "touchpoints",
            site.text("Our touchpoints") if is_team else site.text("Where it goes worst"),
            week.touchpoints.items,
        ),
        ("plan", site.text("What is being done"), week.plan.items),
    )
    yield from (FirstWeekDay(part=part, title=title) for part, title, found in told if found)


def _title_of_journeys(site: Site, week: FirstWeek) -> str:
    count = week.journeys.total
    if week.team:
        return site.language.plural("The journey of our team", "The journeys of our team", count)
    return site.language.plural("The journey that goes worst", "The journeys that go worst", count)
