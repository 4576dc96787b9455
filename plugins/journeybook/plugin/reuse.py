"""Pages of the build before that `serve` need not make again."""

from collections.abc import Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from journeybook.findings import Finding
from journeybook.pages import Page


class Reuse:
    """Remembers finished pages between the rebuilds of `serve`."""

    def begin(self, specs: dict[str, Page], errors: Iterable[Finding]) -> None:
        """Begin a build."""

    def prepare(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        """Before the pages are written."""

    def remember(self, page: MkDocsPage, output: str) -> None:
        """Keep a finished page."""
