"""Say which opportunities answer a pain point, in whatever journey they stand."""

from collections.abc import Iterable, Mapping
from enum import IntEnum

from journeybook.catalogue.spots import Spot
from journeybook.catalogue.things import Opportunity, PainPoint, PainPointKey


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


def answer_of(opportunity: Opportunity) -> Answer:
    """Say how far one opportunity has got."""
    match opportunity.record.status:
        case "done":
            return Answer.SOLVED
        case "rejected":
            return Answer.REJECTED
    is_owned = any(action.record.owner for action in opportunity.actions)
    return Answer.OWNED if is_owned else Answer.PROPOSED


def find_answers(
    spots: Iterable[Spot], pain_points: Mapping[str, PainPoint]
) -> Mapping[PainPointKey, Answer]:
    """Find the best answer to each pain point that an opportunity names, under all of its names.

    `pain_points` holds those that can be named, by journey-id/pain-id.
    """
    found: dict[PainPointKey, Answer] = {}
    for spot in spots:
        for opportunity in spot.part.opportunities:
            answer = answer_of(opportunity)
            for reference in opportunity.record.solves:
                pain = pain_points.get(reference if "/" in reference else f"{spot.journey.id}/{reference}")
                for name in pain.names if pain else ():
                    found[name] = max(answer, found.get(name, answer))
    return found
