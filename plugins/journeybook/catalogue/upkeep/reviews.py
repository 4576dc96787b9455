"""Say which things are reviewed, when each is due again, and which never were."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from journeybook.catalogue.catalogue import Catalogue
from journeybook.catalogue.things import FileThing, Journey, Persona, Touchpoint
from journeybook.catalogue.upkeep.rhythm import fresh_until
from journeybook.catalogue.vocabulary import Team


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The review of a journey, a persona or a touchpoint."""

    thing: FileThing
    rhythm: int
    """Days after which it is due again."""

    @property
    def last(self) -> date | None:
        """The day on which it was checked against reality last."""
        return self.thing.record.reviewed

    @property
    def due(self) -> date | None:
        """The last day on which it is still fresh; nothing where it was never reviewed."""
        return fresh_until(self.last, self.rhythm)

    @property
    def team(self) -> Team | None:
        """The team that answers for it."""
        return None if isinstance(self.thing, Persona) else self.thing.owner

    def age(self, today: date) -> int | None:
        """Days since the last review."""
        return (today - self.last).days if self.last else None

    def is_stale(self, today: date) -> bool:
        """Whether the last review is longer ago than the rhythm allows."""
        return self.due is not None and self.due < today


def reviews(catalogue: Catalogue) -> Iterator[Review]:
    """Yield the reviews of what can be checked against reality; journeys may have a rhythm of their own."""
    things: chain[FileThing] = chain(
        catalogue.journeys.values(), catalogue.personas.values(), catalogue.touchpoints.values()
    )
    for thing in things:
        if is_reviewed(thing):
            own = thing.review_every if isinstance(thing, Journey) else catalogue.handbook.review_every
            yield Review(thing=thing, rhythm=own)


def is_reviewed(thing: FileThing) -> bool:
    """Whether a thing is to be checked against reality: what is planned, or gone, cannot be."""
    match thing:
        case Journey() if thing.is_planned:
            return False
        case Journey() if thing.record.status == "draft" and thing.record.state == "future":
            return thing.record.reviewed is not None
        case Touchpoint():
            return thing.record.lifecycle == "live"
    return True
