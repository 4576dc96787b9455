"""Tell what is done about something that hurts, as readers choose between it."""

from journeybook.catalogue import Answer
from journeybook.messages import N_
from journeybook.pages.frame.context import Site
from journeybook.pages.registers.spots import Offered

_PLANS = {Answer.NONE: "none", Answer.REJECTED: "none", Answer.SOLVED: "solved"}
"""The words for answers that are not planned."""
_TOLD = {
    "none": N_("no opportunity yet"),
    "planned": N_("planned or under way"),
    "solved": N_("solved"),
}


def plan_of(answer: Answer) -> str:
    """The word by which what has an answer is found."""
    return _PLANS.get(answer, "planned")


def offered_plans(site: Site) -> Offered:
    """The filter by what is done."""
    return "plan", site.text("What we do"), [(name, site.text(text)) for name, text in _TOLD.items()]
