"""A handbook that is exported as JSON and brought in again says what it said."""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from core import handbooks, random_handbooks
from core.round_trips import facts, with_assets
from journeybook.cli import main
from journeybook.exports.handbook import plain_handbook, read_translations
from journeybook.exports.json_files import by_kind, one_document
from journeybook.findings import quoted
from journeybook.importing.brought_in import Telling
from journeybook.importing.exported.files import exact_files
from journeybook.importing.exported.json_export import read_json_export
from journeybook.load import read_folder
from journeybook.report.encoded import as_json
from journeybook.workbooks import NotReadable

ROOT = Path(__file__).parents[3]


def exported(journeys: Path) -> str:
    folder = read_folder(journeys, "journeys")
    return as_json(one_document(plain_handbook(folder, read_translations(folder))))


def brought_in(text: str) -> Mapping[str, str]:
    found = read_json_export("x.json", text)
    assert found is not None
    return exact_files(found)


def assert_nothing_is_lost(journeys: Path, copy: Path) -> None:
    text = exported(journeys)
    random_handbooks.write(copy, brought_in(text))
    with_assets(journeys, copy)
    assert facts(copy) == facts(journeys)
    assert exported(copy) == text


@given(st.integers(0, 999_999))
def test_any_handbook_comes_back_as_it_was(number: int) -> None:
    with TemporaryDirectory() as folder:
        journeys = random_handbooks.write(Path(folder, "a"), random_handbooks.handbook(number))
        assert_nothing_is_lost(journeys, Path(folder, "b"))


@pytest.mark.parametrize("journeys", ["journeys", "examples/library/journeys"])
def test_the_examples_come_back_as_they_were(tmp_path: Path, journeys: str) -> None:
    assert_nothing_is_lost(ROOT / journeys, tmp_path)


def test_documents_of_one_kind_are_brought_in_as_the_whole_is(tmp_path: Path) -> None:
    random_handbooks.write(tmp_path, random_handbooks.handbook(3))
    folder = read_folder(tmp_path, "journeys")
    texts = map(as_json, by_kind(plain_handbook(folder, read_translations(folder))).values())

    files = {path: text for each in texts for path, text in brought_in(each).items()}

    assert files == brought_in(exported(tmp_path))


def test_the_command_writes_what_is_not_there_and_leaves_what_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    handbooks.read(tmp_path / "a", {"b2c/x.md": "---\ntitle: X\nstatus: planned\n---\n\nText  \n"})
    (tmp_path / "x.json").write_text(exported(tmp_path / "a"), encoding="utf-8")
    (tmp_path / "b/personas").mkdir(parents=True)
    (tmp_path / "b/personas/anna.md").write_text("---\ntitle: Meine Anna\n---\n", encoding="utf-8")

    ran = CliRunner().invoke(main, ["import", "x.json", "--into", "b", "--report", "r.md"])

    new = [
        "b/handbook.yml",
        "b/b2c/x.md",
        "b/personas/bodo.md",
        "b/touchpoints/kasse.md",
        "b/touchpoints/korb.md",
    ]
    assert (ran.exit_code, ran.stdout.splitlines()) == (0, new)
    assert "b/personas/anna.md is there already, and stays as it is." in (tmp_path / "r.md").read_text(
        "utf-8"
    )
    assert (tmp_path / "b/personas/anna.md").read_text("utf-8") == "---\ntitle: Meine Anna\n---\n"
    assert (tmp_path / "b/b2c/x.md").read_text("utf-8").endswith("---\n\nText  \n")


def test_pictures_are_told_to_be_copied() -> None:
    found = read_json_export("x.json", '{"format": "journeybook", "version": 1, "assets": ["assets/a.png"]}')
    assert found is not None
    (note,) = found.notes
    assert (note.telling, note.address) == (Telling.LEFT, "assets")
    assert "Copy them into the journeys folder." in note.message


def test_another_text_is_no_export() -> None:
    assert read_json_export("x.json", '{"journeybook": 1}') is None
    assert read_json_export("x.json", "journeybook") is None
    assert read_json_export("x.json", '{"format": "other", "a": "journeybook"}') is None


JOURNEY = {"id": "x", "file": "x.md", "header": {"title": "X", "status": "planned"}, "body": ""}


def changed(**parts: Any) -> str:
    journey = {**JOURNEY, **parts}
    return json.dumps({"format": "journeybook", "version": 1, "journeys": [journey]}, indent=1)


REFUSED = {
    '{"format": "journeybook", "version": 2}': (
        "'x.json', line 1, version: It is of version 2, and this Journeybook reads versions up to 1. "
        "Install a newer one."
    ),
    '{"format": "journeybook"}': "'x.json', line 1, version: 'version' must be a whole number up to 1.",
    '{"format": "journeybook", "version": 1, "journey": []}': (
        "'x.json', line 1, journey: 'journey' is no part of an export."
    ),
    '{"format": "journeybook",\n"version": 1,\n"journeys": {}}': (
        "'x.json', line 3, journeys: A list is expected here."
    ),
    '{"format": "journeybook",\n"version": 1,': (
        "'x.json': Line 2, column 14: This is not valid JSON: expecting property name enclosed in double quotes."
    ),
    '{"format": "journeybook", "a": 1, "a": 2}': (
        "'x.json': Line 1, column 35: The key 'a' stands here a second time."
    ),
    changed(
        header={
            "title": "X",
            "personas": ["a"],
            "stages": [{"stage": "a", "steps": [{"title": "Y", "satisfaction": 9}]}],
        }
    ): (
        "'x.json', line 19, journeys[0].header.stages[0].steps[0].satisfaction: "
        "'satisfaction' must be a whole number from 1 to 5, not '9'."
    ),
    changed(header={"titel": "X", "status": "planned"}): (
        "'x.json', line 9, journeys[0].header.titel: 'titel' is not a key of a journey. Did you mean 'title'?"
    ),
    changed(header=[]): "'x.json', line 8, journeys[0].header: 'header' must be a group of keys.",
    changed(body=["a"]): "'x.json', line 12, journeys[0].body: 'body' must be one text.",
    changed(boody="a"): "'x.json', line 13, journeys[0].boody: 'boody' is no key of a thing in an export.",
    changed(body="a\x07"): (
        "'x.json': what it makes of x.md:5:2: forbidden-character: "
        "The invisible character U+0007 (a control character) is not allowed here."
    ),
    changed(header={"title": "a\u2028b", "status": "planned"}): (
        "'x.json': The invisible character U+2028 (line separator) is not allowed here."
    ),
    **{
        changed(file=file): (
            "'x.json', line 7, journeys[0].file: 'file' must be the path of a file below the journeys folder "
            f"where a journey lies, not {quoted(file)}."
        )
        for file in (
            "../x.md",
            "/x.md",
            "a//x.md",
            ".git/x.md",
            "personas/x.md",
            "x.yml",
            "c:x.md",
            "a\tb.md",
            "",
        )
    },
}


@pytest.mark.parametrize("text", REFUSED, ids=range(len(REFUSED)))
def test_what_no_export_has_written_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(NotReadable) as refused:
        read_json_export("x.json", text)
    assert str(refused.value) == REFUSED[text]
