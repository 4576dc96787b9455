"""Render the theme's frame once for pages of one shape, and fill it in for the others.

What Material writes around a page is nearly the same for all pages beside each other: title, description,
two addresses, table of contents and content differ. The frame is rendered with marks in their places. It is
used only if, filled in for a page, it gives byte for byte what the theme has rendered for that page, and if
the theme has looked at nothing else of the page.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, takewhile
from pathlib import Path
from typing import Any

import jinja2
from jinja2.runtime import Context
from mkdocs.structure.nav import Navigation
from mkdocs.structure.toc import AnchorLink
from mkdocs.theme import Theme

from journeybook.plugin.narrative.page import GeneratedPage
from journeybook.plugin.theme.frame import Neighbours, is_materials

_TITLE = "<h1"
"""What Material looks for in a page's content, and writes a title if it is not there."""

_MARK = re.compile("\ue000&lt;([a-z_]+)\ue001")
"""A mark. Whatever is done to it but printing, such as escaping, quoting or a change of case, spoils it."""

_MARKED = ("title", "canonical_url", "edit_url", "content")
"""What is filled in of a page itself."""
_MARKED_META = ("title", "description")
"""What is filled in of a page's metadata."""
_COMMON = ("is_homepage", "previous_page", "next_page", "ancestors")
"""What the theme looks at beside that; neighbours have it in common."""
_UNREAD = ("git_date", "tags")
"""Metadata that Material does not look at."""
_PARTS = ("toc", "tags")
"""The partial templates that are rendered for each page."""

_GIVEN = frozenset(
    (
        "base_url",
        "build_date_utc",
        "config",
        "extra_css",
        "extra_javascript",
        "mkdocs_version",
        "nav",
        "page",
        "pages",
        "tags",
    )
)
"""What `mkdocs.commands.build.get_context` gives a template, and Material's plugin for tags."""

_FRAME = ("main.html", "base.html", "partials/**/*.html")
"""The templates that the theme writes around a page."""
_LOOKS_AT_PAGE = re.compile(r"""page|include|import|extends(?!\s+["']base\.html["'])""")
"""What one of them must not hold that a site has changed: it could show more of a page than is filled in."""

_NAME = re.compile("[^/]+")

Shape = tuple[str, tuple[object, ...]]
"""The folder above a page that the navigation leads into, and what else pages of one shape have in common."""
Headings = tuple[tuple[object, ...], ...]
Render = Callable[..., Iterator[str]]


@dataclass(frozen=True, slots=True)
class _Skeleton:
    """A rendered frame, parted at its marks."""

    parts: tuple[str, ...]
    """Text and names of marks by turns; a text is first and last."""
    around: dict[str, Context]
    """The contexts in which the theme renders its parts."""


class _Skeletons:
    """The frames of one build."""

    def __init__(self, env: jinja2.Environment, nav: Navigation) -> None:
        self._neighbours = Neighbours(nav)
        self._usual = _GIVEN | env.globals.keys()
        self._template = env.get_template("main.html")
        self._main: Render = self._template.root_render_func
        self._template.root_render_func = self._render
        self._parts: dict[str, Render] = {}
        for name in _PARTS:
            part = env.get_template(f"partials/{name}.html")
            self._parts[name] = part.root_render_func
            part.root_render_func = partial(self._render_part, name)
        self._known: dict[Shape, _Skeleton | None] = {}
        """The frame of each shape of which two pages have come; None where it cannot be filled in."""
        self._single: set[Shape] = set()
        """The shapes of which one page has come."""
        self._lists: dict[Headings, str] = {}
        """Rendered tables of contents, by their headings."""
        self._marked: _Marked | None = None
        """The page that stands for all of its shape, while a frame is rendered."""
        self._around: dict[str, Context] = {}

    def _render(self, context: Context, *args: Any) -> Iterator[str]:
        shape = self._shape(context)
        if shape is None:
            yield from self._main(context, *args)
            return
        skeleton = self._known.get(shape)
        if skeleton:
            yield self._filled(skeleton, context)
            return
        output = "".join(self._main(context, *args))
        yield output
        if shape in self._single and shape not in self._known:
            self._known[shape] = self._made(context, output, shape[0])
        self._single.add(shape)

    def _shape(self, context: Context) -> Shape | None:
        """All that the theme looks at but what is filled in; None for a page that has a frame of its own."""
        page = context.get("page")
        near = self._neighbours.of(page)
        given = context.parent
        if near is None or any(given[name] for name in given.keys() - self._usual):
            return None
        meta = {name: value for name, value in page.meta.items() if name not in (*_MARKED_META, *_UNREAD)}
        filled = chain(map(page.meta.get, _MARKED_META), (getattr(page, name) for name in _MARKED))
        first = page.toc.items[0].url if page.toc.items else ""
        common = (getattr(page, name) for name in _COMMON)
        folder, *place = near
        return folder, (
            *place,
            repr(meta),
            first,
            _TITLE in page.content,
            *map(bool, filled),
            *map(bool, common),
        )

    def _made(self, context: Context, output: str, near: str) -> _Skeleton | None:
        """Render the frame for the shape of a page; `output` is what the theme has rendered for it."""
        self._marked, self._around = _Marked(context["page"], near), {}
        try:
            text = "".join(self._main(self._template.new_context({**context.parent, "page": self._marked})))
            is_known = self._marked.is_known
        finally:
            self._marked = None
        skeleton = _Skeleton(tuple(_MARK.split(text)), self._around)
        return skeleton if is_known and self._filled(skeleton, context) == output else None

    def _render_part(self, name: str, context: Context, *args: Any) -> Iterator[str]:
        if self._marked is None:
            yield from self._parts[name](context, *args)
        else:
            self._around[name] = context
            yield _mark(name)

    def _filled(self, skeleton: _Skeleton, context: Context) -> str:
        page = context["page"]
        own = {"page": page, "tags": context.get("tags")}
        values = {
            **{name: getattr(page, name) for name in _MARKED},
            **{f"meta_{name}": page.meta.get(name) for name in _MARKED_META},
            **{name: self._part(name, around.derived(own)) for name, around in skeleton.around.items()},
        }
        parts = list(skeleton.parts)
        parts[1::2] = [values[name] for name in parts[1::2]]
        return "".join(parts)

    def _part(self, name: str, context: Context) -> str:
        """Render a part of a page's own; many pages have the same headings."""
        headings = _headings(context["page"].toc) if name == "toc" else ()
        text = self._lists.get(headings) or "".join(self._parts[name](context))
        if headings:
            self._lists[headings] = text
        return text


def share_skeletons(env: jinja2.Environment, theme: Theme, nav: Navigation) -> None:
    """Let pages outside of the navigation share what the theme writes around them, where that is safe."""
    if _is_known(theme):
        _Skeletons(env, nav)


class _Marked:
    """A page with marks for its values, which tells whether a theme looks at anything else of it."""

    def __init__(self, page: GeneratedPage, near: str) -> None:
        self._page = page
        self.url = f"{near}{_NAME.sub('-', page.url.removeprefix(near))}"
        """An address from where all that the navigation knows is as far away as from the page's."""
        self.is_known = True
        """Whether nothing was looked at that pages of its shape may not have in common."""
        self.toc = page.toc
        self.meta = {
            name: _mark(f"meta_{name}") if value and name in _MARKED_META else value
            for name, value in page.meta.items()
            if name not in _UNREAD
        }

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._page, name)
        if name in _MARKED:
            return _content(value) if name == "content" else value and _mark(name)
        self.is_known = self.is_known and name in _COMMON
        return value


class _Content(str):
    """The mark of a page's content, which knows whether that has a title."""

    __slots__ = ("has_title",)
    has_title: bool

    def __contains__(self, text: str) -> bool:  # type: ignore[override]
        """Answer what Material asks."""
        return self.has_title if text == _TITLE else super().__contains__(text)


def _content(html: str) -> _Content:
    mark = _Content(_mark("content"))
    mark.has_title = _TITLE in html
    return mark


def _mark(name: str) -> str:
    return f"\ue000&lt;{name}\ue001"


def _headings(contents: Iterable[AnchorLink]) -> Headings:
    return tuple((link.title, link.id, link.level, _headings(link.children)) for link in contents)


def _is_known(theme: Theme) -> bool:
    """Whether the theme is Material, and what a site has put before its templates ignores the page."""
    own = [*takewhile(lambda folder: not is_materials(f"{folder}/main.html"), theme.dirs)]
    return len(own) < len(theme.dirs) and not any(
        _LOOKS_AT_PAGE.search(path.read_text("utf-8", "replace"))
        for folder in own
        for pattern in _FRAME
        for path in Path(folder).glob(pattern)
    )
