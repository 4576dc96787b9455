"""The pages for new colleagues: what they tell, of all and of a team, and questions that have an answer."""

import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from markupsafe import Markup

from core.handbooks import errors, read
from core.rendering import html_of
from journeybook import project
from journeybook.catalogue import Catalogue
from journeybook.language import language
from journeybook.pages import Page, Site, site_pages
from journeybook.pages.frame.reading_time import minutes_to_read
from journeybook.scaffold import LANGUAGES, first_files

ROOT = Path(__file__).parents[4]
TODAY = date(2026, 11, 21)
TAG = re.compile(r"<[^>]+>")
HANDBOOK = """\
stages: [{id: purchase, title: Kauf}]
channels: [{id: store, title: Filiale, setting: offline}, {id: web, title: Netz, setting: online}]
teams: [{id: shop, title: Filialbetrieb}, {id: lager, title: Lager}, {id: leer, title: Niemand}]
terms: [{id: leisten, title: Leisten, definition: Die Form des Schuhs.}, {id: nie, title: Nie, definition: Nie.}]
"""
JOURNEY = """\
---
title: Kauf
persona: [bea, anna]
owner: shop
stages:
  - stage: purchase
    steps:
      - {title: Fragen, satisfaction: 4, touchpoints: theke, thoughts: Passt der Leisten?}
      - title: Zahlen
        satisfaction: 1
        touchpoints: regal
        quotes: Das dauert.
        pain_points: {id: warten, title: Warten, severity: 5}
        opportunities:
          - title: Zweite Kasse
            solves: warten
            status: doing
            actions:
              - {title: Kasse kaufen, owner: shop, due: 2026-12-01}
              - {title: Fertig, owner: shop, due: 2026-01-01, status: done}
---
"""
FILES = {
    "handbook.yml": HANDBOOK,
    "kauf.md": JOURNEY,
    "bald.md": JOURNEY.replace("title: Kauf\n", "title: Bald\nstate: future\n", 1).replace(": 1\n", ": 5\n"),
    "personas/bea.md": "---\ntitle: Bea\ntype: secondary\n---\n",
    "personas/anna.md": "---\ntitle: Anna\ntype: primary\ngoals: Schnell sein\n---\n",
    "touchpoints/theke.md": "---\ntitle: Theke\nchannel: store\nowner: shop\n---\n",
    "touchpoints/regal.md": "---\ntitle: Regal\nchannel: store\nowner: lager\n---\n",
}


def pages_of(catalogue: Catalogue, code: str = "en") -> Mapping[str, Page]:
    """The pages for new colleagues by their addresses."""
    found = site_pages(Site(catalogue=catalogue, language=language(code), today=TODAY))
    return {page.address: page for page in found if page.address.startswith("start/")}


def said(page: Page, code: str = "en") -> str:
    html = html_of(page, code, TODAY)
    return " ".join(unescape(TAG.sub(" ", html)).split()).replace("\xad", "")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Page]:
    found = read(tmp_path_factory.mktemp("start"), FILES)
    assert errors(found) == []
    return pages_of(found.catalogue)


def test_there_is_one_for_all_and_one_for_each_team_that_answers_for_anything(
    pages: Mapping[str, Page],
) -> None:
    assert list(pages) == ["start/", "start/shop/", "start/lager/"]
    assert [share.team.id for share in pages["start/"].context()["shares"]] == ["shop", "lager"]


def test_a_handbook_in_which_customers_walk_nothing_has_none(tmp_path: Path) -> None:
    planned = JOURNEY.replace("owner: shop\n", "owner: shop\nstatus: planned\n", 1)
    files = {name: text for name, text in FILES.items() if name != "bald.md"} | {"kauf.md": planned}

    assert pages_of(read(tmp_path, files).catalogue) == {}


def test_the_words_are_own_ones_that_are_used_and_those_of_the_method(pages: Mapping[str, Page]) -> None:
    words = pages["start/"].context()["week"].words

    assert [(word.title, word.address) for word in words] == [
        ("Leisten", "glossary/#leisten"),
        ("Journey", "glossary/#word_journey"),
        ("Touchpoint", "glossary/#word_touchpoint"),
        ("Moment of truth", "glossary/#word_moment-of-truth"),
        ("Pain point", "glossary/#word_pain-point"),
    ]


def test_a_team_reads_of_what_is_its_own(pages: Mapping[str, Page]) -> None:
    shop, stock = (pages[f"start/{team}/"].context()["week"] for team in ("shop", "lager"))

    assert [persona.id for persona in shop.personas.items] == ["anna", "bea"]
    assert [item.listed.journey.id for item in shop.journeys.items] == ["kauf"]
    assert [item.worst.step.title for item in shop.journeys.items if item.worst] == ["Zahlen"]
    assert [item.touchpoint.id for item in shop.touchpoints.items] == ["theke"]
    assert [item.action.record.title for item in shop.plan.items] == ["Kasse kaufen", "Kasse kaufen"]
    assert [item.touchpoint.id for item in stock.touchpoints.items] == ["regal"]
    assert stock.plan.items == ()


def test_days_without_anything_are_left_out_and_counted_through(pages: Mapping[str, Page]) -> None:
    text = said(pages["start/lager/"])

    assert re.findall(r"Day \d: [^.]*?(?= [A-Z“])", text)[:1] == ["Day 1: Five words to know"]
    assert "Day 4: Our touchpoints" in text
    assert "Day 5" not in text


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "start/",
            [
                "“Zahlen” in the journey “Kauf”: 1 of 5.",
                "The team “Lager”.",
                "“Kasse kaufen”, by December 1, 2026.",
            ],
        ),
        (
            "start/lager/",
            [
                "“Zahlen” in the journey “Kauf”: 1 of 5.",
                "Schnell sein",
                "A step that decides whether customers stay. It is marked by a star (★).",
            ],
        ),
    ],
)
def test_it_ends_with_three_questions_and_their_answers(
    pages: Mapping[str, Page], address: str, expected: list[str]
) -> None:
    asked = pages[address].context()["questions"]

    assert [item.answer for item in asked] == expected
    text = said(pages[address])
    assert all(f"{item.question} {item.answer} Look it up" in text for item in asked)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_new_handbook_has_them_whole_from_the_first_day(tmp_path: Path, code: str) -> None:
    for name, text in first_files(code, "1", TODAY).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    pages = pages_of(project.read(tmp_path / "journeys", "journeys", today=TODAY).catalogue, code)
    everybody, team = pages.values()

    for page in (everybody, team):
        shown = page.context()
        assert [day.part for day in shown["days"]] == ["words", "people", "journeys", "touchpoints", "plan"]
        assert len(shown["questions"]) == 3
    assert everybody.context()["week"].words[0].title in {"Festpreis", "Fixed price"}


def test_a_page_says_how_long_it_takes_to_read(pages: Mapping[str, Page]) -> None:
    words = {count: minutes_to_read(Markup("<p>" + "wort " * count + "</p>")) for count in (0, 180, 181, 900)}

    assert words == {0: 1, 180: 1, 181: 2, 900: 5}
    assert "About 1 minute to read." in said(pages["start/lager/"])


def test_the_example_names_its_worst_steps_and_touchpoint() -> None:
    pages = pages_of(project.read(ROOT / "journeys", "journeys", today=TODAY).catalogue, "de")
    week = pages["start/"].context()["week"]

    # read off the files: the worst journey is rated 1 at this step, and the one step with the voucher as well
    assert week.journeys.items[0].worst.step.title == "Ich lege den Karton auf die Ladentheke"
    assert week.journeys.items[0].worst.step.satisfaction == 1
    assert week.touchpoints.items[0].touchpoint.id == "freundschaftsgutschein"
    assert len(pages) == 7
