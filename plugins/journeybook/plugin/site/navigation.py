"""Put the handbook into the site's navigation, which stays small, for every page carries all of it."""

import html
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.utils import nest_paths

from journeybook.pages import Site, address_of
from journeybook.pages.frame.addresses import (
    CHANNELS,
    GLOSSARY,
    GOALS,
    JOURNEYS,
    METRICS,
    PAIN_POINTS,
    PERSONAS,
    PRINCIPLES,
    QUALITY,
    REVIEW,
    REVIEWS,
    SEGMENTS,
    STAGES,
    SYSTEMS,
    TEAMS,
    TOUCHPOINTS,
)

PLACE = "journeybook"
"""What a site writes into its `nav` where the handbook's entries shall stand; at the end otherwise."""

MOST = 40
"""The most journeys, personas or stages that are listed one by one."""


def add_navigation(config: MkDocsConfig, files: Files, site: Site, sources: dict[str, str]) -> None:
    """Put the handbook's entries into the navigation of the site."""
    entries = _entries(site, sources)
    ours = set(sources.values()) - {_home(sources)}
    if config.nav is None:
        handwritten = [file.src_uri for file in files.documentation_pages() if _belongs(file, ours)]
        first = [path for path in handwritten if path == _home(sources)] or [_home(sources)]
        rest = [path for path in handwritten if path not in first]
        config.nav = [*first, *entries, *nest_paths(rest)]  # type: ignore[no-untyped-call]
    else:
        placed = _placed(config.nav, entries)
        config.nav = placed if placed != config.nav else [*config.nav, *entries]
    listed = set(_listed(entries))
    for source in ours:
        file = files.get_file_from_path(source)
        if file:
            # A handwritten page that introduces one of ours is reached as that is, not from each side bar.
            file.inclusion = InclusionLevel.INCLUDED if source in listed else InclusionLevel.NOT_IN_NAV


def _placed(nav: Any, entries: list[Any]) -> Any:
    """A part of the site's navigation with our entries where their place is."""
    match nav:
        case list():
            return [new for item in nav for new in (entries if item == PLACE else [_placed(item, entries)])]
        case dict():
            return {
                title: entries if item == PLACE else _placed(item, entries) for title, item in nav.items()
            }
    return nav


def _home(sources: dict[str, str]) -> str:
    return sources[""]


def _belongs(file: Any, ours: set[str]) -> bool:
    return file.src_uri not in ours and file.generated_by is None


def _entries(site: Site, sources: dict[str, str]) -> list[Any]:
    catalogue = site.catalogue
    text = site.text
    segments, systems, goals, principles, pain_points, reviews = (
        [{text(title): sources[address]}] if address in sources else []
        for title, address in (
            ("Segments", SEGMENTS),
            ("Systems", SYSTEMS),
            ("Goals", GOALS),
            ("Principles", PRINCIPLES),
            ("Pain points", PAIN_POINTS),
            ("Review rhythm", REVIEWS),
        )
    )
    return [
        *([{text("What this proposal changes"): sources[REVIEW]}] if REVIEW in sources else []),
        _section(text("Journeys"), sources[JOURNEYS], _each(catalogue.journeys, sources), principles),
        _section(text("Personas"), sources[PERSONAS], _each(catalogue.personas, sources), segments),
        _section(text("Stages"), sources[STAGES], _each(catalogue.stages, sources)),
        _section(text("Touchpoints"), sources[TOUCHPOINTS], systems),
        {text("Channels"): sources[CHANNELS]},
        {text("Teams"): sources[TEAMS]},
        *pain_points,
        _section(text("Metrics"), sources[METRICS], goals, reviews),
        {text("Glossary"): sources[GLOSSARY]},
        {text("Quality"): sources[QUALITY]},
    ]


def _each(things: Mapping[str, Any], sources: dict[str, str]) -> list[Any]:
    """An entry for each thing, if they are few enough. Themes print titles without escaping them."""
    if len(things) > MOST:
        return []
    return [{html.escape(thing.title): sources[address_of(thing)]} for thing in things.values()]


def _section(title: str, index: str, *entries: list[Any]) -> Any:
    """A section that begins with its index page, or that page alone."""
    below = [*chain.from_iterable(entries)]
    return {title: [{title: index}, *below]} if below else {title: index}


def _listed(entries: Any) -> Iterable[str]:
    """Yield the source paths in a part of the navigation."""
    if isinstance(entries, str):
        yield entries
        return
    for entry in entries.values() if isinstance(entries, dict) else entries:
        yield from _listed(entry)
