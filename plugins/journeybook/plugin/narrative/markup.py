"""Extend Markdown for authors: [[kind:id]] links, paths relative to the journey file, and safe HTML."""

import posixpath
import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from mkdocs.structure.files import File

from journeybook.bodies import meant_paths
from journeybook.links import PATTERN, Link

ResolveLink = Callable[[Link], tuple[str, str] | None]
"""Returns the source path of the page that a link names, and its title."""


class JourneybookLinks(Extension):
    """Adds [[kind:id]] and [[kind:id|text]] to Markdown."""

    def __init__(self) -> None:
        super().__init__()
        self.resolve: ResolveLink = lambda _: None
        self.current: File | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Stand after code and escapes, and before Markdown's own links."""
        md.inlinePatterns.register(_LinkProcessor(self, md), "journeybook_links", 165)


class _LinkProcessor(InlineProcessor):
    def __init__(self, extension: JourneybookLinks, md: Markdown) -> None:
        super().__init__(PATTERN, md)
        self._extension = extension

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element | None, int | None, int | None]:
        """Make a link to the page's source, which MkDocs turns into its address."""
        link = Link(kind=m["kind"], id=m["id"].strip(), text=m["text"], line=0, column=0)
        target = self._extension.resolve(link)
        if target is None or self._extension.current is None:
            return None, None, None
        source, title = target
        # mkdocs.structure.pages._RelativePathTreeprocessor makes an address of a source path, and checks it.
        element = Element("a", href=relative(source, self._extension.current.src_uri))
        # Markdown takes what looks like an entity for one, unless it is escaped.
        element.text = (link.text or "").strip() or AtomicString(title.replace("&", "&amp;"))
        return element, m.start(0), m.end(0)


def relative(target: str, page: str) -> str:
    """The path of a source file as seen from another one."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


class OneTitle(Treeprocessor):
    """Makes sections of titles in a narrative: the page has its own."""

    def run(self, root: Element) -> None:
        """Lower the headings of level 1."""
        for element in root.iter("h1"):
            element.tag = "h2"


class AuthorPaths(Treeprocessor):
    """Makes paths relative to a journey file, or to the journeys folder, lead to the site's files."""

    def __init__(self, find: Callable[[str], str | None]) -> None:
        super().__init__()
        self._find = find
        self.page = ""
        """The source path of the generated page."""
        self.folder = ""
        """The folder of the author's file, below the journeys folder."""

    def run(self, root: Element) -> None:
        """Rewrite the links and pictures of one page."""
        for element in root.iter():
            name = {"a": "href", "img": "src"}.get(element.tag)
            value = element.get(name) if name else None
            if name and value:
                element.set(name, self._rewritten(value))

    def _rewritten(self, value: str) -> str:
        for path in meant_paths(value, self.folder):
            found = self._find(path)
            if found:
                fragment = urlsplit(value).fragment
                return quote(relative(found, self.page)) + (f"#{fragment}" if fragment else "")
        return value
