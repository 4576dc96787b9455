"""Render parts of Material's frame once for the many pages that share them.

A page that the navigation does not list looks the same around its content as its neighbours do: the side
bar, the tabs, the search and the palette differ only in how far away their links are. Only Material's own
templates are shared, never those that a site has changed.
"""

from collections.abc import Callable, Iterator
from posixpath import dirname
from typing import Any

import jinja2
from mkdocs.structure.nav import Navigation

from journeybook.plugin.narrative.page import GeneratedPage

_SHARED = ("nav", "tabs", "search", "palette", "logo")

FrameKey = tuple[str, int, int]
"""The nearest folder above a page that the navigation leads into, and its depth: links depend on both; and
what the page stands below, which is marked."""


class Neighbours:
    """Tells which pages outside of the navigation have the same around them."""

    def __init__(self, nav: Navigation) -> None:
        self._folders = {folder for page in nav.pages for folder in _above(page.url)}
        self._listed = {page.file.src_uri for page in nav.pages}

    def of(self, page: object) -> FrameKey | None:
        """Make the key that neighbours have in common; None for a page with a place of its own."""
        if not isinstance(page, GeneratedPage) or page.file.src_uri in self._listed:
            return None
        near = next(folder for folder in _above(page.url) if folder in self._folders or not folder)
        return near, page.url.count("/"), id(page.parent)


def share_frame(env: jinja2.Environment, nav: Navigation) -> None:
    """Let pages outside of the navigation share the parts of the theme's frame."""
    neighbours = Neighbours(nav)

    def key_of(context: jinja2.runtime.Context) -> FrameKey | None:
        return neighbours.of(context.get("page"))

    # mkdocs.commands.build._build_page renders the theme's main.html, and with it these, for each page.
    for name in _SHARED:
        template = _own_template(env, f"partials/{name}.html")
        if template is not None:
            template.root_render_func = _once_for_each(key_of, template.root_render_func)


def _above(url: str) -> Iterator[str]:
    """The folders above an address, from the nearest to the root, which is empty."""
    folder = dirname(url)
    while folder:
        yield folder
        folder = dirname(folder)
    yield ""


def _own_template(env: jinja2.Environment, name: str) -> jinja2.Template | None:
    """Material's template of a name, unless the site has one of its own."""
    try:
        template = env.get_template(name)
    except jinja2.TemplateNotFound:
        return None
    return template if is_materials(template.filename) else None


def is_materials(filename: str | None) -> bool:
    """Whether a template is one of Material's own, by where it lies."""
    return "/material/templates/" in (filename or "").replace("\\", "/")


def _once_for_each(
    key_of: Callable[[jinja2.runtime.Context], FrameKey | None], render: Callable[..., Iterator[str]]
) -> Callable[..., Iterator[str]]:
    known: dict[FrameKey, list[str]] = {}

    def shared(context: jinja2.runtime.Context, *args: Any) -> Iterator[str]:
        key = key_of(context)
        if key is None:
            yield from render(context, *args)
            return
        if key not in known:
            known[key] = list(render(context, *args))
        yield from known[key]

    return shared
