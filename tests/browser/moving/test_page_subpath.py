"""The handbook below a path of a web server: pages, anchors, search, diagrams and the page for wrong addresses."""

import re
from collections.abc import Iterator

import pytest
from example_sites import FEW_PAGES, ROOT, build_copy
from page_looks import DIAGRAMS_IN_SIGHT, FINE, OPEN, Window
from page_types import KINDS
from playwright.sync_api import expect

from browser import serve
from journeybook.catalogue import Catalogue
from page_signs import PAINTED, until

PATH = "firma/handbuch"


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the handbook is served; the address of a site is part of its configuration."""
    root = tmp_path_factory.mktemp("server")
    with serve(root) as base:
        text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        assert "site_url: https://handbuch.example.org/\n" in text
        config = FEW_PAGES + text.replace("https://handbuch.example.org/", f"{base}/{PATH}/")
        build_copy(config, root, root / PATH)
        yield f"{base}/{PATH}"


@pytest.fixture
def window_below(shared_window: Window, below: str) -> Iterator[Window]:
    with shared_window.at(below) as window:
        yield window


@pytest.mark.parametrize("kind", ["journey of two personas", "guide"])
def test_pages_look_as_they_do_at_the_root(window_below: Window, kind: str) -> None:
    window_below.visit(KINDS[kind])

    assert window_below.look() == FINE


def test_moves_without_reloads_anchors_and_diagrams_work(window_below: Window, example: Catalogue) -> None:
    journey = example.journeys["schuhe-im-laden-kaufen"]
    step = journey.stages[1].steps[-1]
    page = window_below.visit_instantly("")
    page.evaluate("window.sameDocument = true")

    page.locator(".jb-card__title").get_by_role("link", name=journey.title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(journey.title)
    page.evaluate(OPEN)
    until(page, DIAGRAMS_IN_SIGHT)
    expect(page.locator(".jb-details[open] .jb-diagram--drawn")).to_have_count(2)
    page.locator(f"th#{step.id} > a").first.click()
    page.locator(".jb-dialog").get_by_role("link", name="Auf der Seite der Phase").click()

    expect(page.locator(f"article#{step.id}")).to_be_in_viewport()
    expect(page).to_have_url(f"{window_below.base}/journeys/{journey.id}/{journey.stages[1].id}/#{step.id}")
    assert page.evaluate("window.sameDocument") is True


def test_the_search_stays_below_the_path(window_below: Window) -> None:
    page = window_below.visit("teams/")

    window_below.search("Grundschullehrerin")
    page.locator(".md-search-result__link", has_text="Anna Berger").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Anna Berger")
    expect(page).to_have_url(re.compile(rf"^{re.escape(f'{window_below.base}/personas/anna/')}(\?.*)?$"))


def test_a_wrong_address_leads_back_into_the_handbook(window_below: Window) -> None:
    page = window_below.visit("journeys/gibt-es-nicht/")
    page.evaluate(PAINTED)  # by then the console has told of it, too
    assert window_below.complaints == [
        "404: /journeys/gibt-es-nicht/",
        "error: Failed to load resource: the server responded with a status of 404 (Not Found)",
    ]
    window_below.complaints.clear()

    page.locator(".md-tabs").get_by_role("link", name="Teams").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Teams")
    expect(page).to_have_url(f"{window_below.base}/teams/")
