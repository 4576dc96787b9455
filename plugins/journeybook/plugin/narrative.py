"""Pages that the plugin makes: MkDocs pages whose Markdown is a narrative, put through one converter."""

from collections.abc import Iterator
from typing import Any

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from journeybook.pages import Page as Spec
from journeybook.plugin.headings import ids_in
from journeybook.plugin.markup import AuthorPaths
from journeybook.plugin.reuse import Finished


class GeneratedPage(Page):
    """A page of the handbook in MkDocs' hands."""

    def __init__(self, spec: Spec, file: File, config: MkDocsConfig, converter: "Converter") -> None:
        self.spec = spec
        self.reused: Finished | None = None
        """What the build before made of the page, if it shows the same."""
        self._converter = converter
        super().__init__(None, file, config)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """Take the narrative for the page's Markdown."""
        self.markdown = self.spec.narrative

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Convert the narrative, if there is one."""
        if self.reused is not None or not (self.markdown or "").strip():
            self.content, self.toc = "", get_toc([])
            return
        self.content, tokens, self.links_to_anchors = self._converter.convert(self.spec, self.file)
        self.toc = get_toc(tokens)

    def let_go(self, *, keep_ids: bool) -> None:
        """Free the memory of a page that is written; its ids stay where links to them are to be checked."""
        self.present_anchor_ids = set(ids_in(self.content or "")) if keep_ids else None
        self.content = self.markdown = ""


class Converter:
    """One Markdown converter for all generated pages: making one for each would cost more than converting."""

    def __init__(self, config: MkDocsConfig, files: Files, paths: AuthorPaths) -> None:
        self._config = config
        self._files = files
        self._paths = paths
        self._md = markdown.Markdown(
            extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {}
        )
        self._md.treeprocessors.register(paths, "journeybook_paths", 5)

    def convert(self, spec: Spec, file: File) -> tuple[str, list[Any], dict[File, dict[str, str]]]:
        """Convert the narrative of a page to HTML, the tokens of its headings, and its links to anchors."""
        document = spec.document
        self._paths.page = file.src_uri
        self._paths.folder = document.inside.rpartition("/")[0] if document else ""
        self._md.reset()
        relative_paths = _RelativePathTreeprocessor(file, self._files, self._config)
        relative_paths._register(self._md)  # noqa: SLF001 - as MkDocs' own Page.render
        html = self._md.convert(spec.narrative)
        return html, getattr(self._md, "toc_tokens", []), relative_paths.links_to_anchors


def linked_by_anchor(files: Files) -> set[str]:
    """The source paths of the pages to whose anchors others link."""
    pages = (file.page for file in files.documentation_pages() if file.page)
    return {target.src_uri for page in pages for target in page.links_to_anchors or ()}


def generated_pages(files: Files) -> Iterator[tuple[GeneratedPage, Spec]]:
    """The pages that the plugin has made."""
    for file in files.documentation_pages():
        if isinstance(file.page, GeneratedPage):
            yield file.page, file.page.spec
