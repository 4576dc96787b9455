"""Print a journey's page as a PDF, or its map as a picture."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_NARROWEST = 1000
"""Of a picture, in pixels of CSS: below it the page would be laid out as on a phone."""
_SHARPNESS = 2
_LARGEST = 16_000
"""Pixels that a picture may be wide or high; Chromium leaves empty what lies beyond 16,384."""
_EDGE = 24
_WAIT = 20_000
"""Milliseconds for a diagram to be drawn."""
_PICTURES = """() => Promise.all([document.fonts.ready, ...Array.from(document.images, image => {
  image.loading = "eager";
  return image.decode().catch(() => null);
})])"""
_WIDTH = "() => document.querySelector('.jb-page .jb-map table').getBoundingClientRect().width"
_KEEP_TYPE = (
    "() => { const root = document.documentElement; root.style.fontSize = getComputedStyle(root).fontSize; }"
)
"""Material sets larger type in larger windows, which would make a map larger than it was measured."""
_DRAWN = "figure => figure.matches('.jb-diagram--drawn, .jb-diagram--failed')"


def as_pdf(browser: "Browser", url: str, *, paper: str, whole: bool) -> bytes:
    """Print the map of a journey, or its whole page, on `a4` or `a3` across."""
    with _opened(browser, url) as page:
        if whole:
            _draw_diagrams(page)
        else:
            _leave_map(page)
        return page.pdf(
            format=paper, prefer_css_page_size=True, print_background=True, tagged=True, outline=True
        )


def as_png(browser: "Browser", url: str) -> bytes:
    """Take a picture of a whole map, as wide as it needs and as sharp as a browser can."""
    sharpness: float = _SHARPNESS
    while True:
        with _opened(browser, url, sharpness) as page:
            _leave_map(page)
            width, height = _unscrolled(page)
            if max(width, height) * sharpness <= _LARGEST:
                return page.screenshot(full_page=True, animations="disabled")
        sharpness = _LARGEST / max(width, height) * 0.99


@contextmanager
def _opened(browser: "Browser", url: str, sharpness: float = 1) -> Iterator["Page"]:
    """Yield a page in light colours that has everything it shows."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
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


def _leave_map(page: "Page") -> None:
    script = files("journeybook") / "cli/printing/map_alone.js"
    page.evaluate(script.read_text(encoding="utf-8"))


def _unscrolled(page: "Page") -> tuple[int, int]:
    """Make the window as large as the map, and say how large that is."""
    page.evaluate(_KEEP_TYPE)
    page.set_viewport_size({"width": _NARROWEST, "height": 800})
    width = max(_NARROWEST, int(page.evaluate(_WIDTH)) + 1 + 2 * _EDGE)
    page.set_viewport_size({"width": width, "height": 800})
    return width, int(page.evaluate("document.documentElement.scrollHeight"))


def _draw_diagrams(page: "Page") -> None:
    """Bring each diagram into view, which is when it is drawn, and wait for it."""
    page.evaluate("document.querySelectorAll('.jb-page details').forEach(part => { part.open = true; })")
    for figure in page.locator("[data-jb-diagram]").all():
        figure.scroll_into_view_if_needed()
        page.wait_for_function(_DRAWN, arg=figure.element_handle(), timeout=_WAIT)
