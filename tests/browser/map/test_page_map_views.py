"""How a map is looked at: all of it or one stage that is read, all personas or one; the address keeps it."""

import re

import pytest
from map_looks import COLUMNS
from page_looks import Window
from playwright.sync_api import Locator, Page, expect

from page_signs import press, until

JOURNEY = "journeys/online-bestellen/"
STAGES = ("awareness", "consideration", "purchase", "delivery", "support", "loyalty")


def stage(page: Page, name: str) -> Locator:
    """The link in the head of a stage."""
    return page.locator(f"th.jb-map__stage [data-jb-open={name}]")


def expect_read(page: Page, name: str) -> None:
    """Wait until one stage is read and the others are strips, or, without a name, until all of the map is shown."""
    for each in STAGES:
        expect(stage(page, each)).to_have_attribute("aria-expanded", str(each == name).lower())
    expect(page).to_have_url(re.compile(rf"\?stage={name}$" if name else r"/online-bestellen/$"))
    expect(page.get_by_role("radio", name="Lesen" if name else "Überblick")).to_be_checked()
    script = f"""open => {{
      const columns = ({COLUMNS})(), read = columns.filter(([isOpen]) => isOpen).map(([, width]) => width);
      const others = columns.filter(([isOpen]) => !isOpen).map(([, width]) => width);
      return open ? read.length && Math.min(...read) >= 150 && Math.max(...others) <= 31 : !read.length;
    }}"""
    until(page, script, bool(name))


def test_a_click_on_a_stage_reads_it_and_the_address_keeps_it(window: Window) -> None:
    page = window.visit(JOURNEY)
    expect_read(page, "")

    stage(page, "support").click()
    expect_read(page, "support")
    page.reload()
    expect_read(page, "support")
    stage(page, "purchase").click()
    expect_read(page, "purchase")
    stage(page, "purchase").click()
    expect(page).to_have_url(f"{window.base}/{JOURNEY}purchase/")


def test_keys_read_a_stage_walk_to_its_neighbours_and_go_back(window: Window) -> None:
    page = window.visit(JOURNEY)
    stage(page, "delivery").press("Enter")
    expect_read(page, "delivery")

    press(page, "ArrowRight")
    expect_read(page, "support")
    expect(stage(page, "support")).to_be_focused()
    press(page, "ArrowRight")
    expect_read(page, "loyalty")
    press(page, "ArrowRight")
    expect_read(page, "loyalty")
    press(page, "ArrowLeft")
    expect_read(page, "support")
    press(page, "Escape")
    expect_read(page, "")
    expect(stage(page, "support")).to_be_focused()


def test_the_view_is_changed_by_keyboard_and_comes_back_to_the_stage(window: Window) -> None:
    page = window.visit(f"{JOURNEY}?stage=purchase")
    expect_read(page, "purchase")
    page.get_by_role("radio", name="Lesen").focus()

    press(page, "ArrowLeft")
    expect_read(page, "")
    label = page.locator("label", has=page.get_by_role("radio", name="Überblick")).locator("span")
    expect(label).to_have_css("outline-style", "solid")
    press(page, "ArrowRight")
    expect_read(page, "purchase")


def test_a_click_with_a_key_held_follows_the_link_of_a_stage(window: Window) -> None:
    page = window.visit(JOURNEY)
    with page.context.expect_page() as opened:
        stage(page, "support").click(modifiers=["ControlOrMeta"])

    expect(opened.value).to_have_url(f"{window.base}/{JOURNEY}support/")
    expect_read(page, "")


def test_an_unknown_choice_in_the_address_shows_everything(window: Window) -> None:
    page = window.visit(f"{JOURNEY}?stage=nonsense&persona=nobody")

    expect(page.get_by_role("radio", name="Überblick")).to_be_checked()
    expect(page.get_by_role("radio", name="Alle", exact=True)).to_be_checked()
    expect(page.locator(".is-dimmed")).to_have_count(0)


def test_a_persona_puts_the_lines_of_the_others_behind(window: Window) -> None:
    page = window.visit(JOURNEY)
    lines = page.locator(".jb-cell__lines > g")
    own, others = page.locator(".jb-map [data-jb-of=anna]"), page.locator(".jb-map [data-jb-of=deniz]")
    count = lines.count()

    page.get_by_role("radio", name="Anna Berger").focus()
    press(page, "Space")
    expect(page).to_have_url(f"{window.base}/{JOURNEY}?persona=anna")
    expect(page.locator(".jb-cell__lines > g.is-dimmed")).to_have_count(count // 2)
    expect(others.first).to_have_css("opacity", re.compile(r"^0\.[1-4]"))
    expect(own.first).to_have_css("opacity", "1")

    page.reload()
    expect(page.get_by_role("radio", name="Anna Berger")).to_be_checked()
    expect(page.locator(".jb-point[data-jb-of=deniz]").first).to_be_hidden()
    expect(page.locator(".jb-point[data-jb-of=anna]").first).to_be_visible()
    expect(page.locator(".jb-point[data-jb-of~=deniz][data-jb-of~=anna]").first).to_be_visible()
    page.get_by_role("button", name="Alle Zeilen").click()
    voice = page.locator(".jb-map q[data-jb-of=deniz]").first
    expect(voice).to_be_visible()
    expect(voice).to_have_css("opacity", re.compile(r"^0\.[1-4]"))
    page.get_by_role("radio", name="Alle", exact=True).check()
    expect(page).to_have_url(f"{window.base}/{JOURNEY}")
    expect(voice).to_have_css("opacity", "1")
    expect(page.locator(".is-dimmed")).to_have_count(0)


@pytest.mark.parametrize("address", ["journeys/kurz/", "journeys/sechzig/"])
def test_a_journey_of_one_persona_offers_no_choice(small_window: Window, address: str) -> None:
    page = small_window.visit(address)

    expect(page.get_by_role("radio", name="Überblick")).to_be_visible()
    expect(page.locator("[name=jb-persona]")).to_have_count(0)
