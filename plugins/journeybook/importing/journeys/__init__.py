"""Read sheets of journeys, whichever way their tables lie, as drafts."""

from journeybook.importing.journeys.reading import read_journeys

__all__ = ["read_journeys"]
