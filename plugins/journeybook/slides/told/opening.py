"""The first slides: what this is, and how things stand."""

from collections.abc import Iterator

from journeybook.catalogue import hurting, moments_of_truth, of_customers, of_today
from journeybook.pages.frame.addresses import HOME
from journeybook.pages.frame.context import Site
from journeybook.pages.shown.improvement import actions
from journeybook.pages.shown.key_figures import key_figures
from journeybook.slides.deck import Slide, Tile
from journeybook.slides.told.notes import address_note


def deck_title(site: Site) -> str:
    """The name of the presentation."""
    return site.name or site.text("Customer journeys")


def cover(site: Site) -> Slide:
    """The title slide."""
    day = site.language.date(site.today)
    return Slide(
        title=deck_title(site),
        subtitle=site.text("State of the customer journeys on %(day)s", day=day),
        notes=tuple(address_note(site, HOME)),
    )


def state_slide(site: Site) -> Slide:
    """The state of things in key figures: those of the home page."""
    visits = of_today(site.catalogue.visits)
    plan = [item for item in actions(visits, site.today) if item.action.is_open]
    figures = tuple(key_figures(site, of_customers(visits), plan))
    return Slide(
        title=_message(site, sum(item.action.is_overdue(site.today) for item in plan)),
        tiles=tuple(
            Tile(value=item.value, title=item.title, detail=item.detail, is_bad=item.is_bad)
            for item in figures
        ),
        notes=(
            *(f"{item.title}: {item.value} {item.detail}".strip() for item in figures),
            *address_note(site, HOME),
        ),
    )


def _message(site: Site, overdue: int) -> str:
    """Say what the figures come to, in one sentence."""
    hurt = len(hurting(moments_of_truth(of_customers(of_today(site.catalogue.visits)))))
    told = ", ".join(_bad(site, hurt, overdue))
    return told or site.text("No moment of truth is below 3, and nothing is overdue")


def _bad(site: Site, hurt: int, overdue: int) -> Iterator[str]:
    plural = site.language.plural
    if hurt:
        yield plural("%(num)s moment of truth is below 3", "%(num)s moments of truth are below 3", hurt)
    if overdue:
        yield plural("%(num)s action is overdue", "%(num)s actions are overdue", overdue)
