"""The satisfaction curve: each point says its value and its step, low points and moments of truth are named."""

import pytest
from page_looks import Window
from playwright.sync_api import Locator, expect

from page_signs import press

JOURNEY = "journeys/online-bestellen/"
OVERLAPS = """points => points.flatMap((one, at) => points.slice(at + 1).filter(other => {
  const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
  return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
}).map(other => `${one.textContent} / ${other.textContent}`))"""


@pytest.mark.parametrize("width", [390, 1280])
def test_no_point_of_the_curve_hides_another(window: Window, width: int) -> None:
    window.resize(width)
    points = window.visit(JOURNEY).locator(".jb-point > a")

    assert points.count() > 20
    assert points.evaluate_all(OVERLAPS) == []


def test_no_point_of_three_personas_hides_another(small_window: Window) -> None:
    points = small_window.visit("journeys/lang/").locator(".jb-point > a")

    assert points.count() > 90
    assert points.evaluate_all(OVERLAPS) == []


def expect_shown(tip: Locator) -> None:
    expect(tip).to_have_css("clip-path", "none")


def expect_hidden(tip: Locator) -> None:
    expect(tip).not_to_have_css("clip-path", "none")


def test_a_point_tells_its_step_under_the_mouse_and_the_focus(window: Window) -> None:
    page = window.visit(JOURNEY)
    point = page.get_by_role(
        "link",
        name="2 von 5: Ich will meine Größe herausfinden (Anna Berger), Tiefpunkt, Moment der Wahrheit",
    )
    tip = point.locator(".jb-point__tip")
    expect_hidden(tip)

    point.hover()
    expect_shown(tip)
    expect(tip).to_be_in_viewport()
    page.mouse.move(5, 5)
    expect_hidden(tip)
    press(page, "Tab")
    point.focus()
    expect_shown(tip)

    press(page, "Enter")
    expect(page.get_by_role("dialog", name="4 Ich will meine Größe herausfinden")).to_be_visible()


def test_low_points_moments_of_truth_and_gaps_are_named(window: Window) -> None:
    page = window.visit("journeys/vom-erstkauf-zur-empfehlung/")
    signs = [sign.strip() for sign in page.locator(".jb-sign").all_inner_texts()]

    assert len(signs) == page.locator(".jb-map__step").count()
    assert {place: text.split("\n") for place, text in enumerate(signs, start=1) if text} == {
        3: ["★ Moment der Wahrheit"],
        6: ["★ Moment der Wahrheit"],
        9: ["kein Wert"],
        10: ["▾ Tiefpunkt"],
    }
    expect(page.locator(".jb-lane--curve th")).to_contain_text("1 Schritt ohne Wert")
    assert page.locator(".jb-curve__gap").first.get_attribute("d") != ""


def test_each_persona_has_a_line_of_its_own_and_stands_in_the_legend(window: Window) -> None:
    page = window.visit(JOURNEY)

    assert page.locator(".jb-legend li").all_inner_texts() == ["Deniz Aydin", "Anna Berger"]
    dashes = page.locator(".jb-legend path").evaluate_all(
        "lines => lines.map(line => getComputedStyle(line).strokeDasharray)"
    )
    assert len(set(dashes)) == len(dashes)
