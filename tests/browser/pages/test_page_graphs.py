"""Pictures of numbers in a browser: no name lies on another or leaves its picture, whatever the files say."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from example_sites import FEW_PAGES, build_files
from page_looks import Window
from playwright.sync_api import Page

from browser import serve
from page_signs import PAINTED
from shared_folders import shared_folder

NAMES = (
    "Zahlungsarten schon auf der Produktseite zeigen und Lieferkostenvoranschläge berechnen",
    "Warteschlangenbenachrichtigungsfunktion in der Kundenkarten-App",
    "Größen tauschen",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
)
HANDBOOK = """\
stages:
  - {id: first, title: Wahrnehmung und Inspiration durch Schaufenster und Außenwerbung}
  - {id: second, title: Lieferkostenvoranschlagsanforderungsbestätigung}
  - {id: third, title: Kauf}
metrics:
  - {id: leute, title: Leute, unit: count, direction: up, target: 1000000}
  - {id: quote, title: Quote, unit: percent, direction: up, target: 45.5}
"""
ROWS = "".join(
    f"{2023 + month // 12}-{month % 12 + 1:02},quote,{45 + month % 5 / 10},,{stage}\n"
    for month in range(36)
    for stage in ("", "first", "second", "third")
)
COUNTS = "2026-10,leute,9876543,einkaufen,first\n2026-10,leute,5,einkaufen,third\n"
KINDS = ("opportunities/", "metrics/quote/", "journeys/einkaufen/")
"""Pages with a matrix, with charts of one and of three lines, with a funnel."""

OVERLAPS = """() => [...document.querySelectorAll(".jb-graph svg")].filter(svg => svg.checkVisibility()).map(svg => {
  const frame = svg.getBoundingClientRect(), high = box => Math.min(3, box.height / 5);
  const texts = [...svg.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()]);
  const outside = texts.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1
    || box.top + high(box) < frame.top || box.bottom - high(box) > frame.bottom);
  const over = texts.flatMap(([name, a], at) => texts.slice(at + 1).filter(([, b]) =>
    a.left < b.right - .5 && b.left < a.right - .5 &&
    a.top + high(a) < b.bottom - high(b) && b.top + high(b) < a.bottom - high(a)).map(([other]) => [name, other]));
  return {texts: texts.length, outside: outside.map(([name]) => name), over};
})"""


def _step(title: str, *, is_spread: bool = False) -> str:
    """A step of twenty opportunities, which share a place or have many."""
    places = [(1 + at % 5, 1 + at % 3) if is_spread else (4, 2) for at in range(20)]
    ideas = "".join(
        f'          - {{title: "{NAMES[at % len(NAMES)]} {title} {at}", impact: {impact}, effort: {effort}}}\n'
        for at, (impact, effort) in enumerate(places)
    )
    return f"      - title: {title}\n        opportunities:\n{ideas}"


def _files() -> dict[str, str]:
    journey = (
        "---\ntitle: Einkaufen\npersona: anna\nfunnel: leute\nmetrics: quote\nstages:\n"
        f"  - stage: first\n    steps:\n{_step('Schauen')}{_step('Gehen', is_spread=True)}"
        "  - {stage: second, steps: Fragen}\n  - {stage: third, steps: Zahlen}\n---\n"
    )
    return {
        "mkdocs.yml": f"site_name: Bilder\ntheme: {{name: material, language: de, font: false}}\n{FEW_PAGES}"
        "plugins: [search, journeybook]\n",
        "journeys/handbook.yml": HANDBOOK,
        "journeys/personas/anna.md": "---\ntitle: Anna\n---\n",
        "journeys/einkaufen.md": journey,
        "journeys/metrics/werte.csv": f"date,metric,value,journey,stage\n{ROWS}{COUNTS}",
    }


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A handbook of forty opportunities, half of them in one place, and of long names everywhere."""
    fill = partial(build_files, _files())
    folder: Path = shared_folder(tmp_path_factory, "graphs", fill)
    with serve(folder / "site", searchable=False) as base:
        yield base


def _look(page: Page) -> list[dict[str, object]]:
    page.evaluate(PAINTED)
    pictures: list[dict[str, object]] = page.evaluate(OVERLAPS)
    return pictures


@pytest.mark.parametrize("address", KINDS)
def test_no_name_lies_on_another_or_leaves_its_picture(window: Window, address: str) -> None:
    page = window.visit(address)
    for width in (1280, 800, 390):
        window.resize(width)
        pictures = _look(page)

        assert pictures, width
        assert [item for item in pictures if item["outside"] or item["over"]] == [], width
        assert all(isinstance(item["texts"], int) and item["texts"] > 5 for item in pictures), width
    page.emulate_media(media="print")
    assert [item for item in _look(page) if item["outside"] or item["over"]] == []
