"""Numbers of an analytics tool are brought in by one job, and proposed by another that takes them for data."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import ready_files as ready

EXPORT = "Datum;Besuche;Absprungrate\n2026-01-01;120;45,5%\n2026-01-02;131;44,0%\n"
HANDBOOK = "metrics:\n  - {id: visits, title: Besuche, unit: count, direction: up}\n"
VALUES = "date,metric,value\n2026-01-01,absprungrate,45.5\n2026-01-01,visits,120\n2026-01-02,absprungrate,44\n2026-01-02,visits,131\n"


def test_only_the_job_that_proposes_can_write_and_only_the_other_knows_the_token_of_the_tool() -> None:
    bring_in, propose = ready.jobs(ready.NUMBERS).values()
    assert bring_in["permissions"] == {"contents": "read"}
    assert propose["permissions"] == {"actions": "read", "contents": "write", "pull-requests": "write"}
    knowing = [item["name"] for item in ready.steps(ready.NUMBERS) if "secrets." in str(item)]
    assert knowing == ["Fetch the export"]
    assert "secrets." not in ready.step(ready.NUMBERS, "Fetch the export")["run"]
    assert [item["uses"] for item in propose["steps"] if "uses" in item] == [bring_in["steps"][0]["uses"]]


def test_nothing_runs_before_somebody_names_an_export() -> None:
    bring_in, propose = ready.jobs(ready.NUMBERS).values()
    assert bring_in["if"] == "${{ vars.JOURNEYBOOK_NUMBERS_URL != '' }}"
    assert propose["needs"] == "bring-in"


def _git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout


def _run(folder: Path, script: str, temporary: Path) -> None:
    """Run lines of the workflow as its runner does."""
    env = {
        **os.environ,
        **ready.read(ready.NUMBERS)["env"],
        "RUNNER_TEMP": str(temporary),
        "GITHUB_STEP_SUMMARY": str(temporary / "summary"),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    subprocess.run(["bash", "-e", "-c", script], cwd=folder, env=env, check=True, capture_output=True)


@pytest.mark.slow
def test_what_is_brought_in_is_proposed_and_nothing_else(tmp_path: Path) -> None:
    repository, temporary = tmp_path / "repository", tmp_path / "runner"
    (repository / "journeys").mkdir(parents=True)
    temporary.mkdir()
    (repository / "journeys/handbook.yml").write_text(HANDBOOK)
    _git(tmp_path, "init", "--quiet", "repository")
    _git(repository, "add", "--all")
    _git(repository, "commit", "--quiet", "--message", "Begin")
    (temporary / "website.csv").write_text(EXPORT)

    _run(repository, ready.step(ready.NUMBERS, "Bring it in")["run"], temporary)

    patch = temporary / "numbers/numbers.patch"
    assert "Besuche" in (temporary / "summary").read_text()
    _git(repository, "reset", "--quiet", "--hard")
    (repository / "journeys/metrics/website.csv").unlink(missing_ok=True)
    foreign = "diff --git a/Makefile b/Makefile\nnew file mode 100644\n--- /dev/null\n+++ b/Makefile\n@@ -0,0 +1 @@\n+x\n"
    patch.write_text(patch.read_text() + foreign)
    (applied,) = re.findall(
        r"^git apply .*$", ready.step(ready.NUMBERS, "Propose the values")["run"], re.MULTILINE
    )
    _run(repository, applied, temporary)

    assert _git(repository, "diff", "--cached", "--name-only").split() == [
        "journeys/handbook.yml",
        "journeys/metrics/website.csv",
    ]
    assert (repository / "journeys/metrics/website.csv").read_text() == VALUES
