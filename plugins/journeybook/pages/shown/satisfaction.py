"""The mean of satisfaction over steps, and the steps where it is low."""

from collections.abc import Iterable

from journeybook import catalogue as handbook
from journeybook.catalogue import Persona, Visit, of_customers
from journeybook.model.fields import HIGHEST
from journeybook.pages.shown.excerpt import Excerpt, excerpt


def worst_steps(visits: Iterable[Visit], most: int = 100) -> Excerpt[Visit]:
    """Steps in their order; where there are too many, those with the lowest satisfaction."""
    listed = tuple(visits)
    if len(listed) > most:
        listed = tuple(sorted(listed, key=lambda visit: visit.step.satisfaction or HIGHEST + 1))
    return excerpt(listed, most)


def mean_satisfaction(visits: Iterable[Visit]) -> float | None:
    """The mean satisfaction of customers over steps that have one."""
    return handbook.mean(visit.step.satisfaction for visit in of_customers(visits))


def mean_of_personas(visits: Iterable[Visit], personas: Iterable[Persona]) -> float | None:
    """The mean satisfaction of some personas over the steps in which they take part."""
    wanted = set(personas)
    return handbook.mean(
        each.satisfaction for visit in visits for each in visit.step.satisfactions if each.persona in wanted
    )
