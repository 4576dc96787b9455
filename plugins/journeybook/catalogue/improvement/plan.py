"""Rank what could be done, and say how an action stands on a day."""

from datetime import date
from enum import IntEnum

from journeybook.catalogue.things import Action, Opportunity

_USUAL = 3
"""The impact or effort by which an opportunity is ranked that names none."""
_GREAT, _SMALL = 4, 2


class Standing(IntEnum):
    """The place of an action in the plan: the lower, the sooner somebody has to look at it."""

    OVERDUE = 0
    UNCLEAR = 1
    """Nobody is to do it, or nobody knows until when."""
    DUE = 2
    DONE = 3
    DROPPED = 4
    """It is not done, and its opportunity is closed."""


def standing(action: Action, today: date) -> Standing:
    """Say how an action stands."""
    if action.is_overdue(today):
        return Standing.OVERDUE
    if not action.is_open:
        return Standing.DONE if action.record.status == "done" else Standing.DROPPED
    is_clear = action.owner is not None and action.record.due is not None
    return Standing.DUE if is_clear else Standing.UNCLEAR


def turn(action: Action, today: date) -> tuple[Standing, int]:
    """Order actions by their standing, open ones then by their days, what is past the latest first."""
    stands = standing(action, today)
    day = (action.record.due or date.max).toordinal()
    return stands, day if stands < Standing.DONE else -day


def worth(opportunity: Opportunity) -> tuple[bool, int]:
    """Order opportunities: most impact for least effort first, what is done or rejected last."""
    record = opportunity.record
    return opportunity.is_closed, (record.effort or _USUAL) - 2 * (record.impact or _USUAL)


def is_quick_win(opportunity: Opportunity) -> bool:
    """Whether an opportunity promises much for little."""
    record = opportunity.record
    return (record.impact or 0) >= _GREAT and (record.effort or _USUAL) <= _SMALL
