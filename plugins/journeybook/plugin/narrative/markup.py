"""Extend Markdown for authors: [[kind:id]] links, paths relative to the journey file, and safe HTML."""

import posixpath
import re
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from mkdocs.structure.files import File, Files

from journeybook.bodies import meant_paths
from journeybook.links import PATTERN, Link

_LEADING = re.compile(
    r"(?P<before><(?:a\s(?:[^<>]*?\s)?href|img\s(?:[^<>]*?\s)?src)\s*=\s*)"
    r"(?P<mark>[\"'])(?P<value>[^<>]*?)(?P=mark)",
    re.IGNORECASE,
)
"""The address in a link or a picture of HTML."""

ResolveLink = Callable[[Link], tuple[str, str] | None]
"""Returns the source path of the page that a link names, and its title."""


class JourneybookLinks(Extension):
    """Adds [[kind:id]] and [[kind:id|text]] to Markdown."""

    def __init__(self) -> None:
        super().__init__()
        self.resolve: ResolveLink = lambda _: None
        self.current: File | None = None
        self.left_out: frozenset[str] = frozenset()
        """The source paths of pages that this build has no place for, while other builds of the site have."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Stand after code and escapes, before Markdown's own links and before MkDocs follows them."""
        md.inlinePatterns.register(_LinkProcessor(self, md), "journeybook_links", 165)
        md.treeprocessors.register(_LeftOut(self, md), "journeybook_left_out", 10)


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


class _LeftOut(Treeprocessor):
    """Leaves of links to pages that are left out their words."""

    def __init__(self, extension: JourneybookLinks, md: Markdown) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        """Make text of the links of one page."""
        left_out, current = self._extension.left_out, self._extension.current
        for element in root.iter("a") if left_out and current else ():
            path = unquote(urlsplit(element.get("href", "")).path)
            if current and posixpath.normpath(posixpath.join(current.src_uri, "..", path)) in left_out:
                element.tag = "span"
                element.attrib.clear()


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
        found = self.source_of(value)
        return quote(relative(found, self.page)) + _fragment(value) if found else value

    def source_of(self, value: str) -> str | None:
        """The source path of what a path of an author leads to."""
        return next(filter(None, map(self._find, meant_paths(value, self.folder))), None)


class PathsInHtml(Postprocessor):
    """Makes the same paths lead to addresses of the site in HTML, which Markdown leaves as it is."""

    def __init__(self, md: Markdown, paths: AuthorPaths, files: Files) -> None:
        super().__init__(md)
        self._stash = md.htmlStash
        self._paths = paths
        self._files = files
        self.done = 0
        """How many pieces of HTML are rewritten: Markdown puts them back heading by heading."""

    def run(self, text: str) -> str:
        """Rewrite the HTML that Markdown has put aside; the text itself is not touched."""
        pieces = self._stash.rawHtmlBlocks
        for number in range(self.done, len(pieces)):
            piece = pieces[number]
            if isinstance(piece, str):
                pieces[number] = _LEADING.sub(self._replaced, piece)
        self.done = len(pieces)
        return text

    def _replaced(self, found: re.Match[str]) -> str:
        value = unescape(found["value"])
        source = self._paths.source_of(value)
        page = self._files.get_file_from_path(self._paths.page)
        target = self._files.get_file_from_path(source) if source else None
        if page is None or target is None:
            return found[0]
        address = f"{target.url_relative_to(page)}{_fragment(value)}"
        return f"{found['before']}{found['mark']}{escape(address)}{found['mark']}"


def _fragment(value: str) -> str:
    fragment = urlsplit(value).fragment
    return f"#{fragment}" if fragment else ""
