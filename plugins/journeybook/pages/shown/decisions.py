"""List what is to be decided: pain points without an opportunity, plans that nobody has or dates."""

from collections.abc import Iterable
from datetime import date

from journeybook.catalogue import Catalogue, GatheredPainPoint, Standing, Visit, standing
from journeybook.pages.shown.improvement import ListedAction, ListedOpportunity, actions, opportunities


def unanswered(catalogue: Catalogue) -> tuple[GatheredPainPoint, ...]:
    """The pain points of today that have no opportunity, the most urgent first."""
    every = dict.fromkeys(catalogue.gathered_pain_points.values())
    ranked = sorted(every, key=lambda pain: pain.rank)
    return tuple(
        pain for pain in ranked if pain.is_open and pain.answer.is_missing and "current" in pain.states
    )


def idle(catalogue: Catalogue, visits: Iterable[Visit]) -> tuple[ListedOpportunity, ...]:
    """The open opportunities that nobody does anything about, the most worth first."""
    every = opportunities(catalogue, visits)
    return tuple(item for item in every if not item.opportunity.is_closed and not item.opportunity.actions)


def unclear(visits: Iterable[Visit], today: date) -> tuple[ListedAction, ...]:
    """The actions that nobody is to do, or that have no day."""
    return tuple(item for item in actions(visits, today) if standing(item.action, today) is Standing.UNCLEAR)
