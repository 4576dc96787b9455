"""Spots at which something is said of a journey: its steps, and its stages as a whole."""

from collections.abc import Iterable, Iterator
from functools import cache
from operator import attrgetter

from journeybook.catalogue.mean import mean
from journeybook.catalogue.things import Entry, Journey, JourneyStage, Persona, Visit
from journeybook.catalogue.vocabulary import value


@value
class WholeStage:
    """A stage as a whole together with the journey that it stands in."""

    journey: Journey
    stage: JourneyStage

    @property
    def part(self) -> JourneyStage:
        """The stage."""
        return self.stage


Spot = Visit | WholeStage
"""Where something is said of a journey: at a step, or of a stage as a whole."""


def of_customers(visits: Iterable[Visit]) -> tuple[Visit, ...]:
    """Leave out the steps of journeys that only staff walk."""
    is_of_staff = cache(attrgetter("is_of_staff"))
    return tuple(visit for visit in visits if not is_of_staff(visit.journey))


def of_today(visits: Iterable[Visit]) -> tuple[Visit, ...]:
    """Leave out the steps of journeys as they shall be."""
    return tuple(visit for visit in visits if visit.journey.record.state == "current")


def mean_satisfaction(visits: Iterable[Visit]) -> float | None:
    """The mean satisfaction of customers over steps that have one."""
    return mean(visit.step.satisfaction for visit in of_customers(visits))


def mean_of_personas(visits: Iterable[Visit], personas: Iterable[Persona]) -> float | None:
    """The mean satisfaction of some personas over the steps in which they take part."""
    wanted = set(personas)
    return mean(
        each.satisfaction for visit in visits for each in visit.step.satisfactions if each.persona in wanted
    )


def spots_of(visits: Iterable[Visit]) -> Iterator[Spot]:
    """Yield steps, and before its first one each stage that they stand in, as a whole.

    What is said of a whole stage holds at each of its steps: whoever lists what hurts at steps lists it too.
    """
    seen: set[JourneyStage] = set()
    for visit in visits:
        if visit.stage not in seen:
            seen.add(visit.stage)
            yield WholeStage(journey=visit.journey, stage=visit.stage)
        yield visit


def visits_at(spot: Spot) -> tuple[Visit, ...]:
    """The step, or all steps of a stage as a whole."""
    if isinstance(spot, Visit):
        return (spot,)
    return tuple(Visit(journey=spot.journey, stage=spot.stage, step=step) for step in spot.stage.steps)


@value
class Voice:
    """A text that holds for some personas, with the spot and the field where it stands."""

    spot: Spot
    field: str
    entry: Entry
