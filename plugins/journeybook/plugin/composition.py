"""Compose pages: lay each narrative into its template, or take the page from the build before."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from journeybook.catalogue import build_catalogue
from journeybook.cleaning import clean_html
from journeybook.diagrams import draw_fences
from journeybook.kinds import ThingKind
from journeybook.load import Document, Folder
from journeybook.pages import Page, Rendered, Renderer, default_titles, header_links
from journeybook.pages.frame.addresses import DATA
from journeybook.pages.open_data import data_files
from journeybook.plugin.narrative.headings import Own, clashes, close_names, contents, ids_in, renamed
from journeybook.plugin.narrative.page import GeneratedPage
from journeybook.plugin.publishing import Published, meta_of
from journeybook.plugin.reading.handbook import ReadHandbook, language_code
from journeybook.plugin.reuse import Reuse
from journeybook.plugin.site.navigation import name_items, place_pages
from journeybook.plugin.site.neighbours import pages_beside
from journeybook.plugin.site.search import SearchIndex

_MARK = 'class="jb-'


class Composition:
    """Makes the pages of one build."""

    def __init__(  # noqa: PLR0913 - what a build has read and made, and what its owner allows
        self,
        handbook: ReadHandbook,
        published: Published,
        renderer: Renderer,
        reuse: Reuse | None,
        *,
        trust_markdown: bool,
        keeps_data: bool,
    ) -> None:
        self._handbook = handbook
        self._published = published
        self._renderer = renderer
        self._reuse = reuse
        """While serving: the pages of the build before."""
        self._trust_markdown = trust_markdown
        self._keeps_data = keeps_data
        """Whether the handbook is offered as data even beside pages that another plugin hides."""
        self._search = SearchIndex(handbook.site.language)
        self._marked: set[str] = set()
        """The source paths of the pages whose content can be told from what another plugin puts there."""
        catalogue = handbook.project.catalogue
        self._around = (header_links(catalogue), tuple(catalogue.terms.values()))
        """What every page may show beside what it is made from: words and places of links, and terms."""
        self._data: Mapping[str, str] | None = None
        """While serving: the files of the handbook as data, once one was asked for."""
        self._open: GeneratedPage | None = None
        """The page that other plugins are working on."""
        # Markup would escape the page that it is put before.
        self._notice = str(renderer.problems(handbook.errors)) if handbook.errors else ""

    @property
    def folder(self) -> Folder:
        """The journeys folder that the pages show."""
        return self._handbook.project.folder

    def renew(self, folder: Folder, saved: Collection[Document]) -> tuple[GeneratedPage, ...]:
        """Take what saved files say by now, and return their pages; none where pages came or went.

        What the pages show of other files is as it was.
        """
        handbook = self._handbook
        if handbook.errors or handbook.site.preview or handbook.translated_into:
            return ()
        catalogue = build_catalogue(folder, default_titles(handbook.site.language))
        self._handbook = replace(
            handbook,
            project=replace(handbook.project, folder=folder, catalogue=catalogue),
            site=replace(handbook.site, catalogue=catalogue),
        )
        return self._published.renew(self._handbook, saved)

    def arrange_pages(self, files: Files) -> None:
        """Put the pages into the navigation of the site."""
        self._published.add_navigation(files)

    def place_pages(self, nav: Navigation, given: Any, files: Files) -> None:
        """Find each page its title, as a `nav` that is not ours gives it, and its place in the navigation."""
        titles = {source: spec.title for source, spec in self._published.specs.items()}
        name_items(nav, given, files, self._published.sources, titles)
        place_pages(nav, files, self._published.sources)

    def compose(self, page: MkDocsPage, html: str) -> str:
        """Make the content of a page from what Markdown gave: a narrative, or a page written by hand."""
        content = self._content(page, html)
        if _MARK in content:
            self._marked.add(page.file.src_uri)
        return content

    def _content(self, page: MkDocsPage, html: str) -> str:
        if self._open:
            self.put_away(self._open)
            self._open = None
        if isinstance(page, GeneratedPage):
            self._open = page
            return self._ours(page, html)
        drawn = self._drawn(html)
        spec = self._published.specs.get(page.file.src_uri)
        if spec is None:
            return self._notice + drawn
        self._search.add(page.url, spec, drawn)
        return self._notice + self._composed(spec, spec.context(), page, drawn)

    def _ours(self, page: GeneratedPage, html: str) -> str:
        if self._reuse is None:
            return self._made(page, page.spec.context(), html)
        address, shown = page.spec.address, page.spec.made()
        fingerprint = self._fingerprint(page, shown, html, self._reuse)
        reused = self._reuse.find(address, fingerprint)
        if reused:
            page.toc = reused.toc
            self._search.keep(page.url, page.spec, reused.entries)
            return reused.content
        content = self._made(page, shown["context"], html)
        self._reuse.keep(address, fingerprint, content, page.toc, self._search.of(page.url))
        return content

    def _fingerprint(self, page: GeneratedPage, shown: Mapping[str, Any], html: str, reuse: Reuse) -> int:
        """The number for everything that `_render` hands to a template."""
        addresses = (page.edit_url, self._history_url(page.spec), pages_beside(page, self._published.specs))
        return reuse.fingerprint(shown, html, addresses, self._handbook.site.today, self._around)

    def _made(self, page: GeneratedPage, context: Mapping[str, Any], html: str) -> str:
        own = self._owners(html)
        if not self._trust_markdown:
            close_names(page.toc)
        self._search.add(page.url, page.spec, own)
        return self._notice + self._composed(page.spec, context, page, own)

    def _composed(self, spec: Page, context: Mapping[str, Any], page: MkDocsPage, html: str) -> str:
        own = Own(html=html, toc=page.toc)
        rendered = self._render(spec, context, page, own)
        shared = clashes(own, rendered.html)
        if shared:
            own = renamed(own, shared)
            rendered = self._render(spec, context, page, own)
        page.toc = contents(spec.title, rendered.sections, own.toc)
        if not isinstance(page, GeneratedPage):
            _introduce(page, spec, rendered)
        return str(rendered.html)

    def _render(self, spec: Page, context: Mapping[str, Any], page: MkDocsPage, own: Own) -> Rendered:
        text = Markup(own.html)  # noqa: S704 - cleaned, or the owner's
        is_ours = isinstance(page, GeneratedPage)
        return self._renderer.render(
            spec,
            context,
            day=self._handbook.site.today,
            introduction=Markup() if is_ours else text,
            narrative=text if is_ours else self._narrative(spec, page),
            edit_url=page.edit_url if is_ours else None,
            history_url=self._history_url(spec),
            terms=self._handbook.site.terms,
            neighbours=pages_beside(page, self._published.specs),
            feedback=self._handbook.site.feedback_link,
            is_untranslated=self._is_untranslated(spec),
        )

    def _is_untranslated(self, spec: Page) -> bool:
        """Whether a page shows a thing as it was written, in a build of another language."""
        is_listed = spec.shows[:1] == (ThingKind.HANDBOOK,) and spec.address.count("/") > 1
        document = self._handbook.project.folder.handbook if is_listed else spec.document
        return bool(self._handbook.translated_into and document and not document.translation)

    def _history_url(self, spec: Page) -> str | None:
        return self._handbook.site.history_url(spec.document) if spec.document else None

    def _narrative(self, spec: Page, page: MkDocsPage) -> Markup:
        """The narrative of a thing with a handwritten introduction."""
        if not spec.narrative:
            return Markup()
        converted, _ = self._published.converter.convert(spec, page.file)
        return Markup(self._owners(converted.html))  # noqa: S704 - as above

    def _drawn(self, html: str, clean: Callable[[str], str] | None = None) -> str:
        label = self._handbook.site.text("Diagram")
        return draw_fences(html, label=label, words=self._renderer.words, clean=clean)

    def _owners(self, html: str) -> str:
        """The HTML of an author, of which remains what the handbook's owner allows."""
        if self._trust_markdown:
            return self._drawn(html)
        return self._drawn(html, partial(clean_html, hosts=self._handbook.project.settings.embed_hosts))

    def conceal(self, page: MkDocsPage) -> None:
        """Tell nothing beside the content of a page that another plugin has hidden, by encryption say."""
        spec = self._published.specs.get(page.file.src_uri)
        if spec is None or page.file.src_uri not in self._marked or _MARK in (page.content or ""):
            return
        if page.meta.get("description") == meta_of(spec).get("description"):
            page.meta.pop("description", None)
        hidden = {spec.address} - {DATA} if self._keeps_data else {spec.address, DATA}
        for file in chain.from_iterable(self._published.beside.get(address, ()) for address in hidden):
            Path(file.abs_dest_path).unlink(missing_ok=True)

    def file_on_demand(self, address: str) -> str | None:
        """The text of a file of the handbook as data, which serving makes only when it is asked for."""
        if not self._published.is_on_demand(address):
            return None
        if self._data is None:
            self._data = {file.address: file.content for file in data_files(self._handbook.site)}
        return self._data.get(address)

    def put_away(self, page: GeneratedPage) -> None:
        """Let a page wait for whoever needs it next; while serving, the pages are kept as they are."""
        if self._reuse is None:
            page.pack()

    def index_for_search(self, config: MkDocsConfig) -> None:
        """Give the site's search finished entries for our pages."""
        self._search.hand_over(config, language_code(config))


def _introduce(page: MkDocsPage, spec: Page, rendered: Rendered) -> None:
    """Tell MkDocs what a handwritten page has become: its metadata, and the ids that can be linked to."""
    page.meta = {**meta_of(spec), **page.meta}
    if page.title == escape(spec.title):
        page.meta.setdefault("title", page.title)
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *ids_in(rendered.html)}
