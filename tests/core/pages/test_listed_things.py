"""What the pages of goals, segments, systems and principles say, and those that name them."""

import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from core.handbooks import errors, read
from core.rendering import html_of
from journeybook.language import language
from journeybook.pages import Site, site_pages

TAG = re.compile(r"<[^>]+>")
TODAY = date(2026, 11, 21)
HANDBOOK = """\
stages:
  - {id: purchase, title: Kauf}
  - {id: support, title: Hilfe}
channels:
  - {id: store, title: Filiale, setting: offline}
teams:
  - {id: shop, title: Filialbetrieb}
metrics:
  - {id: treue, title: Treue, unit: percent, direction: up, target: 50}
  - {id: dauer, title: Dauer, unit: duration, direction: down, target: 4}
goals:
  - {id: reached, title: Kommen wieder, metric: treue, target: 40, due: 2026-12-31}
  - {id: missed, title: Geld in vier Tagen, metric: dauer, due: 2026-06-30}
  - {id: unknown, title: Alle sind froh, target: 7, due: 2026-06-30}
  - {id: open, title: Mehr verkaufen, description: Weil es zählt., due: 2027-06-30}
segments:
  - {id: families, title: Familien, size: ein Drittel, value_proposition: Schnell und gut}
  - {id: nobody, title: Niemand}
systems:
  - {id: till, title: Kassensystem, kind: Kasse, owner: shop, url: "https://example.org/kasse"}
  - {id: spare, title: Ersatz}
principles:
  - {id: honest, title: Ehrlich sein, description: Wir sagen es zuerst.}
  - {id: unheard, title: Leise sein}
"""
JOURNEY = """\
---
title: Einkaufen
personas: [anna, bodo]
goals: [reached, open]
stages:
  - stage: purchase
    principles: honest
    steps:
      - title: Bezahlen
        satisfaction: {anna: 2, bodo: 4}
        systems: [till, Excel]
        moment_of_truth: true
        metrics: treue
        pain_points: {title: Langes Warten, severity: 4}
        opportunities:
          title: Zweite Kasse
          goals: missed
          actions: {title: Kasse kaufen, owner: shop}
  - stage: support
    steps:
      - title: Umtauschen
        satisfaction: 1
        touchpoints: kasse
---
"""
FUTURE = """\
---
title: Künftig einkaufen
persona: anna
state: future
compares_to: einkaufen
principles: honest
stages: [{stage: purchase, steps: [{title: Gehen, satisfaction: 5, systems: till}]}]
---
"""
ROWS = "date,metric,value\n2026-10,treue,44\n2026-10,dauer,6\n"
FILES = {
    "handbook.yml": HANDBOOK,
    "einkaufen.md": JOURNEY,
    "kuenftig.md": FUTURE,
    "personas/anna.md": "---\ntitle: Anna\nsegment: families\n---\n",
    "touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: store\nsystems: [till, Drucker]\n---\n",
    "touchpoints/korb.md": "---\ntitle: Korb\nchannel: store\n---\n",
    "metrics/werte.csv": ROWS,
}


def made(root: Path, files: Mapping[str, str], tongue: str = "en") -> Mapping[str, str]:
    """The HTML of each page of a handbook, by its address."""
    found = read(root, files)
    assert errors(found) == []
    site = Site(catalogue=found.catalogue, language=language(tongue), today=TODAY)
    return {
        page.address: html_of(page, tongue, TODAY)
        for page in site_pages(site)
        if not page.address.startswith(("rules/", "quality/"))
    }


def text(html: str) -> str:
    """What readers see of a page, without the places where words may break."""
    return " ".join(unescape(TAG.sub(" ", html)).replace("\u00ad", "").split()).replace(" ,", ",")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    return made(tmp_path_factory.mktemp("journeys"), FILES)


@pytest.fixture(scope="module")
def texts(pages: Mapping[str, str]) -> Mapping[str, str]:
    return {address: text(html) for address, html in pages.items()}


def test_a_handbook_that_lists_none_has_no_pages_of_them(tmp_path: Path) -> None:
    bare = {
        "handbook.yml": "stages: {id: purchase, title: Kauf}\nchannels: {id: store, title: F, setting: offline}\n"
    }
    bare |= {"touchpoints/korb.md": FILES["touchpoints/korb.md"]}

    found = made(tmp_path, bare)

    assert [address for address in found if address.startswith(("goals", "segm", "syst", "princ"))] == []


def test_a_goal_shows_how_far_it_is_against_its_own_target(texts: Mapping[str, str]) -> None:
    assert "reached Due December 31, 2026" in texts["goals/reached/"]
    assert "Treue 44% October 2026 · target 40% ✓" in texts["goals/reached/"]
    assert "due since June 30, 2026, not reached" in texts["goals/missed/"]
    assert "Dauer 6 days October 2026 · target 4 days" in texts["goals/missed/"]
    assert "due since June 30, 2026, and nothing shows that it is reached Target 7" in texts["goals/unknown/"]
    assert "Weil es zählt. until June 30, 2027" in texts["goals/open/"]


def test_a_goal_shows_what_serves_it(texts: Mapping[str, str]) -> None:
    assert "Journeys that serve it Einkaufen" in texts["goals/reached/"]
    assert "What stands in its way Langes Warten" in texts["goals/reached/"]
    assert "Opportunities Zweite Kasse" in texts["goals/missed/"]
    assert ("Serves:" in texts["goals/missed/"], "Also serves:" in texts["goals/missed/"]) == (False, False)
    assert "Actions Action Team Due Status Goal Kasse kaufen" in texts["goals/missed/"]
    assert "write “goals: unknown” into a journey or an opportunity" in texts["goals/unknown/"]


def test_the_list_of_goals_names_journeys_that_serve_none(texts: Mapping[str, str]) -> None:
    assert texts["goals/"].endswith("Journeys that serve no goal yet Künftig einkaufen 5 of 5")


def test_a_segment_shows_its_promise_and_its_personas_as_they_fare_today(texts: Mapping[str, str]) -> None:
    page = texts["segments/families/"]

    assert "Size ein Drittel 1.5 of 5 on average Value proposition Schnell und gut" in page
    assert "Personas A Anna" in page
    assert "Their journeys Einkaufen 1.5 of 5 Künftig einkaufen Future state 5 of 5" in page
    assert "What holds them back Langes Warten" in page
    assert "write “segment: nobody” into one" in texts["segments/nobody/"]


def test_a_system_shows_where_it_is_used_and_what_its_failure_touches(texts: Mapping[str, str]) -> None:
    page = texts["systems/till/"]

    assert "Kasse Owner Filialbetrieb 2 of 5 at its steps today Open it" in page
    assert "A failure touches 1 journey, 2 steps, 1 moment of truth Personas Anna, Bodo" in page
    assert "Worst there Bezahlen 3 of 5" in page
    assert "Touchpoints Kasse Steps with this system" in page
    assert "Pain points there Langes Warten" in page
    assert "No step uses this system: write “systems: spare” into one" in texts["systems/spare/"]


def test_the_list_of_systems_counts_where_each_is_used(texts: Mapping[str, str]) -> None:
    assert (
        "Kassensystem Kasse Filialbetrieb 1 Kasse 2 Einkaufen, Künftig einkaufen 3 1 Langes Warten 1 2 of 5"
        in texts["systems/"]
    )
    assert texts["systems/"].endswith("Ersatz 0 –")


def test_a_principle_shows_the_journeys_and_stages_that_follow_it(texts: Mapping[str, str]) -> None:
    page = texts["principles/honest/"]

    assert "Wir sagen es zuerst. 3 of 5 where we follow it" in page
    assert "Where we follow it Künftig einkaufen Future state 5 of 5 Kauf – Einkaufen 3 of 5" in page
    assert "What still hurts there Langes Warten" in page
    assert "write “principles: unheard” into a journey" in texts["principles/unheard/"]


@pytest.mark.parametrize(
    ("page", "target"),
    [
        ("journeys/einkaufen/", "goals/reached/"),
        ("journeys/kuenftig/", "principles/honest/"),
        ("journeys/einkaufen/purchase/", "principles/honest/"),
        ("journeys/einkaufen/purchase/", "systems/till/"),
        ("journeys/einkaufen/purchase/", "goals/missed/"),
        ("journeys/einkaufen/", "systems/till/"),
        ("touchpoints/kasse/", "systems/till/"),
        ("personas/anna/", "segments/families/"),
    ],
)
def test_what_names_a_thing_links_to_it(pages: Mapping[str, str], page: str, target: str) -> None:
    to_root = "../" * page.count("/")

    assert f'href="{to_root}{target}"' in pages[page]


def test_systems_that_are_no_ids_are_shown_as_they_are_written(texts: Mapping[str, str]) -> None:
    assert "Systems Kassensystem, Drucker" in texts["touchpoints/kasse/"]
    assert "Systems Kassensystem Excel" in texts["journeys/einkaufen/purchase/"]
