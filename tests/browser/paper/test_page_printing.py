"""Pages on paper: maps as an overview and sheets to be read, the address and the day on each page, nothing cut."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from example_sites import build
from page_looks import Window
from playwright.sync_api import Page, expect
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
    fields.append(f"pain_points: [{{title: Schmerz {stage}.{number} {word}, severity: 3}}]")
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
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
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


TEXTS = """cells => cells.flatMap(cell => {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("button:not(.jb-map__fold), .jb-hidden, .jb-group__count, .jb-tray__more")) found.push(walker.currentNode.data.trim());
  }
  return found.filter(Boolean);
})"""
CELLS = (
    ".jb-map:not(.jb-sheet) :is(.jb-map__stage, .jb-map__step, tr:not(.jb-curve, .jb-bars, .jb-trust) > td)"
)


def expect_footers(page: Page, printed: Printed) -> None:
    """Expect each page to say where and of what day it is."""
    where = page.locator("link[rel=canonical]").get_attribute("href")

    assert where is not None
    for number, text in enumerate(printed.pages, start=1):
        assert where in text.splitlines()
        assert f"{DAY} {number} / {len(printed.pages)}" in " ".join(text.split())


ONLY_MAP = "document.documentElement.toggleAttribute('data-jb-only-map', true)"


def print_map(page: Page, folder: Path, paper: Paper) -> Printed:
    """Print the map alone, which holds until it is printed."""
    page.evaluate(ONLY_MAP)
    return Printed.of(page, folder, paper)


def expect_whole(printed: Printed, paper: Paper, texts: list[str]) -> None:
    """Expect a map in legible type that has all its texts on the paper, within its margins."""
    width, height = LANDSCAPE[paper]
    left, top, right, bottom = printed.edges

    assert printed.sizes == {(width, height)}
    assert [text for text in texts if packed(text) not in printed.text] == []
    assert printed.smallest_type >= 8
    assert min(left, top) >= MARGIN
    assert (right <= width - MARGIN, bottom <= height) == (True, True)


def test_a_journey_of_13_steps_stands_whole_on_a3_and_on_a4_comes_before_sheets_to_be_read(
    window: Window, tmp_path: Path, example: Catalogue
) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    texts = page.locator(CELLS).evaluate_all(TEXTS)
    on_a3, on_a4 = print_map(page, tmp_path, "A3"), print_map(page, tmp_path, "A4")

    assert len(texts) > 150
    expect_on_two_sheets(page, on_a3, texts)
    expect_overview_and_sheets(on_a4, texts, [stage.title for stage in example.journeys[JOURNEY].stages])


def expect_on_two_sheets(page: Page, printed: Printed, texts: list[str]) -> None:
    """Expect a map to stand whole on two sheets of A3."""
    assert len(printed.pages) <= 2
    expect_whole(printed, "A3", texts)
    expect_footers(page, printed)
    assert "Blatt1von" not in printed.text


def expect_overview_and_sheets(printed: Printed, texts: list[str], stages: list[str]) -> None:
    """Expect an overview of all stages on A4, and then their sheets."""
    overview, *following = map(packed, printed.pages)
    heads = list(map(packed, stages))

    expect_whole(printed, "A4", texts)
    assert [head for head in heads if head not in overview] == []
    assert "Tut" not in printed.pages[0].split()
    assert [text for text in following if not any(head in text for head in heads)] == []
    assert [number for number in range(1, 8) if f"Blatt{number}von7" in printed.text] == [*range(1, 8)]
    assert len(following) <= 8


def test_a_long_map_lies_in_sheets_with_heads_and_loses_nothing(long_window: Window, tmp_path: Path) -> None:
    page = long_window.visit("journeys/lang/")
    texts = page.locator(CELLS).evaluate_all(TEXTS)
    page.evaluate(ONLY_MAP)
    printed = Printed.of(page, tmp_path, "A4")
    shown = [{int(stage) for stage in STEP.findall(packed(text))} for text in printed.pages]
    heads = [{int(stage) for stage in re.findall(r"Phase(\d)", packed(text))} for text in printed.pages]

    assert len(texts) > 300
    expect_whole(printed, "A4", texts)
    assert heads[0] == {*range(1, 9)}
    assert shown[1:] == heads[1:]


BY_STAGE = """sheets => sheets.map(sheet => [...sheet.querySelectorAll("tbody .jb-map__name")].flatMap(name =>
  [...name.parentElement.cells].slice(1).map(cell => [...cell.querySelectorAll("b")].map(b => Number(b.textContent)))))"""


def test_on_a3_the_rows_of_a_long_map_are_put_together_by_stage_and_lose_nothing(
    long_window: Window, tmp_path: Path
) -> None:
    page = long_window.visit("journeys/lang/")
    texts = page.locator(CELLS).evaluate_all(TEXTS)
    page.evaluate(ONLY_MAP)
    announce(page)
    numbers = page.locator(".jb-sheet--a3.jb-sheet--digest").evaluate_all(BY_STAGE)
    printed = Printed.of(page, tmp_path, "A3")
    heads = [{int(stage) for stage in re.findall(r"Phase(\d)", packed(text))} for text in printed.pages]

    assert numbers == [
        [[] for _ in range(8)] + [[*range(1 + 5 * at, 6 + 5 * at)] for at in range(8)] * len(LANES)
    ]
    expect_whole(printed, "A3", texts)
    assert len(printed.pages) <= 4
    assert heads == [{*range(1, 9)}] * len(printed.pages)


def test_the_overview_alone_is_one_sheet_of_a3(long_window: Window, tmp_path: Path) -> None:
    for journey in ("lang", "sechzehn"):
        page = long_window.visit(f"journeys/{journey}/")
        page.evaluate("document.documentElement.dataset.jbOnlyMap = 'overview'")
        printed = Printed.of(page, tmp_path, "A3")

        assert (len(printed.pages), "Zuactionssagt" in printed.text) == (1, False)
        assert "Schmerz" in printed.text


CUT = """sheets => sheets.map(sheet => ({
  stages: [...sheet.querySelectorAll(".jb-map__stage")].map(head => head.colSpan),
  steps: sheet.querySelectorAll(".jb-map__step").length,
  cells: [...new Set([...sheet.querySelectorAll("tr")].map(
    row => [...row.cells].slice(1).reduce((sum, cell) => sum + cell.colSpan, 0)))],
  columns: [...sheet.querySelectorAll("col")].slice(1).reduce((sum, col) => sum + col.span, 0),
}))"""


def test_an_overview_begins_on_the_first_sheet_though_it_does_not_end_there(
    window: Window, tmp_path: Path
) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    page.evaluate("document.querySelector('.jb-page h1').style.marginBottom = '90mm'")
    first, second, *_ = print_map(page, tmp_path, "A4").pages

    assert "Blatt1von" in packed(first)
    assert "Blatt1von" in packed(second)


def test_upright_an_overview_has_numbers_for_heads(window: Window) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    announce(page)
    title = page.locator(".jb-sheet--a4.jb-sheet--overview .jb-map__title").first
    expect(title).to_be_visible()
    page.set_viewport_size({"width": 690, "height": 1010})

    expect(title).to_be_hidden()
    expect(page.locator(".jb-sheet--a4.jb-sheet--overview .jb-map__number").first).to_be_visible()


STEPS = """sheets => sheets.flatMap(sheet => {
  const heads = [...sheet.querySelectorAll(".jb-map__step > a")].map(head => head.dataset.jbStep);
  return [...sheet.querySelectorAll(".jb-cell")].flatMap((cell, at) =>
    [...cell.querySelectorAll(".jb-point > a")].map(point => [point.dataset.jbStep, heads[at]]));
})"""


@pytest.mark.parametrize(
    ("journey", "stages"),
    [
        ("lang", {"a4": [[5] * 8, *[[5]] * 8]}),
        ("sechzehn", {"a4": [[4] * 4, *[[4]] * 4], "a3": [[4] * 4]}),
        ("phase", {"a4": [[4, 17, 3], [4], [8], [9], [3]]}),
    ],
)
def test_sheets_hold_whole_stages_with_their_part_of_the_curve_and_no_id_twice(
    long_window: Window, journey: str, stages: dict[str, list[list[int]]]
) -> None:
    page = long_window.visit(f"journeys/{journey}/")
    announce(page)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")

    assert len(ids) > 40
    assert len(ids) == len(set(ids))
    for paper, sheets in stages.items():
        assert page.locator(f".jb-sheet--{paper}").evaluate_all(CUT) == [
            {"stages": spans, "steps": sum(spans), "cells": [sum(spans)], "columns": sum(spans)}
            for spans in sheets
        ], paper
    parts = page.locator(".jb-sheet--part.jb-sheet--a4").evaluate_all(STEPS)
    assert len(parts) == page.locator(".jb-map:not(.jb-sheet) .jb-point").count()
    assert [step for step, head in parts if step != head] == []


def test_a_stage_that_goes_on_says_so_on_both_sheets_and_keeps_its_cards(
    long_window: Window, tmp_path: Path
) -> None:
    page = long_window.visit("journeys/phase/")
    texts = page.locator(CELLS).evaluate_all(TEXTS)
    printed = Printed.of(page, tmp_path)

    assert packed(f"Phase2 {WORDS[2]} …") in printed.text
    assert packed(f"… Phase2 {WORDS[2]}") in printed.text
    assert [text for text in texts if packed(text) not in printed.text] == []


OVERLAPS = """cards => cards.flatMap((card, at) => cards.slice(at + 1).filter(other => {
  const one = card.getBoundingClientRect(), two = other.getBoundingClientRect();
  return one.left < two.right - 1 && two.left < one.right - 1 && one.top < two.bottom - 1 && two.top < one.bottom - 1;
}).map(other => [card.textContent.trim(), other.textContent.trim()]))"""


def expect_no_card_over_another(page: Page) -> None:
    cards = page.locator(".jb-sheet .jb-slip:visible")

    assert cards.count() > 10
    assert cards.evaluate_all(OVERLAPS) == []


def test_no_card_lies_over_another_on_paper(window: Window) -> None:
    page = window.visit("journeys/schuhe-im-laden-kaufen/")
    announce(page)
    expect_no_card_over_another(page)


BARS = "bars => bars.map(bar => bar.innerText.replaceAll('\\u00ad', '').trim())"


def test_a_touchpoint_that_goes_on_from_the_sheet_before_is_named_once(window: Window) -> None:
    page = window.visit(f"journeys/{JOURNEY}/")
    announce(page)
    bars = page.locator(".jb-sheet--part.jb-sheet--a4 .jb-bar:has(.is-again):visible").evaluate_all(BARS)

    assert bars == ["Schuhkarton mit Beileger"]


LAID = """sheets => sheets.flatMap(sheet => [...sheet.querySelectorAll("*")].map(
  element => [element.getAttribute("class") || "", element.getAttribute("d"), element.textContent]))"""


def test_paper_does_not_care_for_the_state_of_the_screen_nor_do_cards_lie_over_another(
    window: Window,
) -> None:
    laid = []
    for state in ("", "?stage=purchase&persona=anna&trust=yes"):
        page = window.visit(f"journeys/{JOURNEY}/{state}")
        announce(page)
        expect_no_card_over_another(page)
        laid.append(page.locator(".jb-sheet").evaluate_all(LAID))
        page.emulate_media(media="null")
        page.set_viewport_size({"width": 1280, "height": 800})
        page.evaluate(PAINTED)

    assert page.locator(".jb-map.is-reading.is-trust .is-dimmed").count() > 0
    assert laid[0] == laid[1]


def test_after_printing_everything_is_as_before(long_window: Window, tmp_path: Path) -> None:
    page = long_window.visit("journeys/lang/?stage=s3&persona=bodo")
    state = "[document.documentElement.cloneNode().outerHTML, document.querySelector('.jb-chart').innerHTML]"
    page.evaluate(PAINTED)
    before = page.evaluate(state)
    Printed.of(page, tmp_path)
    page.evaluate(PAINTED)

    assert page.evaluate(state) == before


def test_the_map_alone_is_printed_where_that_is_chosen_on_white_paper_in_the_dark_scheme(
    window: Window, tmp_path: Path
) -> None:
    window.page.emulate_media(color_scheme="dark")
    page = window.visit(f"journeys/{JOURNEY}/")
    page.evaluate("window.print = () => {}")  # a browser without a window has no dialog
    page.locator(".jb-menu > summary", has_text="Teilen").click()
    page.locator("[data-jb-print=map]").click()
    alone, whole = Printed.of(page, tmp_path), Printed.of(page, tmp_path, "A3")

    assert "DieGeschichte" not in alone.text
    assert "Teilen" not in whole.text
    assert "DieGeschichte" in whole.text
    assert whole.lightness > 0.9


def test_the_map_prints_without_javascript(
    shared_scriptless_window: Window, long_base: str, tmp_path: Path
) -> None:
    with shared_scriptless_window.at(long_base) as window:
        printed = Printed.of(window.visit("journeys/sechzehn/"), tmp_path)

    assert printed.sizes == {LANDSCAPE["A4"]}
    assert "Schritt4.4" in printed.text


PORTRAIT = [
    "",
    "teams/",
    "reviews/agenda/",
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


def test_a_list_of_many_columns_prints_across_in_legible_type_with_its_heads_on_each_sheet(
    window: Window, tmp_path: Path
) -> None:
    page = window.visit("pain-points/")
    first = page.locator("table:has([data-jb-sort]) thead th").first.inner_text()
    titles = [title.splitlines()[0] for title in page.locator("tbody tr > th:has(a)").all_inner_texts()]
    printed = Printed.of(page, tmp_path)
    sheets = [text for text in map(packed, printed.pages) if any(packed(title) in text for title in titles)]

    assert printed.sizes == {LANDSCAPE["A4"]}
    assert len(sheets) > 1
    assert [text for text in sheets if packed(first) not in text] == []
    assert printed.smallest_type >= 6.5


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
    printed = Printed.of(long_window.visit("journeys/sechzehn/?stage=s2"), tmp_path)

    assert all("sechzehn - Reisen" in text and "127.0.0.1" not in text for text in printed.pages)


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
    dashes = page.locator(".jb-map:not(.jb-sheet) .jb-cell .jb-curve__line").evaluate_all(
        "list => [...new Set(list.map(line => getComputedStyle(line).strokeDasharray))]"
    )
    outlines = page.locator(".jb-point > a").evaluate_all(
        "list => [...new Set(list.map(point => getComputedStyle(point).borderStyle))]"
    )

    assert len(dashes) == len(example.journeys[JOURNEY].personas)
    assert sorted(outlines) == ["dashed", "solid"]
