"""The map as a whole: it fits any window, its curve is in the first screen, its heads stay, its words can be read."""

from statistics import median

import pytest
from map_looks import BROKEN, COLUMNS, FITS, LINES, STICKY
from page_looks import Window
from playwright.sync_api import Page, expect

from journeybook.catalogue import Catalogue
from page_signs import BELOW_HEADER, PAINTED, until

JOURNEY = "online-bestellen"
WIDTHS = (320, 390, 640, 800, 1920, 1280)
HEADS = ".jb-map__stage, .jb-map__step, .jb-map tbody .jb-map__name"


def expect_fits(page: Page, steps: int) -> None:
    """Look at a map in windows of all widths, the laptop's last."""
    expect(page.locator(".jb-map__step")).to_have_count(steps)
    page.emulate_media(reduced_motion="reduce")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        until(page, FITS, width)


LARGE = "() => parseFloat(getComputedStyle(document.querySelector('.jb-map__grid')).fontSize) >= 14"
"""Whether type is as large as it is to be read."""


def test_a_journey_of_one_step_fits_every_window(small_window: Window) -> None:
    expect_fits(small_window.visit("journeys/kurz/"), steps=1)


def read_second_stage(page: Page) -> list[float]:
    """Read a stage, and tell how wide its columns are."""
    page.locator("th.jb-map__stage > [data-jb-open]").nth(1).click()
    expect(page.locator(".jb-map.is-reading")).to_be_visible()
    found: list[tuple[bool, float]] = page.evaluate(COLUMNS)
    return [width for is_open, width in found if is_open]


def expect_low_heads(page: Page) -> None:
    """Scroll, and wait until the heads stand below the header; then they take no more than a fifth of the window."""
    page.locator(".jb-map").evaluate(
        "map => window.scrollTo({top: map.getBoundingClientRect().top + scrollY + 60, behavior: 'instant'})"
    )
    assert until(page, STICKY)["share"] <= 0.2
    page.evaluate("window.scrollTo({top: 0, behavior: 'instant'})")


@pytest.mark.parametrize("name", [JOURNEY, "schuhe-im-laden-kaufen", "online-bestellen-kuenftig"])
def test_the_first_screen_holds_the_curve_and_heads_stay_low_while_scrolling(
    window: Window, name: str
) -> None:
    page = window.visit(f"journeys/{name}/")
    expect(page.locator(".jb-curve")).to_be_in_viewport(ratio=1)
    if name == JOURNEY:
        expect_fits(page, steps=13)
    expect_low_heads(page)

    assert min(read_second_stage(page)) >= 150
    until(page, LARGE)
    expect_low_heads(page)


@pytest.mark.parametrize(("name", "steps"), [("lang", 40), ("sechzig", 60)])
def test_so_they_do_on_long_journeys_which_fit_every_window(
    small_window: Window, name: str, steps: int
) -> None:
    page = small_window.visit(f"journeys/{name}/")
    expect(page.locator(".jb-curve")).to_be_in_viewport(ratio=1)
    expect_fits(page, steps)
    expect_low_heads(page)

    assert min(read_second_stage(page)) >= 60
    until(page, FITS, 1280)
    expect_low_heads(page)


def test_a_stage_that_is_read_has_lines_of_twenty_characters(window: Window) -> None:
    page = window.visit("journeys/schuhe-im-laden-kaufen/?stage=consideration")
    page.get_by_role("button", name="Alle Zeilen").click()
    expect(page.locator(".jb-lane").first).to_be_visible()

    assert median(page.evaluate(LINES, ".jb-run, .is-open .jb-slip__title")) >= 20


@pytest.mark.parametrize("name", [JOURNEY, "schuhe-im-laden-kaufen", "vom-erstkauf-zur-empfehlung"])
def test_no_word_is_broken_without_a_hyphen(window: Window, name: str) -> None:
    page = window.visit(f"journeys/{name}/")
    page.evaluate(PAINTED)
    assert page.evaluate(BROKEN, f"{HEADS}, .jb-slip") == []

    page.get_by_role("button", name="Alle Zeilen").click()
    expect(page.locator(".jb-lane").first).to_be_visible()
    assert page.evaluate(BROKEN, ".jb-run, .jb-map__name") == []


def test_a_link_to_a_step_leads_to_it_on_the_map_and_on_the_page_of_its_stage(
    window: Window, example: Catalogue
) -> None:
    stage = example.journeys[JOURNEY].stages[-1]
    step = stage.steps[0]
    page = window.visit(f"journeys/{JOURNEY}/#{step.id}")
    until(page, BELOW_HEADER, f"th#{step.id}")
    expect(page.locator(f"th#{step.id}")).to_be_in_viewport()
    page = window.visit(f"journeys/{JOURNEY}/{stage.id}/#{step.id}")
    until(page, BELOW_HEADER, f"article#{step.id}")
    expect(page.locator(f"article#{step.id}")).to_be_in_viewport()
