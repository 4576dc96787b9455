"""Without a mouse and without eyes: regions are stops while they scroll, and the structure tells the rest.

That the tab key reaches everything on each type of page is asked in test_pages.py, where they all are visited.
"""

import re

from page_looks import Window
from playwright.sync_api import expect
from tab_walk import settle_each

from journeybook.catalogue import Catalogue
from page_signs import press, until

JOURNEY = "online-bestellen"


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
        settle_each(page)
        window.resize(390)
        settle_each(page)
        window.resize(1280)
        settle_each(page)


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
