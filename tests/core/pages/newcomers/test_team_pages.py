"""The page of a team: its touchpoints, the worst first, with what its people do there, and each pain point once."""

from datetime import date

import pytest

from core.handbooks import errors, read
from journeybook.catalogue import Catalogue
from journeybook.language import language
from journeybook.pages import Site
from journeybook.pages.teams import Share, team_shares

TODAY = date(2026, 11, 21)
HANDBOOK = """\
stages: [{id: purchase, title: Kauf}]
channels: [{id: store, title: Filiale, setting: offline}, {id: web, title: Netz, setting: online}]
teams: [{id: shop, title: Filialbetrieb}, {id: netz, title: Web}]
"""
JOURNEY = """\
---
title: Kauf
persona: anna
stages:
  - stage: purchase
    steps:
      - title: Fragen
        satisfaction: 4
        touchpoints: [theke, regal]
        frontstage: [Grüßt, Zeigt das Regal]
        pain_points: {title: Warten, severity: 3, category: other, evidence: {title: Umfrage, n: 80}}
      - title: Zahlen
        satisfaction: 1
        touchpoints: theke
        frontstage: Kassiert
        pain_points: [{title: Warten, severity: 5}, {title: Nur bar, severity: 4}]
      - title: Gehen
        satisfaction: 2
        touchpoints: theke
---
"""


def touchpoint(title: str, more: str = "") -> str:
    return f"---\ntitle: {title}\nchannel: store\nowner: shop\n{more}---\n"


FILES = {
    "handbook.yml": HANDBOOK,
    "kauf.md": JOURNEY,
    "touchpoints/regal.md": touchpoint("Regal"),
    "touchpoints/theke.md": touchpoint("Theke"),
    "touchpoints/tafel.md": touchpoint("Tafel"),
    "touchpoints/tuer.md": touchpoint("Tür", "rating: 3\n"),
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    found = read(tmp_path_factory.mktemp("teams"), FILES)
    assert errors(found) == []
    return found.catalogue


@pytest.fixture(scope="module")
def share(catalogue: Catalogue) -> Share:
    return team_shares(Site(catalogue=catalogue, language=language("de"), today=TODAY))["shop"]


def test_its_touchpoints_begin_with_the_worst_and_end_with_those_without_a_value(share: Share) -> None:
    found = [(item.touchpoint.title, item.satisfaction) for item in share.touchpoints]

    assert [(title, value and round(value, 2)) for title, value in found] == [
        ("Theke", 2.33),
        ("Tür", None),
        ("Regal", 4),
        ("Tafel", None),
    ]


def test_each_says_what_its_people_do_there_worst_step_first(share: Share) -> None:
    (counter, *_) = share.touchpoints
    told = {
        visit.step.title: [entry.text for entry in visit.step.entries["frontstage"]]
        for visit in counter.manned.items
    }

    assert list(told.items()) == [("Zahlen", ["Kassiert"]), ("Fragen", ["Grüßt", "Zeigt das Regal"])]


def test_the_same_pain_point_is_told_once_where_it_is_worst(share: Share) -> None:
    told = [(item.pain.title, item.spot.part.id, len(item.elsewhere)) for item in share.pain_points.items]

    assert told == [("Warten", "zahlen", 1), ("Nur bar", "zahlen", 0)]


def test_of_the_same_pain_point_each_place_category_and_piece_of_evidence_is_told(share: Share) -> None:
    (waiting, _) = share.pain_points.items

    assert [item.spot.part.id for item in waiting.elsewhere] == ["fragen"]
    assert waiting.categories == ("other",)
    assert [piece.title for piece in waiting.evidence] == ["Umfrage"]


def test_a_team_without_anything_has_nothing(catalogue: Catalogue) -> None:
    shares = team_shares(Site(catalogue=catalogue, language=language("de"), today=TODAY))

    assert (shares["netz"].touchpoints, shares["netz"].pain_points.items) == ((), ())
