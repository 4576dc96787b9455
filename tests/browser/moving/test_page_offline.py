"""The handbook opened from a disk, after a build with OFFLINE=true: what works from a server works there."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from example_sites import ROOT, build
from page_looks import DIAGRAMS_IN_SIGHT, FINE, OPEN, Window
from page_types import KINDS
from playwright.sync_api import Browser, expect

from journeybook.catalogue import Catalogue
from page_signs import until
from shared_folders import shared_folder

DRAWN = ".jb-details[open] .jb-diagram--drawn"


@pytest.fixture(scope="module")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    fill = partial(build, ROOT / "mkdocs.yml", OFFLINE="true")
    return shared_folder(tmp_path_factory, "Handbuch 2026", fill)


@pytest.fixture(scope="module")
def disk(browser: Browser, offline: Path) -> Iterator[Window]:
    with Window.open(browser, offline.as_uri()) as window:
        yield window


@pytest.fixture(autouse=True)
def nothing_to_complain_of(disk: Window) -> Iterator[None]:
    """No error in the console, no request to another host, no file that is missing."""
    yield
    assert disk.complaints == []


@pytest.mark.parametrize("kind", ["journey of two personas", "persona"])
def test_pages_look_as_they_do_from_a_server(disk: Window, kind: str) -> None:
    disk.visit(f"{KINDS[kind]}index.html")

    assert disk.look() == FINE


def test_links_lead_from_page_to_page(disk: Window, example: Catalogue) -> None:
    journey = example.journeys["schuhe-im-laden-kaufen"]
    stage = journey.stages[1]
    page = disk.visit("index.html")

    page.locator(".jb-card__title").get_by_role("link", name=journey.title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(journey.title)
    page.evaluate(OPEN)
    until(page, DIAGRAMS_IN_SIGHT)
    expect(page.locator(DRAWN)).to_have_count(2)

    head = page.locator(".jb-map__stage").get_by_role("link", name=stage.title, exact=True)
    head.click()
    expect(head).to_have_attribute("aria-expanded", "true")
    head.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(stage.title)
    expect(page).to_have_url(f"{disk.base}/journeys/{journey.id}/{stage.id}/index.html")

    page.locator(".md-tabs").get_by_role("link", name="Kontakt").click()
    page.get_by_role("combobox", name="Kanal", exact=True).select_option("chat")
    expect(page.locator(".jb-filters output")).to_have_text(f"1 von {len(example.touchpoints)}")


def test_the_search_leads_to_a_step(disk: Window, example: Catalogue) -> None:
    journey = example.journeys["online-bestellen-im-laden-zurueckgeben"]
    step = next(step for step in journey.steps if step.title == "Ich lege den Karton auf die Ladentheke")
    stage = next(stage for stage in journey.stages if step in stage.steps)
    page = disk.visit("teams/index.html")

    disk.search("Kartons Ladentheke")
    page.locator(".md-search-result__link", has_text=step.title).first.click()

    expect(page.locator(f"article#{step.id}")).to_be_in_viewport()
    expect(page).to_have_url(
        re.compile(
            rf"^{re.escape(f'{disk.base}/journeys/{journey.id}/{stage.id}/index.html')}(\?.*)?#{step.id}$"
        )
    )


def test_no_page_asks_another_host(offline: Path) -> None:
    pages = [page.read_text(encoding="utf-8") for page in offline.rglob("*.html")]
    sources = {source for page in pages for source in re.findall(r'<\w[^>]* src="([^"]*)"', page)}

    assert len(sources) > 5

    assert [source for source in sources if "://" in source] == []


def test_a_site_for_a_server_does_without_the_workaround(site: Path) -> None:
    assert "iframe-worker" not in (site / "index.html").read_text(encoding="utf-8")
