"""What names a team, a metric or a persona stands on their pages, and what is said of them beside it."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from core.handbooks import errors, read
from core.rendering import html_of
from journeybook.language import language
from journeybook.pages import Site, site_pages
from journeybook.project import Project

TAG = re.compile(r"<[^>]+>")
TODAY = date(2026, 11, 21)
HANDBOOK = """\
stages: [{id: purchase, title: Kauf}]
channels: [{id: store, title: Filiale, setting: offline}, {id: web, title: Web, setting: online}]
teams:
  - {id: shop, title: Filialbetrieb}
  - {id: technik, title: Technik}
  - {id: presse, title: Presse}
metrics: [{id: quote, title: Quote, unit: percent, direction: up}]
goals: [{id: wachsen, title: Mehr verkaufen, metric: quote}]
systems: [{id: lager, title: Lagersystem, owner: technik}]
lanes:
  - {id: akten, title: Akten, side: firm, kind: link}
  - {id: stunden, title: Stunden, side: firm, kind: number}
"""
JOURNEY = """\
---
title: Kauf
persona: [anna, bodo]
goals: wachsen
stages:
  - stage: purchase
    content: [{title: Messen leicht gemacht, owner: presse}, {title: Flugblatt, owner: shop}]
    steps:
      - title: Zahlen
        systems: lager
        lanes:
          akten: {title: Protokoll, url: https://example.org/, persona: bodo, evidence: Prüfung}
          stunden: [{text: 4, persona: anna}, 8]
---
"""


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A handbook in which teams answer for systems and content, and a goal has a metric."""
    found = read(tmp_path_factory.mktemp("ways"), {"handbook.yml": HANDBOOK, "kauf.md": JOURNEY})
    assert errors(found) == []
    return found


@pytest.fixture(scope="module")
def text(handbook: Project) -> Callable[[str], str]:
    """The text of a page by its address."""
    english = language("en")
    site = Site(catalogue=handbook.catalogue, language=english, today=TODAY)
    pages = {page.address: page for page in site_pages(site)}

    def shown(address: str) -> str:
        html = html_of(pages[address], "en", TODAY)
        return " ".join(unescape(TAG.sub(" ", html)).split()).replace("\xad", "")

    return shown


def test_a_team_shows_its_systems_and_what_it_publishes_and_nothing_of_others(
    text: Callable[[str], str],
) -> None:
    technicians, press = text("teams/technik/"), text("teams/presse/")

    assert "Systems Lagersystem" in technicians
    assert "Content Kauf – Kauf Messen leicht gemacht" in press
    assert "Flugblatt" not in press
    assert all("Nothing is this team's yet" not in page for page in (technicians, press))


def test_a_metric_shows_the_goal_that_it_tells_of(text: Callable[[str], str]) -> None:
    assert "Goals that it tells of Mehr verkaufen" in text("metrics/quote/")


@pytest.mark.parametrize("address", ["journeys/kauf/", "journeys/kauf/purchase/"])
def test_links_and_numbers_of_own_lanes_say_for_whom_they_hold_and_what_shows_them(
    text: Callable[[str], str], address: str
) -> None:
    assert "Bodo: Protokoll ◐ single voices or a workshop" in text(address)
    assert re.search(r"Anna: 4 · 8", text(address))


def test_the_glossary_shows_a_system_by_its_title(text: Callable[[str], str]) -> None:
    assert "Example: Lagersystem" in text("glossary/")


def test_the_search_finds_moments_of_truth_micro_conversions_and_what_is_other_about_a_variant(
    tmp_path: Path,
) -> None:
    step = "{title: Zahlen, moment_of_truth: Hier geht man, micro_conversion: Wer tippt}"
    files = {
        "kauf.md": JOURNEY,
        "wien.md": "---\ntitle: Wien\npersona: anna\nvariant_of: kauf\nvariant: Österreich\n"
        f"stages: {{stage: purchase, steps: {step}}}\n---\n",
    }
    found = read(tmp_path, {"handbook.yml": HANDBOOK, **files})
    site = Site(catalogue=found.catalogue, language=language("en"), today=TODAY)
    pages = {page.address: page.found() for page in site_pages(site)}

    (journey,), (_, of_step) = pages["journeys/wien/"], pages["journeys/wien/purchase/"]
    assert "Österreich" in journey.text.splitlines()
    assert of_step.text.splitlines() == ["Hier geht man", "Wer tippt"]
