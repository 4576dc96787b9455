"""Heat maps: each number leads to its steps, gaps and colours are explained, heads stay in sight, names are read out."""

from itertools import pairwise

import pytest
from page_looks import HEIGHTS, Scheme, Window
from page_types import SCHEMES
from playwright.sync_api import Locator, Page, expect

from journeybook.catalogue import Catalogue
from page_signs import BELOW_HEADER, LIGHTNESS, until

MAPS = ["touchpoints/", "channels/"]


FITS = """() => {
  const frame = document.querySelector(".jb-scroll--matrix");
  return frame.scrollHeight - frame.clientHeight <= 1;
}"""


def cell(page: Page, row: str, column: str) -> str:
    """The name of the cell's link."""
    head = page.locator(".jb-matrix thead th").all_inner_texts().index(column)
    found = (
        page.locator(".jb-matrix tr", has=page.get_by_role("rowheader", name=row)).locator("td, th").nth(head)
    )
    return found.get_by_role("link").get_attribute("aria-label") or ""


def test_a_cell_is_read_out_with_its_row_and_column(window: Window) -> None:
    page = window.visit("touchpoints/")

    assert cell(page, "Ladenkasse", "Kauf") == "Ladenkasse, Kauf: 2 Schritte, Zufriedenheit 3,8 von 5"
    assert (
        cell(page, "Ladenkasse", "Gesamt") == "Ladenkasse, alle Phasen: 9 Schritte, Zufriedenheit 3,4 von 5"
    )
    assert (
        cell(page, "Servicetelefon", "Erlebnis")
        == "Servicetelefon, Erlebnis: 1 Schritt, Zufriedenheit unbekannt"
    )


@pytest.mark.parametrize("address", MAPS)
def test_each_number_leads_to_as_many_steps(window: Window, address: str) -> None:
    page = window.visit(address)
    links = page.locator(".jb-matrix tbody td.jb-heat a").evaluate_all(
        "links => links.map(link => [link.href, link.querySelector('strong').textContent])"
    )
    by_page: dict[str, list[tuple[str, int]]] = {}
    for target, number in links:
        path, _, anchor = target.partition("#")
        by_page.setdefault(path, []).append((anchor, int(number)))
    assert len(links) > 30

    for path, cells in list(by_page.items())[:3]:
        page.goto(path)
        for anchor, number in cells:
            rows = f"#{anchor} tr" if anchor != "used_in" else "tbody[id^=in_] tr"
            assert page.locator(rows).count() == number, f"{path}#{anchor}"


def test_a_number_shows_its_steps_in_sight(window: Window) -> None:
    page = window.visit_instantly("channels/")
    page.get_by_role("link", name="Filiale, Rückgabe: 6 Schritte").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Filiale")
    first = page.locator("#in_return tr").first
    expect(first).to_be_in_viewport()
    until(page, BELOW_HEADER, "#in_return tr")
    expect(page).to_have_url(f"{window.base}/channels/store/#in_return")


def test_the_last_row_counts_each_step_once(window: Window, example: Catalogue) -> None:
    page = window.visit("touchpoints/")
    met = [visit for visit in example.visits if visit.step.touchpoints]
    counts = page.locator(".jb-matrix tfoot strong").all_inner_texts()

    assert int(counts[-1]) == len(met)
    assert sum(map(int, counts[:-1])) == len(met)


@pytest.mark.parametrize("address", MAPS)
def test_gaps_and_colours_are_explained(window: Window, address: str) -> None:
    page = window.visit(address)
    key = page.locator(".jb-key")

    assert [sign.inner_text() for sign in key.locator(".jb-key__sign").all()] == ["○", "∅"]
    for level in range(1, 6):
        swatch = key.locator(f".jb-heat--{level}")
        assert swatch.inner_text() == str(level)
        colour = swatch.evaluate("element => getComputedStyle(element).backgroundColor")
        same = page.locator(f".jb-matrix td.jb-heat--{level}:has(a)")
        if same.count():
            assert same.first.evaluate("element => getComputedStyle(element).backgroundColor") == colour
    gap = page.locator(".jb-matrix td.jb-heat--gap").first
    expect(gap.locator(".jb-hidden")).to_have_text("Hier vorgesehen, aber keine Journey nutzt ihn")


GROUNDS = f"""() => [1, 2, 3, 4, 5].map(level => ({LIGHTNESS})(
  getComputedStyle(document.querySelector(`.jb-key .jb-heat--${{level}}`)).backgroundColor))"""
LEAST_APART = 1.05
"""The least contrast between the grounds of neighbouring levels, which differ in hue besides."""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_worse_the_further_from_the_paper(window: Window, scheme: Scheme) -> None:
    window.page.emulate_media(color_scheme=scheme)
    page = window.visit("touchpoints/")
    lightness = [value + 0.05 for value in page.evaluate(GROUNDS)]
    steps = [after / before if scheme == "light" else before / after for before, after in pairwise(lightness)]

    assert len(steps) == 4
    assert [step for step in steps if step < LEAST_APART] == []


def box_of(locator: Locator) -> dict[str, float]:
    """Where an element is in the window."""
    box = locator.bounding_box()
    assert box
    return dict(box)  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [390, 1280])
def test_heads_stay_in_sight_while_the_matrix_scrolls(window: Window, width: int) -> None:
    window.resize(width)
    page = window.visit("touchpoints/")
    frame = page.locator(".jb-scroll--matrix")
    frame.scroll_into_view_if_needed()
    frame.evaluate("frame => frame.scrollTo({left: 9999, top: 9999, behavior: 'instant'})")
    box = box_of(frame)
    head = box_of(page.locator(".jb-matrix thead th").last)
    name = box_of(page.locator(".jb-matrix tfoot th"))
    corner = box_of(page.locator(".jb-matrix thead .jb-matrix__name"))

    assert abs(head["y"] - box["y"]) < 3
    assert abs(name["x"] - box["x"]) < 3
    assert abs(corner["y"] - box["y"]) < 3
    assert abs(corner["x"] - box["x"]) < 3
    assert box["height"] <= HEIGHTS[width]


def test_on_paper_the_whole_matrix_is_there(window: Window) -> None:
    page = window.visit("touchpoints/")
    page.emulate_media(media="print")

    until(page, FITS)
