"""One build of the site: the checked handbook, its pages as MkDocs files, and their content."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from journeybook import clock, project
from journeybook.diagrams import draw_fences
from journeybook.diff import Parsed
from journeybook.findings import Finding, in_reading_order
from journeybook.git.history import read_history
from journeybook.kinds import IN_FILES
from journeybook.language import Language, language
from journeybook.links import Link
from journeybook.pages import Page, Rendered, Renderer, Site, downloads, link_target, site_pages, stage_titles
from journeybook.plugin.assets import add_assets, add_downloads, add_pictures, leave_out_journeys
from journeybook.plugin.byhand import links_of_docs
from journeybook.plugin.documents import commit_links, direct, edit_links, history_links
from journeybook.plugin.headings import Own, clashes, contents, ids_in, renamed
from journeybook.plugin.markup import AuthorPaths, clean
from journeybook.plugin.narrative import Converter, GeneratedPage
from journeybook.plugin.navigation import add_navigation
from journeybook.plugin.options import Options
from journeybook.plugin.renderer import renderer_for
from journeybook.plugin.reuse import Reuse
from journeybook.plugin.review import find_proposal, versions_of
from journeybook.plugin.search import SearchIndex
from journeybook.project import Project


@dataclass(kw_only=True, eq=False)
class Known:
    """What a build knows from the one before it, while serving."""

    project: Project | None = None
    parsed: Parsed = field(default_factory=dict)
    """Earlier versions of journeys."""


@dataclass(kw_only=True, eq=False)
class Build:
    """What is known during one build."""

    project: Project
    site: Site
    options: Options
    config: MkDocsConfig
    renderer: Renderer
    errors: tuple[Finding, ...] = ()
    """What keeps the handbook from being published; only `serve` goes on in spite of it."""
    specs: dict[str, Page] = field(default_factory=dict)
    """The pages of the handbook by the source path of their files."""
    sources: dict[str, str] = field(default_factory=dict)
    """The source path of each page's file, by the page's address."""
    search: SearchIndex = field(default_factory=SearchIndex)
    _origins: dict[str, tuple[str, str]] = field(default_factory=dict)
    converter: Converter | None = None
    """For the narratives; made when the site's files are known."""
    reuse: Reuse | None = None
    """While serving: the pages of the build before."""

    @classmethod
    def start(
        cls,
        folder: Path,
        config: MkDocsConfig,
        options: Options,
        files: Files,
        known: Known,
    ) -> "Build":
        """Read and check the handbook, the links of pages written by hand included."""
        day = _today()
        label = Path(os.path.relpath(folder)).as_posix()
        tongue = language(_code(config))
        settings = project.settings_of(folder)
        read = project.read(
            folder, label, known.project, stage_titles=stage_titles(tongue), settings=settings
        )
        renderer = renderer_for(config, tongue)
        history = read_history(folder) if options.history else ()
        site = Site(
            catalogue=read.catalogue,
            language=tongue,
            today=day,
            name=config.site_name,
            history=history,
            history_url=history_links(config, options, folder),
            edit_url=edit_links(config, folder),
            findings=read.lints,
            settings=settings,
            commit_url=commit_links(config, options),
            versions=versions_of(folder, read, history, known.parsed),
            proposal=find_proposal(config, options, settings, _today()),
        )
        links = links_of_docs(read, files)
        errors = in_reading_order(chain(read.errors, links))
        return cls(project=read, site=site, options=options, config=config, renderer=renderer, errors=errors)

    @property
    def language(self) -> Language:
        """The language of the pages."""
        return self.site.language

    def add_pages(self, files: Files) -> None:
        """Add a file for each page, unless one was written by hand, and the entries of the navigation."""
        leave_out_journeys(files, self.project.folder)
        by_hand = {file.dest_uri: file for file in files.documentation_pages()}
        converter = self.converter = Converter(self.config, files, AuthorPaths(self._find_file))
        for spec in chain(site_pages(self.site), self._stand_ins()):
            file = _file_of(spec, self.config)
            existing = by_hand.get(file.dest_uri)
            if existing is None:
                self._generate(spec, file, converter)
                files.append(file)
            source = (existing or file).src_uri
            self.specs[source] = spec
            self.sources[spec.address] = source
        add_assets(files, self.config)
        add_pictures(files, self.config, self.project.folder)
        add_downloads(files, self.config, downloads(self.site, self.renderer))
        add_navigation(self.config, files, self.site, self.sources)

    def _generate(self, spec: Page, file: File, converter: Converter) -> None:
        if spec.document:
            file.abs_src_path, file.edit_uri = self._origin(spec.document.inside)
        page = GeneratedPage(spec, file, self.config, converter)
        page.edit_url = direct(page.edit_url)
        page.reused = self.reuse.find(spec) if self.reuse else None
        # Themes print title and metadata without escaping them.
        page.title = escape(spec.title)
        page.meta = _meta(spec)
        if spec.address:
            page.meta["title"] = page.title

    def _origin(self, inside: str) -> tuple[str, str]:
        """The path of a document, and the path as seen from docs/; a journey's pages share them."""
        if inside not in self._origins:
            path = os.path.normpath(self.project.folder.root / inside)
            self._origins[inside] = (path, Path(os.path.relpath(path, self.config.docs_dir)).as_posix())
        return self._origins[inside]

    def _stand_ins(self) -> Iterator[Page]:
        """While serving, a page for each file that could not be read, to show its problems at its address."""
        for document in self.project.folder.documents:
            address = f"{document.kind.row.pages}{document.id}/"
            if document.record is None and document.kind in IN_FILES and address not in self.sources:
                yield Page(
                    address=address,
                    template="broken",
                    title=document.id,
                    context=dict,
                    inputs=(document.digest,),
                    document=document,
                )

    def _find_file(self, inside: str) -> str | None:
        """The source path of what lies at a path below the journeys folder."""
        if inside in self.project.folder.assets:
            return f"journeys/{inside}"
        return self._source_of_document.get(inside)

    @property
    def _source_of_document(self) -> dict[str, str]:
        if not hasattr(self, "_sources_of_documents"):
            self._sources_of_documents: dict[str, str] = {}
            for source, spec in self.specs.items():
                if spec.document:
                    self._sources_of_documents.setdefault(spec.document.inside, source)
        return self._sources_of_documents

    def resolve_link(self, link: Link) -> tuple[str, str] | None:
        """The source path of the page that a [[kind:id]] link names, and its title."""
        target = link_target(self.site.catalogue, link)
        if target is None or target[0] not in self.sources:
            return None
        return self.sources[target[0]], target[1]

    def receive(self, page: MkDocsPage, content: str) -> str:
        """Take what Markdown gave: one of our narratives, or a page by hand, which is finished here."""
        if isinstance(page, GeneratedPage) and page.reused is not None:
            self.search.keep(page.url, page.spec, page.reused.entries)
            return content
        drawn = self._drawn(content)
        spec = self.specs.get(page.file.src_uri)
        if spec is None:
            return self._notice + drawn
        if isinstance(page, GeneratedPage):
            own = drawn if self.options.trust_markdown else clean(drawn)
            self.search.add(page.url, spec, own)
            return own
        self.search.add(page.url, spec, drawn)
        return self._notice + self._composed(spec, page, drawn)

    def finish(self, page: GeneratedPage) -> None:
        """Lay the narrative into its page, just before it is written: all together would fill the memory."""
        if page.reused is not None:
            page.content, page.toc = page.reused.content, page.reused.toc
            return
        page.content = self._notice + self._composed(page.spec, page, page.content or "")
        if self.reuse:
            self.reuse.keep(page.spec, page.content, page.toc, self.search.of(page.url))

    @property
    def _notice(self) -> str:
        # Markup would escape the page that it is put before.
        return str(self.renderer.problems(self.errors)) if self.errors else ""

    def _composed(self, spec: Page, page: MkDocsPage, html: str) -> str:
        own = Own(html=html, toc=page.toc)
        rendered = self._render(spec, page, own)
        shared = clashes(own, rendered.html)
        if shared:
            own = renamed(own, shared)
            rendered = self._render(spec, page, own)
        page.toc = contents(spec.title, rendered.sections, own.toc)
        if not isinstance(page, GeneratedPage):
            _introduce(page, spec, rendered)
        return str(rendered.html)

    def _render(self, spec: Page, page: MkDocsPage, own: Own) -> Rendered:
        text = Markup(own.html)  # noqa: S704 - cleaned, or the owner's
        is_ours = isinstance(page, GeneratedPage)
        return self.renderer.render(
            spec,
            day=self.site.today,
            introduction=Markup() if is_ours else text,
            narrative=text if is_ours else self._narrative(spec, page),
            edit_url=page.edit_url if is_ours else None,
            history_url=self.site.history_url(spec.document) if spec.document else None,
        )

    def _narrative(self, spec: Page, page: MkDocsPage) -> Markup:
        """The narrative of a thing whose page is introduced by hand."""
        if not (spec.narrative and self.converter):
            return Markup()
        converted, _, _ = self.converter.convert(spec, page.file)
        drawn = self._drawn(converted)
        return Markup(drawn if self.options.trust_markdown else clean(drawn))  # noqa: S704 - as above

    def _drawn(self, content: str) -> str:
        return draw_fences(content, label=self.language.text("Diagram"), words=self.renderer.words)

    def index_for_search(self, config: MkDocsConfig) -> None:
        """Give the site's search finished entries for our pages."""
        self.search.hand_over(config)


def _today() -> date:
    try:
        return clock.today()
    except ValueError as error:
        raise PluginError(f"journeybook: {error}") from error


def _code(config: MkDocsConfig) -> str:
    """The language of the site: Material's `language`, or the built-in themes' `locale`."""
    theme = config.theme
    return str(theme.get("language") or theme.get("locale") or "en")


def _file_of(spec: Page, config: MkDocsConfig) -> File:
    return File.generated(
        config, f"{spec.address}index.md", content=spec.narrative, inclusion=InclusionLevel.NOT_IN_NAV
    )


def _introduce(page: MkDocsPage, spec: Page, rendered: Rendered) -> None:
    """Tell MkDocs what a page written by hand has become: its metadata, and the ids that can be linked to."""
    page.meta = {**_meta(spec), **page.meta}
    if page.title == escape(spec.title):
        page.meta.setdefault("title", page.title)
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *ids_in(rendered.html)}


def _meta(spec: Page) -> dict[str, object]:
    meta: dict[str, object] = {}
    if spec.description:
        meta["description"] = str(escape(spec.description))
    if spec.tags:
        meta["tags"] = [str(escape(tag)) for tag in spec.tags]
    if spec.wide:
        meta["hide"] = ["navigation", "toc"]
    return meta
