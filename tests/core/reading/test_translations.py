"""Files in other languages: `x.en.md` beside `x.md` is read in its place where that language is asked for."""

from pathlib import Path

import pytest

from journeybook import project
from journeybook.load import read_folder

JOURNEY = """\
---
title: {title}
persona: ida
stages:
  - stage: purchase
    id: zahlen
    steps:
      - title: {step}
        satisfaction: 4
---
"""
FILES = {
    "weg.md": JOURNEY.format(title="Topf kaufen", step="Ich zahle"),
    "weg.en.md": JOURNEY.format(title="Buying a pot", step="I pay"),
    "personas/ida.md": "---\ntitle: Ida\n---\nSie kocht. [[journey:weg/zahlen]]\n",
    "handbook.yml": "stages: [{id: purchase, title: Kauf}]\n",
    "handbook.en.yml": "stages: [{id: purchase, title: Purchase}]\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("language", "titles", "stage", "file"),
    [
        ("", ["Topf kaufen"], "Kauf", "weg.md"),
        ("en", ["Buying a pot"], "Purchase", "weg.en.md"),
        ("fr", ["Topf kaufen"], "Kauf", "weg.md"),
    ],
)
def test_a_language_takes_its_own_files_and_else_the_originals(
    root: Path, language: str, titles: list[str], stage: str, file: str
) -> None:
    read = project.read(root, "journeys", language=language)
    journeys = read.catalogue.journeys
    assert [journey.title for journey in journeys.values()] == titles
    assert read.catalogue.stages["purchase"].title == stage
    assert journeys["weg"].document.path == f"journeys/{file}"
    assert journeys["weg"].document.file == file
    assert read.errors == ()
    assert read.folder.languages == {"en"}


def test_unchanged_files_are_read_once_for_all_languages(root: Path) -> None:
    german = read_folder(root, "journeys")
    english = read_folder(root, "journeys", german, language="en")
    known = {document.inside: document for document in german.documents}
    again = [document.inside for document in english.documents if document is known[document.inside]]
    assert again == ["personas/ida.md"]


def test_check_reads_every_translation(root: Path) -> None:
    wrong = FILES["weg.en.md"].replace("satisfaction", "kase")
    (root / "weg.en.md").write_text(wrong, encoding="utf-8")
    told = [str(finding) for finding in project.read(root, "journeys").errors]
    assert [line.partition(": '")[0] for line in told] == [
        "journeys/weg.en.md:9:9: unknown-key",
    ]


def test_a_stage_that_a_translation_calls_otherwise_is_missed_where_it_is_linked(root: Path) -> None:
    other = FILES["weg.en.md"].replace("id: zahlen", "id: pay")
    (root / "weg.en.md").write_text(other, encoding="utf-8")
    (error,) = project.read(root, "journeys").errors
    assert str(error.place) == "journeys/personas/ida.md:4:12"


def test_a_file_with_an_id_of_its_own_is_another_thing(root: Path) -> None:
    (root / "weg.en.md").write_text(
        FILES["weg.en.md"].replace("title: Buying", "id: weg-en\ntitle: Buying"), encoding="utf-8"
    )
    read = project.read(root, "journeys")
    assert list(read.catalogue.journeys) == ["weg-en", "weg"]
    assert read.folder.languages == {"en"}  # of handbook.yml


def test_without_an_original_there_is_no_translation(root: Path) -> None:
    (root / "weg.md").unlink()
    (root / "personas/ida.md").write_text("---\ntitle: Ida\n---\n", encoding="utf-8")
    (error,) = project.read(root, "journeys").errors
    assert (error.rule, error.place.path) == ("invalid-id", "journeys/weg.en.md")
