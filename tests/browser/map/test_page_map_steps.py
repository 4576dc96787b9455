"""A click on a step opens everything that is known about it, and its link leads to the stage's page."""

import re
from collections.abc import Callable

import pytest
from page_looks import FINE, Window
from playwright.sync_api import expect

from journeybook.catalogue import Catalogue
from page_signs import press

JOURNEY = "online-bestellen"


@pytest.mark.parametrize("width", [390, 1280])
def test_a_step_opens_in_full(window: Window, example: Catalogue, width: int) -> None:
    step = list(example.journeys[JOURNEY].steps)[3]
    window.resize(width)
    page = window.visit(f"journeys/{JOURNEY}/")
    page.locator(f"[data-jb-map] [data-jb-step={step.id}]:visible").first.click()
    dialog = page.get_by_role("dialog", name=f"{step.number} {step.title}")

    expect(dialog.get_by_role("heading", level=2)).to_have_text(f"{step.number} {step.title}")
    for entry in [*step.record.actions, *step.record.thoughts, *step.record.doubts]:
        expect(dialog).to_contain_text(entry.text)
    for pain in step.pain_points:
        expect(dialog).to_contain_text(pain.record.title)
    for opportunity in step.opportunities:
        link = dialog.get_by_role("link", name=opportunity.record.title)
        address = f"{window.base}/journeys/{JOURNEY}/consideration/#opportunity_{opportunity.id}"
        expect(link).to_have_attribute("href", address)
    for point in step.touchpoints:
        link = dialog.get_by_role("link", name=point.title).first
        expect(link).to_have_attribute("href", f"{window.base}/touchpoints/{point.id}/")
    expect(dialog.locator("header .jb-answer")).to_be_visible()
    assert (
        page.evaluate(
            "document.querySelectorAll('[id]').length - new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size"
        )
        == 0
    )
    assert window.look() == FINE


def test_the_dialog_turns_to_the_steps_beside_and_gives_the_focus_back(
    window: Window, example: Catalogue
) -> None:
    steps = list(example.journeys[JOURNEY].steps)
    page = window.visit(f"journeys/{JOURNEY}/")
    page.locator(".jb-map__step > a").first.press("Enter")
    dialog = page.locator("dialog.jb-dialog")
    heading = dialog.get_by_role("heading", level=2)
    before, after = (dialog.get_by_role("button", name=f"Schritt {way}") for way in ("davor", "danach"))

    expect(before).to_be_disabled()
    for number, step in enumerate(steps[1:], start=2):
        after.click()
        expect(heading).to_have_text(f"{number} {step.title}")
    expect(after).to_be_disabled()
    before.click()
    expect(heading).to_have_text(f"{len(steps) - 1} {steps[-2].title}")

    press(page, "Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator(f"th#{steps[-2].id} > a")).to_be_focused()


def test_the_dialog_closes_by_its_button_and_by_a_click_beside_it(window: Window) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    dialog = page.locator("dialog.jb-dialog")
    ways: tuple[Callable[[], None], ...] = (
        lambda: dialog.get_by_role("button", name="Schließen").click(),
        lambda: page.mouse.click(5, 400),
    )
    for close in ways:
        page.locator(".jb-map__step > a").first.click()
        expect(dialog).to_be_visible()
        close()
        expect(dialog).to_be_hidden()


def test_the_dialog_leads_to_the_step_on_the_page_of_its_stage(window: Window, example: Catalogue) -> None:
    stage = example.journeys[JOURNEY].stages[2]
    step = stage.steps[0]
    page = window.visit(f"journeys/{JOURNEY}/")
    page.locator(f"th#{step.id} > a").click()
    page.locator("dialog.jb-dialog").get_by_role("link", name="Auf der Seite der Phase").click()

    expect(page).to_have_url(f"{window.base}/journeys/{JOURNEY}/{stage.id}/#{step.id}")
    expect(page.locator(f"article#{step.id}")).to_be_in_viewport()


def test_a_click_with_a_key_held_follows_the_link(window: Window) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    with page.context.expect_page() as opened:
        page.locator(".jb-map__step > a").first.click(modifiers=["ControlOrMeta"])
    expect(opened.value).to_have_url(re.compile(rf"/journeys/{JOURNEY}/awareness/#"))
    expect(page.locator("dialog.jb-dialog")).to_be_hidden()


def test_where_the_stage_cannot_be_fetched_the_link_leads_there(window: Window) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    asked = re.compile(r"/awareness/$")
    page.route(
        asked,
        lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_(),
    )
    page.locator(".jb-map__step > a").first.click()

    expect(page).to_have_url(re.compile(rf"/journeys/{JOURNEY}/awareness/#"))
    expect(page.locator("article:target")).to_be_in_viewport()
    window.expect_complaints("failed: /journeys/", "error: Failed to load resource")
