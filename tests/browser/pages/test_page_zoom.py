"""With high contrast and without motion: nothing is lost."""

import pytest
from page_looks import DIAGRAMS_IN_SIGHT, OPEN, Window
from playwright.sync_api import expect

from page_signs import press, until

# Our own motion; Material's frame turns its own off itself.
MOVING = """() => [...document.querySelectorAll(".jb-page, .jb-page *, .jb-diagram *, dialog, dialog *")].filter(e => {
  const style = getComputedStyle(e), seconds = text => Math.max(...text.split(", ").map(parseFloat));
  return style.scrollBehavior === "smooth" || seconds(style.transitionDuration) > 0.01 ||
    (style.animationName !== "none" && seconds(style.animationDuration) > 0.01);
}).map(e => `${e.localName}.${e.className}`)"""
JOURNEY = "journeys/online-bestellen/"


def test_who_wants_no_motion_gets_none(window: Window) -> None:
    window.page.emulate_media(reduced_motion="reduce")
    for address in ("", JOURNEY, "touchpoints/", "personas/anna/"):
        page = window.visit(address)
        assert page.evaluate(MOVING) == [], address
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.fixture
def contrast(window: Window) -> Window:
    window.page.emulate_media(forced_colors="active")
    return window


def styles(window: Window, selector: str, *names: str) -> list[str]:
    found: list[str] = window.page.locator(selector).first.evaluate(
        "(element, names) => names.map(name => getComputedStyle(element)[name])", list(names)
    )
    return found


def test_high_contrast_keeps_faces_curve_and_bars(contrast: Window) -> None:
    contrast.visit(JOURNEY)
    paper = styles(contrast, ".jb-map", "backgroundColor")[0]

    assert contrast.page.evaluate("matchMedia('(forced-colors: active)').matches")
    for selector, name in (
        (".jb-curve__line", "stroke"),
        (".jb-face circle", "fill"),
        (".jb-severity i.is-on", "backgroundColor"),
        (".jb-severity i:not(.is-on)", "borderTopColor"),
        (".jb-point > a", "borderTopColor"),
    ):
        assert styles(contrast, selector, name) not in ([paper], ["none"], ["rgba(0, 0, 0, 0)"]), selector
    on, off = (
        styles(contrast, f".jb-severity i{which}", "backgroundColor") for which in (".is-on", ":not(.is-on)")
    )
    assert on != off
    assert styles(contrast, ".jb-point.is-low > a", "outlineStyle") == ["solid"]


def test_high_contrast_keeps_the_focus_and_draws_diagrams(contrast: Window) -> None:
    page = contrast.visit("journeys/schuhe-im-laden-kaufen/")
    page.evaluate(OPEN)
    until(page, DIAGRAMS_IN_SIGHT)
    page.locator(".jb-map__step > a").first.focus()
    press(page, "Tab")

    expect(page.locator(":focus")).to_have_css("outline-style", "solid")
    assert page.locator(".jb-diagram--drawn .nodeLabel").count() > 4
