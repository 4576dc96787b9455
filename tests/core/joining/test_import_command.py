"""`journeybook import`: what it writes, says and returns."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core.handbooks import ANNA, HANDBOOK, KASSE
from journeybook.cli import main

JOURNEY = """\
---
title: Schuhe kaufen
persona: anna
stages:
  - stage: purchase
    steps:
      - Ich bezahle
---
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A handbook in which commands are typed."""
    files = {"handbook.yml": HANDBOOK, "personas/anna.md": ANNA, "touchpoints/kasse.md": KASSE}
    for name, text in files.items():
        file = tmp_path / "journeys" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def bring_in(*words: str) -> Result:
    """Run the command in English."""
    return CliRunner().invoke(main, ["import", *words, "--language", "en"])


def test_a_file_of_another_handbook_becomes_a_draft(folder: Path) -> None:
    (folder / "from.md").write_text(JOURNEY, encoding="utf-8")
    done = bring_in("from.md", "--report", "report.md")
    assert (done.exit_code, done.stdout) == (0, "journeys/schuhe-kaufen.md\njourneys/_imports/from-md.json\n")
    assert done.stderr == "from.md: 1 taken, 0 guessed, 0 left over\n"
    assert (
        (folder / "journeys/schuhe-kaufen.md").read_text(encoding="utf-8")
        == """\
---
title: Schuhe kaufen
persona: anna
status: draft
evidence:
  - title: from.md
    method: workshop

stages:
  - stage: purchase
    steps: [Ich bezahle]
---
"""
    )
    assert "- `line 2`: “Schuhe kaufen” is now" in (folder / "report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("report", "message"),
    [
        ("./from.md", "The report would take the place of './from.md'. Name another file."),
        ("journeys", "'journeys' is a folder. Name a file for the report."),
        ("nowhere/report.md", "There is no folder 'nowhere' for the report."),
    ],
)
def test_a_report_that_cannot_be_written_is_refused_first(folder: Path, report: str, message: str) -> None:
    (folder / "from.md").write_text(JOURNEY, encoding="utf-8")
    done = bring_in("from.md", "--report", report)
    assert (done.exit_code, done.output) == (2, f"Error: {message}\n")
    assert not (folder / "journeys/schuhe-kaufen.md").exists()


def test_a_folder_whose_name_the_disk_does_not_take_is_told(folder: Path) -> None:
    (folder / "from.md").write_text(JOURNEY, encoding="utf-8")
    done = bring_in("from.md", "--into", "x" * 300)
    message = f"Error: '{'x' * 300}' cannot be written to. Is it writable, and the disk not full?\n"
    assert (done.exit_code, done.output) == (2, message)


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    (folder / "from.md").write_text(JOURNEY, encoding="utf-8")
    assert bring_in("from.md", "--dry-run").exit_code == 0
    assert not (folder / "journeys/schuhe-kaufen.md").exists()


def test_an_empty_file_is_refused(folder: Path) -> None:
    (folder / "from.txt").touch()
    done = bring_in("from.txt")
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "Error: 'from.txt': The file is empty.\n")


@pytest.mark.parametrize("text", ["Nothing of ours\n", "---\na: b\n---\n"])
def test_a_file_of_an_unknown_form_is_refused(folder: Path, text: str) -> None:
    (folder / "from.txt").write_text(text, encoding="utf-8")
    done = bring_in("from.txt")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: 'from.txt' is no sheet, board, diagram or export that is known.")


def test_a_table_of_a_journey_becomes_a_draft_by_a_mapping_file(folder: Path) -> None:
    (folder / "from.csv").write_text("Phase;Schritt;Was nervt\nKauf;Bezahlen;Schlange\n", encoding="utf-8")
    (folder / "mapping.yml").write_text("title: Schuhe kaufen\nrows: {Was nervt: doubts}\n", encoding="utf-8")
    assert bring_in("from.csv", "--map", "mapping.yml").exit_code == 0
    assert "doubts: [Schlange]" in (folder / "journeys/schuhe-kaufen.md").read_text(encoding="utf-8")


def test_a_mapping_file_that_is_wrong_is_told_with_its_place(folder: Path) -> None:
    (folder / "from.csv").write_text("Phase;Schritt;Frust\nKauf;Bezahlen;Schlange\n", encoding="utf-8")
    (folder / "mapping.yml").write_text("rowz: {Frust: doubts}\n", encoding="utf-8")
    done = bring_in("from.csv", "--map", "mapping.yml")
    assert (done.exit_code, done.stdout) == (2, "")
    assert (
        "mapping.yml:1:1: unknown-key: A mapping file has no key 'rowz'. Did you mean 'rows'?" in done.stderr
    )


def test_a_handbook_begins_with_what_there_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "from.md").write_text(JOURNEY, encoding="utf-8")
    done = CliRunner().invoke(main, ["init", "new", "--from", "from.md", "--language", "en"])
    assert (done.exit_code, (tmp_path / "new/journeys/schuhe-kaufen.md").exists()) == (0, True)
    assert CliRunner().invoke(main, ["check", "new/journeys"]).exit_code == 0


def test_nothing_is_begun_with_a_file_that_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "from.json").write_text("{", encoding="utf-8")
    done = CliRunner().invoke(main, ["init", "new", "--from", "from.json", "--language", "en"])
    assert (done.exit_code, (tmp_path / "new").exists()) == (1, False)


def test_a_folder_that_is_named_is_made(folder: Path) -> None:
    (folder / "from.md").write_text(JOURNEY, encoding="utf-8")
    assert bring_in("from.md", "--into", "other").exit_code == 0
    assert (folder / "other/schuhe-kaufen.md").exists()
    assert bring_in("from.md", "--into", "nowhere/other").exit_code == 2


def test_a_file_whose_name_no_file_may_hold_is_brought_in(folder: Path) -> None:
    name = "Kauf\a\x1b\n.csv"
    (folder / name).write_text("Phase;Schritt;Frust\nKauf;Bezahlen;Schlange\n", encoding="utf-8")
    assert bring_in(name, "--report", "report.md").exit_code == 0
    assert "- title: Kauf .csv\n" in (folder / "journeys/kauf.md").read_text(encoding="utf-8")
    assert "Kauf\\x07\\x1b" in (folder / "report.md").read_text(encoding="utf-8")


def test_a_german_report_calls_fields_as_the_site_does(folder: Path) -> None:
    (folder / "from.csv").write_text("Phase;Schritt;Frust\nKauf;Bezahlen;Schlange\n", encoding="utf-8")
    for language in ("de", "en"):
        words = ["import", "from.csv", "--dry-run", "--report", f"{language}.md", "--language", language]
        CliRunner().invoke(main, words)
    german, english = (Path(f"{language}.md").read_text(encoding="utf-8") for language in ("de", "en"))
    assert "„Frust“ ist als „Schmerzpunkte“ gelesen.\n" in german
    assert "“Frust” is read as pain\\_points.\n" in english
