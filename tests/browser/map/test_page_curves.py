"""The satisfaction curve: one line over the borders of cells, points that say their value and step, marked lows."""

import pytest
from map_looks import BORDERS
from page_looks import Window
from playwright.sync_api import Locator, Page, expect

from journeybook.catalogue import Catalogue
from journeybook.pages.curves.lines import satisfaction_rows
from page_signs import PAINTED, press

JOURNEY = "online-bestellen"
OVERLAPS = """points => points.flatMap((one, at) => points.slice(at + 1).filter(other => {
  const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 1 && height > a.height / 3;
}).map(other => `${one.textContent} / ${other.textContent}`))"""


def test_no_point_of_the_curve_hides_another(window: Window) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    points = page.locator(".jb-map .jb-point > a")
    for direction in ("ltr", "rtl"):
        page.evaluate("dir => { document.documentElement.dir = document.body.dir = dir; }", direction)
        page.evaluate(PAINTED)
        mirrored = "matrix(-1, 0, 0, 1, 0, 0)" if direction == "rtl" else "none"
        expect(page.locator(".jb-cell__lines").first).to_have_css("transform", mirrored)

        assert points.count() > 18
        assert points.evaluate_all(OVERLAPS) == [], direction


def expect_joined(page: Page, values: list[list[float | None]]) -> None:
    """A line leaves a cell where it enters the next, wherever both have a value, and nowhere else."""
    for line, row in enumerate(values):
        borders = page.evaluate(BORDERS, line)
        assert len(borders) == len(row) - 1
        for at, (out, back) in enumerate(borders):
            if None in row[at : at + 2]:
                assert (out, back) == (None, None)
            else:
                assert out == pytest.approx(back, abs=0.05)


@pytest.mark.parametrize("name", [JOURNEY, "vom-erstkauf-zur-empfehlung"])
def test_lines_meet_at_the_borders_of_cells_in_overview_and_reading(
    window: Window, example: Catalogue, name: str
) -> None:
    values = [row for _, row in satisfaction_rows(example.journeys[name])]
    page = window.visit(f"journeys/{name}/")
    expect_joined(page, values)
    before = page.evaluate(BORDERS, 0)

    page.locator("th.jb-map__stage > [data-jb-open]").nth(1).click()
    expect(page.locator(".jb-map.is-reading")).to_be_visible()
    expect_joined(page, values)
    assert page.evaluate(BORDERS, 0) != before  # it is drawn anew for columns that differ


def expect_shown(tip: Locator) -> None:
    expect(tip).to_have_css("clip-path", "none")


def expect_hidden(tip: Locator) -> None:
    expect(tip).not_to_have_css("clip-path", "none")


def test_a_point_tells_its_step_under_the_mouse_and_the_focus(window: Window) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    point = page.get_by_role(
        "link",
        name="2 von 5: Ich will meine Größe herausfinden (Deniz Aydin, Anna Berger), Tiefpunkt, Moment der Wahrheit",
    )
    tip = point.locator(".jb-point__tip")
    expect_hidden(tip)

    point.hover()
    expect_shown(tip)
    expect(tip).to_be_in_viewport(ratio=1)
    page.mouse.move(5, 5)
    expect_hidden(tip)
    press(page, "Tab")
    point.focus()
    expect_shown(tip)

    press(page, "Enter")
    expect(page.get_by_role("dialog", name="4 Ich will meine Größe herausfinden")).to_be_visible()


def test_tips_at_both_ends_stay_in_the_map(window: Window) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    points = page.locator(".jb-map .jb-point > a")
    for point in (points.first, points.last):
        point.hover()
        expect_shown(point.locator(".jb-point__tip"))
        expect(point.locator(".jb-point__tip")).to_be_in_viewport(ratio=1)


def test_only_true_low_points_are_marked_and_equal_values_are_one_point(window: Window) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    low = page.locator(".jb-map .jb-point.is-low")
    expect(low.first).to_be_visible()

    values = [float(text) for text in low.locator(".jb-point__value").all_inner_texts()]
    assert values
    assert max(values) <= 2
    said = page.locator(".jb-map .jb-point__tip", has_text="Tiefpunkt")
    assert said.count() == len(values)
    places = page.locator(".jb-cell").evaluate_all(
        "cells => cells.map(cell => [...cell.querySelectorAll('.jb-point')].map(point => point.style.top))"
    )
    assert [place for place in places if len(set(place)) < len(place)] == []
    shared = page.locator(".jb-map .jb-point.is-shared")
    expect(shared.first).to_have_attribute("data-jb-of", "deniz anna")


def test_a_step_without_a_value_says_so_and_is_bridged_by_dots(window: Window) -> None:
    page = window.visit("journeys/vom-erstkauf-zur-empfehlung/")
    cells = page.locator(".jb-cell")
    empty = cells.filter(has=page.locator(".jb-cell__none"))

    expect(empty).to_have_count(1)
    expect(empty).to_contain_text("kein Wert")
    expect(empty.locator(".jb-point")).to_have_count(0)
    expect(empty.locator(".jb-curve__gap").first).to_have_css("stroke-dasharray", "2px, 5px")
    expect(page.locator(".jb-curve > th")).to_contain_text("1 Schritt ohne Wert")


def test_each_persona_has_a_line_of_its_own_and_a_name(window: Window) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")

    assert page.locator(".jb-curve .jb-legend li").all_text_contents() == ["Deniz Aydin", "Anna Berger"]
    lines = page.locator(".jb-who .jb-line-sample path").evaluate_all(
        "lines => lines.map(line => getComputedStyle(line)).map(style => style.strokeDasharray + style.stroke)"
    )
    assert len(set(lines)) == len(lines) == 2


def test_the_curve_of_the_future_lies_before_that_of_today(window: Window) -> None:
    page = window.visit("journeys/online-bestellen-kuenftig/")

    expect(page.locator(".jb-map .jb-line--ghost path").first).to_have_css("display", "inline")
