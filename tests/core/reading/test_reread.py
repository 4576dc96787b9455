"""A second reading takes over what has not changed."""

import os
from pathlib import Path

import pytest

from core.golden import HERE
from core.handbooks import HANDBOOK, read, without_powers
from journeybook import project
from journeybook.kinds import ThingKind
from journeybook.load import Document, Folder, read_folder

FILES = {
    "x.md": "---\ntitle: X\npersona: anna\nstages: {stage: purchase, steps: A}\n---\n",
    "assets/a.png": "",
}


@pytest.fixture
def first(tmp_path: Path) -> Folder:
    return read(tmp_path, FILES).folder


def _again(first: Folder) -> Folder:
    return read_folder(first.root, first.label, first)


def _document(folder: Folder, inside: str) -> Document | None:
    return next((document for document in folder.documents if document.inside == inside), None)


def _kept(first: Folder, second: Folder) -> list[str]:
    return [document.inside for document in second.documents if document is _document(first, document.inside)]


def _change(file: Path, text: str) -> None:
    before = file.stat()
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns + 1))


ALL = [
    "handbook.yml",
    "personas/anna.md",
    "personas/bodo.md",
    "touchpoints/kasse.md",
    "touchpoints/korb.md",
    "x.md",
]


def test_unchanged_files_are_kept(first: Folder) -> None:
    second = _again(first)
    assert _kept(first, second) == ALL
    assert (second.assets, second.findings, second.signatures) == (
        first.assets,
        first.findings,
        first.signatures,
    )


def test_documents_stand_in_the_order_of_their_paths(first: Folder) -> None:
    assert [document.inside for document in first.documents] == ALL


def test_a_changed_file_alone_is_read(first: Folder) -> None:
    _change(first.root / "personas/bodo.md", "---\ntitle: Bodo B.\n---\n")
    second = _again(first)
    assert _kept(first, second) == [inside for inside in ALL if inside != "personas/bodo.md"]
    changed = _document(second, "personas/bodo.md")
    assert changed is not None
    assert (changed.header.data, changed.id) == ({"title": "Bodo B."}, "bodo")


def test_a_change_of_the_same_length_is_seen(first: Folder) -> None:
    _change(first.root / "personas/bodo.md", "---\ntitle: Boda\n---\n")
    assert "personas/bodo.md" not in _kept(first, _again(first))


def test_a_deleted_file_is_gone_and_a_new_one_is_there(first: Folder) -> None:
    (first.root / "personas/bodo.md").unlink()
    (first.root / "personas/clara.md").write_text("---\ntitle: Clara\n---\n")
    second = _again(first)
    assert [document.id for document in second.of_kind(ThingKind.PERSONA)] == ["anna", "clara"]
    assert set(second.signatures) == {*ALL, "assets/a.png", "personas/clara.md"} - {"personas/bodo.md"}


def test_a_renamed_file_has_a_new_id(first: Folder) -> None:
    (first.root / "x.md").rename(first.root / "y.md")
    second = _again(first)
    assert [(document.id, document.path) for document in second.of_kind(ThingKind.JOURNEY)] == [
        ("y", "journeys/y.md")
    ]
    assert _kept(first, second) == ALL[:-1]


def test_changed_assets_have_another_signature(first: Folder) -> None:
    _change(first.root / "assets/a.png", "neu")
    (first.root / "assets/b.png").write_text("x")
    second = _again(first)
    assert second.assets == {"assets/a.png", "assets/b.png"}
    assert second.signatures["assets/a.png"] != first.signatures["assets/a.png"]
    assert _kept(first, second) == ALL


def test_another_name_in_messages_is_another_reading(first: Folder) -> None:
    second = read_folder(first.root, "./journeys", first)
    assert _kept(first, second) == []
    assert second.documents[0].path == "./journeys/handbook.yml"


def test_another_folder_is_another_reading(first: Folder, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = read(tmp_path_factory.mktemp("other"), FILES).folder
    assert _kept(first, read_folder(other.root, "journeys", first)) == []


@pytest.mark.linux
def test_a_file_that_could_not_be_opened_is_tried_again(tmp_path: Path) -> None:
    read(tmp_path, FILES)
    (tmp_path / "handbook.yml").unlink()
    (tmp_path / "handbook.yml").symlink_to("vocabulary.txt")
    first = project.read(tmp_path, "journeys")
    assert [finding.rule for finding in first.errors] == ["unreadable-file"]
    (tmp_path / "vocabulary.txt").write_text(HANDBOOK)
    assert project.read(tmp_path, "journeys", first).errors == ()


@pytest.mark.linux
def test_a_file_is_read_once_it_is_permitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    Path("x.md").chmod(0)
    with without_powers(tmp_path):
        first = project.read(Path(), "journeys")
    assert [finding.rule for finding in first.errors] == ["unreadable-file"]
    Path("x.md").chmod(0o644)
    assert project.read(Path(), "journeys", first).errors == ()


@pytest.mark.linux
def test_a_folder_in_a_closed_one_is_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(tmp_path / "closed/journeys", FILES)
    monkeypatch.chdir(tmp_path)
    Path("closed").chmod(0)
    with without_powers(tmp_path):
        found = project.read(Path("closed/journeys"), "journeys")
    Path("closed").chmod(0o755)
    assert (found.folder.exists, found.findings) == (False, ())


def test_a_missing_folder_is_no_folder_and_may_come_later(tmp_path: Path) -> None:
    first = project.read(tmp_path / "journeys", "journeys")
    assert (first.folder.exists, first.findings) == (False, ())
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys/x.md").write_text("kein Kopf")
    second = project.read(tmp_path / "journeys", "journeys", first)
    assert [finding.rule for finding in second.errors] == ["missing-header"]


def test_findings_of_kept_files_stay(tmp_path: Path) -> None:
    read(tmp_path, {**FILES, "y.md": "kein Kopf"})
    first = project.read(tmp_path, "journeys")
    second = project.read(tmp_path, "journeys", first)
    assert [str(finding) for finding in first.findings] == [str(finding) for finding in second.findings]
    assert [finding.rule for finding in second.errors] == ["missing-header"]


def test_the_full_example_of_the_fuzzer_has_no_errors(tmp_path: Path) -> None:
    files = {
        "handbook.yml": (HERE / "base/journeys/handbook.yml").read_text(encoding="utf-8"),
        "kauf.md": (HERE / "base/journeys/kauf.md").read_text(encoding="utf-8"),
        "alles.md": (HERE / "full.md").read_text(encoding="utf-8"),
        "assets/a.png": "",
    }
    assert read(tmp_path, files).errors == ()
