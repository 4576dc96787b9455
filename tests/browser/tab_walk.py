"""What a reader meets who goes through a page by the tab key: each stop, in order, marked and in sight."""

from page_looks import DIAGRAMS_IN_SIGHT
from playwright.sync_api import Page

from page_signs import PAINTED, press, until

STOPS = (
    "a[*|href], button:enabled, input:not([type=hidden], [type=radio]:not(:checked)), select, textarea, summary, "
    "[tabindex='0']"
)
# What a reader sees who tabs: each stop, whether it is marked, and whether something lies over it.
WATCH = """() => {
  window.stops = [];
  document.addEventListener("focusin", ({target}) => {
    const drawn = target.querySelector(":scope > rect") ?? target; // of a link in a picture, its disc
    const style = getComputedStyle(target), box = drawn.getClientRects()[0];
    const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
    const x = box.left + Math.min(box.width / 2, 12), y = Math.max(box.top, header) + Math.min(box.height / 2, 8);
    const at = document.elementFromPoint(x, y), before = window.stops.at(-1);
    window.stops.push({
      target,
      name: `${target.localName}.${target.className}: ${target.textContent.trim().slice(0, 40)}`,
      inside: target.closest(".jb-page") !== null,
      marked: style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2,
      seen: target.contains(at),
      onwards: !before || (before.target.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) > 0,
    });
  });
}"""
WANTED = """stops => {
  const title = document.querySelector("h1");
  return [...document.querySelectorAll(`.jb-page :is(${stops})`)].filter(element =>
    element.checkVisibility({visibilityProperty: true}) &&
    title.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""
# Rows are alike: of a long list its beginning and its end are enough.
FEW_ROWS = """() => document.querySelectorAll(".jb-page tbody").forEach(
  body => [...body.rows].slice(4, -1).forEach(row => row.closest(".jb-map") || row.remove()))"""
REGIONS = ".jb-scroll, .jb-diagram"
# A region whose content is skipped, as it is far from the view, has no size that it could be asked for.
SCROLLING = """list => list.filter(e => e.checkVisibility() && ![...e.children].some(
  child => child.checkVisibility() && !child.checkVisibility({contentVisibilityAuto: true}))).map(e => [
  e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight, e.tabIndex === 0, e.className
]).filter(([scrolls, stops]) => scrolls !== stops)"""


def settle(page: Page) -> None:
    """Wait until the regions know whether they scroll."""
    until(page, f"() => ({SCROLLING})([...document.querySelectorAll('{REGIONS}')]).length === 0")


def settle_each(page: Page) -> None:
    """Bring each region into view, where its content is worked out, and wait until it knows whether it scrolls."""
    for region in page.locator(REGIONS).all():
        region.evaluate("region => region.scrollIntoView({behavior: 'instant'})")
        page.evaluate(PAINTED)
        settle(page)


def expect_all_reached_by_tab(page: Page) -> None:
    """Expect the tab key to reach everything in order, in sight, and to get out again; rows of lists go for it."""
    page.evaluate(FEW_ROWS)
    until(page, DIAGRAMS_IN_SIGHT)
    settle(page)
    page.evaluate(WATCH)
    wanted = page.evaluate(f"stops => ({WANTED})(stops).length", STOPS)
    page.get_by_role("heading", level=1).click()
    press(page, "Tab", times=wanted + 1)  # which moves the focus before it returns
    page.evaluate(PAINTED)
    stops = page.evaluate("window.stops.map(({target, ...stop}) => stop)")
    after = [False] * (len(stops) - wanted)  # none if nothing follows but the browser's own buttons

    assert [stop["inside"] for stop in stops] == [*[True] * wanted, *after]
    assert [stop["name"] for stop in stops[:wanted] if not (stop["marked"] and stop["onwards"])] == []
    assert [stop["name"] for stop in stops[:wanted] if not stop["seen"]] == []
