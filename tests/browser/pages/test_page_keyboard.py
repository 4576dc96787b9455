"""Without a mouse and without eyes: the tab key reaches everything and gets on, and the structure tells the rest."""

import re

import pytest
from page_looks import DIAGRAMS_IN_SIGHT, Window
from page_types import KINDS
from playwright.sync_api import Page, expect

from journeybook.catalogue import Catalogue
from page_signs import PAINTED, press, until

JOURNEY = "online-bestellen"
STOPS = (
    "a[href], button:enabled, input:not([type=hidden], [type=radio]:not(:checked)), select, textarea, summary, "
    "[tabindex='0']"
)
# What a reader sees who tabs: each stop, whether it is marked, and whether something lies over it.
WATCH = """() => {
  window.stops = [];
  document.addEventListener("focusin", ({target}) => {
    const style = getComputedStyle(target), box = target.getClientRects()[0];
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
SCROLLING = """list => list.filter(e => e.checkVisibility()).map(e => [
  e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight, e.tabIndex === 0, e.className
]).filter(([scrolls, stops]) => scrolls !== stops)"""
TYPES = {
    kind: address
    for kind, address in KINDS.items()
    if kind not in {"journey of the future", "guide", "guide to the fields"}
}


def settle(page: Page) -> None:
    """Wait until the regions know whether they scroll."""
    until(page, f"() => ({SCROLLING})([...document.querySelectorAll('{REGIONS}')]).length === 0")


@pytest.mark.parametrize("kind", TYPES)
def test_the_tab_key_reaches_everything_in_order_in_sight_and_gets_out_again(
    window: Window, kind: str
) -> None:
    page = window.visit(TYPES[kind])
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


def test_the_skip_link_leads_past_the_navigation(window: Window) -> None:
    page = window.visit("teams/")
    press(page, "Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    press(page, "Enter")
    # The address may tell of it before Chromium has moved on, which takes the focus from the link.
    until(page, "() => location.hash === '#page_title' && document.activeElement === document.body")
    press(page, "Tab")

    expect(page.locator(".jb-page :focus")).to_have_count(1)


def test_regions_are_stops_only_while_they_scroll(window: Window) -> None:
    for address in ("touchpoints/", f"journeys/{JOURNEY}/", "teams/e-commerce/"):
        page = window.visit(address)
        settle(page)
        window.resize(390)
        settle(page)
        window.resize(1280)
        settle(page)


def test_without_a_script_every_region_is_a_stop(scriptless_window: Window) -> None:
    regions = scriptless_window.visit("touchpoints/").locator(".jb-scroll")

    assert regions.count() == 2
    assert [region.get_attribute("tabindex") for region in regions.all()] == ["0", "0"]


def rows(snapshot: str) -> list[list[str]]:
    """The cells of each row of a table as a screen reader is told of them: `role "name"`."""
    found: list[list[str]] = []
    for line in snapshot.splitlines():
        match = re.match(r'\s*- \W?(row|cell|columnheader|rowheader)\b(?: "(.*?)")?', line)
        if match and match[1] == "row":
            found.append([])
        elif match:
            found[-1].append(f"{match[1]} {match[2] or ''}".strip())
    return found


def test_the_map_is_a_table_whose_heads_stand_over_their_cells(window: Window, example: Catalogue) -> None:
    journey = example.journeys[JOURNEY]
    page = window.visit(f"journeys/{JOURNEY}/")
    stages, steps, *lanes = rows(page.locator(".jb-map table").aria_snapshot())

    assert stages[0] == "cell"
    assert all(head.startswith("columnheader ") for head in stages[1:])
    assert [
        stage.title for stage, head in zip(journey.stages, stages[1:], strict=True) if stage.title not in head
    ] == []
    assert all(cell.startswith("columnheader") for cell in steps)
    titles = [step.title for step in journey.steps]
    assert [title for title, cell in zip(titles, steps[1:], strict=True) if title not in cell] == []
    assert len(lanes) > 5  # those that are not folded
    for lane in lanes:
        assert lane[0].startswith("rowheader ")
        assert {cell.split()[0] for cell in lane[1:]} == {"cell"}
        assert len(lane) in {len(steps), len(stages)}  # cards stand in one cell a stage
    assert [lane[0].split()[1] for lane in lanes if len(lane) == len(stages)] == ["Schmerzpunkte", "Chancen"]
    scopes = page.locator(".jb-map th").evaluate_all("list => list.map(e => e.scope)")
    assert set(scopes) == {"col", "colgroup", "row"}


def test_the_curve_has_its_equal_in_text(window: Window, example: Catalogue) -> None:
    journey = example.journeys[JOURNEY]
    page = window.visit(f"journeys/{JOURNEY}/")
    told = page.locator(".jb-curve").aria_snapshot()
    rated = [step for step in journey.steps if step.satisfaction is not None]

    assert len(rated) > 8
    assert [step.title for step in rated if f"von 5: {step.title} (" not in told] == []
    expect(page.locator(".jb-curve svg.jb-cell__lines").first).to_have_attribute("aria-hidden", "true")
