"""A map on a phone: a list with a curve beside it, one direction, and links that land on a step."""

from collections.abc import Iterator

import pytest
from page_looks import Window
from playwright.sync_api import Browser, expect

from journeybook.catalogue import Catalogue
from page_signs import BELOW_HEADER, until

JOURNEY = "online-bestellen"
SWIPED = """() => {
  window.scrollTo({left: 200, top: 600, behavior: "instant"});
  return scrollX === 0 && scrollY > 500;
}"""
"""Whether a page moves down and not to the side."""

LINES = """elements => {
  const rows = [];
  for (const element of elements) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), range = document.createRange();
    while (walker.nextNode()) {
      range.selectNodeContents(walker.currentNode);
      const parent = walker.currentNode.parentElement;
      if (parent.checkVisibility() && !parent.closest(".jb-hidden")) rows.push(...range.getClientRects());
    }
  }
  rows.sort((one, other) => one.bottom - other.bottom);
  return rows.filter((row, at) => row.width && (!at || row.bottom - rows[at - 1].bottom > row.height / 2)).length;
}"""
"""The number of lines that the texts of some elements take."""


@pytest.fixture(scope="module")
def shared_phone(browser: Browser) -> Iterator[Window]:
    """A window of a phone, which is touched."""
    with Window.open(browser, "about:blank", width=390, has_touch=True, is_mobile=True) as window:
        yield window


@pytest.fixture
def phone(shared_phone: Window, base: str) -> Iterator[Window]:
    with shared_phone.at(base) as window:
        yield window


def test_a_phone_shows_the_list_and_moves_in_one_direction(phone: Window, example: Catalogue) -> None:
    journey = example.journeys[JOURNEY]
    page = phone.visit(f"journeys/{JOURNEY}/")
    expect(page.locator(".jb-map")).to_be_hidden()
    steps = page.locator(".jb-thread__step")
    expect(steps).to_have_count(len(list(journey.steps)))

    expect(steps.locator("visible=true")).to_have_count(len(list(journey.steps)))
    assert page.locator("h1 + .jb-facts__list, .jb-low").evaluate_all(LINES) <= 4
    expect(page.get_by_role("radio", name="Überblick")).to_be_hidden()
    until(page, SWIPED)
    for step, item in zip(journey.steps, steps.all(), strict=True):
        expect(item).to_contain_text(f"{step.number} ")
        for pain in step.pain_points:
            expect(item).to_contain_text(pain.record.title)
    rails = page.locator(".jb-thread__rail .jb-point")
    assert rails.count() == page.locator(".jb-map .jb-point").count()


def test_a_tap_on_a_step_opens_all_of_it(phone: Window, example: Catalogue) -> None:
    step = list(example.journeys[JOURNEY].steps)[3]
    page = phone.visit(f"journeys/{JOURNEY}/")
    page.locator(f"[data-jb-at={step.id}] .jb-thread__title").tap()

    dialog = page.get_by_role("dialog", name=f"{step.number} {step.title}")
    expect(dialog).to_be_in_viewport()
    for entry in [*step.record.thoughts, *step.record.doubts]:
        expect(dialog).to_contain_text(entry.text)


def test_a_link_to_a_step_lands_on_its_item(phone: Window, example: Catalogue) -> None:
    step = example.journeys[JOURNEY].stages[-1].steps[0]
    page = phone.visit(f"journeys/{JOURNEY}/#{step.id}")

    until(page, BELOW_HEADER, f"[data-jb-at={step.id}]")
    expect(page.locator(f"[data-jb-at={step.id}]")).to_be_in_viewport()


def test_the_choice_of_a_persona_holds_in_the_list(phone: Window) -> None:
    page = phone.visit(f"journeys/{JOURNEY}/")
    page.locator(".jb-who label", has_text="Anna Berger").tap()

    expect(page.locator(".jb-thread [data-jb-of=deniz]").first).to_have_class("jb-line--0 is-dimmed")
    expect(page.locator(".jb-thread .jb-point[data-jb-of=anna].is-dimmed")).to_have_count(0)
