"""What changed is narrowed to a week, a month or a quarter, and a link shows the same."""

from collections.abc import Iterator

import pytest
from example_sites import FEW_PAGES, build
from page_looks import Window
from playwright.sync_api import expect

from browser import serve
from core.repositories import SOMEONE, commit, edit, repository, write

SITE = "site_name: Kundenreisen\ntheme: {name: material, language: de, font: false}\nplugins: [search, journeybook]\n"
DAYS = ("2026-11-20", "2026-11-02", "2026-09-10", *(f"2026-01-{day:02}" for day in range(9, 3, -1)))
"""The days of changes before 21 November, the latest first; the first commit is older still."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("periods") / "handbuch"
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(SOMEONE, "GIT_COMMITTER_DATE", "2025-01-01T12:00:00+01:00")
        repository(root)
        write(root, {"mkdocs.yml": SITE + FEW_PAGES, "docs/impressum.md": "# Impressum\n"})
        before = "satisfaction: 4"
        for number, day in enumerate(reversed(DAYS)):
            after = f"satisfaction: {number % 2 + 1}"
            edit(root, "kauf.md", before, after)
            patch.setitem(SOMEONE, "GIT_COMMITTER_DATE", f"{day}T12:00:00+01:00")
            commit(root)
            before = after
    with serve(build(root / "mkdocs.yml", root / "site")) as address:
        yield address


def test_a_choice_narrows_the_list_opens_the_fold_and_stands_in_the_address(
    shared_window: Window, base: str
) -> None:
    with shared_window.at(base) as window:
        page = window.visit("")
        shown = page.locator(".jb-changes > li").filter(visible=True)
        fold = page.locator("#last_changes ~ details")
        choice = page.get_by_label("Änderungen aus")
        expect(shown).to_have_count(6)
        expect(fold).not_to_have_attribute("open", "")

        choice.select_option(label="der letzten Woche")
        expect(shown).to_have_count(1)
        expect(fold).to_be_hidden()
        expect(page).to_have_url(f"{base}/?since=week")

        choice.select_option(label="dem letzten Quartal")
        expect(shown).to_have_count(3)

        choice.select_option(label="alle")
        expect(shown).to_have_count(6)
        expect(page).to_have_url(f"{base}/")


def test_a_link_shows_the_same_view_on_the_page_of_a_journey_too(shared_window: Window, base: str) -> None:
    with shared_window.at(base) as window:
        for address, count in (("?since=month", 2), ("journeys/kauf/?since=month", 2)):
            page = window.visit(address)
            expect(page.locator(".jb-changes > li").filter(visible=True)).to_have_count(count)
            expect(page.get_by_label("Änderungen aus")).to_have_value("month")
