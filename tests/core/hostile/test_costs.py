"""What doubles doubles the work, and no more: counted in calls, since clocks tell something else each time."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from core.handbooks import read
from core.hostile.bounded import run
from journeybook.bodies import Body
from journeybook.checks.integrity.names import Titles
from journeybook.checks.texts.unclosed import _unclosed
from journeybook.diff.pairing.matching import Item, aligned, match
from journeybook.diff.pairing.splits import find_splits
from journeybook.findings import MOST_SHOWN, cut
from journeybook.settings import find_settings, read_settings

HEAD = "---\ntitle: X\npersona: anna\nstages: {stage: purchase, steps: A}\n---\n"
_SOME = 400
_AT_MOST = 2.6
"""By how much the calls grow when a file becomes twice as long; 4 is a square."""


def growth(work: Callable[[int], object]) -> float:
    """How many times as many calls twice as much takes."""
    few, many = _calls(lambda: work(_SOME)), _calls(lambda: work(2 * _SOME))
    return many / few


def _calls(work: Callable[[], object]) -> int:
    count = 0

    def note(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def steps(number: int, title: str = "Schuhe") -> list[Item[int]]:
    return [Item(thing=at, id=f"{title}-{at}", is_written=False, title=title, at=at) for at in range(number)]


def test_steps_of_one_title_are_paired() -> None:
    assert growth(lambda number: match(steps(number), steps(number))) < _AT_MOST
    matched = match(steps(300), steps(301))
    assert [(pair.old.at, pair.new.at) for pair in matched.pairs] == [(at, at) for at in range(300)]
    assert [item.at for item in matched.added] == [300]


def test_what_is_gone_is_put_in_its_place() -> None:
    def work(number: int) -> object:
        return aligned(range(number), range(number, 2 * number), {})

    assert growth(work) < _AT_MOST


def test_parts_are_found_beside_each_other() -> None:
    def work(number: int) -> object:
        return find_splits(match(steps(number), [*steps(number), *steps(number, "Anderes")]))

    assert growth(work) < _AT_MOST


def test_tags_that_end_nothing_are_looked_up() -> None:
    assert growth(lambda number: list(_unclosed(Body("<b>" * number + "</i>" * number)))) < _AT_MOST


def test_settings_that_do_not_exist_are_placed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    def work(number: int) -> object:
        keys = "".join(f"unused-teem-{at} = 1\n" for at in range(number))
        (tmp_path / "journeybook.toml").write_text(f"[rules]\n{keys}")
        return read_settings(find_settings(tmp_path))

    assert growth(work) < _AT_MOST


def test_wrong_links_to_as_many_things_are_bounded(tmp_path: Path) -> None:
    def work(number: int) -> object:
        teams = "".join(f"- {{id: team-{at}x, title: T{at}}}\n" for at in range(number))
        links = "".join(f"[[team:team-{at}y]]\n" for at in range(number))
        return read(tmp_path / str(number), {"x.md": HEAD + links, "handbook.yml": f"teams:\n{teams}"})

    assert growth(work) < _AT_MOST


def test_of_many_wrong_links_the_first_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    found = read(tmp_path, {"x.md": HEAD + "[[persona:ana]]\n" * 100_000})
    told = [finding for finding in cut(found.errors) if finding.rule == "unknown-persona"]
    assert len(told) == MOST_SHOWN + 1
    assert told[-1].message == "99,950 more of this kind from here on, which are not shown."


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"x.md": HEAD + "<!--" * 50_001},
            "x.md:6:200001: file-too-large: The text has more than 50,000 '<', as HTML and addresses begin with.",
        ),
        (
            {"x.md": HEAD + "a\n" * 200_001},
            "x.md:200006:2: file-too-large: The text has more than 200,000 lines.",
        ),
        (
            {"metrics/a.csv": "date,metric,value" + ",a" * 200 + "\n"},
            "metrics/a.csv:1:1: file-too-large: The first line names more than 200 columns. Leave those that are needed.",
        ),
    ],
)
def test_more_than_people_write_is_one_problem(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    assert [str(finding) for finding in read(tmp_path, files).errors] == [f"journeys/{expected}"]


@pytest.mark.linux
@pytest.mark.parametrize(
    "command", [("refs", "persona:anna"), ("new", "persona", "Zoe"), ("rename", "persona", "anna", "zoe")]
)
def test_a_pipe_among_pages_by_hand_is_not_waited_for(tmp_path: Path, command: tuple[str, ...]) -> None:
    read(tmp_path / "journeys", {"x.md": HEAD})
    (tmp_path / "mkdocs.yml").write_text("site_name: X\n")
    (tmp_path / "docs").mkdir()
    os.mkfifo(tmp_path / "docs/pipe.md")
    (tmp_path / "docs/zero.md").symlink_to("/dev/zero")
    (tmp_path / "docs/loop.md").symlink_to("loop.md")
    assert run(tmp_path, *command).returncode == (2 if command[0] == "rename" else 0)


def test_what_was_meant_is_found_among_many_titles() -> None:
    def work(number: int) -> object:
        titles = Titles(tuple((f"Kasse {at} im Laden", f"pos-{at}") for at in range(number)))
        return titles.advice("kase-7-im-laden", frozenset(own_id for _, own_id in titles.pairs))

    assert growth(work) < _AT_MOST
    assert work(_SOME) == " Did you mean 'pos-7'?"
