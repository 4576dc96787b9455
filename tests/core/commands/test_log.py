"""`journeybook log`: what each commit changed, along a real history."""

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.repositories import BASE, SOMEONE, commit, edit, git, repository, write
from journeybook.cli import main
from journeybook.diff.kinds import Kind
from journeybook.git.history import MOST_COMMITS
from journeybook.pages.reviews.notes import NOTE_GROUPS


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


def of_whole_log(*, kind: str, ids: set[str]) -> list[tuple[str, list[str]]]:
    """What the whole log says of one thing, under all ids that it had."""
    found = []
    for entry in json.loads(log("--format", "json")[1])["commits"]:
        of_it = [item for item in entry["changes"] if item["subject"]["kind"] == kind and item["subject"]["id"] in ids]  # fmt: skip
        kinds = [item["kind"] for item in of_it]
        if kinds:
            found.append((entry["subject"], kinds))
    return found


@pytest.mark.parametrize(
    ("asked", "kind", "ids"),
    [
        ("einkauf", "journey", {"kauf", "einkauf"}),
        ("journey:hilfe", "journey", {"hilfe"}),
        ("persona:anna-berger", "persona", {"anna", "anna-berger"}),
        ("touchpoint:kasse", "touchpoint", {"kasse"}),
        ("team:filiale", "team", {"shop", "filiale"}),
        ("metric:nps", "metric", {"nps"}),
    ],
)
def test_what_is_said_of_one_thing_is_what_the_whole_log_says_of_it(
    home: Path, asked: str, kind: str, ids: set[str]
) -> None:
    for words in (["persona", "anna", "anna-berger"], ["team", "shop", "filiale"]):
        assert CliRunner().invoke(main, ["rename", *words]).exit_code == 0
        commit(home, f"Benenne {words[1]} um")
    (home / "journeys/wege").mkdir()
    git(home, "mv", "journeys/einkauf.md", "journeys/wege/einkauf.md")
    commit(home, "Verschiebe")
    edit(home, "wege/einkauf.md", "satisfaction: 2", "satisfaction: 3")
    edit(home, "personas/anna-berger.md", "title: Anna", "title: Anna Berger")
    edit(home, "handbook.yml", "channels:", "metrics:\n  - {id: nps, title: NPS, unit: points}\nchannels:")
    write(home / "journeys", {"metrics/nps.csv": "date,metric,value\n2026-01-01,nps,3\n"})
    commit(home, "Bessere nach")
    write(home / "journeys", {"metrics/nps.csv": "date,metric,value\n2026-01-01,nps,4\n"})
    (home / "journeys/touchpoints/kasse.md").unlink()
    commit(home, "Räume auf")

    whole = of_whole_log(kind=kind, ids=ids)
    assert len(whole) > 1
    assert told(asked) == whole


def test_a_thing_is_told_of_whatever_else_happened_since(home: Path) -> None:
    elsewhere = [
        f"commit refs/heads/main\ncommitter A <a@b> {1800000000 + number} +0000\ndata 1\nx\n"
        f"{f'from refs/heads/main^0{chr(10)}' if not number else ''}"
        f"M 644 inline journeys/touchpoints/kasse.md\ndata {44 + len(str(number))}\n"
        f"---\ntitle: Kasse {number}\nchannel: store\n---\nabcdefg\n"
        for number in range(MOST_COMMITS + 1)
    ]
    git(home, "fast-import", "--quiet", given="".join(elsewhere).encode())

    assert told("einkauf") == [
        ("Zwei auf einmal", ["owner-withdrawn"]),
        ("Benenne um", ["journey-renamed"]),
        ("Miss noch einmal", ["satisfaction-fell"]),
        ("Beginne das Handbuch", ["journey-added"]),
    ]


@pytest.mark.usefixtures("home")
def test_what_is_gone_is_found_where_it_went(home: Path) -> None:
    (home / "journeys/hilfe.md").unlink()
    commit(home, "Wirf weg")

    assert told("hilfe") == [
        ("Wirf weg", ["journey-removed"]),
        ("Zwei auf einmal", ["step-reworded"]),
        ("Beginne das Handbuch", ["journey-added"]),
    ]


@pytest.mark.usefixtures("home")
def test_a_journey_that_never_was_is_a_slip() -> None:
    assert log("kino") == (2, "", "Error: No commit has changed a journey 'kino'. Is it the journey's id?\n")
    assert log("team:kino") == (2, "", "Error: No commit has changed a team 'kino'. Is it the team's id?\n")
    assert log("step:kauf/x") == (
        2,
        "",
        (
            "Error: The history of a step is told with its journey. The kinds that have one are journey, persona, "
            "touchpoint, channel, stage, team, metric, goal, segment, system, principle, term, group, lane.\n"
        ),
    )


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


def on(monkeypatch: pytest.MonkeyPatch, folder: Path, day: str, subject: str) -> None:
    monkeypatch.setitem(SOMEONE, "GIT_COMMITTER_DATE", f"{day}T00:30:00+01:00")
    commit(folder, subject)


@pytest.fixture
def spring(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two commits after those of March."""
    monkeypatch.setenv("JOURNEYBOOK_TODAY", "2026-05-20")
    monkeypatch.setenv("LC_ALL", "C")
    edit(home, "einkauf.md", "satisfaction: 2", "satisfaction: 1")
    edit(home, "hilfe.md", "satisfaction: 2", "satisfaction: 4")
    on(monkeypatch, home, "2026-04-01", "April")
    edit(home, "einkauf.md", "satisfaction: 1", "satisfaction: 3\n        opportunities: Zweite Kasse")
    write(home / "journeys", {"touchpoints/chat.md": "---\ntitle: Chat\nchannel: store\n---\n"})
    (home / "journeys/touchpoints/kasse.md").unlink()
    edit(home, "einkauf.md", "        touchpoints: kasse\n", "")
    edit(home, "hilfe.md", "persona: anna", "persona: anna\nowner: shop")
    edit(
        home,
        "hilfe.md",
        "satisfaction: 4",
        "satisfaction: 4\n        pain_points: {title: Warten, severity: 4}",
    )
    on(monkeypatch, home, "2026-05-01", "Mai")
    return home


@pytest.mark.usefixtures("spring")
def test_a_day_narrows_the_commits_to_those_since_then() -> None:
    assert [subject for subject, _ in told("--since", "2026-04-02")] == ["Mai"]
    assert [subject for subject, _ in told("--since", "2026-04-01")] == ["Mai", "April"]
    assert [subject for subject, _ in told("--since", "2026-04-01", "--max", "1")] == ["Mai"]
    assert told("hilfe", "--since", "2026-05-02") == []


@pytest.mark.usefixtures("spring")
def test_notes_sort_what_changed_since_a_day_for_readers() -> None:
    assert log("--since", "2026-04-01", "--format", "markdown") == (
        0,
        """\
## Customer journeys

From April 1, 2026 to May 20, 2026

### Better for customers

- Hilfe holen: Hilfe › Ich rufe dort an: The satisfaction of Anna rose from 2 to 4.
- Schuhe kaufen: Kauf › Ich bezahle: The satisfaction of Anna rose from 2 to 3.

### Worse for customers

- Hilfe holen: Hilfe › Ich rufe dort an: A new pain point of severity 4: 'Warten'.

### New

- The touchpoint 'Chat' was added.

### Removed

- The touchpoint 'Kasse' was removed.

### What we do

- Schuhe kaufen: Kauf › Ich bezahle: A new opportunity: 'Zweite Kasse'.

### Other changes

- Schuhe kaufen: Kauf › Ich bezahle: The touchpoint 'Kasse' is no longer used here.
- Hilfe holen: 'Filialbetrieb' is now the owner.
""",
        "",
    )


@pytest.mark.usefixtures("spring")
def test_notes_of_one_thing_in_another_language() -> None:
    assert log("hilfe", "--since", "2026-04-15", "--format", "markdown", "--language", "de")[1] == (
        """\
## Hilfe holen

Vom 15. April 2026 bis 20. Mai 2026

### Schlechter für Kunden

- Hilfe holen: Hilfe › Ich rufe dort an: Neuer Schmerzpunkt mit Schwere 4: „Warten“.

### Weitere Änderungen

- Hilfe holen: „Filialbetrieb“ ist jetzt verantwortlich.
"""
    )
    assert "Nothing changed." in log("--since", "2026-05-10", "--format", "markdown")[1]


@pytest.mark.usefixtures("spring")
def test_notes_need_a_day() -> None:
    assert log("--format", "markdown") == (
        2,
        "",
        "Error: Notes for readers tell what changed since a day. Name it: --since 2026-10-01\n",
    )


def test_every_kind_of_change_stands_in_one_group_of_the_notes() -> None:
    grouped = Counter(kind for _, kinds in NOTE_GROUPS for kind in kinds)

    assert {kind for kind, count in grouped.items() if count > 1} == set()
    assert set(Kind) - grouped.keys() == set()
