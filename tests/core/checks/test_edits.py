"""Edits: texts replaced at places, their diff, and writing that keeps everything else of a file."""

import os
import subprocess
from pathlib import Path

import pytest

from journeybook.edits import (
    Edit,
    NotEditable,
    TextChange,
    apply,
    as_diff,
    changed,
    value_edit,
    write_changes,
    write_whole,
)
from journeybook.findings import Place

TEXT = "---\ntitle: Anna\npersona: 'bodo'\n---\nGrüße\n"


def edit(line: int, column: int, old: str, new: str) -> Edit:
    return Edit(place=Place(path="a.md", line=line, column=column), old=old, new=new)


def test_an_edit_replaces_what_stands_at_its_place() -> None:
    assert apply("eins\nzwei drei\n", [edit(2, 6, "drei", "vier")]) == "eins\nzwei vier\n"


def test_edits_are_independent_of_their_order_and_may_touch() -> None:
    edits = [edit(1, 3, "cd", "2"), edit(1, 1, "ab", "1"), edit(1, 5, "", "!"), edit(1, 1, "ab", "1")]

    assert apply("abcd", edits) == "12!"


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(NotEditable) as refused:
        apply("abcd", [edit(1, 1, "abc", "x"), edit(1, 3, "cd", "y")])

    assert str(refused.value) == "a.md:1:3: 'cd' overlaps 'abc', which is changed at a.md:1:1."


@pytest.mark.parametrize("place", [(1, 2), (2, 1), (9, 1)])
def test_an_edit_of_a_text_that_has_changed_is_refused(place: tuple[int, int]) -> None:
    with pytest.raises(NotEditable) as refused:
        apply("abcd\n", [edit(*place, "abc", "x")])

    assert str(refused.value) == f"a.md:{place[0]}:{place[1]}: 'abc' does not stand here."


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay_and_new_lines_end_alike(end: str) -> None:
    text = f"eins{end}zwei{end}drei"

    made = apply(text, [edit(1, 5, "\nzwei\n", "\n2\n2\n")])

    assert made == f"eins{end}2{end}2{end}drei"


def test_mixed_line_ends_stay_where_no_edit_is() -> None:
    assert apply("a\r\nb\nc\rd", [edit(4, 1, "d", "e")]) == "a\r\nb\nc\re"


def test_a_byte_order_mark_stays_and_is_no_column() -> None:
    made = changed("a.md", "\ufeffabc\n".encode(), [edit(1, 1, "abc", "x")])

    assert made == TextChange(path="a.md", before="\ufeffabc\n", after="\ufeffx\n")


@pytest.mark.parametrize("written", ["bodo", "'bodo'", '"bodo"', "' bodo '"])
def test_a_value_of_a_header_is_changed_within_its_quotes(written: str) -> None:
    text = f"persona: {written}\n"

    made = value_edit(text, Place(path="a.md", line=1, column=10), "bodo", "anna")

    assert apply(text, [made]) == text.replace("bodo", "anna")


@pytest.mark.parametrize("written", ['"bod\\u006f"', ">-\n  bodo"])
def test_a_value_in_an_unusual_form_is_refused(written: str) -> None:
    with pytest.raises(NotEditable) as refused:
        value_edit(f"persona: {written}\n", Place(path="a.md", column=10), "bodo", "anna")

    assert str(refused.value) == (
        "a.md:1:10: 'bodo' is written in an unusual way here. Write it plainly, in one line."
    )


def test_a_diff_is_as_git_reads_it(tmp_path: Path) -> None:
    changes = [
        TextChange(path="a.md", before="eins\nzwei\n", after="eins\n2\n"),
        TextChange(path="b.md", before="b", after="bb"),
        TextChange(path="same.md", before="x", after="x"),
        TextChange(path="c.md", before="c\n", after="c\n", to="d.md"),
        TextChange(path="new.md", before=None, after="neu\n"),
    ]
    text = as_diff(changes)

    assert text == (
        "diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n eins\n-zwei\n+2\n"
        "diff --git a/b.md b/b.md\n--- a/b.md\n+++ b/b.md\n@@ -1 +1 @@\n"
        "-b\n\\ No newline at end of file\n+bb\n\\ No newline at end of file\n"
        "diff --git a/c.md b/d.md\nrename from c.md\nrename to d.md\n"
        "diff --git a/new.md b/new.md\nnew file mode 100644\n--- /dev/null\n+++ b/new.md\n@@ -0,0 +1 @@\n+neu\n"
    )
    for name, before in (("a.md", "eins\nzwei\n"), ("b.md", "b"), ("c.md", "c\n")):
        (tmp_path / name).write_text(before, encoding="utf-8")
    subprocess.run(["git", "apply", "-"], input=text.encode(), cwd=tmp_path, check=True)
    assert {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()} == {
        "a.md": "eins\n2\n",
        "b.md": "bb",
        "d.md": "c\n",
        "new.md": "neu\n",
    }


@pytest.mark.linux
def test_writing_keeps_rights_links_and_line_ends_and_leaves_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"eins\r\nzwei\r\n")
    (tmp_path / "real.md").chmod(0o640)
    (tmp_path / "link.md").symlink_to("real.md")
    path = str(tmp_path / "link.md")

    write_changes([changed(path, b"eins\r\nzwei\r\n", [edit(2, 1, "zwei", "2")])])

    assert sorted(file.name for file in tmp_path.iterdir()) == ["link.md", "real.md"]
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"eins\r\n2\r\n"
    assert (tmp_path / "real.md").stat().st_mode & 0o777 == 0o640


def test_a_file_moves_with_its_changes_into_a_folder_that_is_new(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a", encoding="utf-8")

    write_changes(
        [TextChange(path=str(tmp_path / "a.md"), before="a", after="b", to=str(tmp_path / "deep/b.md"))]
    )

    assert not (tmp_path / "a.md").exists()
    assert (tmp_path / "deep/b.md").read_text(encoding="utf-8") == "b"


@pytest.mark.parametrize("to", [None, "moved"])
def test_no_file_takes_the_place_of_another(tmp_path: Path, to: str | None) -> None:
    for name in ("a.md", "there.md"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    there = str(tmp_path / "there.md")
    taking = (
        TextChange(path=there, before=None, after="neu")
        if to is None
        else TextChange(path=str(tmp_path / "a.md"), before="a.md", after="a.md", to=there)
    )
    other = TextChange(path=str(tmp_path / "a.md"), before="a.md", after="changed")

    with pytest.raises(FileExistsError, match=r"There is a file '.*there.md' already\."):
        write_changes([other, taking])

    assert {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()} == {
        "a.md": "a.md",
        "there.md": "there.md",
    }


def test_what_cannot_be_written_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    changes = [
        TextChange(path=str(tmp_path / "a.md"), before="a.md", after="good"),
        TextChange(path=str(tmp_path / "b.md"), before="b.md", after="\ud800"),
    ]

    with pytest.raises(UnicodeEncodeError):
        write_changes(changes)

    assert {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()} == {
        "a.md": "a.md",
        "b.md": "b.md",
    }


@pytest.mark.linux
def test_a_new_file_has_the_rights_of_new_files(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()

    write_changes([TextChange(path=str(tmp_path / "deep/new.md"), before=None, after="neu\n")])

    assert (tmp_path / "deep/new.md").read_bytes() == b"neu\n"
    assert (tmp_path / "deep/new.md").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_pipe_is_written_to() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as read:
        write_whole(Path(f"/dev/fd/{writing}"), b"whole")
        os.close(writing)
        assert read.read() == b"whole"
