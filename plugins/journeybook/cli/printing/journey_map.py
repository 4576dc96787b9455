"""Print a journey's page as a PDF, or take a picture of its map for a slide."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

_SCREEN: "ViewportSize" = {"width": 1280, "height": 800}
_SLIDE: "ViewportSize" = {"width": 1920, "height": 1080}
"""In pixels of CSS: of what a page is printed from, and of a picture."""
_SHARPNESS = 2
_WAIT = 20_000
"""Milliseconds for a diagram to be drawn."""
_PICTURES = """() => Promise.all([document.fonts.ready, ...Array.from(document.images, image => {
  image.loading = "eager";
  return image.decode().catch(() => null);
})])"""
_ONLY_MAP = "document.documentElement.toggleAttribute('data-jb-only-map', true)"
_DRAWN = "figure => figure.matches('.jb-diagram--drawn, .jb-diagram--failed')"


def as_pdf(browser: "Browser", url: str, *, paper: str, whole: bool) -> bytes:
    """Print the map of a journey, or its whole page, on `a4` or `a3` across."""
    with _opened(browser, url) as page:
        if whole:
            _draw_diagrams(page)
        else:
            page.evaluate(_ONLY_MAP)
        return page.pdf(
            format=paper, prefer_css_page_size=True, print_background=True, tagged=True, outline=True
        )


def as_png(browser: "Browser", url: str) -> bytes:
    """Take a picture of a map as it is presented, with its title and facts, as wide as a slide."""
    script = files("journeybook") / "cli/printing/map_alone.js"
    with _opened(browser, url, _SLIDE, _SHARPNESS) as page:
        page.evaluate(script.read_text(encoding="utf-8"))
        return page.screenshot(animations="disabled")


@contextmanager
def _opened(
    browser: "Browser", url: str, size: "ViewportSize" = _SCREEN, sharpness: float = 1
) -> Iterator["Page"]:
    """Yield a page in light colours that has everything it shows."""
    context = browser.new_context(
        viewport=size,
        device_scale_factor=sharpness,
        color_scheme="light",
        reduced_motion="reduce",
    )
    try:
        page = context.new_page()
        page.goto(url)
        page.evaluate(_PICTURES)
        yield page
    finally:
        context.close()


def _draw_diagrams(page: "Page") -> None:
    """Bring each diagram into view, which is when it is drawn, and wait for it."""
    page.evaluate("document.querySelectorAll('.jb-page details').forEach(part => { part.open = true; })")
    for figure in page.locator("[data-jb-diagram]").all():
        figure.scroll_into_view_if_needed()
        page.wait_for_function(_DRAWN, arg=figure.element_handle(), timeout=_WAIT)
