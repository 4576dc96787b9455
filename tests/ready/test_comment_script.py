"""The script that writes the comment takes the artefact of a pull request for data, whatever is in it."""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import ready_files as ready
import runner

SHA = "a" * 40
MARKER = "<!-- journeybook diff -->"
TEXT = "**Schuhe kaufen**: satisfaction fell from 4 to 2 ☹\n"
BODY = f"{MARKER}\n{TEXT}"


@dataclass
class Run:
    """A run of handbook.yml that has ended, and what the comment's script makes of it."""

    place: Path
    files: dict[str, str] = field(default_factory=lambda: {"number": "17", "body.md": BODY})
    size: int = 500
    head: str = SHA
    comments: list[dict[str, Any]] = field(default_factory=list)

    def start(self) -> subprocess.CompletedProcess[str]:
        """Run the script as a runner would."""
        artifacts = [{"id": 5, "size_in_bytes": self.size}] if self.files else []
        answers = {
            "artifacts": {"artifacts": artifacts},
            "pulls": {"head": {"sha": self.head}},
            "comments": self.comments,
        }
        variables = {"RUN_URL": "https://github.com/acme/handbook/actions/runs/9", "HEAD_SHA": SHA}
        return runner.run(
            self.place, ready.step(ready.COMMENT, "Comment")["run"], answers, self.files, variables
        )

    @property
    def written(self) -> Any:
        """Method, address and body of what was sent, or None."""
        return runner.written(self.place)


def comment(text: str) -> str:
    link = "[The check, and a preview of the handbook](https://github.com/acme/handbook/actions/runs/9)"
    return f"{MARKER}\n{text}\n\n{link}\n"


OWN = {"id": 33, "user": {"login": "github-actions[bot]"}, "body": f"{MARKER}\nold"}
FOREIGN = {"id": 34, "user": {"login": "mallory"}, "body": f"{MARKER}\nold"}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path)


def test_a_first_comment_is_written(run: Run) -> None:
    found = run.start()

    assert (found.returncode, found.stderr) == (0, "")
    assert run.written == ["POST", "repos/acme/handbook/issues/17/comments", {"body": comment(TEXT)}]


def test_a_later_one_takes_its_place_and_never_that_of_another_author(run: Run) -> None:
    run.comments = [FOREIGN, OWN]

    assert run.start().returncode == 0
    assert run.written == ["PATCH", "repos/acme/handbook/issues/comments/33", {"body": comment(TEXT)}]


def test_text_that_looks_like_a_command_stays_text(run: Run) -> None:
    body = "$(touch pwned) `touch pwned` ${HEAD_SHA} \" ' \\ %s\n::set-env name=A::b\nEOF\n"
    run.files["body.md"] = body

    assert run.start().returncode == 0
    assert run.written[2] == {"body": comment(body)}
    assert sorted(path.name for path in (run.place / "work").iterdir()) == [
        "changes.md", "comment.json", "comment.md", "comment.zip",
    ]  # fmt: skip


def test_files_of_an_artefact_are_not_unpacked(run: Run) -> None:
    run.files |= {"../evil": "x", "/tmp/evil-of-journeybook": "x", "bin/gh": "x"}

    assert run.start().returncode == 0
    assert list(run.place.rglob("evil*")) == []
    assert not Path("/tmp/evil-of-journeybook").exists()


@pytest.mark.parametrize("number", ["", "0", "17; touch x", "17\n18", "-1", "../../x", "1" * 11, "１７"])
def test_a_number_that_is_none_ends_the_script(run: Run, number: str) -> None:
    run.files["number"] = number
    found = run.start()

    assert (found.returncode, found.stdout) == (1, "The artefact names no pull request.\n")
    assert run.written is None


def test_another_pull_request_than_the_one_that_was_checked_gets_no_comment(run: Run) -> None:
    run.head = "b" * 40
    found = run.start()

    assert (found.returncode, found.stdout) == (0, "The pull request has another head by now.\n")
    assert run.written is None


def test_a_large_artefact_is_not_even_fetched(run: Run) -> None:
    run.size = 1_000_001
    found = run.start()

    assert (found.returncode, found.stdout) == (1, "The artefact is too large.\n")
    assert not (run.place / "work/comment.zip").exists()


def test_a_text_that_grows_when_it_is_unpacked_is_not_sent(run: Run) -> None:
    run.files["body.md"] = "x" * 5_000_000

    assert run.start().returncode == 0
    assert run.written[2] == {
        "body": comment("The comparison is too long for a comment. It stands in the summary of the run.\n")
    }
    assert (run.place / "work/comment.md").stat().st_size < 1000


def test_a_text_of_just_the_length_that_fits_is_sent_without_the_link(run: Run) -> None:
    run.files["body.md"] = "ü" * 65_499 + "\n"

    assert run.start().returncode == 0
    assert run.written[2] == {"body": f"{MARKER}\n{'ü' * 65_499}\n\n"}
    assert len(run.written[2]["body"]) < 65_536


def test_nothing_is_written_where_nothing_changes(run: Run) -> None:
    run.files["body.md"] = ""

    assert run.start().returncode == 0
    assert run.written is None


def test_an_old_comment_says_so_where_nothing_changes_any_more(run: Run) -> None:
    run.files["body.md"] = ""
    run.comments = [OWN]

    assert run.start().returncode == 0
    assert run.written[2] == {"body": comment("Nothing changes in the journeys.\n")}


def test_a_run_without_an_artefact_is_no_failure(run: Run) -> None:
    run.files = {}
    found = run.start()

    assert (found.returncode, found.stdout) == (0, "The run has nothing to say.\n")
