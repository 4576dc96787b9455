"""Pain points, opportunities and actions with the steps that they belong to, in the order of lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from journeybook.catalogue import Catalogue, Journey, Opportunity, PainPoint, Visit
from journeybook.catalogue.things import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPainPoint:
    """A pain point with where it hurts."""

    visit: Visit
    pain: PainPoint


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedOpportunity:
    """An opportunity with where it would help."""

    visit: Visit
    opportunity: Opportunity
    solves: tuple[str, ...]
    """Titles of the pain points that it solves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAction:
    """An action with the opportunity that it belongs to."""

    visit: Visit
    opportunity: Opportunity
    action: Action


def pain_points(visits: Iterable[Visit]) -> tuple[ListedPainPoint, ...]:
    """The pain points of steps, worst first."""
    found = (ListedPainPoint(visit=visit, pain=pain) for visit in visits for pain in visit.step.pain_points)
    return tuple(sorted(found, key=lambda item: -item.pain.record.severity))


def open_pain_points(catalogue: Catalogue, visits: Iterable[Visit]) -> tuple[ListedPainPoint, ...]:
    """The pain points of steps that are still open, worst first."""
    return tuple(item for item in pain_points(visits) if catalogue.is_open(item.pain))


def opportunities(catalogue: Catalogue, visits: Iterable[Visit]) -> tuple[ListedOpportunity, ...]:
    """The opportunities of steps: most impact for least effort first, what is done or rejected last."""
    found = (
        ListedOpportunity(
            visit=visit, opportunity=opportunity, solves=tuple(_solved(catalogue, visit.journey, opportunity))
        )
        for visit in visits
        for opportunity in visit.step.opportunities
    )
    return tuple(sorted(found, key=lambda opportunity: worth(opportunity.opportunity)))


def _solved(catalogue: Catalogue, journey: Journey, opportunity: Opportunity) -> Iterator[str]:
    for name in opportunity.record.solves:
        pain = catalogue.pain_points.get(name if "/" in name else f"{journey.id}/{name}")
        if pain:
            yield pain.title


def worth(opportunity: Opportunity) -> tuple[bool, int]:
    """Order opportunities: most impact for least effort first, what is done or rejected last."""
    record = opportunity.record
    return opportunity.is_closed, (record.effort or 3) - 2 * (record.impact or 3)


def actions(visits: Iterable[Visit], today: date) -> tuple[ListedAction, ...]:
    """The actions of steps: overdue first, then by due date, those with nothing left to do last."""
    found = (
        ListedAction(visit=visit, opportunity=opportunity, action=action)
        for visit in visits
        for opportunity in visit.step.opportunities
        for action in opportunity.actions
    )
    return tuple(sorted(found, key=lambda item: _urgency(item.action, today)))


def _urgency(action: Action, today: date) -> tuple[bool, bool, date]:
    return not action.is_open, not action.is_overdue(today), action.record.due or date.max
