"""Around a map: it is presented on the whole window, and its menus open and close as menus do."""

from page_looks import Window
from playwright.sync_api import Page, expect

from page_signs import press, until

JOURNEY = "journeys/online-bestellen/"
PRESENTED = """() => {
  const chart = document.querySelector("[data-jb-chart]"), box = chart.getBoundingClientRect();
  const header = document.querySelector(".md-header").getBoundingClientRect();
  const at = document.elementFromPoint(header.width / 2, header.height / 2);
  return box.left === 0 && box.top === 0 && box.width >= innerWidth && box.height >= innerHeight && chart.contains(at);
}"""
"""Whether the map fills the window, with nothing of the site over it."""


def present(page: Page) -> None:
    page.get_by_role("button", name="Präsentieren").click()
    until(page, PRESENTED)
    expect(page.locator(".jb-chart__title")).to_be_visible()


def expect_the_page(page: Page) -> None:
    """Wait until the map is a part of its page again."""
    until(page, "() => !document.fullscreenElement")
    expect(page.get_by_role("button", name="Präsentieren")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".jb-chart__title")).to_be_hidden()
    expect(page.locator(".md-header")).to_be_in_viewport()


def test_a_map_is_presented_on_the_whole_window_until_escape(window: Window) -> None:
    window.page.set_viewport_size({"width": 1920, "height": 1080})
    page = window.visit(JOURNEY)
    present(page)
    until(
        page,
        "() => parseFloat(getComputedStyle(document.querySelector('.jb-map__grid')).fontSize) >= 18",
    )
    until(page, "() => document.querySelector('.jb-map').getBoundingClientRect().width > 1800")
    press(page, "Escape")
    expect_the_page(page)
    expect(page.get_by_role("button", name="Präsentieren")).to_be_focused()

    present(page)
    page.get_by_role("button", name="Präsentieren").click()
    expect_the_page(page)


def test_a_presenter_walks_the_stages_and_opens_a_step(window: Window) -> None:
    page = window.visit(JOURNEY)
    present(page)
    page.locator("th.jb-map__stage [data-jb-open=purchase]").click()
    press(page, "ArrowRight")
    expect(page.locator("th.jb-map__stage.is-open")).to_have_attribute("data-jb-stage", "delivery")

    page.locator("th.jb-map__step.is-open > a").first.click()
    expect(page.locator("dialog.jb-dialog")).to_be_in_viewport()
    press(page, "Escape")
    expect(page.locator("dialog.jb-dialog")).to_be_hidden()
    until(page, PRESENTED)


def test_menus_close_by_escape_and_by_a_click_beside_them(window: Window) -> None:
    page = window.visit(JOURNEY)
    for name, says in (("Zeichen", "Moment der Wahrheit"), ("Teilen", "Nur die Map drucken")):
        summary = page.locator("summary", has_text=name)
        entry = page.locator(".jb-menu__body").get_by_text(says)
        expect(entry).to_be_hidden()

        summary.press("Enter")
        expect(entry).to_be_in_viewport(ratio=1)
        press(page, "Escape")
        expect(entry).to_be_hidden()
        expect(summary).to_be_focused()
        summary.click()
        expect(entry).to_be_visible()
        page.locator("h1").click()
        expect(entry).to_be_hidden()


def test_the_signs_of_a_map_are_told_in_its_menu(window: Window) -> None:
    page = window.visit(JOURNEY)
    page.locator("summary", has_text="Zeichen").click()

    signs = page.locator(".jb-signs > li")
    expect(signs).to_have_count(10)
    used = page.locator(".jb-map .jb-proof").evaluate_all("list => [...new Set(list.map(e => e.title))]")
    for text in used:
        expect(page.locator(".jb-signs").get_by_text(text)).to_be_visible()
    assert len(used) >= 3


def test_the_first_screen_says_where_it_goes_worst_at_what_how_proven_it_is_and_who_works_on_it(
    window: Window,
) -> None:
    page = window.visit(JOURNEY)
    step, touchpoint, pain, team = page.locator(".jb-low dd").all()

    expect(page.locator(".jb-low")).to_be_in_viewport(ratio=1)
    expect(page.locator("tr.jb-curve").first).to_be_in_viewport(ratio=1)
    expect(step).to_contain_text("4 Ich will meine Größe herausfinden")
    expect(touchpoint).to_contain_text("Größenberater")
    expect(pain).to_contain_text("gemessen oder erforscht")
    expect(team).to_contain_text("E-Commerce")
    pain.get_by_role("link").click()
    expect(page.locator("[id^=pain_]:target")).to_be_in_viewport()


def test_under_tabs_the_map_has_the_whole_window(window: Window) -> None:
    box = window.visit("journeys/online-bestellen/").locator(".jb-map").bounding_box()

    assert box is not None
    assert (round(box["x"]), round(box["width"])) == (24, 1232)
