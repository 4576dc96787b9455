"""The steps where satisfaction is low."""

from collections.abc import Iterable

from journeybook.catalogue import Visit
from journeybook.model.fields import HIGHEST
from journeybook.pages.shown.excerpt import Excerpt, excerpt


def worst_steps(visits: Iterable[Visit], most: int = 100) -> Excerpt[Visit]:
    """Steps in their order; where there are too many, those with the lowest satisfaction."""
    listed = tuple(visits)
    if len(listed) > most:
        listed = tuple(sorted(listed, key=lambda visit: visit.step.satisfaction or HIGHEST + 1))
    return excerpt(listed, most)
