"""Names that a disk refuses, that two files share on another disk, or that belong to something else."""

import os
import socket
import unicodedata
from pathlib import Path

import pytest

from core.handbooks import errors, read
from core.hostile.bounded import run
from core.repositories import repository
from journeybook import project
from journeybook.model import is_id

HEAD = "---\ntitle: X\npersona: anna\nstages: {stage: purchase, steps: A}\n"
LONG = "a" * 65
TALE = "r" * 300


@pytest.mark.parametrize("size", [64, 65, 300])
def test_an_id_is_at_most_as_long_as_a_disk_takes_it(tmp_path: Path, size: int) -> None:
    found = errors(read(tmp_path, {"x.md": f"{HEAD}id: {'a' * size}\n---\n"}))
    said = "journeys/x.md:5:5: invalid-id: 'id' must be an id of at most 64 small letters"
    assert [line.startswith(said) for line in found] == [True] * (size > 64)
    assert is_id("a" * size) == (size <= 64)


def test_a_file_and_the_entries_of_a_handbook_have_ids_of_that_length_too(tmp_path: Path) -> None:
    handbook = f"stages: [{{id: purchase, title: Kauf}}]\nteams: [{{id: {LONG}, title: T}}]\n"
    found = read(
        tmp_path,
        {
            f"{LONG}.md": f"{HEAD}---\n",
            "handbook.yml": handbook,
            "touchpoints/kasse.md": "---\ntitle: K\nchannel: x\n---\n",
        },
    )
    told = [line for line in errors(found) if "invalid-id" in line]
    assert len(told) == 2
    assert all("at most 64" in line for line in told)


def test_what_is_new_gets_no_longer_id(tmp_path: Path) -> None:
    read(tmp_path / "journeys", {})
    done = run(tmp_path, "new", "persona", "Die Frau " + "mit dem langen Namen " * 20)
    assert done.returncode == 0
    assert run(tmp_path, "rename", "persona", "anna", LONG).returncode == 2


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("assets/Kasse.png", "assets/kasse.png", "differ in capital letters alone"),
        ("A.md", "a.md", "differ in capital letters alone"),
        ("Bilder/a.png", "bilder/b.png", "'Bilder' differ in capital letters alone"),
        (
            unicodedata.normalize("NFD", "assets/Schlüssel.png"),
            unicodedata.normalize("NFC", "assets/Schlüssel.png"),
            "stored in two ways",
        ),
        (unicodedata.normalize("NFD", "Tür/a.png"), "Tür/b.png", "stored in two ways"),
    ],
)
@pytest.mark.linux
def test_two_files_that_are_one_elsewhere_are_told(tmp_path: Path, one: str, other: str, said: str) -> None:
    body = f"{HEAD}id: KIND\n---\n"
    files = {one: body.replace("KIND", "one"), other: body.replace("KIND", "other")}
    told = [line for line in errors(read(tmp_path, files)) if "twin-file" in line]
    assert [said in line for line in told] == [True]


def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path: Path) -> None:
    for name in ("metrics", "assets"):
        (tmp_path / name).write_text("x")
    (tmp_path / "handbook.yml").mkdir()
    (tmp_path / "handbook.yml/x.md").write_text(f"{HEAD}---\n")
    with pytest.raises(IsADirectoryError):
        read(tmp_path, {})
    (tmp_path / "personas").write_text("x")
    found = run(tmp_path.parent, "check", tmp_path.name)
    assert found.returncode == 1
    assert [line.split(": ", 2)[2] for line in found.stdout.splitlines() if "misplaced-file" in line] == [
        "'assets' is a file, but only a folder can have this name.",
        "'handbook.yml' is a folder. It must be one file.",
        "'metrics' is a file, but only a folder can have this name.",
        "'personas' is a file, but only a folder can have this name.",
    ]


@pytest.mark.linux
@pytest.mark.linux
@pytest.mark.parametrize("name", ["handbook.yml", "kauf.md", "assets/a.png"])
def test_a_pipe_and_a_socket_are_no_files(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / name
    place.parent.mkdir(exist_ok=True)
    os.mkfifo(place)
    assert _read_as_files(tmp_path) == [f"journeys/{name}:1:1"]

    place.unlink()
    monkeypatch.chdir(place.parent)  # the path of a socket may be short alone
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(place.name)
        assert _read_as_files(tmp_path) == [f"journeys/{name}:1:1"]


def _read_as_files(folder: Path) -> list[str]:
    """The places that hold no file."""
    said = ": unreadable-file: This is no file but a pipe, a socket or a device."
    return [line.partition(said)[0] for line in errors(project.read(folder, "journeys")) if said in line]


@pytest.mark.parametrize("name", ["\udcff.md", "personas/\udcfe.md", "\udcff/a.md", "metrics/\udcff.csv"])
def test_a_name_that_is_no_utf8_leaves_nothing_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, {name: f"{HEAD}---\n"})
    assert [line.split(": ")[1] for line in errors(found)] == ["unreadable-file"]
    for document in found.folder.documents:
        assert document.id.encode("utf-8").decode("utf-8") == document.id


@pytest.mark.parametrize(
    "typed",
    [
        ("diff", TALE),
        ("diff", f"{TALE}..main"),
        ("diff", f"main...{TALE}"),
        ("diff", f"main:{TALE}"),
        ("diff", f"./{TALE}"),
        ("diff", "main", "--journeys-dir", TALE),
        ("check", TALE),
        ("check", "--baseline", TALE),
        ("refs", f"persona:{TALE}"),
        ("refs", "persona:anna", "--journeys-dir", TALE),
        ("new", "persona", "Z", "--journeys-dir", TALE),
        ("csp", TALE),
        ("explain", TALE),
        ("log", TALE),
    ],
    ids=" ".join,
)
def test_a_name_of_300_letters_is_answered_by_a_sentence(tmp_path: Path, typed: tuple[str, ...]) -> None:
    folder = repository(tmp_path / "r")
    done = run(folder, *typed)
    assert done.returncode == 2
    assert len(done.stderr) < 1000
