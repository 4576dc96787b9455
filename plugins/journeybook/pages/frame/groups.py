"""The groups of the navigation: which pages stand together, and under which word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from journeybook.catalogue import Catalogue
from journeybook.kinds import KINDS, ThingKind
from journeybook.messages import N_
from journeybook.pages.frame.addresses import (
    ACTIONS,
    ATLAS,
    CHANNELS,
    CONTENT,
    DATA,
    GLOSSARY,
    GOALS,
    JOURNEYS,
    METRICS,
    MOMENTS,
    OPPORTUNITIES,
    PAIN_POINTS,
    PERSONAS,
    PRINCIPLES,
    QUALITY,
    QUALITY_RULES,
    REVIEW,
    REVIEWS,
    SEGMENTS,
    STAGES,
    START,
    SYSTEMS,
    TEAMS,
    TOUCHPOINTS,
)
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Crumb

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of the site's pages, as its readers see it."""

    title: str
    pages: tuple[Crumb, ...]


GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("Journeys"), (JOURNEYS, ATLAS, STAGES)),
    (N_("Customers"), (PERSONAS, SEGMENTS)),
    (N_("Contact"), (TOUCHPOINTS, CHANNELS, SYSTEMS, CONTENT)),
    (N_("Improve"), (PAIN_POINTS, OPPORTUNITIES, ACTIONS, MOMENTS, GOALS)),
    (N_("Measure"), (METRICS, REVIEWS)),
    (N_("Teams"), (TEAMS,)),
    (N_("Look up"), (START, GLOSSARY, PRINCIPLES, DATA, QUALITY)),
)
"""Each group's title and the addresses of its pages, both in the order of the navigation.

A page of the site stands in a group as soon as its address stands here; one that is not there, or that has
nothing to list, is left out, and so is a group without any.
"""

GROUPED = frozenset(address for _, addresses in GROUPS for address in addresses)
"""The addresses of all groups."""

BELOW = {QUALITY_RULES: QUALITY}
"""Addresses of pages that lie elsewhere than below the page of the navigation that they belong to."""

_NEEDED = {
    KINDS[kind].pages: kind
    for kind in (
        ThingKind.PERSONA,
        ThingKind.STAGE,
        ThingKind.TOUCHPOINT,
        ThingKind.CHANNEL,
        ThingKind.TEAM,
        ThingKind.METRIC,
    )
}
"""The kinds whose lists are there from the beginning, to say how to begin them, by the list's address."""


def groups_of(site: Site, titles: Mapping[str, str]) -> tuple[Group, ...]:
    """Return the groups of a site that has pages with these titles, by their addresses.

    What a proposal changes comes first, alone. A group of one page is called by the page's title.
    """
    return tuple(_groups(site, titles))


def _groups(site: Site, titles: Mapping[str, str]) -> Iterator[Group]:
    for title, addresses in (("", (REVIEW,)), *GROUPS):
        pages = tuple(
            Crumb(title=titles[address], address=address)
            for address in addresses
            if address in titles and not _is_empty(site.catalogue, address)
        )
        if pages:
            yield Group(title=_title(site, title) if len(pages) > 1 else pages[0].title, pages=pages)


def _title(site: Site, title: str) -> str:
    """A group's title in the language of the site, with the firm's own word for its customers."""
    own = site.catalogue.handbook.customers if title == "Customers" else None
    return f"{own[0].upper()}{own[1:]}" if own else site.text(title)


def _is_empty(catalogue: Catalogue, address: str) -> bool:
    kind = _NEEDED.get(address)
    return kind is not None and not catalogue.tables[kind]


def listed_above(address: str, listed: Mapping[str, T]) -> T | None:
    """Find what stands for the nearest address above one, or for itself."""
    while address:
        address = BELOW.get(address, address)
        if address in listed:
            return listed[address]
        address = "".join(address.rstrip("/").rpartition("/")[:2])
    return None
