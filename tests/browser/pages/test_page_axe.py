"""axe-core finds nothing in English either, and does find what is wrong; German pages are in test_pages.py."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from page_looks import Window
from page_types import KINDS
from playwright.sync_api import expect

import published
from browser import serve


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example in English, which has every type of page."""
    return published.english(tmp_path_factory) / "site/library"


@pytest.fixture(scope="module")
def english_base(english: Path) -> Iterator[str]:
    with serve(english, searchable=False) as base:
        yield base


TYPES = ("home", "journey", "journey-stage", "persona", "touchpoint", "journeys", "glossary", "goal")
"""Types of pages that have most of our words and parts; test_pages.py has axe look at all types, in German."""


def largest_of_each_type(site: Path) -> dict[str, str]:
    """An address for each type of page, the one with the most on it."""
    found: dict[str, tuple[int, str]] = {}
    for path in site.rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        _, _, kind = text.partition('class="jb-page jb-page--')
        address = path.parent.relative_to(site).as_posix().removeprefix(".")
        found[kind.partition('"')[0]] = max(
            found.get(kind.partition('"')[0], (0, "")), (len(text), f"{address}/" if address else "")
        )
    return {kind: address for kind, (_, address) in found.items()}


def test_axe_finds_nothing_in_the_english_handbook(
    shared_window: Window, english: Path, english_base: str
) -> None:
    found = {}
    with shared_window.at(english_base) as window:
        window.page.emulate_media(color_scheme="dark")
        window.resize(800)
        addresses = largest_of_each_type(english)
        for kind in TYPES:
            window.visit(addresses[kind])
            found[kind] = window.violations(colours=False, frame=kind == "home")

    assert {kind: faults for kind, faults in found.items() if faults} == {}


@pytest.mark.parametrize("kind", ["stage of a journey", "guide"])
def test_axe_finds_nothing_faint_in_content_and_frame(window: Window, kind: str) -> None:
    window.visit(KINDS[kind])
    light = window.violations()
    window.darken()

    assert light == []
    assert window.violations() == []


def test_axe_finds_nothing_in_a_stage_that_is_read_with_all_rows(window: Window) -> None:
    page = window.visit("journeys/online-bestellen/?stage=purchase&trust=yes")
    page.get_by_role("button", name="Alle Zeilen").click()
    expect(page.locator(".jb-map.is-reading.is-trust .is-unfolded").first).to_be_visible()
    light = window.violations()
    window.darken()

    assert light == []
    assert window.violations() == []


def test_axe_finds_nothing_in_the_frame_on_a_phone(window: Window) -> None:
    window.resize(390)
    window.visit("teams/")

    assert window.violations() == []


@pytest.mark.parametrize(("address", "selector"), [("teams/", ".jb-page h1"), (KINDS["guide"], "article p")])
def test_axe_and_we_find_the_same_faint_text(window: Window, address: str, selector: str) -> None:
    page = window.visit(address)
    page.locator(selector).first.evaluate("text => { text.style.color = '#999'; text.id = 'faint'; }")

    assert [fault for fault in window.violations() if fault.startswith("color-contrast: #faint")] != []
    assert [fault.rpartition(" ")[2] for fault in window.look()["faint"]] == ["2.85"]


def test_axe_finds_what_is_wrong(window: Window) -> None:
    """The tests above would pass over pages that axe had not looked at."""
    page = window.visit("teams/")
    page.evaluate("document.querySelector('.jb-page h1').outerHTML = '<h4><img src=data:,></h4>'")
    rules = {found.partition(":")[0] for found in window.violations(colours=False)}

    assert rules >= {"empty-heading", "image-alt"}
