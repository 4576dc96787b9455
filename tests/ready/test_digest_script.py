"""The script that writes the monthly issue takes the artefact for data, whatever is in it."""

import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import ready_files as ready
import runner

from journeybook.report.blocks import MAX_COMMENT

MARKER = "<!-- journeybook digest -->"
TEXT = f"{MARKER}\n## Kundenreisen\n\n- Schuhe kaufen: satisfaction fell from 4 to 2 ☹\n"
TITLE = "Handbook digest 2026-12"
SCRIPT = ready.step(ready.DIGEST, "Write the issue")["run"]


@dataclass
class Run:
    """A run of digest.yml whose first job has ended, and what the second makes of it."""

    place: Path
    files: dict[str, str] = field(default_factory=lambda: {"body.md": TEXT})
    size: int = 500
    issues: list[dict[str, Any]] = field(default_factory=list)

    def start(self) -> subprocess.CompletedProcess[str]:
        artifacts = [{"id": 5, "size_in_bytes": self.size}] if self.files else []
        answers = {"artifacts": {"artifacts": artifacts}, "issues": self.issues}
        return runner.run(self.place, SCRIPT, answers, self.files, {}, "2026-12")

    @property
    def written(self) -> Any:
        """Method, address and body of what was sent, or None."""
        return runner.written(self.place)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path)


def test_the_first_run_of_a_month_writes_an_issue(run: Run) -> None:
    found = run.start()

    assert (found.returncode, found.stderr) == (0, "")
    assert run.written == ["POST", "repos/acme/handbook/issues", {"title": TITLE, "body": TEXT}]


def test_a_later_one_changes_it_and_never_another(run: Run) -> None:
    run.issues = [
        {"number": 30, "title": "Handbook digest 2026-11", "body": f"{MARKER}\nold"},
        {"number": 31, "title": TITLE, "body": "Von jemandem, der so heißt"},
        {"number": 32, "title": TITLE, "body": None},
        {"number": 33, "title": TITLE, "body": f"{MARKER}\nold"},
    ]

    assert run.start().returncode == 0
    assert run.written == ["PATCH", "repos/acme/handbook/issues/33", {"body": TEXT}]


def test_text_that_looks_like_a_command_stays_text(run: Run) -> None:
    body = f"{MARKER}\n$(touch pwned) `touch pwned` ${{RUN_ID}} \" ' \\ %s\n::set-env name=A::b\nEOF\n"
    run.files["body.md"] = body

    assert run.start().returncode == 0
    assert run.written[2]["body"] == body
    assert sorted(path.name for path in (run.place / "work").iterdir()) == [
        "digest.md", "digest.zip", "issue.json",
    ]  # fmt: skip


def test_files_of_an_artefact_are_not_unpacked(run: Run) -> None:
    run.files |= {"../evil": "x", "bin/gh": "x"}

    assert run.start().returncode == 0
    assert list(run.place.rglob("evil*")) == []


def test_a_large_artefact_is_not_even_fetched(run: Run) -> None:
    run.size = 1_000_001
    found = run.start()

    assert (found.returncode, found.stdout) == (1, "The artefact is too large.\n")
    assert not (run.place / "work/digest.zip").exists()


def test_a_text_that_grows_when_it_is_unpacked_is_not_sent(run: Run) -> None:
    run.files["body.md"] = MARKER + "x" * 5_000_000

    assert run.start().returncode == 0
    assert run.written[2]["body"] == (
        f"{MARKER}\nThe digest is too long for an issue. It stands in the summary of the run.\n"
    )


@pytest.mark.parametrize(
    ("files", "code", "said"),
    [
        ({}, 0, "The run has nothing to say.\n"),
        ({"body.md": ""}, 1, "The artefact has no text.\n"),
        ({"other.md": "x"}, 1, "The artefact has no text.\n"),
        ({"body.md": "Hallo\n"}, 1, "The artefact is no digest.\n"),
    ],
)
def test_an_artefact_without_a_digest_is_not_sent(
    run: Run, files: dict[str, str], code: int, said: str
) -> None:
    run.files = files
    found = run.start()

    assert (found.returncode, found.stdout) == (code, said)
    assert run.written is None


def test_the_job_that_writes_runs_nothing_and_the_one_that_runs_can_only_read() -> None:
    jobs = ready.jobs(ready.DIGEST)

    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "digest": {"contents": "read"},
        "issue": {"actions": "read", "issues": "write"},
    }
    assert [step for step in jobs["issue"]["steps"] if "uses" in step] == []
    assert set(ready.read(ready.DIGEST)["on"]) == {"schedule", "workflow_dispatch"}


def test_a_digest_of_any_length_fits_into_the_issue() -> None:
    (limit,) = re.findall(r"limit=(\d+)", SCRIPT)

    assert MAX_COMMENT <= int(limit) <= 65_536


def test_a_new_handbook_gets_the_same_workflow() -> None:
    own = "plugins/journeybook/scaffold/files/both/dot-github/workflows/digest.yml"
    ours, theirs = ready.read(ready.DIGEST), ready.read(own)

    assert theirs["jobs"]["issue"] == ours["jobs"]["issue"]
    assert {key: theirs[key] for key in ("on", "permissions", "concurrency")} == {
        key: ours[key] for key in ("on", "permissions", "concurrency")
    }
    assert [step.get("uses") for step in theirs["jobs"]["digest"]["steps"]] == [
        step.get("uses") for step in ours["jobs"]["digest"]["steps"]
    ]


def test_the_first_job_sums_up_since_the_first_day_of_the_last_month() -> None:
    line = ready.step(ready.DIGEST, "Sum up")["run"].splitlines()[0]
    command = [
        "bash",
        "-c",
        f'{line.replace("+%Y-%m-01)", "--date=2026-03-31 +%Y-%m-01)", 1)}; echo "$since"',
    ]

    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "2026-02-01\n"
