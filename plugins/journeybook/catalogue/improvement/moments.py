"""Rank the moments of truth, the steps at which customers stay or leave, and say what is done there."""

from collections.abc import Iterable, Iterator

from journeybook.catalogue.catalogue import Catalogue
from journeybook.catalogue.improvement.answers import Proposal
from journeybook.catalogue.spots import spots_of
from journeybook.catalogue.things import Visit
from journeybook.model.fields import HIGHEST

_PLEASED = 3
"""From this satisfaction on, a moment of truth hurts nobody."""


def moments_of_truth(visits: Iterable[Visit]) -> tuple[Visit, ...]:
    """The moments of truth among some steps, the lowest satisfaction first, those without one last."""
    return tuple(sorted((visit for visit in visits if visit.step.record.moment_of_truth), key=_satisfaction))


def hurting(moments: Iterable[Visit]) -> tuple[Visit, ...]:
    """The moments at which customers are not even content."""
    return tuple(visit for visit in moments if _satisfaction(visit) < _PLEASED)


def _satisfaction(visit: Visit) -> float:
    return HIGHEST + 1 if visit.step.satisfaction is None else visit.step.satisfaction


def proposals_at(catalogue: Catalogue, visit: Visit) -> tuple[Proposal, ...]:
    """The opportunities at a step and for its stage, and those against what hurts there; none is rejected."""
    found = {item.opportunity: item for item in _proposals(catalogue, visit)}
    return tuple(item for item in found.values() if item.opportunity.record.status != "rejected")


def _proposals(catalogue: Catalogue, visit: Visit) -> Iterator[Proposal]:
    for spot in spots_of((visit,)):
        for opportunity in spot.part.opportunities:
            yield Proposal(spot=spot, opportunity=opportunity)
        for pain in spot.part.pain_points:
            yield from catalogue.gathered(pain).proposals
