"""The page of the handbook's quality with findings: how it looks, and how its filters leave whole groups out."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from example_sites import build
from page_looks import FINE, LIGHT_LOOKS, Window
from playwright.sync_api import Page, expect
from printed_pages import Printed, packed

from browser import serve

FILES = {
    "mkdocs.yml": """
site_name: Kundenreisen
theme: {name: material, font: false, language: de}
edit_uri_template: https://git.example.org/edit/docs/{path}
plugins: [search, {journeybook: {quality: true}}]
""",
    "journeybook.toml": """
[rules]
structure = "off"
coverage = "off"
freshness = "off"
satisfaction = "off"
evidence = "off"
unused-persona = "error"
unused-touchpoint = "warning"
unused-team = "info"
""",
    "journeys/handbook.yml": """
channels: {id: store, title: Filiale, setting: offline}
teams: [{id: filialen, title: Filialen}, {id: kundenzufriedenheitsbeauftragte, title: Kundenzufriedenheitsbeauftragte}]
""",
    "journeys/personas/anna.md": "---\ntitle: Anna\n---\n",
    "journeys/personas/bodo.md": "---\ntitle: Bodo\n---\n",
    "journeys/touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: store\nowner: filialen\n---\n",
    "journeys/schuhe.md": "---\ntitle: Schuhe\npersona: anna\nstages: {stage: purchase, steps: Zahlen}\n---\n",
}


@pytest.fixture(scope="module")
def quality_base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("quality")
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    (root / "docs").mkdir()
    with serve(build(root / "mkdocs.yml", root / "site")) as base:
        yield base


@pytest.fixture
def window(shared_window: Window, quality_base: str) -> Iterator[Window]:
    with shared_window.at(quality_base) as window:
        yield window


GROUPS = "#all_findings th[scope=rowgroup]:visible"
FIRST_TEXT = (
    "list => list.map(head => (head.querySelector(':scope > a') ?? head.firstChild).textContent.trim())"
)


def groups(page: Page) -> list[str]:
    """The titles of the groups in sight."""
    return [text.split("\n")[0].split("  ")[0] for text in page.locator(GROUPS).evaluate_all(FIRST_TEXT)]


def expect_groups(page: Page, titles: list[str]) -> None:
    """Wait until exactly these groups are in sight."""
    expect(page.locator(GROUPS)).to_have_text([re.compile(rf"^\s*{re.escape(title)}\s") for title in titles])
    assert groups(page) == titles


def test_findings_look_as_they_should(window: Window) -> None:
    assert window.looks("quality/", looks=LIGHT_LOOKS) == dict.fromkeys(LIGHT_LOOKS, FINE)


def test_filters_leave_out_groups_without_a_row_and_live_in_the_address(window: Window) -> None:
    page = window.visit("quality/")
    state = page.locator(".jb-filters output")
    everything = groups(page)
    assert everything[:2] == ["Bodo", "Kasse"]

    page.get_by_role("combobox", name="Dringlichkeit", exact=True).select_option(label="Warnung")
    expect_groups(page, ["Kasse"])
    expect(state).to_have_text(f"1 von {page.locator('#all_findings tr[data-rule]').count()}")
    expect(page).to_have_url(f"{window.base}/quality/?severity=warning")

    page.get_by_role("button", name="Alle zeigen").click()
    expect_groups(page, everything)
    expect(page).to_have_url(f"{window.base}/quality/")


def test_a_mark_leads_to_what_is_found_in_its_thing(window: Window) -> None:
    page = window.visit("personas/bodo/")
    page.get_by_role("link", name="1 Fehler").click()
    page.wait_for_url("**/quality/?where=persona/bodo*")
    expect(page.locator(".jb-filters output")).to_contain_text("1 von")
    expect_groups(page, ["Bodo"])


def test_findings_are_printed_with_their_places(window: Window, tmp_path: Path) -> None:
    printed = packed(Printed.of(window.visit("quality/"), tmp_path).text)
    for text in ("Nichts verweist auf die Persona „bodo“.", "journeys/personas/bodo.md:2", "Fehler"):
        assert packed(text) in printed
