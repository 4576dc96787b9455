"""Drawings that come while a reader already looks at their place: nothing else on the page moves."""

import pytest
from extreme_journeys import DIAGRAMS
from page_looks import OPEN, Window
from playwright.sync_api import Page, Route, expect

from page_signs import OLD_DRAWINGS, PAINTED, REDRAWN, until

BY_HAND = "diagramme/"
JOURNEY = "journeys/schuhe-im-laden-kaufen/"
OTHERS = ("journeys/vom-erstkauf-zur-empfehlung/", "journeys/online-bestellen/")
WIDTHS = (390, 1280)
BROKEN = "warning: journeybook: a diagram cannot be drawn: Parse error on line 2:"
ASKED = "() => document.head.querySelector('script[src$=\"mermaid.tiny.js\"]') !== null"
# How far everything that is in sight, or above it, is from the top of the page.
PLACES = """() => [...document.querySelectorAll(".md-content :is(h1, h2, h3, p, ul, table, figure, summary, button)")]
  .filter(element => !element.parentElement.closest("figure") && element.checkVisibility())
  .filter(element => element.getBoundingClientRect().top < innerHeight)
  .map(element => `${element.localName} ${(element.ariaLabel ?? element.textContent.trim()).slice(0, 30)}: `
    + Math.round(element.getBoundingClientRect().top + scrollY))"""
# Those in sight, or as near to it as drawings are asked for.
SETTLED_IN_SIGHT = """() => [...document.querySelectorAll("[data-jb-diagram]")]
  .map(figure => [figure, figure.getBoundingClientRect()])
  .filter(([figure, {top, bottom}]) => figure.checkVisibility() && top < innerHeight && bottom > -300)
  .every(([figure]) => figure.matches(".jb-diagram--drawn, .jb-diagram--failed"))"""
ALL_DRAWN = "() => !document.querySelector('[data-jb-diagram]:not(.jb-diagram--drawn)')"
# Of each figure: what cannot be seen without scrolling down, the empty share, and how much its drawing was made smaller.
ROOM = """list => list.map(figure => {
  const host = figure.querySelector(".jb-diagram__drawing"), svg = host.shadowRoot.querySelector("svg");
  const size = svg.getBoundingClientRect(), own = Number(svg.getAttribute("height")) || size.height;
  return [figure.previousElementSibling.textContent, figure.scrollHeight - figure.clientHeight,
    1 - host.getBoundingClientRect().height / figure.clientHeight, size.height / own];
})"""
# A figure is in sight, cut by the top of the window, or just above it.
STANDS = {"in sight": 0.3, "cut by the top": -0.5, "above": -1.1}
SCROLL = """(figure, share) => {
  const box = figure.getBoundingClientRect();
  const top = share < 0 ? share * box.height : share * innerHeight;
  window.scrollBy({top: box.top - top, behavior: "instant"});
}"""


class Library:
    """The diagram library on its way to a page, until it is let go."""

    def __init__(self, page: Page, *, comes: bool = True) -> None:
        self._page, self._comes, self._let = page, comes, False
        self._routes: list[Route] = []
        page.route("**/mermaid.tiny.js", self._hold)

    def arrive(self) -> None:
        """Come, or fail to, now that the page has asked for it."""
        self._let = True
        for route in self._routes:
            self._answer(route)
        until(self._page, SETTLED_IN_SIGHT)

    def _hold(self, route: Route) -> None:
        if self._let:
            self._answer(route)
        else:
            self._routes.append(route)

    def _answer(self, route: Route) -> None:
        if self._comes:
            route.continue_()
        else:
            route.abort()


def go(window: Window, address: str, share: float) -> Page:
    """Visit a page, open what is closed, scroll to a diagram in its middle, and wait until the library is asked for."""
    page = window.visit(address)
    page.evaluate(OPEN)
    figures = page.locator("[data-jb-diagram]").all()
    figures[len(figures) // 2].evaluate(SCROLL, share)
    until(page, ASKED)
    return page


@pytest.mark.parametrize(
    ("address", "width", "stand"),
    [
        *((address, width, "in sight") for address in (JOURNEY, BY_HAND) for width in WIDTHS),
        *((address, 390, "in sight") for address in OTHERS),
        *((JOURNEY, 1280, stand) for stand in ("cut by the top", "above")),
        *((BY_HAND, 390, stand) for stand in ("cut by the top", "above")),
    ],
)
def test_nothing_moves_when_a_drawing_comes_late(
    request: pytest.FixtureRequest, address: str, width: int, stand: str
) -> None:
    window: Window = request.getfixturevalue("small_window" if address == BY_HAND else "window")
    window.resize(width)
    library = Library(window.page)
    page = go(window, address, STANDS[stand])
    before = page.evaluate(PLACES)
    library.arrive()

    assert len(before) >= 3
    assert page.evaluate(PLACES) == before
    window.expect_complaints(BROKEN)


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_when_the_library_cannot_be_had(window: Window, width: int) -> None:
    window.resize(width)
    library = Library(window.page, comes=False)
    page = go(window, JOURNEY, STANDS["in sight"])
    before = page.evaluate(PLACES)
    library.arrive()

    assert page.locator(".jb-diagram--failed").count() >= 1
    assert page.evaluate(PLACES) == before
    window.expect_complaints("error: Failed to load resource", "failed: ", "warning: journeybook: ")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_drawing_changes_its_colours_in_its_place_and_takes_its_own_size_below_the_window(
    window: Window, width: int
) -> None:
    window.resize(width)
    library = Library(window.page)
    page = go(window, JOURNEY, STANDS["in sight"])
    library.arrive()
    before, box = page.evaluate(PLACES), page.locator(".jb-diagram--held .node rect").first
    light = box.evaluate("element => getComputedStyle(element).fill")
    page.evaluate(OLD_DRAWINGS)
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    expect(box).not_to_have_css("fill", light)
    until(page, REDRAWN)
    assert page.evaluate(PLACES) == before
    assert page.locator(".jb-diagram--held").count() >= 1

    page.evaluate("window.scrollTo({top: 0, behavior: 'instant'})")
    expect(page.locator(".jb-diagram--held")).to_have_count(0)
    expect(page.locator("svg[part='drawing fitted']")).to_have_count(0)


def test_a_drawing_has_its_own_size_on_paper_and_in_another_window_and_the_kept_one_between_them(
    window: Window,
) -> None:
    library = Library(window.page)
    page = go(window, JOURNEY, STANDS["in sight"])
    library.arrive()
    until(page, ALL_DRAWN)
    svg = page.locator(".jb-diagram--held svg[part='drawing fitted']").first
    own = svg.evaluate("svg => Number(svg.getAttribute('height'))")
    held = svg.evaluate("svg => svg.getBoundingClientRect().height")
    places = page.evaluate(PLACES)
    page.emulate_media(media="print")
    page.evaluate(PAINTED)
    ratio = svg.evaluate("svg => svg.viewBox.baseVal.height / svg.viewBox.baseVal.width")
    box = svg.bounding_box()

    assert held < own
    assert box is not None
    assert box["height"] == pytest.approx(box["width"] * ratio, rel=0.01)
    assert page.locator(".jb-diagram--held").first.evaluate("f => f.scrollHeight <= f.clientHeight")

    page.emulate_media(media="screen")
    page.evaluate(PAINTED)
    assert svg.evaluate("svg => svg.getBoundingClientRect().height") == held
    assert page.evaluate(PLACES) == places

    page.set_viewport_size({"width": 800, "height": 800})
    expect(page.locator(".jb-diagram--held")).to_have_count(0)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_late_drawing_lies_whole_in_its_place(small_window: Window, width: int) -> None:
    small_window.resize(width)
    library = Library(small_window.page)
    small_window.page.set_viewport_size({"width": width, "height": 9000})
    page = go(small_window, BY_HAND, 0)
    library.arrive()
    held = page.locator(".jb-diagram--held.jb-diagram--drawn").evaluate_all(ROOM)

    assert len(held) == len(DIAGRAMS) - 1
    assert [name for name, over, empty, share in held if over > 1 or empty > 0.5 or share < 0.8] == []
    small_window.expect_complaints(BROKEN)
