"""The window around a map: no scrolling where there is room, arrows where there is not, full width and full screen."""

from page_looks import Window
from playwright.sync_api import Page, expect

from page_signs import press, until

JOURNEY = "journeys/online-bestellen/"
ROOM = "map => map.scrollWidth - map.clientWidth"


def width(page: Page, selector: str = ".jb-map") -> int:
    return int(page.locator(selector).evaluate("element => element.getBoundingClientRect().width"))


def test_thirteen_steps_need_no_scrolling_on_a_laptop(window: Window) -> None:
    page = window.visit(JOURNEY)

    assert page.locator(".jb-map__step").count() == 13
    assert page.locator(".jb-map").evaluate(ROOM) == 0
    expect(page.locator(".jb-tools__move")).to_be_hidden()


def test_a_map_that_scrolls_says_so_and_moves_by_buttons(small_window: Window) -> None:
    small_window.page.emulate_media(reduced_motion="reduce")
    page = small_window.visit("journeys/lang/")
    shown = page.locator(".jb-tools__move output")
    back = page.get_by_role("button", name="Ein Stück zurück")
    on = page.get_by_role("button", name="Ein Stück weiter")

    expect(shown).to_have_text("Schritte 1 bis 9 von 40")
    expect(back).to_be_disabled()
    on.click()
    expect(shown).to_have_text("Schritte 8 bis 17 von 40")
    page.locator(".jb-map").evaluate("map => map.scrollTo({left: map.scrollWidth, behavior: 'instant'})")
    expect(shown).to_have_text("Schritte 32 bis 40 von 40")
    expect(on).to_be_disabled()
    back.click()
    expect(on).to_be_enabled()


def test_full_width_is_a_choice_that_is_remembered(window: Window) -> None:
    window.page.set_viewport_size({"width": 1800, "height": 900})
    page = window.visit(JOURNEY)
    wide = page.get_by_role("button", name="Volle Breite")
    expect(wide).to_have_attribute("aria-pressed", "true")
    assert width(page) > 1700

    wide.click()
    expect(wide).to_have_attribute("aria-pressed", "false")
    assert width(page) == width(page, ".jb-page") < 1400
    page.reload()
    expect(wide).to_have_attribute("aria-pressed", "false")
    assert width(page) < 1400
    assert window.look()["too wide"] == 0


def test_a_short_journey_stays_in_its_column_and_is_not_stretched(small_window: Window) -> None:
    page = small_window.visit("journeys/kurz/")

    expect(page.get_by_role("button", name="Volle Breite")).to_have_attribute("aria-pressed", "false")
    assert width(page) < 450


def test_full_screen_shows_the_map_with_its_title_and_its_dialog(window: Window) -> None:
    page = window.visit(JOURNEY)
    page.get_by_role("button", name="Vollbild").click()
    until(page, "() => document.fullscreenElement?.matches('[data-jb-chart]')")

    expect(page.locator(".jb-chart__title")).to_be_visible()
    expect(page.get_by_role("button", name="Vollbild")).to_have_attribute("aria-pressed", "true")
    until(page, "() => document.querySelector('.jb-map').getBoundingClientRect().width > 1200")
    page.locator(".jb-map__step a").first.click()
    expect(page.locator("dialog.jb-dialog")).to_be_in_viewport()
    press(page, "Escape")
    expect(page.locator("dialog.jb-dialog")).to_be_hidden()

    page.get_by_role("button", name="Vollbild").click()
    until(page, "() => !document.fullscreenElement")
    expect(page.locator(".jb-chart__title")).to_be_hidden()
