"""Put the handbook into the site's navigation, which stays small, for every page carries all of it."""

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import dirname_to_title, nest_paths

from journeybook.catalogue import Catalogue
from journeybook.pages import address_of
from journeybook.pages.frame.addresses import JOURNEYS, PERSONAS, STAGES
from journeybook.pages.frame.groups import Group, listed_above
from journeybook.plugin.site.translation import without_folders

PLACE = "journeybook"
"""What a site writes into its `nav` where the handbook's groups shall stand; at the end otherwise."""

MOST = 40
"""The most journeys, personas or stages that are listed one by one."""

_ARRANGING = {"awesome-nav", "awesome-pages"}
"""Plugins that arrange all pages by files of their own, and mind a `nav` beside these."""

_SUMMARY = "literate-nav"
"""A plugin that takes a file below docs/ for the navigation, where there is one."""

Paths = Mapping[str, str]
"""The source path of each page's file, by the page's address."""

Each = Mapping[str, Mapping[str, Any]]
"""The things that have an entry of their own, by the address of their list."""


def add_navigation(
    config: MkDocsConfig, files: Files, catalogue: Catalogue, groups: Sequence[Group], sources: Paths
) -> dict[str, str]:
    """Put the groups into the navigation of the site, unless it arranges the handbook's pages itself.

    Return the titles, by source path, of pages that a theme must not take for the one to which the title of
    their group leads, though each is an index.md.
    """
    entries = list(_left(_entries(catalogue, groups, sources), files))
    if _is_arranged(config, files, sources):
        is_told = config.nav or not _is_summarised(config, files)
        _list_pages(files, sources, _listed(config.nav or entries) if is_told else ())
        return {}
    config.nav = _arranged(config, files, entries, sources)
    _list_pages(files, sources, _listed(entries))
    return dict(_without_heads(entries))


def _list_pages(files: Files, sources: Paths, listed: Iterable[str]) -> None:
    """Tell MkDocs which of our pages it need not miss in the navigation."""
    wanted = {*listed, sources[""]}
    for source in sources.values():
        file = files.get_file_from_path(source)
        if file:
            # A handwritten page that introduces one of ours is reached as that is, not from each side bar.
            file.inclusion = InclusionLevel.INCLUDED if source in wanted else InclusionLevel.NOT_IN_NAV


def _without_heads(entries: list[Any]) -> Iterator[tuple[str, str]]:
    """Yield source paths and titles but of pages that begin a section of their own title."""
    for title, below in chain.from_iterable(entry.items() for entry in entries):
        if isinstance(below, str):
            yield below, title
        else:
            yield from _without_heads(below[1:] if isinstance(below[0].get(title), str) else below)


def place_pages(nav: Navigation, files: Files, sources: Paths) -> None:
    """Put each page that the navigation does not list below the nearest one above it that it does.

    So its tab is marked, and its section open, like that of its neighbours.
    """
    inside = {page.file.src_uri for page in nav.pages}
    found = {address: files.get_file_from_path(source) for address, source in sources.items()}
    pages = {address: file.page for address, file in found.items() if file and file.page}
    listed = {address: page for address, page in pages.items() if page.file.src_uri in inside}
    for address, page in pages.items():
        near = None if address in listed else listed_above(address, listed)
        if near:
            # a page that stands in no section is marked itself
            page.parent = near.parent or near  # type: ignore[assignment]


def name_items(nav: Navigation, given: Any, files: Files, sources: Paths, titles: Mapping[str, str]) -> None:
    """Call pages as a `nav` of others does, and sections named for a folder of ours like its page."""
    for title, source in _titles(given):
        file = files.get_file_from_path(source)
        if file and file.page and title != html.escape(titles.get(source, title)):
            file.page.title = title
    names = {source: dirname_to_title(address[:-1].rpartition("/")[2]) for address, source in sources.items()}
    for section in _sections(nav.items):
        heads = [child for child in section.children if isinstance(child, MkDocsPage)]
        head = next((page for page in heads if names.get(page.file.src_uri) == section.title), None)
        if head and head.title:
            section.title = head.title


def _titles(nav: Any) -> Iterator[tuple[str, str]]:
    """Yield the titles that a part of a navigation gives to pages."""
    match nav:
        case dict():
            yield from ((title, path) for title, path in nav.items() if isinstance(path, str))
            yield from chain.from_iterable(map(_titles, nav.values()))
        case list():
            yield from chain.from_iterable(map(_titles, nav))


def _sections(items: Iterable[Any]) -> Iterator[Section]:
    for item in items:
        if isinstance(item, Section):
            yield item
        yield from _sections(item.children or ())


def _is_arranged(config: MkDocsConfig, files: Files, sources: Paths) -> bool:
    """Whether the site, or another plugin of it, says where the handbook's pages stand."""
    if _is_summarised(config, files):
        return True
    if config.nav is None:
        return not _ARRANGING.isdisjoint(config.plugins)
    ours = {source for address, source in sources.items() if address}
    named = set(_listed(config.nav))
    return PLACE not in named and not ours.isdisjoint(named)


def _is_summarised(config: MkDocsConfig, files: Files) -> bool:
    plugin = config.plugins.get(_SUMMARY)
    return plugin is not None and files.get_file_from_path(plugin.config["nav_file"]) is not None


def _arranged(config: MkDocsConfig, files: Files, entries: list[Any], sources: Paths) -> list[Any]:
    if config.nav is None:
        home, ours = sources[""], set(sources.values())
        others = files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
        rest = [file.src_uri for file in others if file.src_uri not in ours]
        nested = nest_paths(rest)  # type: ignore[no-untyped-call]
        return [home, *entries, *without_folders(nested, config)]
    placed = _placed(config.nav, entries)
    return placed if placed != config.nav else [*config.nav, *entries]


def _placed(nav: Any, entries: list[Any]) -> Any:
    """A part of the site's navigation with our entries where their place is."""
    match nav:
        case list() if PLACE in nav:
            return _joined(nav, entries)
        case list():
            return [_placed(item, entries) for item in nav]
        case dict():
            return {
                title: entries if item == PLACE else _placed(item, entries) for title, item in nav.items()
            }
    return nav


def _joined(nav: list[Any], entries: list[Any]) -> list[Any]:
    """A list with our entries in their place; what it has under the title of a group joins the group."""
    own = {title: item[title] for item in nav if isinstance(item, dict) for title in item}
    joining = {title: own[title] for entry in entries for title in entry if isinstance(own.get(title), list)}
    ours = [
        {title: [*_pages(title, below), *joining.get(title, ())]} if title in joining else {title: below}
        for entry in entries
        for title, below in entry.items()
    ]
    rest = (item for item in nav if not (isinstance(item, dict) and joining.keys() >= item.keys()))
    return list(chain.from_iterable(ours if item == PLACE else [item] for item in rest))


def _pages(title: str, below: Any) -> list[Any]:
    return below if isinstance(below, list) else [{title: below}]


def _entries(catalogue: Catalogue, groups: Iterable[Group], sources: Paths) -> list[Any]:
    """The groups as MkDocs writes a navigation. Themes print titles without escaping them."""
    each: Each = {
        JOURNEYS: catalogue.journeys,
        PERSONAS: catalogue.personas,
        STAGES: catalogue.stages,
    }
    entries = []
    for group in groups:
        title, index, *more = html.escape(group.title), *group.pages
        pages = [_section(page.title, page.address, each, sources) for page in more]
        first = _section(index.title, index.address, each, sources)
        if not pages:
            entries.append(first)
        elif group.title == index.title:
            head, *things = _pages(title, first[title])
            entries.append({title: [head, *pages, *things]})
        else:
            entries.append({title: [first, *pages]})
    return entries


def _section(title: str, address: str, each: Each, sources: Paths) -> Any:
    """A page with an entry for each thing that it lists, if they are few enough, or that page alone."""
    things = each.get(address, {})
    below = [
        {html.escape(thing.title): sources[address_of(thing)]}
        for thing in things.values()
        if len(things) <= MOST
    ]
    index = sources[address]
    return {title: [{title: index}, *below]} if below else {title: index}


def _left(entries: Iterable[Any], files: Files) -> Iterator[Any]:
    """Yield the entries whose pages no plugin has taken out of the site."""
    for entry in entries:
        for title, below in entry.items():
            if isinstance(below, list):
                left = list(_left(below, files))
                if left:
                    yield {title: left}
            elif files.get_file_from_path(below):
                yield {title: below}


def _listed(entries: Any) -> Iterable[str]:
    """Yield the source paths in a part of the navigation."""
    match entries:
        case str():
            yield entries
        case dict():
            for item in entries.values():
                yield from _listed(item)
        case list():
            for item in entries:
                yield from _listed(item)
