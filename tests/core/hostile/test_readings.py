"""What a file says is what is read: nothing is joined, trimmed, hidden or counted wrong on the way."""

from pathlib import Path

import pytest

from core.handbooks import errors, read
from core.hostile.bounded import run
from core.repositories import BASE, commit, git, write
from journeybook import project

HEAD = "---\ntitle: X\npersona: anna\nstages: {stage: purchase, steps: A}\n"


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("tags:\n  -eins\n  -zwei\n", "6:3"),
        ("tags:\n  -eins\n", "6:3"),
        ("tags: -eins\n  -zwei\n", "5:7"),
        ("tags:\n  -eins\n  - zwei\n", "6:3"),
    ],
)
def test_a_list_whose_dashes_have_no_space_is_no_text(tmp_path: Path, lines: str, place: str) -> None:
    found = read(tmp_path, {"x.md": f"{HEAD}{lines}---\n"})
    assert errors(found) == [
        f"journeys/x.md:{place}: yaml-syntax: A '-' that begins an entry of a list needs a space behind it."
    ]


@pytest.mark.parametrize("lines", ["summary: -5 Grad\n", "tags: [-a]\n", "tags: -a\n", 'summary:\n  "-a"\n'])
def test_a_dash_within_a_line_is_text(tmp_path: Path, lines: str) -> None:
    assert errors(read(tmp_path, {"x.md": f"{HEAD}{lines}---\n"})) == []


@pytest.mark.parametrize("written", ['"a\\rb"', '"a\\x0db"', '"a\\u000db"'])
def test_a_carriage_return_cannot_be_smuggled_in(tmp_path: Path, written: str) -> None:
    found = read(tmp_path, {"x.md": f"{HEAD}summary: {written}\n---\n"})
    assert errors(found) == [
        (
            "journeys/x.md:5:12: forbidden-character: "
            "The invisible character U+000D (a control character) is not allowed here."
        )
    ]


@pytest.mark.parametrize("written", ["' kauf'", "'kauf '", '"kauf\\n"', '"\\tkauf"'])
def test_an_id_is_not_trimmed(tmp_path: Path, written: str) -> None:
    found = read(tmp_path, {"x.md": f"{HEAD}id: {written}\n---\n"})
    [told] = errors(found)
    assert told.startswith("journeys/x.md:5:5: invalid-id: 'id' must be an id of small letters")
    assert told.endswith("For example 'kauf'.")


@pytest.mark.parametrize(
    ("before", "place"),
    [
        (b"\xef\xbb\xbf---\ntitle: ", "2:8"),
        (b"---\r\ntitle: ", "2:8"),
        (b"\xef\xbb\xbf", "1:1"),
    ],
    ids=["mark", "two characters", "first"],
)
def test_a_byte_that_is_no_utf8_is_found_where_it_stands(tmp_path: Path, before: bytes, place: str) -> None:
    read(tmp_path, {})
    (tmp_path / "x.md").write_bytes(before + b"\xfcber\n---\n")
    found = project.read(tmp_path, "journeys")
    assert [str(item.place) for item in found.errors] == [f"journeys/x.md:{place}"]


def test_a_bad_value_hides_no_other_problem_of_its_file(tmp_path: Path) -> None:
    text = """\
---
title: X
persona: anna
status: nonsense
stages:
  stage: purchase
  steps:
    - id: one
      title: A
      pain_points: {id: queue, title: Es dauert}
      opportunities: [{title: B, solves: queue}, {title: C, solves: queu}]
      next: [{to: one, when: A}, {to: onee, when: B}]
---
"""
    other = HEAD.replace("steps: A", "steps: {title: A, opportunities: {title: B, solves: x/quee}}")
    found = read(tmp_path, {"x.md": text, "y.md": f"{other}---\n"})
    assert [str(item.place) + " " + item.rule for item in found.errors] == [
        "journeys/x.md:4:9 invalid-value",
        "journeys/x.md:11:69 unknown-pain-point",
        "journeys/x.md:12:39 unknown-step",
        "journeys/y.md:4:79 unknown-pain-point",
    ]


def test_what_a_clone_replaces_is_read_as_it_was_committed(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path / "journeys", BASE)
    commit(tmp_path)
    write(tmp_path / "journeys", {"kauf.md": BASE["kauf.md"].replace("Ich bezahle", "Ich zahle bar")})
    commit(tmp_path)
    before = run(tmp_path, "diff", "HEAD~1", "HEAD").stdout
    log = run(tmp_path, "log").stdout
    old, new = (git(tmp_path, "rev-parse", f"{name}:journeys/kauf.md") for name in ("HEAD~1", "HEAD"))
    git(tmp_path, "replace", new, old)
    assert "Ich zahle bar" in before
    assert run(tmp_path, "diff", "HEAD~1", "HEAD").stdout == before
    git(tmp_path, "replace", "-d", new)
    (tmp_path / ".git/info").mkdir(exist_ok=True)
    (tmp_path / ".git/info/grafts").write_text(git(tmp_path, "rev-parse", "HEAD") + "\n")
    assert run(tmp_path, "diff", "HEAD~1", "HEAD").stdout == before
    assert run(tmp_path, "log").stdout == log
