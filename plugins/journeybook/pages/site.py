"""All pages of a handbook."""

from collections.abc import Iterator
from itertools import chain

from journeybook.pages import (
    channels,
    home,
    journeys,
    metrics,
    personas,
    quality,
    rules,
    stages,
    teams,
    touchpoints,
)
from journeybook.pages.context import Site
from journeybook.pages.page import Page

__all__ = ["Site", "site_pages"]

_BUILDERS = (
    home.pages,
    journeys.pages,
    stages.pages,
    touchpoints.pages,
    channels.pages,
    personas.pages,
    teams.pages,
    metrics.pages,
    quality.pages,
    rules.pages,
)


def site_pages(site: Site) -> Iterator[Page]:
    """Yield every page, index pages before those they list."""
    return chain.from_iterable(build(site) for build in _BUILDERS)
