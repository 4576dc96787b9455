"""A preview of a proposal in two windows, light and dark: its page of changes, marks, and a journey's past."""

import re
from collections.abc import Iterator

import pytest
from example_sites import FEW_PAGES, build
from page_looks import FINE, Look, Window
from playwright.sync_api import expect

from browser import serve
from core.repositories import commit, edit, repository, write
from page_signs import press

SITE = """
site_name: Kundenreisen
theme:
  name: material
  language: de
  font: false
  features: [navigation.indexes, navigation.tabs, navigation.top]
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default}
    - {media: "(prefers-color-scheme: dark)", scheme: slate}
plugins: [search, {journeybook: {review: main}}]
"""
ENDS: tuple[Look, ...] = (("light", 320), ("light", 1280), ("dark", 1280))
"""The narrowest window, and the widest in both schemes."""
KINDS = {
    "home": "",
    "changes": "review/",
    "journeys": "journeys/",
    "journey": "journeys/kauf/",
    "stage of a journey": "journeys/kauf/purchase/",
    "touchpoint": "touchpoints/kasse/",
}
MORE = (
    "      - {id: tuete, title: Ich bekomme eine Tüte, satisfaction: 3}\n"
    "      - {id: bewertung, title: Ich werde um meine Zufriedenheitsbewertung gebeten, satisfaction: 3}\n"
    "---\nEs regnet."
)


@pytest.fixture(scope="module")
def preview_base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A repository with two commits, and files that change a step of each kind."""
    root = repository(tmp_path_factory.mktemp("preview") / "handbuch")
    write(root, {"mkdocs.yml": SITE + FEW_PAGES, "docs/impressum.md": "# Impressum\n"})
    edit(root, "kauf.md", "---\nEs regnet.", MORE)
    commit(root, "Zwei Schritte mehr")
    edit(root, "kauf.md", "Ich bezahle\n        satisfaction: 4", "Ich bezahle\n        satisfaction: 1")
    edit(root, "kauf.md", "id: tuete, title: Ich bekomme eine Tüte", "id: bon, title: Der Bon kommt per Mail")
    edit(root, "kauf.md", "gebeten, satisfaction: 3", "wiederholt gebeten, satisfaction: 5")
    edit(root, "touchpoints/kasse.md", "channel: store", "channel: store\nlifecycle: retired")
    with serve(build(root / "mkdocs.yml", root / "site")) as base:
        yield base


@pytest.fixture
def preview(shared_window: Window, preview_base: str) -> Iterator[Window]:
    with shared_window.at(preview_base) as window:
        yield window


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_a_preview_is_as_it_should_be(preview: Window, kind: str) -> None:
    assert preview.looks(KINDS[kind], looks=ENDS) == dict.fromkeys(ENDS, FINE)
    assert preview.violations(colours=False, frame=False) == []


def test_changes_are_folded_by_the_thing_that_changes(preview: Window) -> None:
    page = preview.visit("review/#about_touchpoint_kasse")
    places = page.locator(".jb-about-thing__places")
    expect(places).to_have_count(2)
    expect(page.locator("#about_touchpoint_kasse .jb-about-thing__places")).to_be_visible()
    expect(page.locator("#about_journey_kauf .jb-about-thing__places")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("#about_journey_kauf .jb-about-thing__places")).to_be_visible()


def test_a_mark_leads_by_its_step_to_what_changed(preview: Window) -> None:
    page = preview.visit("review/")
    page.locator("#about_journey_kauf > summary").click()
    page.get_by_role("link", name="Kauf › Ich bezahle").first.click()
    page.wait_for_url("**/journeys/kauf/purchase/#ich-bezahle")
    step = page.locator("article#ich-bezahle")
    assert "Zufriedenheit 4 → 1" in step.inner_text().replace("\N{SOFT HYPHEN}", "")
    page.emulate_media(media="print")
    expect(step.locator(".jb-proposal")).to_be_visible()


def test_button_and_keys_lead_from_change_to_change_and_on_to_the_next_page(preview: Window) -> None:
    page = preview.visit("journeys/kauf/purchase/")
    changes = page.locator("[data-jb-change]").count()
    said = page.locator("[data-jb-walk] output")
    page.get_by_role("button", name="Nächste Änderung").click()
    expect(said).to_have_text(re.compile("1 von "))
    expect(page.locator("[data-jb-change]:focus")).to_have_count(1)
    press(page, "j")
    expect(said).to_have_text(re.compile("2 von "))
    press(page, "k")
    expect(said).to_have_text(re.compile("1 von "))
    page.get_by_label("Tasten J und K").uncheck()
    press(page, "j")
    expect(said).to_have_text(re.compile("1 von "))
    page.get_by_label("Tasten J und K").check()
    press(page, "j", times=changes - 1)
    expect(said).to_have_text(re.compile(f"{changes} von {changes}"))
    press(page, "j")
    page.wait_for_url("**/touchpoints/kasse/")


def test_the_page_as_it_was_leads_back_to_the_one_that_is_proposed(preview: Window) -> None:
    page = preview.visit("journeys/kauf/")
    page.get_by_role("link", name="Die Seite ansehen, wie sie war").click()
    page.wait_for_url("**/before/journeys/kauf/")
    expect(page.get_by_role("note")).to_contain_text("So war die Seite.")
    page.get_by_role("link", name="Ansehen, wie sie jetzt ist").click()
    page.wait_for_url(re.compile(r"/(?<!before/)journeys/kauf/$"))
