"""One build of the site: the checked handbook, its pages as MkDocs files, and their content."""

import html
import os
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from journeybook import project
from journeybook.checks import broken_links, names_of
from journeybook.diagrams import draw_fences
from journeybook.findings import Finding, in_reading_order
from journeybook.language import Language, language
from journeybook.links import Link, find_links
from journeybook.pages import Page, Rendered, Renderer, Site, link_target, site_pages
from journeybook.plugin.assets import add_assets, add_pictures
from journeybook.plugin.icons import icons_of
from journeybook.plugin.markup import AuthorPaths, clean
from journeybook.plugin.narrative import Converter, GeneratedPage
from journeybook.plugin.navigation import add_navigation
from journeybook.plugin.options import Options
from journeybook.plugin.reuse import Reuse
from journeybook.plugin.search import SearchIndex
from journeybook.project import Project


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
    reuse: Reuse | None = None
    """While serving: the pages of the build before."""

    @classmethod
    def start(
        cls, folder: Path, config: MkDocsConfig, options: Options, files: Files, previous: Project | None
    ) -> "Build":
        """Read and check the handbook, the links of pages written by hand included."""
        label = Path(os.path.relpath(folder)).as_posix()
        read = project.read(folder, label, previous)
        tongue = language(_code(config))
        theme = config.theme
        overrides = [Path(theme.custom_dir) / "journeybook"] if theme.custom_dir else []
        renderer = Renderer(
            tongue, directory_urls=config.use_directory_urls, overrides=overrides, icons=icons_of(theme.dirs)
        )
        site = Site(catalogue=read.catalogue, language=tongue, today=project.today(), name=config.site_name)
        links = _links_of_docs(read, files)
        errors = in_reading_order(chain(read.errors, links))
        return cls(project=read, site=site, options=options, config=config, renderer=renderer, errors=errors)

    @property
    def language(self) -> Language:
        """The language of the pages."""
        return self.site.language

    def add_pages(self, files: Files) -> None:
        """Add a file for each page, unless one was written by hand, and the entries of the navigation."""
        by_hand = {file.dest_uri: file for file in files.documentation_pages()}
        converter = Converter(self.config, files, AuthorPaths(self._find_file))
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
        add_navigation(self.config, files, self.site, self.sources)

    def _generate(self, spec: Page, file: File, converter: Converter) -> None:
        if spec.document:
            path = self.project.folder.root / spec.document.inside
            file.abs_src_path = str(path)
            file.edit_uri = Path(os.path.relpath(path, self.config.docs_dir)).as_posix()
        page = GeneratedPage(spec, file, self.config, converter)
        page.reused = self.reuse.find(spec) if self.reuse else None
        # Themes print title and metadata without escaping them.
        page.title = html.escape(spec.title)
        page.meta = _meta(spec)

    def _stand_ins(self) -> list[Page]:
        """While serving, a page for each file that could not be read, to show its problems at its address."""
        folders = {"journey": "journeys", "persona": "personas", "touchpoint": "touchpoints"}
        return [
            Page(
                address=f"{folders[document.kind]}/{document.id}/",
                template="broken",
                title=document.id,
                context=dict,
                inputs=(document.digest,),
                document=document,
            )
            for document in self.project.folder.documents
            if document.record is None and document.kind in folders
        ]

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

    def compose(self, page: MkDocsPage, content: str) -> str:
        """Lay what Markdown gave into the page of the handbook, or draw the diagrams of any other page."""
        if isinstance(page, GeneratedPage) and page.reused is not None:
            page.toc = page.reused.toc
            self.search.keep(page.url, page.spec, page.reused.entries)
            return page.reused.content
        drawn = draw_fences(content, label=self.language.text("Diagram"), words=self.renderer.words)
        spec = self.specs.get(page.file.src_uri)
        notice = self._notice
        if spec is None:
            return notice + drawn
        composed = notice + self._composed(spec, page, drawn)
        if self.reuse:
            self.reuse.keep(spec, composed, page.toc, self.search.of(page.url))
        return composed

    @property
    def _notice(self) -> str:
        return self.renderer.problems(self.errors) if self.errors else ""

    def _composed(self, spec: Page, page: MkDocsPage, drawn: str) -> str:
        is_ours = isinstance(page, GeneratedPage)
        if not is_ours:
            page.meta = {**_meta(spec), **page.meta}
            own = None
        else:
            own = drawn if self.options.trust_markdown else clean(drawn)
        rendered = self.renderer.render(
            spec,
            introduction=Markup("" if is_ours else drawn),  # noqa: S704 - pages by hand are the owner's
            narrative=Markup(own or ""),  # noqa: S704 - cleaned above
            edit_url=page.edit_url if is_ours else None,
            history_url=self._history_url(spec),
        )
        page.toc = _contents(rendered, page.toc)
        self.search.add(page.url, spec, own)
        return str(rendered.html)

    def _history_url(self, spec: Page) -> str | None:
        if not (spec.document and self.options.history_url):
            return None
        base = Path(self.config.config_file_path).parent
        path = Path(os.path.relpath(self.project.folder.root / spec.document.inside, base)).as_posix()
        return self.options.history_url.replace("{path}", path)

    def index_for_search(self, config: MkDocsConfig) -> None:
        """Give the site's search finished entries for our pages."""
        self.search.hand_over(config)


def _code(config: MkDocsConfig) -> str:
    """The language of the site: Material's `language`, or the built-in themes' `locale`."""
    theme = config.theme
    return str(theme.get("language") or theme.get("locale") or "en")


def _links_of_docs(read: Project, files: Files) -> list[Finding]:
    """Links of pages written by hand that lead nowhere."""
    names = names_of(read.catalogue)
    found: list[Finding] = []
    for file in files.documentation_pages():
        if file.abs_src_path is None:
            continue
        try:
            text = file.content_string
        except (OSError, ValueError):
            continue
        path = Path(os.path.relpath(file.abs_src_path)).as_posix()
        found.extend(broken_links(read.catalogue, names, path, find_links(text)))
    return found


def _file_of(spec: Page, config: MkDocsConfig) -> File:
    return File.generated(
        config, f"{spec.address}index.md", content=spec.narrative, inclusion=InclusionLevel.NOT_IN_NAV
    )


def _meta(spec: Page) -> dict[str, object]:
    meta: dict[str, object] = {}
    if spec.description:
        meta["description"] = html.escape(spec.description)
    if spec.tags:
        meta["tags"] = [html.escape(tag) for tag in spec.tags]
    if spec.wide:
        meta["hide"] = ["navigation", "toc"]
    return meta


def _contents(rendered: Rendered, narrative: TableOfContents) -> TableOfContents:
    """The headings of a page, with those of the narrative below theirs."""
    own = list(narrative)
    links: list[AnchorLink] = []
    for section in rendered.sections:
        link = AnchorLink(html.escape(section.title), section.id, 2)
        if section.is_narrative:
            link.children, own = own, []
        links.append(link)
    return TableOfContents([*own, *links])
