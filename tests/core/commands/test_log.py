"""`journeybook log`: what each commit changed, along a real history."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.repositories import BASE, commit, edit, git, repository, write
from journeybook.cli import main


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: a repository with a few commits."""
    folder = repository(tmp_path / "handbook")
    edit(folder, "kauf.md", "satisfaction: 4", "satisfaction: 2")
    commit(folder, "Miss noch einmal")
    (folder / "README.md").write_text("x")
    commit(folder, "Etwas anderes")
    git(folder, "mv", "journeys/kauf.md", "journeys/einkauf.md")
    commit(folder, "Benenne um")
    edit(folder, "einkauf.md", "owner: shop\n", "")
    edit(folder, "hilfe.md", "Ich rufe an", "Ich rufe dort an")
    commit(folder, "Zwei auf einmal")
    monkeypatch.chdir(folder)
    return folder


def log(*arguments: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(main, ["log", *arguments])
    return found.exit_code, found.stdout, found.stderr


def told(*arguments: str) -> list[tuple[str, list[str]]]:
    """Each commit's subject and the kinds of its changes."""
    data = json.loads(log(*arguments, "--format", "json")[1])
    return [(entry["subject"], [change["kind"] for change in entry["changes"]]) for entry in data["commits"]]


def test_each_commit_says_when_who_why_and_what(home: Path) -> None:
    names = git(home, "log", "--format=%h", "--abbrev=10").split("\n")

    assert log("--max", "3") == (
        0,
        (
            f"2026-03-14  Jörg Weiß  Zwei auf einmal  ({names[0]})\n"
            "  Schuhe kaufen: There is no owner any more; it was 'Filialbetrieb'. [warning: owner-vanished]\n"
            "  Hilfe holen › Hilfe › Ich rufe dort an: "
            "The step was reworded from 'Ich rufe an' to 'Ich rufe dort an'.\n"
            "\n"
            f"2026-03-14  Jörg Weiß  Benenne um  ({names[1]})\n"
            "  Schuhe kaufen: The id of the journey 'Schuhe kaufen' changed from 'kauf' to 'einkauf'.\n"
            "\n"
            f"2026-03-14  Jörg Weiß  Miss noch einmal  ({names[3]})\n"
            "  Schuhe kaufen › Kauf › Ich bezahle: The satisfaction of Anna fell from 4 to 2. [warning: satisfaction-fell-far]\n"
        ),
        "",
    )


@pytest.mark.usefixtures("home")
def test_a_journey_is_followed_to_the_names_it_had() -> None:
    assert told("einkauf") == [
        ("Zwei auf einmal", ["owner-withdrawn"]),
        ("Benenne um", ["journey-renamed"]),
        ("Miss noch einmal", ["satisfaction-fell"]),
        ("Beginne das Handbuch", ["journey-added"]),
    ]
    assert told("einkauf", "--max", "1") == [("Zwei auf einmal", ["owner-withdrawn"])]


@pytest.mark.usefixtures("home")
def test_a_journey_that_never_was_is_a_slip() -> None:
    assert log("kino") == (2, "", "Error: No commit has changed a journey 'kino'. Is it the journey's id?\n")


def test_merges_are_left_out_and_what_they_bring_is_told_once(home: Path) -> None:
    git(home, "switch", "--quiet", "--create", "branch", "HEAD~1")
    write(home / "journeys", {"touchpoints/chat.md": "---\ntitle: Chat\nchannel: store\n---\n"})
    commit(home, "Chat")
    git(home, "switch", "--quiet", "main")
    git(home, "merge", "--quiet", "--no-edit", "branch")

    assert sorted(subject for subject, _ in told()) == [
        "Beginne das Handbuch",
        "Benenne um",
        "Chat",
        "Miss noch einmal",
        "Zwei auf einmal",
    ]


def test_a_shallow_clone_tells_what_it_has(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=2", f"file://{home}", "shallow")
    monkeypatch.chdir(tmp_path / "shallow")

    assert told() == [("Zwei auf einmal", ["owner-withdrawn", "step-reworded"])]


def test_a_bare_repository_has_a_log(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(home), "bare.git")
    monkeypatch.chdir(tmp_path / "bare.git")

    assert told("--max", "1") == [("Zwei auf einmal", ["owner-withdrawn", "step-reworded"])]


def test_without_commits_there_is_nothing_to_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "journeys", BASE)
    git(tmp_path, "init", "--quiet")
    monkeypatch.chdir(tmp_path)

    assert log() == (2, "", "Error: There is no commit yet that could be told about.\n")


def test_what_a_commit_says_about_itself_cannot_bend_a_terminal(home: Path) -> None:
    edit(home, "einkauf.md", "satisfaction: 2", "satisfaction: 3")
    commit(home, "rot \x1b[31m und \u202etsrev")

    assert log("--max", "1")[1].startswith("2026-03-14  Jörg Weiß  rot [31m und tsrev  (")


def test_what_is_left_of_a_first_commit_is_shown_by_a_command_that_works(home: Path) -> None:
    header = "---\ntitle: {}\npersona: anna\nstages: {{stage: purchase, steps: A}}\n---\n"
    write(home / "journeys", {f"weg{number}.md": header.format(f"Weg {number}") for number in range(31)})
    git(home, "checkout", "--orphan", "neu")
    commit(home, "Fange neu an")

    assert log()[1].endswith("more: journeybook log --format json\n")


def test_what_people_wrote_cannot_bend_a_terminal(home: Path) -> None:
    edit(home, "hilfe.md", "Ich rufe dort an", "Ich rufe\u061c an")
    commit(home, "Rede um")

    assert "to 'Ich rufe\\u061c an'." in log("--max", "1")[1]
