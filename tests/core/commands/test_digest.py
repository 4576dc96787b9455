"""`journeybook digest`: what happened since a day, for a terminal, an issue and a mail."""

import html
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.repositories import BASE, SOMEONE, commit, edit, git, repository, write
from journeybook.cli import main
from journeybook.git import commit_before

PLAN = """\
---
title: Schuhe kaufen
persona: anna
owner: shop
reviewed: 2026-01-01
stages:
  - stage: purchase
    steps:
      - title: Ich bezahle
        satisfaction: 2
        moment_of_truth: true
        touchpoints: kasse
        evidence: {title: Umfrage, method: survey, expires: 2026-03-10}
        opportunities:
          - title: Zweite Kasse
            status: doing
            actions: [{title: Kasse bestellen, due: 2026-03-31, owner: shop}, {title: Irgendwann}]
---
"""


def on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    """Let commits be made on a day."""
    monkeypatch.setitem(SOMEONE, "GIT_COMMITTER_DATE", f"{day}T00:30:00+01:00")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: a repository with a commit on each of three days."""
    monkeypatch.setenv("JOURNEYBOOK_TODAY", "2026-03-20")
    monkeypatch.setenv("LC_ALL", "C")
    on(monkeypatch, "2026-02-01")
    folder = repository(tmp_path / "handbook")
    on(monkeypatch, "2026-03-01")
    edit(folder, "hilfe.md", "satisfaction: 2", "satisfaction: 1")
    commit(folder)
    on(monkeypatch, "2026-03-10")
    write(folder / "journeys", {"kauf.md": PLAN})
    commit(folder)
    monkeypatch.chdir(folder)
    return folder


def digest(*arguments: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(main, ["digest", *arguments])
    return found.exit_code, found.stdout, found.stderr


@pytest.mark.usefixtures("home")
def test_it_tells_what_changed_is_due_expired_and_hurts() -> None:
    assert digest("--since", "2026-03-05") == (
        0,
        """\
Customer journeys
From March 5, 2026 to March 20, 2026

What changed for customers
  Schuhe kaufen: Kauf › Ich bezahle: The satisfaction of Anna fell from 4 to 2. [Satisfaction fell at a moment of truth]
  Schuhe kaufen: Kauf › Ich bezahle: The step is now a moment of truth.
  Schuhe kaufen: Kauf › Ich bezahle: A new opportunity: 'Zweite Kasse'.
  Schuhe kaufen: Kauf › Ich bezahle: New evidence: 'Umfrage'.
  Schuhe kaufen: It was reviewed on January 1, 2026.
  Schuhe kaufen: The text below 'Schuhe kaufen' changed; words added: 0, words removed: 2.

What is due
  Schuhe kaufen: Action: Kasse bestellen, March 31, 2026, Filialbetrieb
  Schuhe kaufen: Review, April 1, 2026, Filialbetrieb

What expired
  Schuhe kaufen: Umfrage, March 10, 2026, Filialbetrieb

Worst moments of truth
  Schuhe kaufen: Kauf › Ich bezahle: satisfaction 2 of 5
""",
        "",
    )


@pytest.mark.usefixtures("home")
def test_it_counts_days_back_from_today() -> None:
    days = {since: digest("--since", since)[1] for since in ("2026-03-05", "15 days", "0 days", "1 day")}

    assert days["15 days"] == days["2026-03-05"]
    assert "Nothing changed." in days["0 days"]
    assert "From March 19, 2026 to March 20, 2026" in days["1 day"]


@pytest.mark.usefixtures("home")
def test_a_commit_of_the_day_itself_is_a_change_and_one_of_the_day_before_is_not() -> None:
    def is_told(since: str) -> bool:
        return "Hilfe holen" in digest("--since", since)[1]

    assert (is_told("2026-03-01"), is_told("2026-03-02")) == (True, False)


@pytest.mark.usefixtures("home")
def test_a_day_before_the_first_commit_counts_everything_as_new() -> None:
    told = digest("--since", "2026-01-01")

    assert told[0] == 0
    assert "Before January 1, 2026 there were no journeys here: everything counts as new." in told[1]
    assert "The journey 'Hilfe holen' was added." in told[1]


@pytest.mark.usefixtures("home")
def test_a_team_hears_of_what_it_answers_for() -> None:
    told = digest("--since", "2026-02-15", "--team", "shop")

    assert (told[0], "Schuhe kaufen" in told[1], "Hilfe holen" in told[1]) == (0, True, False)
    assert told[1].startswith("Customer journeys: Filialbetrieb\n")


@pytest.mark.usefixtures("home")
def test_it_speaks_the_language_of_the_site_or_what_was_asked_for(home: Path) -> None:
    (home / "mkdocs.yml").write_text("site_name: X\ntheme:\n  name: material\n  language: de\n")
    asked = ("--since", "2026-03-05")

    german = digest(*asked)[1]
    assert "Was sich für Kunden geändert hat" in german
    assert "Kauf › Ich bezahle: Die Zufriedenheit von Anna ist von 4 auf 2 gesunken." in german
    assert german == digest(*asked, "--language", "de")[1]
    assert "What changed for customers" in digest(*asked, "--language", "en")[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--since", "gestern"), "'gestern' names no day. Write it as 2026-11-01, or count back: '30 days'."),
        (("--since", "2026-W10-1"), "'2026-W10-1' names no day. Write it as 2026-11-01, or count back: '30 days'."),
        (("--since", "2026-02-30"), "'2026-02-30' names no day. Write it as 2026-11-01, or count back: '30 days'."),
        (("--since", "999999 days"), "'999999 days' names no day. Write it as 2026-11-01, or count back: '30 days'."),
        (("--since", ""), "an empty text names no day. Write it as 2026-11-01, or count back: '30 days'."),
        (("--since", "2026-03-21"), "The day 2026-03-21 is still to come. Name one that is past."),
        (("--since", "2026-03-01", "--team", "shoop"), "There is no team 'shoop'. Did you mean 'shop'?"),
        (("--since", "2026-03-01", "--journeys-dir", "jurneys"), "There is no folder 'jurneys'. Did you mean 'journeys'?"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("home")
def test_what_cannot_be_told_says_why(arguments: tuple[str, ...], message: str) -> None:
    assert digest(*arguments) == (2, "", f"Error: {message}\n")


def test_a_handbook_without_teams_says_so(home: Path) -> None:
    write(home / "journeys", {"handbook.yml": "channels: [{id: store, title: F, setting: offline}]\n"})

    assert digest("--since", "1 day", "--team", "x")[2] == (
        "Error: There is no team 'x'. 'handbook.yml' lists no teams.\n"
    )


FETCH = (
    "This clone holds the latest commits alone, and none from before 2026-03-05. "
    "Fetch the others: git fetch --unshallow"
)


def test_a_shallow_clone_that_does_not_reach_back_says_how_to_fetch_the_rest(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", home.as_uri(), "flach")
    monkeypatch.chdir(tmp_path / "flach")

    assert digest("--since", "2026-03-05") == (
        2,
        "",
        f"Error: {FETCH}\n",
    )
    assert digest("--since", "2026-03-11")[0] == 0


def test_without_a_repository_or_a_commit_it_says_so(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "frei/journeys", BASE)
    monkeypatch.chdir(tmp_path / "frei")
    assert digest("--since", "1 day")[:2] == (2, "")
    git(tmp_path / "frei", "init", "--quiet")
    assert digest("--since", "1 day") == (2, "", "Error: There is no commit yet that could be told about.\n")
    monkeypatch.chdir(home)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert digest("--since", "1 day")[2].startswith("Error: There is no git on this computer.")


def test_settings_that_cannot_be_read_are_told(home: Path) -> None:
    (home / "journeybook.toml").write_text("[rules\n")

    assert digest("--since", "1 day")[:2] == (2, "")


@pytest.mark.parametrize("text", ["teams: [", "teams: {", "teams: '", 'teams: "', "- [[team:x", "a: - b"])
def test_a_file_that_ends_before_it_is_closed_is_told_and_ends_no_command(home: Path, text: str) -> None:
    (home / "journeys/handbook.yml").write_text(text, encoding="utf-8")
    code, told, _ = digest("--since", "2026-03-05")

    assert code == 0
    assert "journeys/handbook.yml:" in told


def test_the_commit_of_a_day_is_that_of_the_branch_not_of_what_was_merged_later(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = git(home, "rev-parse", "HEAD")
    git(home, "switch", "--quiet", "--create", "neu")
    on(monkeypatch, "2026-03-12")
    commit(home)
    git(home, "switch", "--quiet", "main")
    on(monkeypatch, "2026-03-15")
    git(home, "merge", "--quiet", "--no-ff", "--message", "m", "neu")

    assert commit_before(home, date(2026, 3, 14)) == before
    assert commit_before(home, date(2026, 3, 16)) == git(home, "rev-parse", "HEAD")
    assert commit_before(home, date(1, 1, 1)) is None


HOSTILE = "<script>alert(1)</script> [x](javascript:y) @all #1 ::error::z"


def hostile(home: Path) -> None:
    write(
        home / "journeys",
        {"kauf.md": PLAN.replace("Ich bezahle", f'"{HOSTILE}"').replace("Umfrage", f'"{HOSTILE}"')},
    )


def test_hostile_text_is_text_in_markdown(home: Path) -> None:
    hostile(home)
    told = digest("--since", "2026-03-05", "--format", "markdown")[1]

    assert told.startswith("<!-- journeybook digest -->\n## ")
    assert "<script" not in told.removeprefix("<!-- journeybook digest -->")
    assert re.findall(r"(?<!\\)\[", told) == []
    assert re.findall(r"[@#](?=[a-z0-9])", told) == []
    assert "alert" in told


def test_hostile_text_is_text_in_html(home: Path) -> None:
    hostile(home)
    told = digest("--since", "2026-03-05", "--format", "html")[1]

    assert "<script" not in told
    assert HOSTILE.replace("::", ": :") in html.unescape(told).replace("::", ": :")
    assert "default-src 'none'" in told


def test_hostile_text_drives_no_terminal_and_no_runner(home: Path) -> None:
    hostile(home)
    edit(home, "handbook.yml", "title: Filialbetrieb", 'title: "##[error]x"')
    told = digest("--since", "2026-03-05", "--team", "shop")[1]

    assert "##[" not in told
    assert not any(line.lstrip().startswith("::") for line in told.splitlines())


def test_markdown_stays_below_the_limit_of_an_issue(home: Path) -> None:
    steps = "".join(
        f"      - {{title: '{number} {'<&@' * 60}', satisfaction: 1, moment_of_truth: '{'*_' * 90}'}}\n"
        for number in range(150)
    )
    write(home / "journeys", {"kauf.md": PLAN.replace("    steps:\n", f"    steps:\n{steps}")})
    told = digest("--since", "2026-03-05", "--format", "markdown")[1]

    assert len(told.encode("utf-16-le")) // 2 <= 65_536
    assert "more" in told
