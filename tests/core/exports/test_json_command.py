"""`journeybook export json`: the whole handbook to a file, a folder or standard output."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core import handbooks
from journeybook.cli import main

WRITTEN = [
    "assets",
    "assets.json",
    "computed.json",
    "handbook.json",
    "journeys.json",
    "personas.json",
    "touchpoints.json",
]
FILES = {
    "kaufen.md": "---\ntitle: =Kaufen\npersona: anna\nstatus: planned\n---\n",
    "assets/a.txt": "Text",
}


@pytest.fixture
def journeys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    handbooks.read(tmp_path / "journeys", FILES)
    return tmp_path / "journeys"


def export(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["export", *arguments])


def test_a_file_and_standard_output_hold_the_whole(journeys: Path) -> None:
    printed = export("json", "-")
    written = export("json", "neu/x.JSON")

    text = (journeys.parent / "neu/x.JSON").read_text(encoding="utf-8")
    assert (printed.exit_code, printed.stderr) == (0, "")
    assert (written.exit_code, written.output) == (0, "neu/x.JSON is written.\n")
    assert printed.stdout == text
    data = json.loads(text)
    assert (data["format"], data["version"], data["assets"]) == ("journeybook", 1, ["assets/a.txt"])
    assert data["journeys"][0]["header"]["title"] == "=Kaufen"


def test_a_folder_gets_a_file_a_kind_and_the_pictures_whenever_it_is_written(journeys: Path) -> None:
    whole = json.loads(export("json", "-").stdout)
    assert export("json", "out").output == "out is written.\n"
    (journeys / "assets/a.txt").rename(journeys / "assets/c.txt")

    assert export("json", "out").exit_code == 0
    out = journeys.parent / "out"
    joined: dict[str, object] = {}
    for file in out.glob("*.json"):
        joined |= json.loads(file.read_text(encoding="utf-8"))
    assert {path.name for path in out.iterdir()} >= set(WRITTEN)
    assert joined == whole | {"assets": ["assets/c.txt"]}
    assert [path.name for path in (out / "assets").iterdir()] == ["c.txt"]
    schema = json.loads((out / "schema/journeybook.schema.json").read_text(encoding="utf-8"))
    assert schema["properties"]["version"] == {"const": 1}


def test_what_no_export_has_written_is_left_alone(journeys: Path) -> None:
    (journeys.parent / "mine.json").write_text('{"a": 1}', encoding="utf-8")

    on_file, on_folder = export("json", "mine.json"), export("json", "journeys")

    assert on_file.output == "Error: 'mine.json' is no export. Name a new file.\n"
    assert on_folder.output == (
        "Error: 'journeys' holds files that no export has written. Name a new or an empty folder.\n"
    )
    assert (on_file.exit_code, on_folder.exit_code) == (2, 2)
    assert (journeys.parent / "mine.json").read_text(encoding="utf-8") == '{"a": 1}'


@pytest.mark.parametrize("target", ["x" * 300, f"{'x' * 300}.json", "a.txt/out", "a.txt/out.json"])
@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_cannot_be_written_is_told(journeys: Path, form: str, target: str) -> None:
    (journeys.parent / "a.txt").touch()

    ran = export(form, target)

    message = f"Error: '{target}' cannot be written to. Is it writable, and the disk not full?\n"
    assert (ran.exit_code, ran.output) == (2, message)


def test_a_handbook_with_problems_is_not_exported(journeys: Path) -> None:
    (journeys / "leer.md").touch()

    ran = export("json", "out.json")

    assert ran.exit_code == 1
    assert ran.output == (
        "Error: journeys/leer.md:1:1: missing-header: The file is empty. "
        "Begin with a header between two lines of '---'.\nNothing is written: 1 problem.\n"
    )
    assert not (journeys.parent / "out.json").exists()


def test_an_option_of_another_form_is_refused(journeys: Path) -> None:
    ran = export("markdown", "out", "--journeys-dir", str(journeys))

    assert ran.exit_code == 2
    assert ran.output.endswith("Error: --journeys-dir is not for markdown.\n")
