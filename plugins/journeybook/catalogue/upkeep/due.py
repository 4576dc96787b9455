"""Gather what has a day: reviews that come round, actions, goals, and evidence that expires."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain

from journeybook.catalogue.catalogue import Catalogue
from journeybook.catalogue.evidence import is_over
from journeybook.catalogue.spots import Spot, WholeStage, of_today, spots_of
from journeybook.catalogue.things import FileThing, Journey, Persona, Visit
from journeybook.catalogue.upkeep.claims import Claim, claims_of
from journeybook.catalogue.upkeep.reviews import reviews
from journeybook.catalogue.vocabulary import Goal, Team


class DueKind(StrEnum):
    """A kind of what is to happen on a day."""

    REVIEW = "review"
    """A thing is to be checked against reality by then."""
    ACTION = "action"
    GOAL = "goal"
    EVIDENCE = "evidence"
    """From then on it is no longer relied on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Something with a day."""

    kind: DueKind
    day: date
    title: str
    place: FileThing | Goal | Spot
    """The thing, or where it stands."""
    is_late: bool = False
    """Whether it should have happened by now."""
    team: Team | None = None
    """Who answers for it."""
    claims: int = 0
    """How many texts rest on it, where it is evidence."""

    @property
    def thing(self) -> FileThing | Goal:
        """The thing whose page it is on."""
        return self.place.journey if isinstance(self.place, (Visit, WholeStage)) else self.place


def due_dates(catalogue: Catalogue, today: date) -> tuple[Due, ...]:
    """Everything that has a day, the earliest first; the past and the coming."""
    every = chain(
        _reviews(catalogue, today),
        _actions(catalogue, today),
        _goals(catalogue, today),
        _evidence(catalogue, today),
    )
    return tuple(sorted(every, key=lambda item: (item.day, item.kind, item.title)))


def _reviews(catalogue: Catalogue, today: date) -> Iterator[Due]:
    for review in reviews(catalogue):
        if review.due:
            yield Due(
                kind=DueKind.REVIEW,
                day=review.due,
                title=review.thing.title,
                place=review.thing,
                is_late=review.is_stale(today),
                team=review.team,
            )


def _actions(catalogue: Catalogue, today: date) -> Iterator[Due]:
    """Yield what is to be done in the journeys of today."""
    for spot in spots_of(of_today(catalogue.visits)):
        for action in (action for item in spot.part.opportunities for action in item.actions):
            if action.is_open and action.record.due:
                yield Due(
                    kind=DueKind.ACTION,
                    day=action.record.due,
                    title=action.record.title,
                    place=spot,
                    is_late=action.is_overdue(today),
                    team=action.owner,
                )


def _goals(catalogue: Catalogue, today: date) -> Iterator[Due]:
    """Yield the goals that no value shows to be reached."""
    for goal in catalogue.goals.values():
        latest = catalogue.latest(goal.metric)
        value = latest.value if latest else None
        if goal.record.due and not goal.is_reached(value):
            yield Due(
                kind=DueKind.GOAL,
                day=goal.record.due,
                title=goal.title,
                place=goal,
                is_late=goal.is_overdue(today, value),
            )


def _evidence(catalogue: Catalogue, today: date) -> Iterator[Due]:
    """Yield each piece of evidence that ends, once for each thing that rests on it."""
    things: chain[FileThing] = chain(
        catalogue.journeys.values(), catalogue.personas.values(), catalogue.touchpoints.values()
    )
    for thing in things:
        found: dict[tuple[str, date], list[Claim]] = {}
        for claim in claims_of(thing.document):
            for item in claim.evidence:
                if item.expires:
                    found.setdefault((item.title, item.expires), []).append(claim)
        for (title, day), claims in found.items():
            place = place_of(thing, claims[0])
            yield Due(
                kind=DueKind.EVIDENCE,
                day=day,
                title=title,
                place=place,
                is_late=is_over(day, today),
                team=_owner(place),
                claims=len(claims),
            )


def place_of(thing: FileThing, claim: Claim) -> FileThing | Spot:
    """The place of a claim: the thing itself, or a step or a stage of a journey."""
    if not isinstance(thing, Journey) or not claim.at:
        return thing
    stage = thing.stages[int(claim.at[1])]
    if claim.at[2:3] == ("steps",):
        return Visit(journey=thing, stage=stage, step=stage.steps[int(claim.at[3])])
    return WholeStage(journey=thing, stage=stage)


def _owner(place: FileThing | Spot) -> Team | None:
    """The team that answers for a place."""
    match place:
        case Visit() | WholeStage():
            return place.part.owner or place.stage.owner or place.journey.owner
        case Persona():
            return None
    return place.owner
