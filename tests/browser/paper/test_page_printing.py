"""Pages on paper: long maps in sheets of whole stages, the address and the day on each page, nothing cut."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from example_sites import FEW_PAGES, build
from page_looks import Window
from playwright.sync_api import Page
from printed_pages import Paper, Printed, packed

from browser import serve
from journeybook.catalogue import Catalogue
from page_signs import PAINTED

JOURNEY = "online-bestellen"
LANDSCAPE: dict[Paper, tuple[int, int]] = {"A4": (843, 596), "A3": (1191, 843)}
MARGIN = 20
STEP = re.compile(r"Schritt(\d)\.\d")
DAY = "Stand: 21. November 2026"
WORDS = (
    "Rechtsschutzversicherungsgesellschaft",
    "Bestellbestätigung",
    "Datenschutzgrundverordnung",
    "Kundenzufriedenheitsbefragung",
    "Sendungsverfolgungsnummer",
)
LANES = ("actions", "thoughts", "feelings", "needs", "doubts", "expectations", "frontstage", "backstage")
STAGES = {"lang": [5] * 8, "phase": [4, 17, 3], "sechzehn": [4] * 4}
CONFIG = (
    "site_name: Reisen\ntheme: {name: material, language: de, font: false}\nplugins: [search, journeybook]\n"
)


def _step(stage: int, number: int) -> str:
    word = WORDS[(stage + number) % len(WORDS)]
    fields = [f"title: Schritt {stage}.{number} {word}"]
    fields += [f"{lane}: Zu {lane} sagt {stage}.{number} {word}" for lane in LANES]
    fields.append(f"satisfaction: {{anna: {1 + (stage + number) % 5}, bodo: {1 + number % 5}}}")
    return "".join(f"{'        ' if at else '      - '}{field}\n" for at, field in enumerate(fields))


def _journey(title: str, stages: list[int]) -> str:
    text = "".join(
        f"  - stage: s{stage}\n    steps:\n{''.join(_step(stage, number) for number in range(1, count + 1))}"
        for stage, count in enumerate(stages, start=1)
    )
    return f"---\ntitle: {title}\npersona: [anna, bodo]\nstages:\n{text}---\n"


@pytest.fixture(scope="module")
def long_base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Journeys that no sheet holds: 40 steps in 8 stages, one with a stage of 17 steps, one of 16 in 4."""
    root = tmp_path_factory.mktemp("long")
    (root / "docs").mkdir()
    (root / "journeys/personas").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG + FEW_PAGES, encoding="utf-8")
    for name in ("anna", "bodo"):
        (root / f"journeys/personas/{name}.md").write_text(
            f"---\ntitle: {name.title()}\n---\n", encoding="utf-8"
        )
    titles = "".join(f"  - id: s{at}\n    title: Phase{at} {WORDS[at % 5]}\n" for at in range(1, 9))
    (root / "journeys/handbook.yml").write_text(f"stages:\n{titles}", encoding="utf-8")
    for name, stages in STAGES.items():
        (root / f"journeys/{name}.md").write_text(_journey(name, stages), encoding="utf-8")
    with serve(build(root / "mkdocs.yml", root / "site")) as base:
        yield base


@pytest.fixture
def long_window(shared_window: Window, long_base: str) -> Iterator[Window]:
    with shared_window.at(long_base) as window:
        yield window


def announce(page: Page) -> None:
    """Bring a page into the state in which it is printed, on a window as wide as A4 across."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1047, "height": 700})
    page.evaluate(PAINTED)


TEXTS = """list => list.flatMap(cell => [...cell.querySelectorAll("a, li, p, q")].map(element => {
  const seen = element.cloneNode(true);
  seen.querySelectorAll(".jb-hidden").forEach(hidden => hidden.remove());
  return seen.textContent.trim();
}))"""
CELLS = ".jb-map:not(.jb-sheet) :is(th, td:not(.jb-curve)):visible"


def expect_footers(page: Page, printed: Printed) -> None:
    """Expect each page to say where and of what day it is."""
    where = page.locator("link[rel=canonical]").get_attribute("href")

    assert where is not None
    for number, text in enumerate(printed.pages, start=1):
        assert where in text.splitlines()
        assert f"{DAY} {number} / {len(printed.pages)}" in " ".join(text.split())


def test_a_journey_of_13_steps_stands_whole_in_legible_type(window: Window, tmp_path: Path) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    texts = page.locator(CELLS).evaluate_all(TEXTS)
    printed = Printed.of(page, tmp_path)
    width, height = LANDSCAPE["A4"]
    left, top, right, bottom = printed.edges

    assert len(texts) > 60
    assert [text for text in texts if packed(text) not in printed.text] == []
    assert printed.sizes == {(width, height)}
    assert (left >= MARGIN, top >= MARGIN, right <= width - MARGIN, bottom <= height - MARGIN / 2) == (
        True,
    ) * 4
    assert printed.smallest_type >= 5
    expect_footers(page, printed)


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_a_journey_of_40_steps_stands_on_four_sheets_of_two_stages(
    long_window: Window, tmp_path: Path, paper: Paper
) -> None:
    page = long_window.visit("journeys/lang/")
    page.locator(".jb-section:not(:has(.jb-map))").evaluate_all("list => list.forEach(part => part.remove())")
    texts = page.locator(CELLS).evaluate_all(TEXTS)
    printed = Printed.of(page, tmp_path, paper)
    shown = [
        ({int(head) for head in re.findall(r"Phase(\d)", text)}, {int(stage) for stage in STEP.findall(text)})
        for text in map(packed, printed.pages)
    ]

    assert len(texts) > 300
    assert [text for text in texts if packed(text) not in printed.text] == []
    assert printed.smallest_type >= 5
    assert printed.edges[2] <= LANDSCAPE[paper][0] - MARGIN
    assert len(shown) in (range(4, 9) if paper == "A4" else range(4, 6))
    for heads, steps in shown:
        assert heads == steps
        assert heads in ({1, 2}, {3, 4}, {5, 6}, {7, 8})
    assert [number for number in range(1, 5) if f"Blatt{number}von4" in printed.text] == [1, 2, 3, 4]


CUT = """sheets => sheets.map(sheet => ({
  stages: [...sheet.querySelectorAll(".jb-map__stage")].map(head => head.colSpan),
  steps: sheet.querySelectorAll(".jb-map__step").length,
  cells: [...new Set([...sheet.querySelectorAll("tr")].map(
    row => [...row.cells].slice(1).reduce((sum, cell) => sum + cell.colSpan, 0)))],
  columns: [...sheet.querySelectorAll("colgroup")].slice(1).reduce((sum, group) => sum + group.span, 0),
}))"""


@pytest.mark.parametrize(
    ("journey", "stages"),
    [
        ("lang", [[5, 5]] * 4),
        ("sechzehn", [[4, 4], [4, 4]]),
        ("phase", [[4, 8], [9, 3]]),
    ],
)
def test_sheets_hold_whole_stages_and_are_alike(
    long_window: Window, journey: str, stages: list[list[int]]
) -> None:
    page = long_window.visit(f"journeys/{journey}/")
    announce(page)

    assert page.locator(".jb-sheet").evaluate_all(CUT) == [
        {"stages": spans, "steps": sum(spans), "cells": [sum(spans)], "columns": sum(spans)}
        for spans in stages
    ]


def test_a_stage_that_goes_on_says_so_on_both_sheets(long_window: Window, tmp_path: Path) -> None:
    printed = Printed.of(long_window.visit("journeys/phase/"), tmp_path)

    assert packed(f"Phase2 {WORDS[2]} …") in printed.text
    assert packed(f"… Phase2 {WORDS[2]}") in printed.text


APART = """sheets => sheets.flatMap(sheet => {
  const middle = element => { const box = element.getBoundingClientRect(); return box.left + box.width / 2; };
  const heads = [...sheet.querySelectorAll(".jb-map__step")];
  return [...sheet.querySelectorAll(".jb-point")].map(point => {
    const head = heads.find(head => head.querySelector("[data-jb-step]").dataset.jbStep === point.firstElementChild.dataset.jbStep);
    return head ? Math.abs(middle(point) - middle(head)) / head.offsetWidth : 9;
  });
})"""


def test_each_sheet_has_its_part_of_the_curve_over_the_same_columns(long_window: Window) -> None:
    page = long_window.visit("journeys/lang/")
    announce(page)
    apart = page.locator(".jb-sheet").evaluate_all(APART)
    boxes = page.locator(".jb-sheet .jb-curve__picture").evaluate_all(
        "list => list.map(picture => picture.getAttribute('viewBox'))"
    )

    assert len(apart) == 80
    assert max(apart) < 0.5
    assert boxes == [f"{number * 1000} 0 1000 100" for number in range(4)]


def test_after_printing_everything_is_as_before(long_window: Window, tmp_path: Path) -> None:
    page = long_window.visit("journeys/lang/")
    state = "[document.documentElement.cloneNode().outerHTML, document.querySelector('.jb-map').parentElement.innerHTML]"
    page.locator(".jb-map").evaluate("map => map.scrollTo(300, 100)")
    page.evaluate(PAINTED)  # the map's buttons follow its scrolling
    before = page.evaluate(state)
    Printed.of(page, tmp_path)

    assert page.evaluate(state) == before
    assert page.locator(".jb-map").evaluate("map => [map.scrollLeft, map.scrollTop]") == [300, 100]


def test_no_id_is_there_twice_while_a_map_is_printed(long_window: Window) -> None:
    page = long_window.visit("journeys/lang/")
    announce(page)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")

    assert len(ids) > 40
    assert len(ids) == len(set(ids))


def test_rows_that_are_hidden_stay_hidden_on_paper(long_window: Window, tmp_path: Path) -> None:
    page = long_window.visit("journeys/lang/")
    page.locator(".jb-lane--doubts").evaluate("row => { row.hidden = true; }")
    printed = Printed.of(page, tmp_path)

    assert "Zudoubtssagt" not in printed.text
    assert "Zuneedssagt" in printed.text


def test_the_map_prints_without_javascript(
    shared_scriptless_window: Window, long_base: str, tmp_path: Path
) -> None:
    with shared_scriptless_window.at(long_base) as window:
        printed = Printed.of(window.visit("journeys/sechzehn/"), tmp_path)

    assert printed.sizes == {LANDSCAPE["A4"]}
    assert "Schritt4.4" in printed.text


PORTRAIT = [
    "",
    "journeys/",
    "touchpoints/",
    "personas/anna/",
    "stages/purchase/",
]


@pytest.mark.parametrize("address", PORTRAIT)
def test_other_pages_print_upright_without_the_frame_of_the_site(
    window: Window, tmp_path: Path, address: str
) -> None:
    page = window.visit(address)
    title = page.locator(".jb-page h1").inner_text().removesuffix("¶")
    printed = Printed.of(page, tmp_path)
    left, _, right, _ = printed.edges

    assert printed.sizes == {(596, 843)}
    assert packed(title) in packed(printed.pages[0])
    assert (left >= MARGIN, right <= 596 - MARGIN) == (True, True)
    assert "Handbuchpflegen" not in printed.text
    assert len(printed.pages) <= 4
    expect_footers(page, printed)


def test_the_footer_follows_a_reader_from_page_to_page(window: Window, tmp_path: Path) -> None:
    page = window.visit_instantly("journeys/")
    page.evaluate("window.stayed = true")
    page.locator(f".jb-table a[href$='{JOURNEY}/']").first.click()
    page.wait_for_selector(".jb-page--journey")
    page.evaluate(PAINTED)
    printed = Printed.of(page, tmp_path)

    assert page.evaluate("window.stayed") is True
    assert all(f"https://handbuch.example.org/journeys/{JOURNEY}/" in text for text in printed.pages)


def test_a_page_that_only_this_computer_sees_is_named_by_its_title(
    long_window: Window, tmp_path: Path
) -> None:
    printed = Printed.of(long_window.visit("journeys/sechzehn/?view=all"), tmp_path)

    assert all("sechzehn - Reisen" in text and "127.0.0.1" not in text for text in printed.pages)


def test_paper_is_white_in_the_dark_scheme(window: Window, tmp_path: Path) -> None:
    window.page.emulate_media(color_scheme="dark")
    printed = Printed.of(window.visit(f"journeys/{JOURNEY}/"), tmp_path)

    assert printed.lightness > 0.9


def test_a_diagram_that_nobody_has_seen_does_not_print_its_source(window: Window, tmp_path: Path) -> None:
    page = window.visit("journeys/online-bestellen-im-laden-zurueckgeben/")
    printed = Printed.of(page, tmp_path)

    assert page.locator(".jb-diagram__source").count() == 2
    assert "accTitle" not in printed.text
    assert "AlsDiagramm" not in printed.text


def test_without_colours_lines_of_personas_differ_by_their_dashes(window: Window, example: Catalogue) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    page.emulate_media(media="print")
    page.evaluate(PAINTED)
    dashes = page.locator(".jb-curve__picture .jb-curve__line").evaluate_all(
        "list => list.map(line => getComputedStyle(line).strokeDasharray)"
    )
    outlines = page.locator(".jb-point > a").evaluate_all(
        "list => [...new Set(list.map(point => getComputedStyle(point).borderStyle))]"
    )

    assert len(dashes) == len(example.journeys[JOURNEY].personas) == len(set(dashes))
    assert sorted(outlines) == ["dashed", "solid"]
