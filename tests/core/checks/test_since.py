"""`check --new-since` tells what a change brings from what was there before it."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from core.handbooks import few_rules
from core.repositories import BASE, commit, edit, repository, write
from journeybook.cli import main

MESSY = {
    **BASE,
    "alt.md": (
        "---\ntitle: Alte Wege\npersona: anna\nstages:\n  - stage: purchase\n    steps:\n"
        "      - title: Ich warte\n        satisfaction: 1\n"
        "      - title: Ich gehe\n        satisfaction: 1\n---\n"
    ),
    "kaputt.md": "---\ntitle: Kaputt\npersona: anna\nowner: niemand\nstages: []\n---\n",
}
"""Three low steps that nothing explains, two journeys without an owner, and two errors."""
RULES = few_rules("low-satisfaction-without-pain-point", "journey-without-owner", "unused-team")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose last commit has findings already."""
    folder = repository(tmp_path / "r")
    write(folder / "journeys", MESSY)
    write(folder, {"journeybook.toml": RULES})
    commit(folder)
    monkeypatch.chdir(folder)
    return folder


def check(*arguments: str) -> tuple[int, str, str]:
    ran = CliRunner().invoke(main, ["check", *arguments])
    assert ran.exception is None or isinstance(ran.exception, SystemExit)
    return ran.exit_code, ran.stdout, ran.stderr


def rules(*arguments: str) -> list[str]:
    _, written, _ = check("--format", "json", *arguments)
    return sorted(row["rule"] for row in json.loads(written)["findings"])


def add_lines_above(home: Path) -> None:
    edit(home, "alt.md", "title: Alte Wege\n", "# Noch eine Zeile\n\ntitle: Alte Wege\n")


def reword_the_step(home: Path) -> None:
    edit(home, "alt.md", "Ich warte", "Ich warte lange in der Schlange")


def put_a_step_before(home: Path) -> None:
    edit(home, "alt.md", "    steps:\n", "    steps:\n      - title: Ich komme an\n")


def move_the_file(home: Path) -> None:
    (home / "journeys/laden").mkdir()
    (home / "journeys/alt.md").rename(home / "journeys/laden/alt.md")


def rename_the_journey(home: Path) -> None:
    (home / "journeys/alt.md").rename(home / "journeys/neue-wege.md")


def rename_the_persona(home: Path) -> None:
    journeys = home / "journeys"
    (journeys / "personas/anna.md").rename(journeys / "personas/anna-berger.md")
    for file in journeys.glob("*.md"):
        edit(home, file.name, "persona: anna\n", "persona: anna-berger\n")


def change_nothing(_: Path) -> None:
    """Leave everything as it is."""


@pytest.mark.parametrize(
    "change",
    [
        change_nothing,
        add_lines_above,
        reword_the_step,
        put_a_step_before,
        move_the_file,
        rename_the_journey,
        rename_the_persona,
    ],
)
def test_what_was_wrong_before_is_not_new(home: Path, change: Callable[[Path], None]) -> None:
    assert check("--new-since", "HEAD")[0] == 0
    change(home)

    code, written, said = check("--new-since", "HEAD", "--fail-on", "info")

    assert (code, written) == (0, "")
    assert "Only what is new since HEAD; there before: 7, fixed: 0" in said
    assert check()[0] == 1


@pytest.mark.parametrize(
    ("path", "old", "new", "rule", "code"),
    [
        ("kauf.md", "owner: shop\n", "", "journey-without-owner", 0),
        ("kauf.md", "satisfaction: 4", "satisfaction: 1", "low-satisfaction-without-pain-point", 0),
        ("kauf.md", "touchpoints: kasse", "touchpoints: kase", "unknown-touchpoint", 1),
        ("kaputt.md", "owner: niemand", "owner: jemand", "unknown-team", 1),
        ("handbook.yml", "{id: shop, title", "{id: laden, title", "unknown-team", 1),
        (
            "alt.md",
            "      - title: Ich gehe\n",
            "      - title: Ich klage\n        satisfaction: 1\n      - title: Ich gehe\n",
            "low-satisfaction-without-pain-point",
            0,
        ),
    ],
)
def test_what_a_change_brings_is_new_wherever_it_shows(  # noqa: PLR0913, PLR0917 - the parts of a case
    home: Path, path: str, old: str, new: str, rule: str, code: int
) -> None:
    edit(home, path, old, new)

    assert rules("--new-since", "HEAD") == [rule]
    assert check("--new-since", "HEAD")[0] == code


def test_each_format_has_the_new_ones_alone(home: Path) -> None:
    edit(home, "kauf.md", "owner: shop\n", "")

    said = {form: check("--new-since", "HEAD", "--format", form)[1] for form in FORMS}

    assert said["text"].count("\n") == 1
    assert said["github"].count("::notice") == 1
    assert [row["ruleId"] for row in json.loads(said["sarif"])["runs"][0]["results"]] == [
        "journey-without-owner"
    ]
    assert len(list(ET.fromstring(said["junit"]).iter("testcase"))) == 1
    assert said["markdown"].count("\n- ") == 1
    since = json.loads(said["json"])["since"]
    assert since["base"] == "HEAD"
    assert (len(since["old"]), len(since["fixed"])) == (7, 0)


FORMS = ("text", "github", "sarif", "junit", "markdown", "json")


def test_what_is_mended_is_told(home: Path) -> None:
    edit(home, "kaputt.md", "owner: niemand\n", "owner: shop\n")

    _, written, said = check("--new-since", "HEAD", "--format", "json")

    assert [row["rule"] for row in json.loads(written)["since"]["fixed"]] == ["unknown-team"]
    assert "there before: 6, fixed: 1" in said


def test_three_dots_name_where_the_branch_left(home: Path) -> None:
    """What came to the base in the meantime is neither new nor fixed."""
    start = commit(home)
    edit(home, "kaputt.md", "owner: niemand\n", "owner: shop\n")
    later = commit(home)
    edit(home, "kaputt.md", "owner: shop\n", "owner: niemand\n")

    assert rules("--new-since", later) == ["unknown-team"]
    assert rules("--new-since", f"{start}...{later}") == []


@pytest.mark.usefixtures("home")
def test_an_empty_base_is_none() -> None:
    assert check("--new-since", "") == check()


def test_a_base_without_journeys_makes_everything_new(home: Path) -> None:
    (home / "empty").mkdir()

    assert len(rules("--new-since", "./empty")) == 7


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--new-since", "nowhere"), "nowhere"),
        (("--new-since", "HEAD", "--write-baseline"), "--new-since shows a part of the problems"),
    ],
)
@pytest.mark.usefixtures("home")
def test_a_wrong_base_is_said(arguments: tuple[str, ...], message: str) -> None:
    code, _, said = check(*arguments)

    assert code == 2
    assert message in said


def test_a_baseline_and_a_base_leave_what_neither_knows(home: Path) -> None:
    edit(home, "kauf.md", "owner: shop\n", "")
    known: Mapping[str, object] = {
        "version": 1,
        "findings": [
            {
                "file": "kauf.md",
                "rule": "journey-without-owner",
                "at": ["title"],
                "message": "The journey 'Schuhe kaufen' has no owner.",
            }
        ],
    }
    (home / "known.json").write_text(json.dumps(known), encoding="utf-8")

    assert rules("--new-since", "HEAD", "--baseline", "known.json") == []


TRANSLATED = MESSY["alt.md"].replace("Alte Wege", "Old ways").replace("Ich warte", "I wait")
"""A translation with the same three low steps, and one key that is wrong."""


def test_findings_in_a_translation_that_was_there_are_old(home: Path) -> None:
    write(home / "journeys", {"alt.en.md": TRANSLATED.replace("persona:", "persoona:")})
    commit(home)
    write(home, {"docs/index.md": "# Neu\n"})

    assert "journeys/alt.en.md" in check()[1]
    assert rules("--new-since", "HEAD") == []


def test_a_translation_that_moves_with_its_original_brings_nothing_new(home: Path) -> None:
    write(home / "journeys", {"alt.en.md": TRANSLATED.replace("persona:", "persoona:")})
    commit(home)
    move_the_file(home)
    (home / "journeys/alt.en.md").rename(home / "journeys/laden/alt.en.md")

    assert rules("--new-since", "HEAD") == []


def test_a_new_fault_in_a_translation_is_new(home: Path) -> None:
    write(home / "journeys", {"alt.en.md": TRANSLATED})
    commit(home)
    write(home / "journeys", {"alt.en.md": TRANSLATED.replace("persona:", "persoona:")})

    assert "unknown-key" in rules("--new-since", "HEAD")
