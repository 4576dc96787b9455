"""Files beside the pages of journeys: the curve as a picture, and the diagrams as Mermaid source."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.catalogue import Journey
from journeybook.pages.frame.addresses import address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.journey.mermaid import flowchart_source, journey_source
from journeybook.pages.journey.picture import picture
from journeybook.pages.render import Renderer

PICTURE, JOURNEY, PATHS = "satisfaction.svg", "journey.mmd", "paths.mmd"
"""The names of the files, beside the page of their journey."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file of the site."""

    address: str
    """Below the site's root."""
    content: str


def downloads(site: Site, renderer: Renderer) -> Iterator[Download]:
    """Yield the files of all journeys."""
    for journey in site.catalogue.journeys.values():
        for name, content in _contents(site, renderer, journey):
            if content:
                yield Download(address=f"{address_of(journey)}{name}", content=content)


def _contents(site: Site, renderer: Renderer, journey: Journey) -> Iterator[tuple[str, str | None]]:
    drawn = picture(site, journey)
    yield PICTURE, renderer.picture(journey, drawn) if drawn else None
    yield JOURNEY, journey_source(site, journey)
    yield PATHS, flowchart_source(site, journey)
