"""What lints say of journeys beyond the rules' own examples: ways, falls, touchpoints, and how much at once."""

from pathlib import Path

import pytest

from journeybook import project
from journeybook.rules import RULES, Family
from journeybook.rules.examples import shared
from journeybook.settings import Limits, Settings

WAYS = ("unreachable-step", "dead-end", "loop-without-exit", "branch-without-condition")


def said(root: Path, files: dict[str, str], *rules: str, limits: Limits | None = None) -> list[str]:
    """What some rules say of the shared handbook with some files of its own: rule and line."""
    for path, text in {**shared(), **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    read = project.read(root / "journeys", "journeys", settings=Settings(limits=limits or Limits()))
    return [f"{item.rule} {item.place.line}" for item in read.findings if item.rule in rules]


def journey(*lines: str, persona: str = "anna", head: str = "") -> dict[str, str]:
    """A journey of one stage; its first step stands in line 7 of the file."""
    steps = "\n".join(f"      {line}" for line in lines)
    more = f"{head}\n" if head else ""
    text = f"---\ntitle: Probe\npersona: {persona}\n{more}stages:\n  - stage: purchase\n    steps:\n{steps}\n---\n"
    return {"journeys/probe.md": text}


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param(["- A", "- B"], [], id="one after the other"),
        pytest.param(["- A", "- {title: B, next: end}"], [], id="the end is said"),
        pytest.param(["- {title: A, next: end}", "- B", "- C"], ["unreachable-step 8"], id="only the first"),
        pytest.param(
            ["- {title: A, next: d}", "- {title: B, next: d}", "- C", "- {id: d, title: D}"],
            ["unreachable-step 8", "unreachable-step 9"],
            id="two causes",
        ),
        pytest.param(
            ["- A", "- {title: B, optional: true, next: end}", "- C"], [], id="an optional step is skipped"
        ),
        pytest.param(
            ["- {id: a, title: A}", "- {title: B, next: {to: a, when: x}}", "- C"],
            ["dead-end 8"],
            id="a loop with a condition only",
        ),
        pytest.param(
            [
                "- {id: a, title: A}",
                "- {title: B, next: [{to: a, when: x}, {to: c, when: y}]}",
                "- {id: c, title: C}",
            ],
            [],
            id="each way has its condition",
        ),
        pytest.param(
            ["- A", "- {id: b, title: B, next: b}"], ["loop-without-exit 8"], id="leads to itself alone"
        ),
        pytest.param(
            [
                "- {title: A, next: [{to: b, when: x}, {to: d, when: y}, end]}",
                "- {id: b, title: B}",
                "- {id: c, title: C, next: b}",
                "- {id: d, title: D, next: d}",
            ],
            ["loop-without-exit 9", "loop-without-exit 10"],
            id="two loops",
        ),
        pytest.param(
            ["- A", "- {id: b, title: B, next: c}", "- {id: c, title: C, next: [{to: b, when: x}, c]}"],
            ["loop-without-exit 9"],
            id="a loop within a loop",
        ),
        pytest.param(
            [
                "- {id: a, title: A, next: [{to: a, when: x}, d]}",
                "- {id: b, title: B, next: a}",
                "- C",
                "- {id: d, title: D, next: [{to: e, when: y}, e]}",
                "- {id: e, title: E, next: d}",
            ],
            ["unreachable-step 8", "unreachable-step 9", "loop-without-exit 11"],
            id="all at once",
        ),
        pytest.param(
            ["- {title: A, next: nowhere}", "- B"], [], id="nothing is said while a step is unknown"
        ),
        pytest.param(
            ["- {title: A, next: [b, c, end]}", "- {id: b, title: B}", "- {id: c, title: C}"],
            ["branch-without-condition 7"],
            id="one branch is one finding",
        ),
    ],
)
def test_ways_through_a_journey(steps: list[str], expected: list[str], tmp_path: Path) -> None:
    assert said(tmp_path, journey(*steps), *WAYS) == expected


def test_many_loops_and_a_long_way_are_walked_in_one_go(tmp_path: Path) -> None:
    loops = [f"- {{id: s{at}, title: S{at}, next: [{{to: s{at}, when: x}}, s{at + 1}]}}" for at in range(300)]
    steps = [*loops, "- {id: s300, title: Z, next: s299}"]

    assert said(tmp_path, journey(*steps), *WAYS) == ["loop-without-exit 307"]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("satisfaction: 4", []),
        ("satisfaction: 3", ["unexplained-fall 8"]),
        ("satisfaction: 2", ["unexplained-fall 8"]),
        ("satisfaction: 2, pain_points: Warten", []),
        ("optional: true", []),
        ("satisfaction: {anna: 3, jonas: 5}", ["unexplained-fall 8"]),
        ("satisfaction: {jonas: 3}", ["missing-persona-satisfaction 8"]),
    ],
)
def test_a_fall_of_any_persona_needs_a_reason(second: str, expected: list[str], tmp_path: Path) -> None:
    files = journey(
        "- {title: A, satisfaction: {anna: 5, jonas: 4}}",
        f"- {{title: B, {second}}}",
        persona="[anna, jonas]",
    ) | {"journeys/personas/jonas.md": "---\ntitle: Jonas\n---\n"}
    rules = ("unexplained-fall", "low-satisfaction-without-pain-point", "missing-persona-satisfaction")

    assert said(tmp_path, files, *rules) == expected


def test_a_fall_counts_only_where_the_step_before_leads(tmp_path: Path) -> None:
    steps = (
        "- {title: A, satisfaction: 3, next: [{to: b, when: x}, c]}",
        "- {id: b, title: B, satisfaction: 5, next: end}",
        "- {id: c, title: C, satisfaction: 3}",
    )

    assert said(tmp_path, journey(*steps), "unexplained-fall") == []


def test_a_persona_without_any_value_is_missed_once(tmp_path: Path) -> None:
    steps = [f"- {{title: {name}, satisfaction: {{anna: 3}}}}" for name in "ABC"]
    files = journey(*steps, persona="[anna, jonas]")
    files |= {"journeys/personas/jonas.md": "---\ntitle: Jonas\n---\n"}

    assert said(tmp_path, files, "missing-persona-satisfaction") == ["missing-persona-satisfaction 7"]


def test_a_pain_that_is_solved_does_not_contradict_satisfaction(tmp_path: Path) -> None:
    step = "- {title: A, satisfaction: 5, pain_points: {id: p, title: P, severity: 5}"
    solved = f"{step}, opportunities: {{title: O, solves: p, status: done}}}}"
    rule = "high-satisfaction-beside-severe-pain"

    assert said(tmp_path / "open", journey(step + "}"), rule) == [f"{rule} 7"]
    assert said(tmp_path / "solved", journey(solved), rule) == []


def test_limits_have_the_say(tmp_path: Path) -> None:
    files = journey("- {title: A, satisfaction: 5}", "- {title: B, satisfaction: 3}")

    assert said(tmp_path, files, "unexplained-fall", limits=Limits(fall=3)) == []


def test_a_touchpoint_that_is_no_more_is_named_once_in_a_journey(tmp_path: Path) -> None:
    files = journey("- {title: A, touchpoints: [kasse, fax]}", "- {title: B, touchpoints: fax}")
    files |= {"journeys/touchpoints/fax.md": "---\ntitle: Fax\nchannel: web\nlifecycle: retired\n---\n"}

    assert said(tmp_path, files, "retired-touchpoint-in-use") == ["retired-touchpoint-in-use 7"]


def test_a_rating_is_held_against_steps_with_nothing_else(tmp_path: Path) -> None:
    files = journey("- {title: A, satisfaction: 1, touchpoints: [kasse, fax]}")
    files |= {"journeys/touchpoints/fax.md": "---\ntitle: Fax\nchannel: web\nrating: 5\n---\n"}
    alone = files | journey("- {title: A, satisfaction: 1, touchpoints: fax}")

    assert said(tmp_path, files, "touchpoint-rating-disagrees") == []
    assert said(tmp_path, alone, "touchpoint-rating-disagrees") == ["touchpoint-rating-disagrees 4"]


def test_a_return_loop_may_lead_back_to_an_earlier_stage(tmp_path: Path) -> None:
    stages = [("consideration", ""), ("purchase", ""), ("consideration", "id: noch-einmal")]
    text = "\n".join(f"  - stage: {stage}\n    {own}\n    steps: {stage}" for stage, own in stages)
    files = {"journeys/probe.md": f"---\ntitle: Probe\npersona: anna\nstages:\n{text}\n---\n"}

    assert said(tmp_path, files, "stages-out-of-order") == []


def test_a_future_journey_that_works_otherwise_behind_the_scenes_changes_something(tmp_path: Path) -> None:
    text = shared()["journeys/schuhe-kaufen.md"]
    plan = text.replace("status:", "state: future\ncompares_to: schuhe-kaufen\nstatus:")
    changed = plan.replace("touchpoints: kasse", "touchpoints: kasse\n      backstage: Die Kasse rechnet mit")
    rule = "future-journey-without-changes"

    assert said(tmp_path, {"journeys/plan.md": plan}, rule) == [f"{rule} 7"]
    assert said(tmp_path, {"journeys/plan.md": changed}, rule) == []


def test_the_values_of_a_csv_file_measure_a_stage(tmp_path: Path) -> None:
    files = journey("- A")
    row = "date,metric,value,stage\n2026-10,zufriedenheit,80,purchase\n"
    rules = ("journey-without-metric", "stage-without-metric")

    assert said(tmp_path, files, *rules) == ["journey-without-metric 2"]
    assert said(tmp_path, files | {"journeys/metrics/werte.csv": row}, *rules) == []


def test_the_smallest_useful_journey_is_told_little(tmp_path: Path) -> None:
    (tmp_path / "journeys/personas").mkdir(parents=True)
    (tmp_path / "journeys/personas/anna.md").write_text("---\ntitle: Anna\n---\n", encoding="utf-8")
    for path, text in journey("- Schuhe anprobieren", "- An der Kasse bezahlen").items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    families = {Family.STRUCTURE, Family.COVERAGE, Family.SATISFACTION, Family.SIZE}
    own = [rule for rule in RULES.values() if rule.family in families]
    found = project.read(tmp_path / "journeys", "journeys").findings

    assert [item.rule for item in found if item.rule in {rule.id for rule in own}] == [
        "journey-without-satisfaction",
        "journey-without-touchpoint",
    ]


@pytest.mark.parametrize(
    ("newer", "expected"),
    [
        ("date,metric,value\n2019-12,abbrueche,1\n", ["outdated-metric 11"]),
        ("date,metric,value\n<<<<<<< HEAD\n2026-11,zufriedenheit,70\n", []),
        ("date;metric\n", []),
    ],
)
def test_no_metric_is_outdated_while_values_cannot_be_read(
    newer: str, expected: list[str], tmp_path: Path
) -> None:
    files = {
        "journeys/metrics/2020.csv": "date,metric,value\n2020-01,zufriedenheit,70\n",
        "journeys/metrics/2026.csv": newer,
    }
    assert said(tmp_path, files, "outdated-metric") == expected


@pytest.mark.parametrize(
    ("systems", "expected"),
    [
        pytest.param("[Excel, Word]", [], id="two systems"),
        pytest.param("[SAP 1, SAP 2, SAP A, SAP B]", [], id="told apart by what counts them"),
        pytest.param("[Kasse, Kasse]", [], id="one spelling twice"),
        pytest.param("[Excel-Liste, Excelliste]", ["system-spelling 7"], id="a hyphen"),
        pytest.param(
            "[Größen Datenbank, groessen-datenbank]", ["system-spelling 7"], id="umlauts spelled out"
        ),
        pytest.param("[Buchhaltung, Buchaltung]", ["system-spelling 7"], id="a slip"),
    ],
)
def test_one_system_in_two_spellings_is_found_and_two_systems_are_not(
    systems: str, expected: list[str], tmp_path: Path
) -> None:
    assert said(tmp_path, journey(f"- {{title: A, systems: {systems}}}"), "system-spelling") == expected


GOAL = "goals: {id: g, title: Mehr, metric: zufriedenheit, due: 2020-01-31}\n"


@pytest.mark.parametrize(
    ("goal", "rows", "expected"),
    [
        pytest.param(GOAL, "", ["overdue-goal"], id="no value"),
        pytest.param(GOAL, "2026-10,zufriedenheit,79\n", ["overdue-goal"], id="missed"),
        pytest.param(GOAL, "2026-10,zufriedenheit,80\n", [], id="reached"),
        pytest.param(
            GOAL.replace("due", "target: 85, due"),
            "2026-10,zufriedenheit,80\n",
            ["overdue-goal"],
            id="own target",
        ),
        pytest.param(
            GOAL.replace("zufriedenheit", "abbrueche, target: 9"),
            "2026-10,abbrueche,8\n",
            [],
            id="less is better",
        ),
        pytest.param(GOAL.replace("metric: zufriedenheit, ", ""), "", ["overdue-goal"], id="no metric"),
        pytest.param(GOAL.replace("2020", "2999"), "", [], id="still to come"),
        pytest.param(GOAL.replace(", due: 2020-01-31", ""), "", [], id="no day"),
    ],
)
def test_a_goal_is_overdue_until_a_value_shows_that_it_is_reached(
    goal: str, rows: str, expected: list[str], tmp_path: Path
) -> None:
    handbook = {"journeys/handbook.yml": shared()["journeys/handbook.yml"] + goal}
    values = {"journeys/metrics/werte.csv": f"date,metric,value\n{rows}"}

    found = said(tmp_path, {**handbook, **(values if rows else {})}, "overdue-goal")

    assert [line.split()[0] for line in found] == expected
