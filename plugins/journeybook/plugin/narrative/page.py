"""Make pages for MkDocs whose Markdown is a narrative, put through one converter."""

import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from journeybook.findings import Place
from journeybook.pages import Page as Spec
from journeybook.plugin.digests import digest_parts, file_fingerprints
from journeybook.plugin.narrative.author_places import AuthorPlaces
from journeybook.plugin.narrative.budget import OverBudget, within_budget
from journeybook.plugin.narrative.extensions import Extensions
from journeybook.plugin.narrative.headings import ids_in
from journeybook.plugin.narrative.long_code import BEFORE_FENCES, PlainLongCode
from journeybook.plugin.narrative.markup import AuthorPaths, OneTitle, PathsInHtml

Question = tuple[str, Any]
"""What is asked for, `link` or `file`, and which one."""

Sources = Mapping[str, Callable[[Any], object]]
"""Who answers each kind of question."""


_TITLE = re.compile(r"<(/?)h1\b", re.IGNORECASE)
"""A title in HTML of an author, which Markdown leaves as it is."""

_BEFORE_HTML = 31
"""The priority right before that of Markdown's putting back of HTML."""
_BEFORE_CONTENTS = 6
"""The priority right before that of Markdown's table of contents."""


_TOO_MUCH = "The text is nested too deeply, or Markdown would take minutes for it."


class GeneratedPage(Page):
    """A page of the handbook in MkDocs' hands."""

    is_apart = False
    """Whether it stands beside others of its group in the navigation, at whose head it is not."""

    def __init__(self, spec: Spec, file: File, config: MkDocsConfig, converter: "Converter") -> None:
        self.spec = spec
        self._converter = converter
        self._content: str | None = None
        self._packed = b""
        super().__init__(None, file, config)

    @property
    def content(self) -> str | None:
        """The page's HTML, as `mkdocs.structure.pages.Page` has it."""
        if self._content is None and self._packed:
            self._content = zlib.decompress(self._packed).decode("utf-8", "surrogatepass")
        return self._content

    @content.setter
    def content(self, html: str | None) -> None:
        """Take other HTML, as MkDocs and plugins set it."""
        if not (self._packed and html == self._content):
            self._content, self._packed = html, b""

    @property
    def is_index(self) -> bool:
        """Whether a section of the navigation may take it for the page that its title leads to."""
        return super().is_index and not self.is_apart

    def pack(self) -> None:
        """Hold the HTML as few bytes until it is asked for: that of all pages would fill the memory."""
        if self._content and not self._packed:
            self._packed = zlib.compress(self._content.encode("utf-8", "surrogatepass"), 1)
        if self._packed:
            self._content = None

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """Take the narrative for the page's Markdown.

        In place of `mkdocs.structure.pages.Page.read_source`, which reads a file below docs/, cuts a header
        off and takes the title from the text.
        """
        self.markdown = self.spec.narrative

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Convert the narrative, if there is one.

        In place of `mkdocs.structure.pages.Page.render`, which makes a Markdown converter for each page.
        """
        if not (self.markdown or "").strip():
            self.content, self.toc = "", get_toc([])
            return
        converted, self.links_to_anchors = self._converter.convert(self.spec, self.file)
        self.content, self.toc = converted.html, get_toc(converted.tokens)

    def validate_anchor_links(self, *, files: Files, log_level: int) -> None:
        """Name the author's file where a link leads to no heading."""
        with AuthorPlaces().of(self.spec.document, self.file.src_uri):
            super().validate_anchor_links(files=files, log_level=log_level)

    def find_anchors(self) -> None:
        """Tell MkDocs the ids that links from other pages may lead to."""
        self.present_anchor_ids = set(ids_in(self.content or ""))


class GeneratedFile(File):
    """A file whose page stays, though plugins that arrange the navigation clear the pages of all files."""

    _page: Page | None = None

    @property
    def page(self) -> Page | None:
        """The page, as `mkdocs.structure.files.File` has it."""
        return self._page

    @page.setter
    def page(self, page: Page | None) -> None:
        """Take the page that is ours, and no other."""
        if isinstance(page, GeneratedPage):
            self._page = page


class PageApart(Page):
    """A page by hand that stands beside others of a group in the navigation, at whose head it is not."""

    @property
    def is_index(self) -> bool:
        """Say that no section may take it for the page that its title leads to."""
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """A narrative as HTML, and what it was made from."""

    text: str
    around: str
    """The digest of what lay around the handbook."""
    answers: Mapping[Question, object]
    """What the narrative asked of the rest of the site."""
    html: str
    tokens: list[Any]
    """Its headings."""


class Converter:
    """One Markdown converter for all generated pages: making one for each would cost more than converting.

    A narrative known from the build before is converted again if its text has changed, if what it asks is
    answered otherwise, or if anything has changed that lies outside of the journeys folder.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - all that a narrative is made from
        self,
        config: MkDocsConfig,
        files: Files,
        root: Path,
        sources: Sources,
        known: dict[str, Converted],
        extensions: Extensions,
    ) -> None:
        self._config = config
        self._files = files
        self._root = root
        self._sources = sources
        self._known = known
        self._answers: dict[Question, object] = {}
        self._paths = AuthorPaths(partial(self.ask, "file"))
        self._md = markdown.Markdown(extensions=extensions.used, extension_configs=extensions.configs)
        self._md.preprocessors.register(PlainLongCode(self._md), "journeybook_long_code", BEFORE_FENCES)
        self._md.treeprocessors.register(self._paths, "journeybook_paths", 5)
        self._in_html = PathsInHtml(self._md, self._paths, files)
        self._md.postprocessors.register(self._in_html, "journeybook_paths_in_html", _BEFORE_HTML)
        self._md.treeprocessors.register(OneTitle(), "journeybook_one_title", _BEFORE_CONTENTS)
        self._places = AuthorPlaces()

    def ask(self, kind: str, name: Any) -> Any:
        """Answer what Markdown asks of the rest of the site, and note the answer."""
        answer = self._answers[kind, name] = self._sources[kind](name)
        return answer

    def convert(self, spec: Spec, file: File) -> tuple[Converted, dict[File, dict[str, str]] | None]:
        """Convert the narrative of a page; its links to anchors are told only where it is converted anew."""
        known = self._known.get(file.src_uri)
        if known and known.text == spec.narrative and known.around == self._around and self._holds(known):
            return known, None
        made, anchors = self._convert(spec, file)
        self._known[file.src_uri] = made
        return made, anchors

    def _holds(self, known: Converted) -> bool:
        return all(self._sources[kind](name) == answer for (kind, name), answer in known.answers.items())

    def _convert(self, spec: Spec, file: File) -> tuple[Converted, dict[File, dict[str, str]]]:
        document = spec.document
        self._paths.page = file.src_uri
        self._paths.folder = document.inside.rpartition("/")[0] if document else ""
        self._answers, self._in_html.done = {}, 0
        self._md.reset()
        # what mkdocs.structure.pages.Page.render does with a converter of its own
        relative_paths = _RelativePathTreeprocessor(file, self._files, self._config)
        relative_paths._register(self._md)  # noqa: SLF001
        with self._places.of(document, file.src_uri):
            html = _TITLE.sub(r"<\1h2", self._html(spec))
        made = Converted(
            text=spec.narrative,
            around=self._around,
            answers=self._answers,
            html=html,
            tokens=getattr(self._md, "toc_tokens", []),
        )
        return made, relative_paths.links_to_anchors

    def _html(self, spec: Spec) -> str:
        """Convert a text that Markdown can read; while serving, one that it cannot is left out."""
        if spec.document and spec.document.is_overloaded:
            return ""
        try:
            with within_budget():
                return self._md.convert(spec.narrative)
        except (OverBudget, RecursionError) as error:
            document = spec.document
            place = Place(path=document.path, line=document.body_line) if document else spec.address
            raise PluginError(f"journeybook: {place}: overloaded-text: {_TOO_MUCH}") from error

    @cached_property
    def _around(self) -> str:
        """The digest of everything that a narrative can lead to or, by an extension, take in."""
        addresses = (f"{file.src_uri} {file.url}" for file in self._files)
        return digest_parts((*addresses, *file_fingerprints(Path(self._config.docs_dir), without=self._root)))


def linked_by_anchor(files: Files) -> set[str]:
    """The source paths of the pages to whose anchors others link."""
    pages = (file.page for file in files.documentation_pages() if file.page)
    return {target.src_uri for page in pages for target in page.links_to_anchors or ()}
