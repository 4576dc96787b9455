"""The pages of teams: all of them, and what is each one's own."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from journeybook.catalogue import Journey, System, Touchpoint, Visit, WholeStage
from journeybook.catalogue.spots import mean_satisfaction
from journeybook.kinds import ThingKind
from journeybook.model import Team
from journeybook.model.fields import HIGHEST
from journeybook.pages.frame.addresses import TEAMS, address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Crumb, Page
from journeybook.pages.frame.search import team_entries
from journeybook.pages.shown.excerpt import Excerpt, excerpt
from journeybook.pages.shown.improvement import ListedAction, ListedPainPoint, actions, each_once, pain_points
from journeybook.pages.shown.newcomers import introduces, start_address
from journeybook.pages.shown.register_links import team_register_links
from journeybook.pages.shown.satisfaction import worst_steps

_MOST = 30
_MOST_MANNED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTouchpoint:
    """A touchpoint of a team, with the steps where customers meet it."""

    touchpoint: Touchpoint
    satisfaction: float | None
    """Over these steps."""
    manned: Excerpt[Visit]
    """The steps of which is written what staff do and say there, the worst first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The share of a team: everything that it answers for."""

    team: Team
    journeys: tuple[Journey, ...]
    stages: tuple[Visit, ...]
    """The first step of each stage of a journey that the team owns."""
    touchpoints: tuple[OwnTouchpoint, ...]
    """The worst first."""
    systems: tuple[System, ...]
    publishing: tuple[WholeStage, ...]
    """Stages for which the team publishes something."""
    actions: tuple[ListedAction, ...]
    overdue_count: int
    steps: Excerpt[Visit]
    """Steps in which the team takes part."""
    pain_points: Excerpt[ListedPainPoint]
    """Pain points at the team's touchpoints and stages."""
    satisfaction: float | None
    """Over the steps at the team's touchpoints."""
    registers: tuple[Crumb, ...]
    """The registers that tell of what is the team's."""
    start: str
    """The address of the page for new colleagues; empty where there is none."""

    @property
    def is_empty(self) -> bool:
        """Whether the team answers for nothing and takes part in nothing."""
        answered = (*self.journeys, *self.stages, *self.touchpoints, *self.systems, *self.publishing)
        return not (answered or self.actions or self.steps.items)


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of teams, then each team."""
    shares = cache(lambda: team_shares(site))
    yield Page(
        address=TEAMS,
        template="teams",
        wide=True,
        shows=(ThingKind.HANDBOOK, ThingKind.TOUCHPOINT, ThingKind.JOURNEY),
        title=site.text("Teams"),
        description=site.text("Who answers for which journeys, stages, touchpoints and actions."),
        context=lambda: {"shares": tuple(shares().values())},
    )
    for team in site.catalogue.teams.values():
        yield _page(site, team, shares)


def _page(site: Site, team: Team, shares: Callable[[], dict[str, Share]]) -> Page:
    return Page(
        address=address_of(team),
        template="team",
        shows=(ThingKind.HANDBOOK,),
        title=team.title,
        description=team.description or "",
        context=lambda: {"team": team, "share": shares()[team.id], "today": site.today},
        parents=(site.crumb("Teams", TEAMS),),
        entries=lambda: team_entries(team),
    )


def team_shares(site: Site) -> dict[str, Share]:
    """The share of each team, in one pass over the steps."""
    catalogue = site.catalogue
    plan = actions(catalogue.visits, site.today)
    found = _Found()
    for visit in catalogue.visits:
        found.add(visit)
    return {team.id: _share(site, team, plan, found) for team in catalogue.teams.values()}


class _Found:
    """The steps at each team's touchpoints, in its stages, and that are its own or have its part."""

    def __init__(self) -> None:
        self.met: dict[str, list[Visit]] = {}
        self.in_stages: dict[str, list[Visit]] = {}
        self.taking_part: dict[str, list[Visit]] = {}
        self.publishing: dict[str, list[WholeStage]] = {}

    def add(self, visit: Visit) -> None:
        """Put a step to the teams that have to do with it."""
        owners = {point.owner.id for point in visit.step.touchpoints if point.owner}
        for name in owners:
            self.met.setdefault(name, []).append(visit)
        if visit.step is visit.stage.steps[0]:
            self._add_content(visit)
        if visit.stage.owner:
            self.in_stages.setdefault(visit.stage.owner.id, []).append(visit)
        taking_part = (*visit.step.actors, *visit.stage.actors)
        actors = {actor.id for actor in taking_part if not isinstance(actor, str)}
        for name in actors | ({visit.step.owner.id} if visit.step.owner else set()):
            self.taking_part.setdefault(name, []).append(visit)

    def _add_content(self, visit: Visit) -> None:
        """Put a stage to the teams that publish something for it."""
        for name in {item.owner.id for item in visit.stage.content if item.owner}:
            self.publishing.setdefault(name, []).append(WholeStage(journey=visit.journey, stage=visit.stage))


def _share(site: Site, team: Team, plan: tuple[ListedAction, ...], found: _Found) -> Share:
    catalogue = site.catalogue
    own_actions = tuple(item for item in plan if item.action.owner is team)
    met, in_stages = found.met.get(team.id, []), found.in_stages.get(team.id, [])
    concerned = dict.fromkeys((*met, *in_stages))
    return Share(
        team=team,
        journeys=tuple(journey for journey in catalogue.journeys.values() if journey.owner is team),
        stages=tuple({(visit.journey.id, visit.stage.id): visit for visit in reversed(in_stages)}.values())[
            ::-1
        ],
        touchpoints=_touchpoints(site, team),
        systems=tuple(system for system in catalogue.systems.values() if system.owner is team),
        publishing=tuple(found.publishing.get(team.id, ())),
        actions=own_actions,
        overdue_count=sum(item.action.is_overdue(site.today) for item in own_actions),
        steps=worst_steps(found.taking_part.get(team.id, ())),
        pain_points=excerpt(each_once(catalogue, pain_points(concerned)), _MOST),
        satisfaction=mean_satisfaction(met),
        registers=team_register_links(
            site, team, concerned, has_actions=any(_is_of_today(item) for item in own_actions)
        ),
        start=start_address(team.id) if introduces(site) else "",
    )


def _is_of_today(item: ListedAction) -> bool:
    return item.spot.journey.record.state == "current"


def _touchpoints(site: Site, team: Team) -> tuple[OwnTouchpoint, ...]:
    return worst_touchpoints(
        site, (each for each in site.catalogue.touchpoints.values() if each.owner is team)
    )


def worst_touchpoints(site: Site, touchpoints: Iterable[Touchpoint]) -> tuple[OwnTouchpoint, ...]:
    """Touchpoints with what people do there, the worst first; those without a value last."""
    return tuple(sorted((_own_touchpoint(site, point) for point in touchpoints), key=_satisfaction))


def _own_touchpoint(site: Site, point: Touchpoint) -> OwnTouchpoint:
    visits = site.catalogue.visits_of_touchpoint.get(point.id, ())
    manned = sorted((visit for visit in visits if visit.step.entries.get("frontstage")), key=_of_step)
    return OwnTouchpoint(
        touchpoint=point,
        satisfaction=mean_satisfaction(visits),
        manned=excerpt(manned, _MOST_MANNED),
    )


def _satisfaction(item: OwnTouchpoint) -> float:
    return item.satisfaction or item.touchpoint.record.rating or HIGHEST + 1


def _of_step(visit: Visit) -> float:
    return visit.step.satisfaction or HIGHEST + 1
