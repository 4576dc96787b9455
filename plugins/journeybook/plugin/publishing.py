"""Make files of the site from the pages of a handbook, with entries in its navigation."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from journeybook.catalogue import Journey
from journeybook.cleaning import as_tip
from journeybook.kinds import IN_FILES
from journeybook.links import Link
from journeybook.load import Document
from journeybook.pages import (
    Download,
    Page,
    Renderer,
    Site,
    address_of,
    header_links,
    link_target,
    site_files,
    site_pages,
)
from journeybook.pages.downloads import downloads
from journeybook.pages.frame.addresses import DATA, QUALITY, QUALITY_RULES, rule_address
from journeybook.pages.frame.groups import groups_of
from journeybook.pages.open_data import INDEX, data_files
from journeybook.plugin.narrative.extensions import Extensions
from journeybook.plugin.narrative.page import (
    Converted,
    Converter,
    GeneratedFile,
    GeneratedPage,
    PageApart,
    Sources,
)
from journeybook.plugin.reading.documents import direct
from journeybook.plugin.reading.handbook import ReadHandbook
from journeybook.plugin.reading.sources import PageSources
from journeybook.plugin.reuse import Reuse
from journeybook.plugin.site.assets import (
    add_assets,
    add_downloads,
    add_pictures,
    extend_search,
    leave_out_journeys,
    put_search_off,
)
from journeybook.plugin.site.navigation import add_navigation
from journeybook.plugin.site.on_demand import left_to_us
from journeybook.plugin.site.translation import place
from journeybook.rules import RULES


class Published:
    """The handbook's pages among the files of the site."""

    def __init__(
        self,
        handbook: ReadHandbook,
        files: Files,
        config: MkDocsConfig,
        narratives: dict[str, Converted],
        extensions: Extensions,
    ) -> None:
        self._handbook = handbook
        self._config = config
        self._files = files
        sources: Sources = {"link": self.find_link, "file": self.find_file}
        self.converter = Converter(
            config, files, handbook.project.folder.root, sources, narratives, extensions
        )
        self.specs: dict[str, Page] = {}
        """The pages by the source path of their files."""
        self.sources: dict[str, str] = {}
        """The source path of each page's file, by the page's address."""
        self.beside: dict[str, tuple[File, ...]] = {}
        """The files beside a page, by the page's address."""
        self._folders: dict[str, Path] = {}
        """The ways from docs/ to the folders of sources."""
        self._documents: dict[str, str] = {}
        """The source path of the first page of each file of the handbook."""
        self._page_sources = PageSources(handbook.project.folder, Path(config.config_file_path))

    def add_pages(self, files: Files) -> None:
        """Add a file for each page, unless there is a handwritten one."""
        handwritten = {file.dest_uri: file for file in files.documentation_pages()}
        for spec in chain(site_pages(self._handbook.site), self._stand_ins()):
            file = _file_of(spec, self._config)
            existing = handwritten.get(file.dest_uri)
            if existing is None:
                self._generate(spec, file)
                files.append(file)
            self._note(spec, (existing or file).src_uri)

    def _note(self, spec: Page, source: str) -> None:
        self.specs[source] = spec
        self.sources[spec.address] = source
        if spec.document:
            self._documents.setdefault(spec.document.inside, source)

    def _generate(self, spec: Page, file: File) -> None:
        source = self._page_sources.of(spec)
        file.abs_src_path = os.path.normpath(source.path)
        file.edit_uri = self._from_docs(file.abs_src_path) if spec.document else None
        # Plugins that ask git for dates and authors take the moment of the build for a generated file.
        file.generated_by = None
        page = GeneratedPage(spec, file, self._config, self.converter)
        page.edit_url = direct(page.edit_url)
        self._describe(page)
        if source.changed:
            page.meta["git_date"] = source.changed
            page.update_date = f"{source.changed:%Y-%m-%d}"

    def _describe(self, page: GeneratedPage) -> None:
        """Give a page its title and metadata."""
        spec = page.spec
        # Material's base.html and the built-in themes' print title and metadata without escaping them.
        page.title = escape(as_tip(spec.title) if _has_tooltips(self._config) else spec.title)
        page.meta = {"description": str(escape(_described(spec, self._config))), **meta_of(spec)}
        if spec.address:
            page.meta["title"] = page.title

    def renew(self, handbook: ReadHandbook, saved: Collection[Document]) -> tuple[GeneratedPage, ...]:
        """Let the pages of saved files show what a handbook says by now; none if one of them came or went."""
        self._handbook = handbook
        files = {document.inside for document in saved}
        specs = list(_of_files(site_pages(handbook.site), files))
        if {spec.address for spec in specs} != {
            spec.address for spec in _of_files(self.specs.values(), files)
        }:
            return ()
        return tuple(page for spec in specs if (page := self._renewed(spec)))

    def _renewed(self, spec: Page) -> GeneratedPage | None:
        """The page of the site for what it shows by now; none for one by hand, which shows the old."""
        source = self.sources[spec.address]
        file = self._files.get_file_from_path(source)
        if not file or not isinstance(file.page, GeneratedPage):
            return None
        page, self.specs[source] = file.page, spec
        page.spec, kept = spec, page.meta
        self._describe(page)
        if "git_date" in kept:
            page.meta["git_date"] = kept["git_date"]
        return page

    def _from_docs(self, path: str) -> str:
        folder, name = os.path.split(path)
        if folder not in self._folders:
            self._folders[folder] = Path(os.path.relpath(folder, self._config.docs_dir))
        return (self._folders[folder] / name).as_posix()

    def add_downloads(self, files: Files, make: Callable[[Journey], tuple[Download, ...]]) -> None:
        """Add the files beside the pages of journeys."""
        for journey in self._handbook.site.catalogue.journeys.values():
            source = os.path.normpath(self._handbook.project.folder.root / journey.document.file)
            self.beside[address_of(journey)] = add_downloads(files, self._config, make(journey), source)

    def add_files(self, files: Files, made: Iterable[Download]) -> None:
        """Add the files beside other pages."""
        for download in made:
            spec = self.specs[self.sources[download.page]]
            source = os.path.normpath(self._page_sources.of(spec).path)
            added = add_downloads(files, self._config, [download], source)
            self.beside[download.page] = (*self.beside.get(download.page, ()), *added)

    def is_on_demand(self, address: str) -> bool:
        """Whether a file is one of the handbook as data that nobody has put there by hand."""
        is_ours = address == INDEX or address.startswith(DATA)
        return is_ours and self._files.get_file_from_path(address) is None

    def add_navigation(self, files: Files) -> None:
        """Group the pages, and put the groups into the navigation."""
        site = self._handbook.site
        titles = {address: self.specs[source].title for address, source in self.sources.items()}
        groups = groups_of(site, titles)
        apart = add_navigation(self._config, files, site.catalogue, groups, self.sources)
        for source, title in apart.items():
            file = files.get_file_from_path(source)
            if file and isinstance(file.page, GeneratedPage):
                file.page.is_apart = True
            elif file:
                PageApart(title, file, self._config)

    def _stand_ins(self) -> Iterator[Page]:
        """While serving, a page for each file that could not be read, to show its problems at its address."""
        for document in self._handbook.project.folder.documents:
            address = f"{document.kind.row.pages}{document.id}/"
            if document.record is None and document.kind in IN_FILES and address not in self.sources:
                yield Page(
                    address=address,
                    template="frame/broken",
                    title=document.id,
                    context=dict,
                    document=document,
                )

    def find_file(self, inside: str) -> str | None:
        """The source path of what lies at a path below the journeys folder."""
        if inside in self._handbook.project.folder.assets:
            return f"journeys/{inside}"
        return self._documents.get(inside) or self._by_hand(inside)

    def _by_hand(self, inside: str) -> str | None:
        """The source path of what lies in docs/, at a path that leads out of the journeys folder."""
        if not inside.startswith("../"):
            return None
        path = os.path.normpath(self._handbook.project.folder.root / inside)
        source = self._from_docs(path)
        return source if self._files.get_file_from_path(source) else None

    def find_link(self, link: Link) -> tuple[str, str] | None:
        """The source path of the page, or the place on one, that a [[kind:id]] link names, and its title."""
        target = link_target(self._handbook.site.catalogue, link)
        if target is None:
            return None
        address, mark, place = target[0].partition("#")
        return (f"{self.sources[address]}{mark}{place}", target[1]) if address in self.sources else None


def _of_files(specs: Iterable[Page], files: Collection[str]) -> Iterator[Page]:
    """The pages that come from some files of the handbook."""
    return (spec for spec in specs if spec.document and spec.document.inside in files)


def publish(  # noqa: PLR0913, PLR0917 - what a build has read, what it writes to, what it knows already
    handbook: ReadHandbook,
    files: Files,
    config: MkDocsConfig,
    renderer: Renderer,
    narratives: dict[str, Converted],
    reuse: Reuse | None,
    extensions: Extensions,
) -> Published:
    """Add the handbook to the site: its pages, and what lies beside them."""
    folder = handbook.project.folder
    leave_out_journeys(files, folder)
    published = Published(handbook, files, config, narratives, extensions)
    published.add_pages(files)
    add_assets(files, config)
    extend_search(files)
    put_search_off(files)
    add_pictures(files, config, folder)
    make = partial(downloads, language=handbook.site.language, renderer=renderer)
    linked = header_links(handbook.site.catalogue)
    published.add_downloads(files, partial(reuse.beside, make=make, linked=linked) if reuse else make)
    published.add_files(files, site_files(handbook.site))
    if reuse is None:
        published.add_files(files, left_to_us(data_files(handbook.site), config.plugins))
    return published


def pages_left_out(site: Site, files: Files) -> frozenset[str]:
    """The source paths of pages that a site goes without: those that it excludes, and those for authors."""
    excluded = {file.src_uri for file in files if file.inclusion is InclusionLevel.EXCLUDED}
    if site.has_quality:
        return frozenset(excluded)
    addresses = (QUALITY, QUALITY_RULES, *map(rule_address, RULES))
    paths = (f"{address}index.md" for address in addresses)
    return frozenset(excluded.union(path for path in paths if files.get_file_from_path(path) is None))


def _file_of(spec: Page, config: MkDocsConfig) -> File:
    file = GeneratedFile.generated(
        config, f"{spec.address}index.md", content=spec.narrative, inclusion=InclusionLevel.NOT_IN_NAV
    )
    place(file, config)
    return file


def meta_of(spec: Page) -> dict[str, object]:
    """The metadata of a page, as MkDocs reads it from the head of a Markdown file."""
    meta: dict[str, object] = {}
    if spec.description:
        meta["description"] = str(escape(spec.description))
    if spec.tags:
        meta["tags"] = [str(escape(tag)) for tag in spec.tags]
    if spec.wide:
        meta["hide"] = ["toc"]  # our styles hide the side bar under tabs, which lead on as well
    return meta


def _described(spec: Page, config: MkDocsConfig) -> str:
    """Describe a page by its place, where nothing else does: feeds and previews of links want that."""
    told = "" if spec.address else config.site_description
    return told or " – ".join((spec.title, *(crumb.title for crumb in reversed(spec.parents))))


def _has_tooltips(config: MkDocsConfig) -> bool:
    """Whether Material writes titles that the navigation cuts into the page as HTML."""
    return "content.tooltips" in (config.theme.get("features") or ())
