"""Lanes of the handbook's own: what they take, where they show, and how they are found and told."""

from datetime import date
from pathlib import Path

import pytest

from core.handbooks import HANDBOOK, errors, read
from journeybook import project
from journeybook.catalogue import impact_of, total_of
from journeybook.diff import State, compare
from journeybook.kinds import ThingKind
from journeybook.load import HashedFiles
from journeybook.load.beside import read_beside
from journeybook.scaffold import rename_thing, uses

LANES = """\
lanes:
  - {id: hinweis, title: Hinweis, side: customer, kind: text}
  - {id: sla, title: Zugesagte Stunden, side: firm, kind: number, aggregate: sum}
  - {id: takt, title: Takt, side: firm, kind: number, aggregate: mean}
  - {id: quelle, title: Quelle, side: firm, kind: link}
"""
OWN = HANDBOOK.replace("lanes:\n  - {id: hinweis, title: Hinweis, side: firm, kind: text}\n", LANES)


def journey(lanes: str, of_stage: str = "{}") -> str:
    """A journey with lanes at its first step and at its stage."""
    return f"""\
---
title: Einkauf
persona: anna
stages:
  - stage: purchase
    lanes: {of_stage}
    steps:
      - title: Ich bezahle
        lanes: {lanes}
      - {{title: Ich gehe, lanes: {{sla: "8", takt: 2}}}}
---
"""


def handbook(root: Path, lanes: str, of_stage: str = "{}") -> project.Project:
    """A handbook with lanes of its own."""
    return read(root, {"handbook.yml": OWN, "einkauf.md": journey(lanes, of_stage)})


@pytest.mark.parametrize(
    ("lanes", "said"),
    [
        (
            "{sla: bald}",
            ":9:22: invalid-value: 'sla' must be a number with a point, such as 2.5, not 'bald'.",
        ),
        (
            "{sla: [4, vier]}",
            ":9:26: invalid-value: 'sla' must be a number with a point, such as 2.5, not 'vier'.",
        ),
        (
            "{sla: '4,5'}",
            ":9:22: invalid-value: 'sla' must be a number with a point, such as 2.5, not '4,5'.",
        ),
        (
            "{quelle: irgendwo}",
            (
                ":9:25: invalid-value: 'quelle' must be a link that begins with https://, http://, mailto: or tel:, "
                "not 'irgendwo'."
            ),
        ),
        (
            "{hinweis: {title: A, url: https://example.org/}}",
            (
                ":9:27: invalid-value: 'hinweis' must be a text without 'url', not 'A'. "
                "A lane of links has 'kind: link'."
            ),
        ),
        ("{slo: 4}", ":9:17: unknown-lane: No lane 'slo'. Did you mean 'sla'?"),
        ("{Takt: 4}", ":9:17: unknown-lane: No lane 'Takt'. Did you mean 'takt'?"),
        ("[sla]", ":9:16: wrong-type: 'lanes' must be a group of keys such as 'sla: 24', not a list."),
        (
            "{hinweis: {text: A, persona: klara}}",
            ":9:45: unknown-persona: No persona 'klara'. The personas are 'anna' and 'bodo'.",
        ),
    ],
)
def test_what_does_not_belong_into_a_lane_is_named_with_its_place(
    lanes: str, said: str, tmp_path: Path
) -> None:
    assert errors(handbook(tmp_path, lanes)) == [f"journeys/einkauf.md{said}"]


def test_keys_of_the_authors_own_and_empty_ones_stand_in_no_lane(tmp_path: Path) -> None:
    found = handbook(tmp_path, "{sla: , x-notiz: egal}")

    assert errors(found) == []
    assert found.catalogue.journeys["einkauf"].stages[0].steps[0].entries["sla"] == ()


@pytest.mark.parametrize("name", ["wait", "pain-points", "moments", "phase"])
def test_a_lane_is_not_called_like_a_field(name: str, tmp_path: Path) -> None:
    own = OWN.replace("{id: hinweis,", f"{{id: {name},")

    assert errors(read(tmp_path, {"handbook.yml": own})) == [
        (
            "journeys/handbook.yml:20:10: invalid-id: 'id' must be an id that is none of the fields of steps and stages, "
            f"not '{name}'."
        )
    ]


def test_two_lanes_have_two_ids(tmp_path: Path) -> None:
    found = read(tmp_path, {"handbook.yml": OWN.replace("id: takt", "id: sla")})

    assert errors(found) == [
        "journeys/handbook.yml:22:10: duplicate-id: The lane id 'sla' is already used in line 21."
    ]


def test_a_stage_puts_its_numbers_together_as_the_lane_says(tmp_path: Path) -> None:
    catalogue = handbook(tmp_path, "{sla: [24, 0.5], takt: 4}", "{sla: 1}").catalogue
    stage = catalogue.journeys["einkauf"].stages[0]
    totals = {lane.name: total_of(lane, stage) for lane in catalogue.lanes if lane.is_own}

    assert totals == {"hinweis": None, "sla": 33.5, "takt": 3, "quelle": None}


def test_a_link_to_a_lane_leads_nowhere(tmp_path: Path) -> None:
    found = read(tmp_path, {"handbook.yml": OWN, "einkauf.md": journey("{sla: 4}") + "[[lane:sla]]\n"})

    assert [finding.rule for finding in found.errors] == ["unknown-kind"]


def test_a_lane_is_found_and_renamed_where_it_is_filled(tmp_path: Path) -> None:
    catalogue = handbook(tmp_path, "{sla: 4}", "{sla: 1}").catalogue
    beside = read_beside(tmp_path, "journeys")
    mentions = uses(catalogue, beside, ThingKind.LANE, "sla").mentions
    places = [mention.place.line for mention in mentions]
    renamed = rename_thing(catalogue, beside, ThingKind.LANE, "sla", "zusage")

    assert places == [6, 9, 10]
    assert mentions[1].where.endswith(", step 'Ich bezahle': lane 'Zugesagte Stunden' (sla)")
    assert renamed.places == 4
    assert [visit.step.title for visit in impact_of(catalogue, ThingKind.LANE, "sla").visits] == [
        "Ich bezahle",
        "Ich gehe",
    ]


def test_changes_are_told_by_the_title_of_the_lane(tmp_path: Path) -> None:
    handbook(tmp_path / "a", "{sla: 4, hinweis: [Eins, Zwei]}")
    handbook(tmp_path / "b", "{sla: 2, hinweis: [Eins], quelle: {title: Seite, url: https://example.org/}}")
    states = [State(name=name, label="journeys", source=HashedFiles(tmp_path / name)) for name in "ab"]

    assert {change.sentence() for change in compare(*states, today=date(2026, 11, 21)).changes} == {
        "Zugesagte Stunden changed from '4' to '2'.",
        "Hinweis: 'Zwei' was removed.",
        "Quelle: 'Seite (https://example.org/)' was added.",
    }
