"""Write finished entries for the site's search, so that it does not parse our pages again."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig

from journeybook.kinds import ThingKind
from journeybook.language import Language
from journeybook.pages import Page, SearchEntry
from journeybook.plugin.site.guides import is_in_another_language

_NO_WORDS = re.compile(
    r'<figure [^>]*data-jb-diagram.*?</figure>|<a [^>]*class="headerlink".*?</a>', re.DOTALL
)
_BLOCK_END = re.compile(r"</(?:p|li|dt|dd|tr|h[1-6]|blockquote|figcaption)>")
_BREAK = re.compile(r"<br\b[^<>]*>")
_FOR_THE_SEARCH = re.compile(r'data-search-\w+="')
_MATERIAL, _BUILT_IN = "material/search", "search"
_GUIDE = 0.002
"""The weight of a page written by hand: one that has the words in its title comes after all that has them."""


@dataclass(slots=True)
class SearchIndex:
    """The entries of one build, by the address of their page."""

    _language: Language
    """That of the site, in which hits say what they are."""
    _found: dict[str, tuple[Page, tuple[SearchEntry, ...]]] = field(default_factory=dict)

    def add(self, address: str, page: Page, narrative: str | None) -> None:
        """Take the entries of a page; its narrative belongs to the first."""
        entries = page.found() if page.is_found else ()
        if narrative and page.is_found:
            first, *others = entries or (SearchEntry(title=page.title, text=""),)
            text = "\n".join(filter(None, (first.text, *_lines(narrative))))
            entries = (replace(first, text=text), *others)
        self._found[address] = (page, entries)

    def keep(self, address: str, page: Page, entries: tuple[SearchEntry, ...]) -> None:
        """Take over the entries of a page that has not changed."""
        self._found[address] = (page, entries)

    def of(self, address: str) -> tuple[SearchEntry, ...]:
        """The entries of a page."""
        return self._found[address][1]

    def hand_over(self, config: MkDocsConfig, site: str) -> None:
        """Put the entries into the search index of a site in a language, if it has one that we know."""
        for name in (_MATERIAL, _BUILT_IN):
            plugin: Any = config.plugins.get(name)
            index = getattr(plugin, "search_index", None)
            if index is not None:
                self.put_into(index)
                self._take_guides(index, site, config)
                self._spare(plugin, config)
                return

    def put_into(self, index: Any) -> None:
        """Put the entries into an index of Material's search or of the built-in one."""
        add = _add_to_material if hasattr(index, "entries") else _add_to_built_in
        for address, (page, entries) in self._found.items():
            for entry in entries:
                before = len(_written(index))
                add(index, f"{address}#{entry.anchor}" if entry.anchor else address, page, entry)
                for made in _written(index)[before:]:
                    made["kind"] = self._label(entry.kind)
                    if entry.names:
                        made["names"] = list(entry.names)

    def _label(self, kind: ThingKind | None) -> str:
        return self._language.text(kind.words.capitalize() if kind else "Overview")

    def _take_guides(self, index: Any, site: str, config: MkDocsConfig) -> None:
        """Let the index have the pages written by hand, behind ours; none in a language of others."""
        # SearchIndex.add_entry_from_context of MkDocs and of Material parses the HTML of each page for its
        # headings; ours have their entries already, and finer ones.
        parse, label = index.add_entry_from_context, self._language.text("Page")

        def take(page: Any) -> None:
            if self._has(page) or is_in_another_language(page, site, config):
                return
            before = len(_written(index))
            parse(page)
            for made in _written(index)[before:]:
                made["kind"] = label
                made["boost"] = _boost(page)

        index.add_entry_from_context = take

    def _spare(self, plugin: Any, config: MkDocsConfig) -> None:
        """Spare our pages what the plugin does with each, a twentieth of a build, unless it concerns them."""
        # SearchPlugin.on_page_context of Material takes out attributes such as `data-search-x="…"`, by
        # a pattern that may begin with a blank or not, and so is tried at every letter of the HTML.
        events = config.plugins.events["page_context"]
        for at, method in enumerate(events):
            if getattr(method, "__self__", None) is plugin:
                events[at] = partial(self._look_at, method)

    def _look_at(self, method: Callable[..., Any], context: Any, *, page: Any, **around: Any) -> Any:
        if self._has(page) and not _FOR_THE_SEARCH.search(page.content):
            return context
        return method(context, page=page, **around)

    def _has(self, page: Any) -> bool:
        return page.url in self._found


def _lines(narrative: str) -> Iterator[str]:
    """The blocks of a narrative, without the sources of its diagrams and the marks of its headings."""
    for block in _BLOCK_END.split(_NO_WORDS.sub("", narrative)):
        yield Markup(_BREAK.sub(" ", block)).striptags()  # noqa: S704 - becomes text


def _boost(page: Any) -> float:
    """The weight of a page written by hand; Material lets its header give it another."""
    search = page.meta.get("search")
    boost = search.get("boost") if isinstance(search, dict) else None
    return boost if isinstance(boost, (int, float)) else _GUIDE


def _written(index: Any) -> list[dict[str, Any]]:
    """The entries that an index of either search has so far."""
    entries: list[dict[str, Any]] = index.entries if hasattr(index, "entries") else index._entries  # noqa: SLF001
    return entries


def _title(entry: SearchEntry) -> str:
    return " ".join(entry.title.split())


def _escaped(text: str) -> str:
    """A text between tags: a quotation mark there is one, and parts words."""
    return html.escape(text, quote=False)


def _add_to_material(index: Any, location: str, page: Page, entry: SearchEntry) -> None:
    """Material shows titles and texts as HTML, and of a text those blocks that hold what is searched for."""
    text = "".join(f"<p>{_escaped(line)}</p>" for line in entry.text.splitlines() if line)
    found = {"location": location, "title": _escaped(_title(entry)), "text": text}
    if page.tags and not entry.anchor:
        found["tags"] = [_escaped(tag) for tag in page.tags]  # type: ignore[assignment]
    index.entries.append(found)


def _add_to_built_in(index: Any, location: str, page: Page, entry: SearchEntry) -> None:  # noqa: ARG001
    """The built-in search shows plain text, and indexes as much as it is told to."""
    # As mkdocs.contrib.search.search_index.SearchIndex.add_entry_from_context reads the option `indexing`.
    if index.config["indexing"] == "full" or not entry.anchor or index.config["indexing"] == "sections":
        text = " · ".join(entry.text.splitlines()) if index.config["indexing"] == "full" else ""
        index._add_entry(title=_title(entry), text=text, loc=location)  # noqa: SLF001 - there is no other way in
