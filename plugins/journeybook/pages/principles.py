"""The pages of principles: all of them, and for each the journeys and stages that follow it."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.catalogue import Journey, Visit, of_today
from journeybook.catalogue.spots import mean_satisfaction
from journeybook.kinds import ThingKind
from journeybook.model import Principle
from journeybook.pages.frame.addresses import PRINCIPLES, address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.frame.search import principle_entries
from journeybook.pages.shown.excerpt import Excerpt, excerpt
from journeybook.pages.shown.improvement import ListedPainPoint, pain_points

_MOST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """A principle with what follows it, and how customers fare there."""

    principle: Principle
    journeys: tuple[Journey, ...]
    """Those that follow it as a whole."""
    stages: tuple[Visit, ...]
    """The first step of each stage that names it itself."""
    pain_points: Excerpt[ListedPainPoint]
    """There, as it is today, the worst first."""
    satisfaction: float | None
    """Over the steps there, as it is today."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of principles, then each principle; nothing where the handbook has none."""
    principles = tuple(site.catalogue.principles.values())
    if not principles:
        return
    yield Page(
        address=PRINCIPLES,
        template="principle/principles",
        wide=True,
        shows=(ThingKind.HANDBOOK, ThingKind.JOURNEY),
        title=site.text("Principles"),
        description=site.text("What every experience with us must be like, and where we hold to it."),
        context=lambda: {"all_following": [_following(site, principle) for principle in principles]},
    )
    for principle in principles:
        yield _page(site, principle)


def _page(site: Site, principle: Principle) -> Page:
    return Page(
        address=address_of(principle),
        template="principle/principle",
        shows=(ThingKind.HANDBOOK, ThingKind.JOURNEY),
        title=principle.title,
        description=principle.description or "",
        context=lambda: {"principle": principle, "following": _following(site, principle)},
        parents=(site.crumb("Principles", PRINCIPLES),),
        entries=lambda: principle_entries(principle),
    )


def _following(site: Site, principle: Principle) -> Following:
    visits = site.catalogue.visits_of_principle.get(principle.id, ())
    of_stages = [visit for visit in visits if principle in visit.stage.principles]
    today = of_today(visits)
    first = {(visit.journey.id, visit.stage.id): visit for visit in reversed(of_stages)}
    return Following(
        principle=principle,
        journeys=tuple(item for item in site.catalogue.journeys.values() if principle in item.principles),
        stages=tuple(first.values())[::-1],
        pain_points=excerpt(pain_points(today), _MOST),
        satisfaction=mean_satisfaction(today),
    )
