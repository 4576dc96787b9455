"""The map of a journey: it scrolls with its heads in sight, is reached by keyboard and by anchor."""

import pytest
from page_looks import Window
from playwright.sync_api import Page, expect

from journeybook.catalogue import Catalogue
from page_signs import PAINTED, press, until

JOURNEY = "online-bestellen"
HIT = """element => {
  const box = element.getBoundingClientRect(), header = document.querySelector(".md-header");
  const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 20));
  const below = header ? box.top >= header.getBoundingClientRect().bottom - 1 : box.top >= 0;
  return {below, inSight: element.contains(at)};
}"""
EDGES = """map => {
  const box = map.getBoundingClientRect(), at = selector => map.querySelector(selector).getBoundingClientRect();
  return {
    moved: [map.scrollLeft > 200, map.scrollTop > 100],
    heads: Math.round(at(".jb-map__stage").top - box.top),
    names: [...map.querySelectorAll("tbody .jb-map__name")].map(e => Math.round(e.getBoundingClientRect().left - box.left)),
  };
}"""


@pytest.mark.parametrize("width", [390, 800])
def test_stage_heads_and_lane_names_stay_in_sight(window: Window, example: Catalogue, width: int) -> None:
    window.resize(width)
    page = window.visit(f"journeys/{JOURNEY}/")
    found = page.locator(".jb-map")
    found.scroll_into_view_if_needed()
    found.evaluate("map => map.scrollTo({left: 500, top: 260, behavior: 'instant'})")
    edges = found.evaluate(EDGES)

    assert edges["moved"] == [True, True]
    assert edges["heads"] == 1
    assert set(edges["names"]) == {1}
    assert len(edges["names"]) > 8
    stages = example.journeys[JOURNEY].stages
    reached = [
        stage.title
        for stage, link in zip(stages, page.locator(".jb-map__stage > a").all(), strict=True)
        if link.evaluate(HIT)["inSight"]
    ]
    assert len(reached) >= 2
    assert reached == [stage.title for stage in stages if stage.title in reached]


def test_the_lane_names_take_no_width_on_a_phone(window: Window) -> None:
    window.resize(390)
    page = window.visit(f"journeys/{JOURNEY}/")
    cell = page.locator(".jb-lane--actions > td").first.bounding_box()
    name = page.locator(".jb-lane--actions > th").bounding_box()
    around = page.locator(".jb-map").bounding_box()

    assert cell is not None
    assert name is not None
    assert around is not None
    assert cell["x"] - around["x"] <= 1
    assert name["y"] + name["height"] <= cell["y"] + 1
    heads = page.locator(".jb-map__step").evaluate_all("list => list.map(e => Math.round(e.offsetLeft))")
    cells = page.locator(".jb-lane--actions > td").evaluate_all(
        "list => list.map(e => Math.round(e.offsetLeft))"
    )
    assert heads == cells


@pytest.mark.parametrize("width", [390, 1280])
def test_anchors_of_steps_land_on_the_step_in_map_and_stage(
    window: Window, example: Catalogue, width: int
) -> None:
    journey = example.journeys[JOURNEY]
    window.resize(width)
    for stage in (journey.stages[0], journey.stages[-1]):
        step = stage.steps[-1]
        page = window.visit(f"journeys/{JOURNEY}/#{step.id}")
        expect_in_sight(page, f"th#{step.id}")
        page = window.visit(f"journeys/{JOURNEY}/{stage.id}/#{step.id}")
        expect_in_sight(page, f"article#{step.id}")


def expect_in_sight(page: Page, selector: str) -> None:
    """Wait until an element lies below the header with nothing over it, and stays so for some frames."""
    script = f"""selector => {{
      const seen = Object.values(({HIT})(document.querySelector(selector))).every(Boolean);
      window.framesInSight = seen ? (window.framesInSight ?? 0) + 1 : 0;
      return window.framesInSight > 10;
    }}"""
    until(page, script, selector)


def test_the_keyboard_reaches_the_map_scrolls_it_and_goes_on_to_its_links(window: Window) -> None:
    window.page.set_viewport_size({"width": 800, "height": 700})
    page = window.visit(f"journeys/{JOURNEY}/")
    until(page, "() => document.querySelector('.jb-map').tabIndex === 0")
    page.get_by_role("heading", level=1).click()
    for _ in range(50):
        press(page, "Tab")
        page.evaluate(PAINTED)
        if page.locator(".jb-map:focus").count():
            break
    expect(page.locator(".jb-map:focus-visible")).to_have_css("outline-style", "solid")

    press(page, "ArrowRight")
    until(page, "() => document.querySelector('.jb-map').scrollLeft > 0")
    press(page, "ArrowDown")
    until(page, "() => document.querySelector('.jb-map').scrollTop > 0")
    press(page, "Tab")
    expect(page.locator(".jb-map__stage > a:focus")).to_have_css("outline-style", "solid")
