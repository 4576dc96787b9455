"""Choose what a new colleague reads first, of the whole handbook or of one team."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journeybook.catalogue import Journey, Persona, Visit, low_point, of_customers, of_today, teams_at
from journeybook.model import Team
from journeybook.model.fields import HIGHEST
from journeybook.pages.frame.context import Site
from journeybook.pages.journey.list import ListedJourney, listed_journey
from journeybook.pages.shown.excerpt import Excerpt, excerpt
from journeybook.pages.shown.improvement import ListedAction, actions
from journeybook.pages.start.words import FirstWord, first_words
from journeybook.pages.teams import OwnTouchpoint, Share, worst_touchpoints

_MOST_PEOPLE, _MOST_JOURNEYS, _MOST_TOUCHPOINTS, _MOST_ACTIONS = 4, 2, 5, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstJourney:
    """A journey with the moment at which it goes worst."""

    listed: ListedJourney
    worst: Visit | None
    """Of a team among the steps that it answers for, if any of them has a satisfaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWeek:
    """The reading of the first week."""

    team: Team | None
    """None for the page of all teams."""
    words: tuple[FirstWord, ...]
    personas: Excerpt[Persona]
    journeys: Excerpt[FirstJourney]
    touchpoints: Excerpt[OwnTouchpoint]
    """The worst first."""
    plan: Excerpt[ListedAction]
    """What is still to be done: overdue first, then by date."""


def week_for_all(site: Site) -> FirstWeek:
    """Choose what is told to everybody."""
    visits = of_today(of_customers(site.catalogue.visits))
    live = [point for point in site.catalogue.touchpoints.values() if point.record.lifecycle == "live"]
    return FirstWeek(
        team=None,
        words=first_words(site),
        personas=_personas(site.catalogue.personas.values()),
        journeys=_journeys(site, sorted(_walked(visits), key=_satisfaction), visits),
        touchpoints=excerpt(worst_touchpoints(site, live), _MOST_TOUCHPOINTS),
        plan=_plan(actions(of_today(site.catalogue.visits), site.today)),
    )


def week_for_team(site: Site, share: Share) -> FirstWeek:
    """Choose what is told to the people of a team, of what it answers for as far as there is anything."""
    visits = of_today(of_customers(site.catalogue.visits))
    own = tuple(visit for visit in visits if share.team in teams_at(visit) or visit.journey in share.journeys)
    walked = sorted(_walked(own), key=lambda journey: journey not in share.journeys)
    met = [persona for visit in own for persona in visit.step.personas]
    return FirstWeek(
        team=share.team,
        words=first_words(site),
        personas=_personas(dict.fromkeys(met) or site.catalogue.personas.values()),
        journeys=_journeys(site, walked, own),
        touchpoints=excerpt(share.touchpoints, _MOST_TOUCHPOINTS),
        plan=_plan(share.actions),
    )


def _walked(visits: Iterable[Visit]) -> list[Journey]:
    return list(dict.fromkeys(visit.journey for visit in visits))


def _satisfaction(journey: Journey) -> float:
    return journey.satisfaction or HIGHEST + 1


def _personas(personas: Iterable[Persona]) -> Excerpt[Persona]:
    """The customers, the primary ones first."""
    customers = [persona for persona in personas if persona.record.type not in {"negative", "staff"}]
    return excerpt(sorted(customers, key=lambda persona: persona.record.type != "primary"), _MOST_PEOPLE)


def _journeys(site: Site, journeys: Sequence[Journey], visits: Sequence[Visit]) -> Excerpt[FirstJourney]:
    shown = excerpt(journeys, _MOST_JOURNEYS)
    items = (
        FirstJourney(
            listed=listed_journey(site, journey),
            worst=low_point(site.catalogue, (visit for visit in visits if visit.journey is journey)),
        )
        for journey in shown.items
    )
    return Excerpt(items=tuple(items), total=shown.total)


def _plan(listed: Iterable[ListedAction]) -> Excerpt[ListedAction]:
    return excerpt((item for item in listed if item.action.is_open), _MOST_ACTIONS)
