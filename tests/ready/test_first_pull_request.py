"""The steps of the ready files work in the pull request that brings them and the first journeys."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import ready_files as ready

from core.repositories import BASE, commit, git, write


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A clone whose branch adds the journeys to a repository without any, as a checkout leaves it."""
    folder = tmp_path / "home"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=trunk")
    write(folder, {"README.md": "x\n"})
    base = commit(folder, "Beginne")
    git(folder, "update-ref", "refs/remotes/origin/trunk", base)
    git(folder, "switch", "--quiet", "--create", "handbook")
    write(folder / "journeys", BASE)
    commit(folder, "Füge das Handbuch hinzu")
    return folder


def run(home: Path, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "RUNNER_TEMP": str(home.parent),
        "GITHUB_STEP_SUMMARY": str(home.parent / "summary.md"),
        "JOURNEYS": "journeys",
        **variables,
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=home, check=False, capture_output=True, text=True, env=environment)


def test_the_check_speaks_of_all_that_is_new(home: Path) -> None:
    found = run(home, ready.step(ready.CHECK, "Check")["run"], SINCE="origin/trunk...")

    assert found.returncode == 0, found.stdout + found.stderr


def test_the_comparison_tells_the_journeys_that_are_added(home: Path) -> None:
    found = run(home, ready.step(ready.CHECK, "Compare")["run"], BASE="trunk", NUMBER="1")

    assert found.returncode == 0, found.stderr
    assert "Schuhe kaufen" in (home.parent / "comment/body.md").read_text("utf-8")
    assert (home.parent / "comment/number").read_text("utf-8") == "1"


def test_gitlab_compares_with_the_commit_before_as_well(home: Path) -> None:
    base = git(home, "rev-parse", "origin/trunk")
    script = "\n".join(ready.read(ready.GITLAB)["compare"]["script"])
    found = run(
        home,
        script,
        CI_MERGE_REQUEST_DIFF_BASE_SHA=base,
        PREVIEW_URL="https://a.example.org/-/x/site/index.html",
    )

    assert found.returncode == 0, found.stderr
    assert "Schuhe kaufen" in (home / "changes.md").read_text("utf-8")
    assert "https://a.example.org/-/x/site/" in (home / "changes.md").read_text("utf-8")
