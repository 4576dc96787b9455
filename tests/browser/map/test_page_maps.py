"""The map of a journey: it scrolls with its heads in sight, is reached by keyboard and by anchor."""

import pytest
from page_looks import Window
from playwright.sync_api import Browser, Page

from journeybook.catalogue import Catalogue

JOURNEY = "online-bestellen"
HIT = """element => {
  const box = element.getBoundingClientRect(), header = document.querySelector(".md-header");
  const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 20));
  const below = header ? box.top >= header.getBoundingClientRect().bottom - 1 : box.top >= 0;
  return {below, inSight: element.contains(at)};
}"""
VISIBLE = {"below": True, "inSight": True}
EDGES = """map => {
  const box = map.getBoundingClientRect(), at = selector => map.querySelector(selector).getBoundingClientRect();
  return {
    moved: [map.scrollLeft > 200, map.scrollTop > 100],
    heads: Math.round(at(".jb-map__stage").top - box.top),
    names: [...map.querySelectorAll("tbody .jb-map__name")].map(e => Math.round(e.getBoundingClientRect().left - box.left)),
  };
}"""


@pytest.mark.parametrize("width", [390, 800])
def test_stage_heads_and_lane_names_stay_in_sight(
    browser: Browser, base: str, example: Catalogue, width: int
) -> None:
    with Window.open(browser, base, width=width) as window:
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


def test_the_lane_names_take_no_width_on_a_phone(browser: Browser, base: str) -> None:
    with Window.open(browser, base, width=390) as window:
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
    browser: Browser, base: str, example: Catalogue, width: int
) -> None:
    journey = example.journeys[JOURNEY]
    with Window.open(browser, base, width=width) as window:
        for stage in (journey.stages[0], journey.stages[-1]):
            step = stage.steps[-1]
            page = window.visit(f"journeys/{JOURNEY}/#{step.id}")
            assert settled(page, f"th#{step.id}") == VISIBLE, step.id
            page = window.visit(f"journeys/{JOURNEY}/{stage.id}/#{step.id}")
            assert settled(page, f"article#{step.id}") == VISIBLE, step.id


def settled(page: Page, selector: str) -> object:
    """Where an element lies, once the page does not move any more."""
    page.wait_for_function(
        """async selector => {
          const top = () => document.querySelector(selector).getBoundingClientRect().top, first = top();
          await new Promise(done => setTimeout(done, 150));
          return Math.abs(top() - first) < 1;
        }""",
        arg=selector,
    )
    return page.locator(selector).evaluate(HIT)


def test_the_keyboard_reaches_the_map_scrolls_it_and_goes_on_to_its_links(window: Window) -> None:
    window.page.set_viewport_size({"width": 800, "height": 700})
    page = window.visit(f"journeys/{JOURNEY}/")
    focused = "document.activeElement.matches"
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate(f"{focused}('.jb-map')"):
            break
    assert page.evaluate(f"{focused}('.jb-map:focus-visible')")
    assert page.locator(".jb-map").evaluate("map => getComputedStyle(map).outlineStyle") == "solid"

    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.jb-map').scrollLeft > 0")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => document.querySelector('.jb-map').scrollTop > 0")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{focused}('.jb-map__stage > a')")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
