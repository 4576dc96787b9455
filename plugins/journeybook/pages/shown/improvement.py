"""Pain points, opportunities and actions with the steps or stages they belong to, in the order of lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from journeybook.catalogue import (
    Catalogue,
    GatheredPainPoint,
    Journey,
    Opportunity,
    PainPoint,
    Spot,
    Visit,
    joint_evidence,
    spots_of,
    turn,
    worth,
)
from journeybook.catalogue.things import Action
from journeybook.model import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPainPoint:
    """A pain point with where it hurts."""

    spot: Spot
    pain: PainPoint
    elsewhere: tuple["ListedPainPoint", ...] = ()
    """The same at further places, in a list that has each pain point once."""

    @property
    def everywhere(self) -> tuple["ListedPainPoint", ...]:
        """Each place where it hurts, the first of all included."""
        return self, *self.elsewhere

    @property
    def categories(self) -> tuple[str, ...]:
        """The common pain points that it is one of, here or there."""
        named = (item.pain.record.category for item in self.everywhere)
        return tuple(dict.fromkeys(category for category in named if category))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Everything that shows it, here or there."""
        return joint_evidence(item.pain for item in self.everywhere)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedOpportunity:
    """An opportunity with where it would help."""

    spot: Spot
    opportunity: Opportunity
    solves: tuple[str, ...]
    """Titles of the pain points that it solves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAction:
    """An action with the opportunity that it belongs to."""

    spot: Spot
    opportunity: Opportunity
    action: Action


def pain_points(visits: Iterable[Visit]) -> tuple[ListedPainPoint, ...]:
    """The pain points of steps and of their stages, worst first."""
    found = (
        ListedPainPoint(spot=spot, pain=pain) for spot in spots_of(visits) for pain in spot.part.pain_points
    )
    return tuple(sorted(found, key=lambda item: -item.pain.record.severity))


def open_pain_points(catalogue: Catalogue, visits: Iterable[Visit]) -> tuple[ListedPainPoint, ...]:
    """The pain points of steps and of their stages that are still open, worst first."""
    return tuple(item for item in pain_points(visits) if catalogue.is_open(item.pain))


def each_once(catalogue: Catalogue, listed: Iterable[ListedPainPoint]) -> tuple[ListedPainPoint, ...]:
    """The first of those that are the same, with the others."""
    found: dict[GatheredPainPoint, list[ListedPainPoint]] = {}
    for item in listed:
        found.setdefault(catalogue.gathered(item.pain), []).append(item)
    return tuple(replace(same[0], elsewhere=tuple(same[1:])) for same in found.values())


def opportunities(catalogue: Catalogue, visits: Iterable[Visit]) -> tuple[ListedOpportunity, ...]:
    """The opportunities of steps and of their stages, in the order of their worth."""
    found = (
        ListedOpportunity(
            spot=spot, opportunity=opportunity, solves=tuple(_solved(catalogue, spot.journey, opportunity))
        )
        for spot in spots_of(visits)
        for opportunity in spot.part.opportunities
    )
    return tuple(sorted(found, key=lambda opportunity: worth(opportunity.opportunity)))


def _solved(catalogue: Catalogue, journey: Journey, opportunity: Opportunity) -> Iterator[str]:
    for name in opportunity.record.solves:
        pain = catalogue.pain_points.get(name if "/" in name else f"{journey.id}/{name}")
        if pain:
            yield pain.title


def actions(visits: Iterable[Visit], today: date) -> tuple[ListedAction, ...]:
    """The actions of steps and of their stages, in the order in which somebody has to look at them."""
    found = (
        ListedAction(spot=spot, opportunity=opportunity, action=action)
        for spot in spots_of(visits)
        for opportunity in spot.part.opportunities
        for action in opportunity.actions
    )
    return tuple(sorted(found, key=lambda item: turn(item.action, today)))
