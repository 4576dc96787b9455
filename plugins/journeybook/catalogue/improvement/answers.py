"""Say which opportunities answer a pain point, in whatever journey they stand."""

from collections.abc import Iterable, Mapping
from enum import IntEnum

from journeybook.catalogue.spots import Spot
from journeybook.catalogue.things import Opportunity, PainPoint, PainPointKey
from journeybook.catalogue.vocabulary import value


class Answer(IntEnum):
    """The state that an opportunity has reached; of several, the furthest counts."""

    NONE = 0
    """No opportunity names the pain point."""
    REJECTED = 1
    """It will not be done."""
    PROPOSED = 2
    OWNED = 3
    """A team has one of its actions."""
    SOLVED = 4
    """It is done."""

    @property
    def is_missing(self) -> bool:
        """Whether nothing is planned, nor was done."""
        return self < Answer.PROPOSED


@value
class Proposal:
    """An opportunity with where it would help."""

    spot: Spot
    opportunity: Opportunity


def answer_of(opportunity: Opportunity) -> Answer:
    """Say how far one opportunity has got."""
    match opportunity.record.status:
        case "done":
            return Answer.SOLVED
        case "rejected":
            return Answer.REJECTED
    is_owned = any(action.record.owner for action in opportunity.actions)
    return Answer.OWNED if is_owned else Answer.PROPOSED


def best_answer(proposals: Iterable[Proposal]) -> Answer:
    """Say how far the furthest of some opportunities has got."""
    return max((answer_of(proposal.opportunity) for proposal in proposals), default=Answer.NONE)


def answer_near(spot: Spot) -> Answer:
    """Say how far the opportunities beside what hurts have got; what names nothing solves nothing."""
    return min(best_answer(proposals_near(spot)), Answer.OWNED)


def proposals_near(spot: Spot) -> tuple[Proposal, ...]:
    """The opportunities at a step and for its stage that do not say what they solve."""
    parts = dict.fromkeys((spot.part, spot.stage))
    return tuple(
        Proposal(spot=spot, opportunity=opportunity)
        for part in parts
        for opportunity in part.opportunities
        if not opportunity.record.solves
    )


def find_proposals(
    spots: Iterable[Spot], pain_points: Mapping[str, PainPoint]
) -> Mapping[PainPointKey, tuple[Proposal, ...]]:
    """Find the opportunities that name each pain point, under all of its names.

    `pain_points` holds those that can be named, by journey-id/pain-id.
    """
    found: dict[PainPointKey, list[Proposal]] = {}
    for spot in spots:
        for opportunity in spot.part.opportunities:
            for reference in opportunity.record.solves:
                pain = pain_points.get(reference if "/" in reference else f"{spot.journey.id}/{reference}")
                for name in pain.names if pain else ():
                    found.setdefault(name, []).append(Proposal(spot=spot, opportunity=opportunity))
    return {name: tuple(proposals) for name, proposals in found.items()}
