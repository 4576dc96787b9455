"""The file of known findings: what it holds, what it survives, and how the command line uses it."""

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.handbooks import few_rules
from journeybook.baseline import Baseline
from journeybook.cli import main
from journeybook.cli.terminal.failure import Failure
from journeybook.cli.terminal.known import write_baseline

HANDBOOK = (
    "stages: {id: purchase, title: Kauf}\nteams:\n  - {id: eins, title: Eins}\n  - {id: zwei, title: Zwei}\n"
)
CLARA = "---\ntitle: Clara\n---\n"
CLEAN = "0 journeys, 1 persona, 0 touchpoints: no problems"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A handbook with three hints, and settings that name a baseline."""
    (tmp_path / "journeys/personas").mkdir(parents=True)
    (tmp_path / "journeys/handbook.yml").write_text(HANDBOOK, encoding="utf-8")
    (tmp_path / "journeys/personas/c.md").write_text(CLARA, encoding="utf-8")
    (tmp_path / "journeybook.toml").write_text(
        few_rules("unused-persona", "unused-team", before='fail_on = "info"\nbaseline = "known.json"'),
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*arguments: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(main, ["check", *arguments])
    return found.exit_code, found.stdout, found.stderr.strip()


@pytest.fixture
def known(home: Path) -> Path:
    assert check("--write-baseline") == (0, "", "known.json: 3 known problems")
    return home / "known.json"


def test_it_is_sorted_and_has_one_entry_a_line(known: Path) -> None:
    text = known.read_text(encoding="utf-8")
    lines = text.splitlines()[3:-2]
    rows = [json.loads(line.removesuffix(",")) for line in lines]
    assert rows == json.loads(text)["findings"]
    assert rows == sorted(rows, key=lambda row: (row["file"], row["at"]))
    assert rows[0] == {
        "file": "handbook.yml",
        "rule": "unused-team",
        "at": ["teams", "eins", "id"],
        "message": "Nothing refers to the team 'eins'.",
    }


@pytest.mark.usefixtures("known")
def test_known_findings_are_not_shown_and_do_not_fail() -> None:
    assert check() == (0, "", f"{CLEAN} (3 known)")


@pytest.mark.usefixtures("known")
def test_no_baseline_shows_all() -> None:
    code, out, error = check("--no-baseline")
    assert (code, len(out.splitlines()), error) == (1, 3, CLEAN.replace("no problems", "3 hints"))


@pytest.mark.usefixtures("known")
def test_known_findings_survive_moved_lines_and_entries(home: Path) -> None:
    first, second, *teams = HANDBOOK.splitlines(keepends=True)
    text = "".join((f"# Kommentar\n{first}", second, *reversed(teams)))
    (home / "journeys/handbook.yml").write_text(text, encoding="utf-8")
    assert check()[:2] == (0, "")


@pytest.mark.usefixtures("known")
def test_a_new_finding_fails(home: Path) -> None:
    (home / "journeys/personas/d.md").write_text("---\ntitle: Dora\n---\n", encoding="utf-8")
    code, out, _ = check()
    assert (code, out) == (
        1,
        "journeys/personas/d.md:2:8: unused-persona: Nothing refers to the persona 'd'. [info]\n",
    )


@pytest.mark.usefixtures("known")
def test_what_is_fixed_is_told(home: Path) -> None:
    (home / "journeys/personas/c.md").unlink()
    assert check()[2].splitlines()[-1] == (
        "1 entry of the baseline is fixed; write it anew: journeybook check --write-baseline"
    )


def test_what_stops_a_build_is_never_known(home: Path) -> None:
    (home / "journeys/x.md").write_text("---\ntitle: X\n---\n", encoding="utf-8")
    code, _, error = check("--write-baseline")
    assert code == 1
    assert error.splitlines()[-1] == "2 errors that stop every build cannot be known."
    assert "x.md" not in (home / "known.json").read_text(encoding="utf-8")


def test_a_file_can_be_named(home: Path) -> None:
    assert check("--baseline", "other.json", "--write-baseline")[0] == 0
    assert check("--baseline", "other.json")[0] == 0
    assert (home / "other.json").is_file()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("nix", "at line 1, column 1, it is not valid JSON"),
        ('{\n  "version": 1,\n  "findings": [}', "at line 3, column 16, it is not valid JSON"),
        ("{\n<<<<<<< HEAD\n}", "at line 2, column 1, git left two versions that it could not merge"),
        ("[" * 100_000, "it is nested too deeply, or has a number that is too long"),
        ("{}", "it is not a baseline of version 1"),
        ('{"version": 1, "findings": 1}', "its entry 1 is not one that Journeybook wrote"),
        ('{"version": 1, "findings": [{"rule": "x"}]}', "its entry 1 is not one that Journeybook wrote"),
    ],
)
def test_a_broken_file_is_told(home: Path, text: str, reason: str) -> None:
    (home / "known.json").write_text(text, encoding="utf-8")
    message = f"Error: The baseline 'known.json' cannot be used: {reason}. Write it anew: journeybook check --write-baseline"
    assert check() == (2, "", message)


def test_a_file_that_could_not_be_read_is_not_written(home: Path) -> None:
    long: Baseline = Counter({("x" * 1_000, "rule", (str(at),), "y"): 1 for at in range(17_000)})
    with pytest.raises(Failure, match="would be larger than 16 MB, which is not read"):
        write_baseline(home / "large.json", long)
    assert not (home / "large.json").exists()


def test_a_missing_file_is_told() -> None:
    message = "Error: There is no baseline 'known.json'. Make it: journeybook check --write-baseline"
    assert check() == (2, "", message)


def test_settings_cannot_name_a_file_elsewhere(home: Path) -> None:
    (home / "journeybook.toml").write_text('baseline = "../known.json"\n', encoding="utf-8")
    message = "Error: The baseline '../known.json' of 'journeybook.toml' must lie beside this file or below."
    assert check("--write-baseline") == (2, "", message)
