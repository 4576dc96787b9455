"""All pages of a handbook."""

from collections.abc import Iterator
from itertools import chain

from journeybook.pages import (
    channels,
    goals,
    home,
    open_data,
    personas,
    principles,
    segments,
    stages,
    systems,
    teams,
    touchpoints,
)
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.files import Download
from journeybook.pages.frame.page import Page
from journeybook.pages.glossary import page as glossary
from journeybook.pages.journey import page as journeys
from journeybook.pages.metrics import page as metrics
from journeybook.pages.quality import page as quality
from journeybook.pages.quality import rules
from journeybook.pages.registers import actions, content, moments, opportunities, pain_points
from journeybook.pages.review import page as review
from journeybook.pages.review.preview import with_previews
from journeybook.pages.reviews import agenda
from journeybook.pages.reviews import page as reviews
from journeybook.pages.reviews.calendar import calendars
from journeybook.pages.reviews.feed import feeds
from journeybook.pages.start import page as start

__all__ = ["Site", "site_files", "site_pages"]

_BUILDERS = (
    home.pages,
    review.pages,
    start.pages,
    journeys.pages,
    stages.pages,
    touchpoints.pages,
    channels.pages,
    content.pages,
    personas.pages,
    teams.pages,
    pain_points.pages,
    opportunities.pages,
    actions.pages,
    moments.pages,
    metrics.pages,
    reviews.pages,
    agenda.pages,
    goals.pages,
    segments.pages,
    systems.pages,
    principles.pages,
    glossary.pages,
    open_data.pages,
)
_FOR_AUTHORS = (quality.pages, rules.pages)
"""Pages that a site has only where it tells of the handbook's quality."""


def site_pages(site: Site) -> Iterator[Page]:
    """Yield every page, index pages before those they list."""
    return with_previews(site, _built(site), _built) if site.preview else _built(site)


def _built(site: Site) -> Iterator[Page]:
    builders = (*_BUILDERS, *(_FOR_AUTHORS if site.has_quality else ()))
    return chain.from_iterable(build(site) for build in builders)


def site_files(site: Site) -> Iterator[Download]:
    """Yield the files of the site that stand for no single journey: calendars and feeds."""
    yield from calendars(site)
    yield from feeds(site)
