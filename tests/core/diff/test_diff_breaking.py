"""Changes that break something: which rule speaks of which, and what settings may say about it."""

from pathlib import Path
from typing import Any

import pytest

from core.changed_handbooks import base, cases, difference, states
from journeybook.diff import BREAKING_RULES, BreakingRule, change_tree
from journeybook.findings import Severity

BY_TITLE = {
    "the owner vanishes": ["owner-vanished"],
    "status and state change": ["journey-unpublished"],
    "evidence is removed": ["evidence-removed"],
    "a persona is removed": ["used-persona-removed"],
    "a persona gets another id": ["used-persona-removed"],
    "a touchpoint is removed": ["used-touchpoint-removed"],
    "a touchpoint gets another id": ["used-touchpoint-removed"],
    "a touchpoint is retired": ["used-touchpoint-retired"],
    "a touchpoint changes its channel and loses its owner": ["owner-vanished"],
    "a team is removed": ["used-word-removed"],
    "a team gets another id": ["used-word-removed"],
    "a stage of the handbook is removed": ["used-word-removed"],
    "values are removed": ["values-removed"],
    "a file gets another name": ["used-journey-removed"],
    "a moment of truth is removed": ["moment-of-truth-removed"],
    "evidence expires": ["moment-of-truth-unproven"],
    "a pain point becomes more severe": ["severe-pain-raised"],
    "an action is due later": ["due-date-moved"],
    "an action loses its owner and its date": ["owner-vanished"],
}
OTHERS: tuple[dict[str, Any], ...] = (
    {
        "title": "satisfaction falls at a moment of truth",
        "edit": {"kauf.md": ["satisfaction: 5", "satisfaction: 2"]},
        "rules": [
            "moment-of-truth-fell",
            "moment-of-truth-fell",
            "satisfaction-fell-far",
            "satisfaction-fell-far",
        ],
    },
    {
        "title": "satisfaction falls by one",
        "edit": {"kauf.md": ["satisfaction: 3", "satisfaction: 2"]},
        "rules": [],
    },
    {
        "title": "a published journey is removed",
        "remove": ["kauf.md"],
        "rules": ["used-journey-removed", "published-journey-removed"],
    },
    {
        "title": "the only metric of a stage is gone",
        "edit": {"kauf.md": ["    metrics: nps\n    steps", "    steps"]},
        "rules": ["last-metric-removed"],
    },
    {
        "title": "the only metric of a journey is gone",
        "edit": {"kauf.md": ["metrics: nps\nevidence", "evidence"]},
        "rules": ["last-metric-removed"],
    },
    {
        "title": "a metric is replaced",
        "edit": {"kauf.md": ["metrics: nps\nevidence", "metrics: wait\nevidence"]},
        "rules": [],
    },
    {
        "title": "a touchpoint is removed together with its uses",
        "edit": {"kauf.md": ["        touchpoints: chat\n", ""]},
        "remove": ["touchpoints/chat.md"],
        "rules": [],
    },
    {
        "title": "an action is due earlier",
        "edit": {"kauf.md": ["2026-12-01", "2026-11-25"]},
        "rules": [],
    },
)


def rules(root: Path, case: dict[str, Any]) -> list[str]:
    return [item.rule.id for item in change_tree(difference(root, *states(case))).breaks]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["title"])
def test_a_rule_speaks_of_what_breaks_and_of_nothing_else(tmp_path: Path, case: dict[str, Any]) -> None:
    assert rules(tmp_path, case) == BY_TITLE.get(case["title"], [])


@pytest.mark.parametrize("case", OTHERS, ids=lambda case: case["title"])
def test_a_rule_looks_at_what_is_around_a_change(tmp_path: Path, case: dict[str, Any]) -> None:
    assert rules(tmp_path, case) == case["rules"]


def test_settings_give_a_rule_another_weight_or_none(tmp_path: Path) -> None:
    found = difference(tmp_path, *states(OTHERS[0]))
    given = {"moment-of-truth-fell": Severity.INFO, "satisfaction-fell-far": None}

    assert [(item.rule.id, item.severity.value) for item in change_tree(found, given).breaks] == [
        ("moment-of-truth-fell", "info"),
        ("moment-of-truth-fell", "info"),
    ]


def test_what_is_still_used_says_where(tmp_path: Path) -> None:
    files = base()
    del files["touchpoints/kasse.md"]
    files["hilfe.md"] += "Siehe [[touchpoint:kasse]].\n"
    files["neu.md"] = files["hilfe.md"].replace(
        "steps: Ich rufe an", 'steps: {title: A, touchpoints: "k\\u0061sse"}'
    )
    before = {**base(), "hilfe.md": files["hilfe.md"], "neu.md": files["neu.md"]}
    (change,) = difference(tmp_path, before, files).changes

    assert [str(place) for place in change.uses] == [
        "journeys/hilfe.md:6:7",
        "journeys/kauf.md:47:23",
        "journeys/neu.md:4:57",
        "journeys/neu.md:6:7",
    ]


def test_systems_and_teams_are_used_where_text_may_stand_as_well(tmp_path: Path) -> None:
    files = base()
    files["hilfe.md"] = files["hilfe.md"].replace(
        "steps: Ich rufe an", "steps: {title: Ich rufe an, systems: [anlage, Zettel], actors: [Bote, lager]}"
    )
    listed = files["handbook.yml"].replace("teams:\n", "teams:\n  - {id: lager, title: Lager}\n")
    listed += "systems: [{id: anlage, title: Telefonanlage}]\n"
    found = difference(tmp_path, {**files, "handbook.yml": listed}, files)

    assert [(change.kind.value, [str(place) for place in change.uses]) for change in found.changes] == [
        ("system-removed", ["journeys/hilfe.md:4:64"]),
        ("team-removed", ["journeys/hilfe.md:4:96"]),
    ]
    assert [item.rule.id for item in change_tree(found).breaks] == ["used-word-removed"] * 2


@pytest.mark.parametrize("rule", BREAKING_RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_is_explained_and_tried(rule: BreakingRule) -> None:
    tried = {name for names in BY_TITLE.values() for name in names} | {
        name for case in OTHERS for name in case["rules"]
    }

    assert rule.id in tried
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    assert rule.why.endswith(".")
