"""Put the handbook into the site's navigation, which stays small, for every page carries all of it."""

import html
from collections.abc import Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.utils import nest_paths

from journeybook.pages import Site, address_of
from journeybook.pages.frame.addresses import (
    CHANNELS,
    GLOSSARY,
    JOURNEYS,
    METRICS,
    PERSONAS,
    QUALITY,
    REVIEW,
    STAGES,
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
    return [
        *([{text("What this proposal changes"): sources[REVIEW]}] if REVIEW in sources else []),
        _section(text("Journeys"), JOURNEYS, catalogue.journeys.values(), sources),
        _section(text("Personas"), PERSONAS, catalogue.personas.values(), sources),
        _section(text("Stages"), STAGES, catalogue.stages.values(), sources),
        {text("Touchpoints"): sources[TOUCHPOINTS]},
        {text("Channels"): sources[CHANNELS]},
        {text("Teams"): sources[TEAMS]},
        {text("Metrics"): sources[METRICS]},
        {text("Glossary"): sources[GLOSSARY]},
        {text("Quality"): sources[QUALITY]},
    ]


def _section(title: str, index: str, things: Iterable[Any], sources: dict[str, str]) -> Any:
    listed = list(things)
    if not listed or len(listed) > MOST:
        return {title: sources[index]}
    # Themes print titles without escaping them.
    pages = [{html.escape(thing.title): sources[address_of(thing)]} for thing in listed]
    return {title: [{title: sources[index]}, *pages]}


def _listed(entries: Any) -> Iterable[str]:
    """Yield the source paths in a part of the navigation."""
    if isinstance(entries, str):
        yield entries
        return
    for entry in entries.values() if isinstance(entries, dict) else entries:
        yield from _listed(entry)
