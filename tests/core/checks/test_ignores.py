"""`x-ignore`: what it silences, and what is wrong with one."""

from pathlib import Path

import pytest

from core.handbooks import read

STEP = "---\ntitle: X\npersona: [anna, bodo]\n{top}stages:\n  stage: purchase\n  steps:\n    title: A\n    touchpoints: [kasse, korb]\n{step}---\n"


SPOKEN_OF = ("unused-persona", "invalid-ignore", "unused-ignore")


def found(root: Path, text: str) -> list[str]:
    """The findings about a persona's file."""
    return [
        str(finding)
        for finding in read(root, {"personas/c.md": text}).findings
        if finding.place.path.endswith("c.md") and finding.rule in SPOKEN_OF
    ]


def persona(ignore: str) -> str:
    return f"---\ntitle: Clara\nx-ignore: {ignore}\n---\n"


@pytest.mark.parametrize(
    "ignore",
    [
        "{unused-persona: Kommt im März}",
        "{rule: unused-persona, reason: Kommt im März}",
        "[{rule: unused-persona, reason: Kommt im März}]",
    ],
)
def test_an_ignored_finding_is_kept_with_its_reason(tmp_path: Path, ignore: str) -> None:
    project = read(tmp_path, {"personas/c.md": persona(ignore)})
    assert [(item.finding.rule, item.reason) for item in project.ignored] == [
        ("unused-persona", "Kommt im März")
    ]
    assert found(tmp_path, persona(ignore)) == []


@pytest.mark.parametrize(
    ("ignore", "place", "sentence"),
    [
        ("{unused-persona: }", "3:12", "The reason is missing why 'unused-persona' is ignored. {hint}"),
        ("{unused-person: Ja}", "3:12", "There is no rule 'unused-person'. Did you mean 'unused-persona'?"),
        ("{nix: Ja}", "3:12", "There is no rule 'nix'. 'journeybook explain' lists all rules."),
        ("{wrong-type: Ja}", "3:12", "'wrong-type' cannot be ignored. Fix what it finds."),
        ("{unused-ignore: Ja}", "3:12", "'unused-ignore' cannot be ignored. Fix what it finds."),
        ("unused-persona", "3:1", "'x-ignore' must name a rule and a reason, not 'unused-persona'. {hint}"),
        (
            "[unused-persona]",
            "3:12",
            "An entry of 'x-ignore' needs 'rule' and 'reason', not 'unused-persona'. {hint}",
        ),
        ("[{rule: unused-persona}]", "3:13", "The reason is missing why 'unused-persona' is ignored. {hint}"),
    ],
)
def test_a_wrong_ignore_is_an_error_and_silences_nothing(
    tmp_path: Path, ignore: str, place: str, sentence: str
) -> None:
    message = sentence.format(hint="Write 'x-ignore: {rule-id: the reason}'.")
    assert found(tmp_path, persona(ignore)) == [
        "journeys/personas/c.md:2:8: unused-persona: Nothing refers to the persona 'c'.",
        f"journeys/personas/c.md:{place}: invalid-ignore: {message}",
    ]


def test_a_key_too_many_is_named(tmp_path: Path) -> None:
    text = persona("{rule: unused-persona, reason: Ja, bis: 2027}")
    assert found(tmp_path, text) == [
        "journeys/personas/c.md:3:46: invalid-ignore: 'bis' is not a key of an entry of 'x-ignore'."
    ]


def test_an_ignore_holds_for_its_group_alone(tmp_path: Path) -> None:
    handbook = (
        "stages: {id: purchase, title: Kauf}\n"
        "channels: [{id: store, title: A, setting: offline}, {id: web, title: B, setting: online}]\n"
        "teams:\n"
        "  - {id: eins, title: Eins, x-ignore: {unused-team: Beginnt im März}}\n"
        "  - {id: zwei, title: Zwei}\n"
    )
    project = read(tmp_path, {"handbook.yml": handbook, "x.md": STEP.format(top="", step="")})
    assert [str(finding) for finding in project.findings if finding.rule == "unused-team"] == [
        "journeys/handbook.yml:5:10: unused-team: Nothing refers to the team 'zwei'."
    ]
    assert [item.reason for item in project.ignored] == ["Beginnt im März"]


def test_an_ignore_that_silences_nothing_is_told_where_everything_can_be_read(tmp_path: Path) -> None:
    step = "    x-ignore: {unused-team: Ja}\n"
    project = read(tmp_path / "a", {"x.md": STEP.format(top="", step=step)})
    assert "journeys/x.md:9:16: unused-ignore: Nothing here breaks the rule 'unused-team' any more." in map(
        str, project.findings
    )
    broken = read(tmp_path / "b", {"x.md": STEP.format(top="sumary: A\n", step=step)})
    assert [finding.rule for finding in broken.findings if finding.rule == "unused-ignore"] == []
