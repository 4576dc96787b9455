"""Today and tomorrow in one picture: points tell their step, nothing hides another, it scrolls and prints."""

import subprocess
from pathlib import Path

import pytest
from page_looks import Window
from playwright.sync_api import expect

from page_signs import press, until

FUTURE = "journeys/online-bestellen-kuenftig/"
OVERLAPS = """() => {
  const all = [...document.querySelectorAll(".jb-overlay .jb-point > a")];
  return all.flatMap((one, at) => all.slice(at + 1).filter(other => {
    const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
    return one.parentElement !== other.parentElement
      && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  }).map(other => `${one.parentElement.textContent} / ${other.parentElement.textContent}`));
}"""
WITHIN = """tip => {
  const a = tip.getBoundingClientRect(), b = tip.closest(".jb-overlay__plot").getBoundingClientRect();
  return a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_no_value_of_the_picture_hides_another(window: Window, width: int) -> None:
    window.resize(width)
    page = window.visit(FUTURE)

    assert page.locator(".jb-overlay .jb-point").count() == 25
    assert page.evaluate(OVERLAPS) == []


def test_pointer_and_keyboard_show_the_step_of_a_point(window: Window) -> None:
    page = window.visit(FUTURE)
    spots = page.locator(".jb-overlay .jb-point > a")
    for spot in (spots.first, spots.last):
        tip = spot.locator(".jb-point__tip")
        expect(tip).to_have_css("clip-path", "inset(50%)")
        spot.hover()
        expect(tip).to_have_css("clip-path", "none")
        assert tip.evaluate(WITHIN)
    page.mouse.move(0, 0)
    page.locator(".jb-overlay").focus()
    press(page, "Tab")

    focused = page.locator(".jb-overlay .jb-point > a:focus-visible")
    expect(focused.locator(".jb-point__tip")).to_have_css("clip-path", "none")
    expect(focused).to_have_css("outline-style", "solid")
    expect(focused).to_have_text("3Heute (Ist): Ich suche nach meinem alten Modell, 3 von 5")
    press(page, "Enter")
    page.wait_for_url("**/journeys/online-bestellen/awareness/#ich-suche-nach-meinem-alten-modell")


def test_the_picture_scrolls_on_a_phone_and_the_page_does_not(window: Window) -> None:
    window.resize(390)
    page = window.visit(FUTURE)
    picture = page.locator(".jb-overlay")

    assert picture.evaluate("box => box.scrollWidth > box.clientWidth")
    picture.focus()
    press(page, "ArrowRight")
    until(page, "() => document.querySelector('.jb-overlay').scrollLeft > 0")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_picture_prints_as_wide_as_the_sheet(window: Window, tmp_path: Path) -> None:
    page = window.visit(FUTURE)
    pdf = tmp_path / "future.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True, print_background=True)
    text = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True
    ).stdout

    assert "Künftig (Soll), Tiefpunkt" in text
    assert "Heute (Ist), Tiefpunkt" in text
    page.emulate_media(media="print")
    until(
        page, "() => (box => box.scrollWidth <= box.clientWidth + 1)(document.querySelector('.jb-overlay'))"
    )
