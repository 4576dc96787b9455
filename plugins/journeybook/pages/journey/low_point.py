"""The low point of a journey in words: the step, its touchpoint, the proof, and who works on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.catalogue import (
    Journey,
    Opportunity,
    PainPoint,
    Proposal,
    Team,
    Visit,
    low_point,
    proposals_at,
    worst_pain_point,
)
from journeybook.catalogue.things import Action
from journeybook.model import Evidence
from journeybook.pages.frame.context import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class LowPoint:
    """The step at which a journey goes worst, and what is done there."""

    visit: Visit
    pain: PainPoint | None
    """What hurts most there and is still open."""
    evidence: tuple[Evidence, ...]
    """What shows the pain point, wherever it is named; without one, what shows the satisfaction."""
    plans: tuple[Opportunity, ...]
    """The opportunities that are open against it, those that a team works on first."""
    teams: tuple[Team, ...]
    """The teams that have an open action of these."""
    is_overdue: bool
    """Whether one of these actions is."""


def journey_low_point(site: Site, journey: Journey) -> LowPoint | None:
    """Find the low point of a journey; there is none without values, or of a journey that is planned."""
    catalogue = site.catalogue
    visit = None if journey.is_planned else low_point(catalogue, catalogue.visits_of_journey[journey.id])
    if visit is None:
        return None
    pain = worst_pain_point(catalogue, visit)
    gathered = catalogue.gathered(pain) if pain else None
    plans = _open(gathered.proposals if gathered else proposals_at(catalogue, visit))
    actions = [action for plan in plans for action in _owned(plan)]
    return LowPoint(
        visit=visit,
        pain=pain,
        evidence=gathered.evidence if gathered else visit.step.record.evidence,
        plans=plans,
        teams=tuple(dict.fromkeys(action.owner for action in actions if action.owner)),
        is_overdue=any(action.is_overdue(site.today) for action in actions),
    )


def _open(proposals: Iterable[Proposal]) -> tuple[Opportunity, ...]:
    left = [item.opportunity for item in proposals if not item.opportunity.is_closed]
    return tuple(sorted(left, key=lambda plan: not _owned(plan)))


def _owned(plan: Opportunity) -> list[Action]:
    """The open actions of an opportunity that a team has."""
    return [action for action in plan.actions if action.is_open and action.owner]
