"""Show the pages of a saved file first; the whole site, which takes seconds, is built in the pause after it.

Lists, indexes, the search and the notice of problems follow with the whole site.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from journeybook.kinds import IN_FILES
from journeybook.load import Document, Folder, read_folder, without_collector
from journeybook.plugin.composition import Composition
from journeybook.plugin.digests import digest_parts, file_fingerprints
from journeybook.plugin.narrative.page import GeneratedPage
from journeybook.plugin.serving.watching import Watching
from journeybook.rules import RULES

_ON_PAGES = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
"""The events of single pages."""
_SHORTEST_PAUSE = 2
_LONGEST_PAUSE = 15
"""Seconds in which nothing is saved, until everything is built; between them, half of what that takes."""
_PATIENT = frozenset({"search", "material/search", "tags", "material/tags", "material/offline", "mermaid2"})
"""The plugins that bear it when a page comes twice in a build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeBuild:
    """A build of the whole site, with all that it takes to make a page of it again."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: jinja2.Environment
    composition: Composition

    def bears_pages_again(self) -> bool:
        """Whether nothing takes part that counts on each page to come once."""
        plugins = self.config.plugins
        names = {id(plugin): name for name, plugin in plugins.items()}
        methods = (method for event in _ON_PAGES for method in plugins.events[event])
        owners = {id(owner): owner for owner in map(_owner, methods)}
        return all(_is_ours(owner) or names.get(key) in _PATIENT for key, owner in owners.items())

    def write(self, page: GeneratedPage) -> None:
        """Make a page again, as `mkdocs.commands.build.build` makes each."""
        _populate_page(page, self.config, self.files)
        _build_page(page, self.config, self.files.documentation_pages(), self.nav, self.env)

    def around(self, folder: Path) -> str:
        """Make the digest of everything that pages depend on, beside the journeys folder."""
        config = self.config
        places = (config.config_file_path, config.docs_dir, config.theme.custom_dir, *config.watch)
        found = (file_fingerprints(Path(place), without=folder) for place in places if place)
        return digest_parts(line for lines in found for line in lines)


def _owner(method: Callable[..., Any]) -> object:
    """The object whose method answers an event; nothing of a hook, which is a function."""
    while isinstance(method, partial):
        method = method.func
    return getattr(method, "__self__", None)


def _is_ours(owner: object) -> bool:
    return type(owner).__module__.partition(".")[0] == __name__.partition(".")[0]


class SavedPages:
    """Builds in the place of a server: the pages of a saved file at once, the rest when it is quiet."""

    def __init__(self, server: Any, watching: Watching) -> None:
        self._watching = watching
        # as mkdocs.commands.serve.serve has handed it over; plugins may take its place, but not by a name
        self._build_all: Callable[..., None] = server.builder
        server.builder = self.build
        self._whole: WholeBuild | None = None
        self._around = ""
        self._duration = 0.0
        """Seconds that the last build of everything took, in which nobody sees what is saved."""
        self._folder: Folder | None = None
        """The journeys folder as its pages show it."""

    def take(self, whole: WholeBuild) -> None:
        """Go on from a build that is finished."""
        self._whole, self._folder = whole, whole.composition.folder
        self._around = whole.around(self._folder.root)

    def build(self, *args: Any, **options: Any) -> None:
        """Build what a change of files asks for."""
        if not self._watching.was_quiet() and self._show_saved():
            self._watching.ask_when_quiet(min(max(_SHORTEST_PAUSE, self._duration / 2), _LONGEST_PAUSE))
            return
        self._whole = None
        began = time.monotonic()
        self._build_all(*args, **options)
        self._duration = time.monotonic() - began

    def _show_saved(self) -> bool:
        """Make the pages of the saved files again; false where the whole site is wanted at once."""
        whole, known = self._whole, self._folder
        if whole is None or known is None or not whole.bears_pages_again():
            return False
        if whole.around(known.root) != self._around:
            return False
        with without_collector():
            folder = read_folder(known.root, known.label, known)
            saved = _saved(known, folder)
            pages = whole.composition.renew(folder, saved) if saved else ()
        self._folder = folder
        for page in pages:
            whole.write(page)
        return bool(pages)


def _saved(known: Folder, folder: Folder) -> tuple[Document, ...]:
    """Return the documents whose files were saved since, if that is all that has changed."""
    old = {document.inside: document for document in known.documents}
    is_alike = [*old] == [document.inside for document in folder.documents] and (
        (known.judged, known.findings) == (folder.judged, folder.findings)
    )
    saved = tuple(document for document in folder.documents if document is not old.get(document.inside))
    return saved if is_alike and all(map(_is_whole, saved)) else ()


def _is_whole(document: Document) -> bool:
    """Whether a document has pages of its own, and nothing in it that keeps the handbook from being built."""
    is_broken = document.record is None or any(RULES[finding.rule].is_fixed for finding in document.findings)
    return document.kind in IN_FILES and not is_broken
