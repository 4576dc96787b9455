"""Pain points by severity and reach as a picture: the worst in its upper right corner."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.catalogue import GatheredPainPoint
from journeybook.charts import Matrix, Rated, matrices
from journeybook.model.fields import HIGHEST
from journeybook.pages.frame.addresses import address_of
from journeybook.pages.frame.page import Crumb

MOST_DRAWN = 40
"""The most that the picture shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPicture:
    """The picture, with what its axes and its numbers mean."""

    matrix: Matrix
    reaches: tuple[str, ...]
    """The reach that each column stands for, such as `4–6`."""
    items: tuple[Crumb, ...]
    """What its numbers lead to, in their order."""


def pain_picture(pains: Sequence[GatheredPainPoint]) -> PainPicture | None:
    """Draw the first of some pain points."""
    drawn = pains[:MOST_DRAWN]
    if not drawn:
        return None
    least, width = _columns([pain.reach for pain in drawn])
    rated = (
        Rated(title=pain.title, impact=pain.severity, effort=(pain.reach - least) // width + 1)
        for pain in drawn
    )
    _, numbered = matrices(tuple(rated))
    starts = range(least, least + HIGHEST * width, width)
    return PainPicture(
        matrix=numbered,
        reaches=tuple(f"{start}" if width == 1 else f"{start}–{start + width - 1}" for start in starts),
        items=tuple(Crumb(title=pain.title, address=address_of(pain.spots[0])) for pain in drawn),
    )


def _columns(reaches: Sequence[int]) -> tuple[int, int]:
    """The least reach of the first column, and how many each column holds."""
    least = min(reaches)
    return least, (max(reaches) - least) // HIGHEST + 1
