"""What a map shows of stages as wholes: cards and cells over all their columns, and heads of larger parts."""

from datetime import date
from pathlib import Path

import pytest

from core.handbooks import HANDBOOK, errors, read
from journeybook.catalogue import Catalogue, impact_of
from journeybook.kinds import ThingKind
from journeybook.pages.journey.map import JourneyMap, journey_map

TODAY = date(2026, 11, 21)
LANES = "lanes:\n  - {id: minuten, title: Minuten, side: firm, kind: number, aggregate: mean}\n"
OWN = HANDBOOK.replace("lanes:\n  - {id: hinweis, title: Hinweis, side: firm, kind: text}\n", LANES)
JOURNEY = """\
---
title: X
personas: [anna, bodo]
stages:
  - stage: awareness
    phase: Davor
    steps:
      - {title: A, pain_points: {title: Klein, severity: 1}}
  - stage: purchase
    phase: Dabei
    thoughts: [{text: Immer dasselbe, persona: bodo}, Noch einmal]
    pain_points: {id: lang, title: Lang, severity: 5}
    opportunities: {title: Kurz, solves: lang, actions: {title: Tun, owner: shop, due: 2026-12-24}}
    lanes: {minuten: 9}
    steps:
      - {title: B, lanes: {minuten: 3}, touchpoints: kasse}
      - {title: C, thoughts: Endlich, pain_points: {title: Mittel, severity: 3}}
  - stage: purchase
    id: danach
    phase: Dabei
    steps: [D]
---
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """A handbook with a journey of three stages, of which the second says much of itself."""
    found = read(tmp_path_factory.mktemp("wholes"), {"handbook.yml": OWN, "x.md": JOURNEY})
    assert errors(found) == []
    return found.catalogue


@pytest.fixture(scope="module")
def layout(catalogue: Catalogue) -> JourneyMap:
    """Its map."""
    return journey_map(catalogue.journeys["x"], TODAY, lanes=catalogue.lanes)


def test_a_card_of_a_whole_stage_takes_all_its_columns_and_ranks_among_the_others(layout: JourneyMap) -> None:
    cards = [
        (card.item.pain.title, card.column.step.title, card.span, card.rank, card.is_whole)
        for stage in layout.pain_points
        for card in stage.cards
    ]

    assert cards == [("Klein", "A", 1, 1, False), ("Lang", "B", 2, 1, True), ("Mittel", "C", 2, 2, False)]


def test_texts_of_a_whole_stage_are_a_row_of_their_own_before_those_of_steps(layout: JourneyMap) -> None:
    rows = [
        (
            row.lane.name,
            [(cell.number, cell.total) for cell in row.wholes],
            [cell.number for cell in row.cells],
        )
        for group in layout.groups
        for row in group.rows
    ]

    assert rows == [
        ("thoughts", [(0, None), (2, None), (0, None)], []),
        ("thoughts", [], [0, 0, 1, 0]),
        ("minuten", [(0, None), (1, 6), (0, None)], []),
        ("minuten", [], [0, 1, 0, 0]),
    ]


def test_a_folded_group_counts_what_a_stage_has_at_its_first_step(layout: JourneyMap) -> None:
    counts = [[(count.number, count.whole) for count in group.counts] for group in layout.groups]

    assert counts == [[(0, 0), (0, 2), (1, 0), (0, 0)], [(0, 0), (1, 1), (0, 0), (0, 0)]]


def test_neighbouring_stages_of_one_phase_have_one_head(layout: JourneyMap) -> None:
    heads = [(head.title, [stage.id for stage in head.stages], head.column_count) for head in layout.phases]

    assert heads == [("Davor", ["awareness"], 1), ("Dabei", ["purchase", "danach"], 3)]


def test_what_holds_for_a_stage_holds_at_each_of_its_steps(catalogue: Catalogue) -> None:
    touched = impact_of(catalogue, ThingKind.PAIN_POINT, "x/lang").visits
    voices = catalogue.voices_of_persona["bodo"]

    assert [visit.step.title for visit in touched] == ["B", "C"]
    assert [(voice.field, voice.entry.text, voice.spot.part.title) for voice in voices] == [
        ("thoughts", "Immer dasselbe", "Kauf")
    ]
    assert [journey.id for journey in catalogue.gathered(catalogue.pain_points["x/lang"]).journeys] == ["x"]


def test_an_opportunity_of_a_stage_answers_its_pain_points(tmp_path: Path) -> None:
    unplanned = JOURNEY.replace("    opportunities: {title: Kurz", "    x-idee: {title: Kurz")
    lines = []
    for name, text in (("planned", JOURNEY), ("unplanned", unplanned)):
        findings = read(tmp_path / name, {"handbook.yml": OWN, "x.md": text}).findings
        lines.append([item.place.line for item in findings if item.rule == "severe-pain-without-owner"])

    assert lines == [[], [12]]
