"""Read sheets of journeys, whichever way their tables lie, as drafts."""

from journeybook.importing.journeys.reading import journey_likeness, read_journeys

__all__ = ["journey_likeness", "read_journeys"]
