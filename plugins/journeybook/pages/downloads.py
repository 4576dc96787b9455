"""Files beside the pages of journeys: the curve as a picture, and the diagrams as Mermaid source."""

from collections.abc import Iterator

from journeybook.catalogue import Journey
from journeybook.language import Language
from journeybook.pages.frame.addresses import address_of
from journeybook.pages.frame.files import Download
from journeybook.pages.journey.mermaid import flowchart_source, journey_source
from journeybook.pages.journey.picture import picture
from journeybook.pages.render import Renderer

PICTURE, JOURNEY, PATHS = "satisfaction.svg", "journey.mmd", "paths.mmd"
"""The names of the files, beside the page of their journey."""


def downloads(journey: Journey, language: Language, renderer: Renderer) -> tuple[Download, ...]:
    """Make the files of a journey."""
    above = address_of(journey)
    contents = _contents(journey, language, renderer)
    return tuple(
        Download(address=f"{above}{name}", page=above, content=content)
        for name, content in contents
        if content
    )


def _contents(journey: Journey, language: Language, renderer: Renderer) -> Iterator[tuple[str, str | None]]:
    drawn = picture(language, journey)
    yield PICTURE, renderer.picture(journey, drawn) if drawn else None
    yield JOURNEY, journey_source(language, journey)
    yield PATHS, flowchart_source(language, journey)
