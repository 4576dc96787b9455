"""What is said where git does not open a repository or has not all of it, followed to the letter."""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.repositories import commit, edit, git, repository
from journeybook.cli import main
from journeybook.git import history, read_history
from journeybook.git.trouble import why_no_history


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `git config --global` write into a file of the test; no history is remembered."""
    history._commits.cache_clear()
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)


@pytest.fixture
def foreign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A handbook two folders below the top of a repository that git takes for another user's."""
    top = repository(tmp_path / "it's ours")
    (top / "sub/handbook").mkdir(parents=True)
    (top / "journeys").rename(top / "sub/handbook/journeys")
    commit(top)
    programs = tmp_path / "bin"
    programs.mkdir()
    wrapper = programs / "git"
    wrapper.write_text(f'#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec {shutil.which("git")} "$@"\n')
    wrapper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    monkeypatch.chdir(top / "sub/handbook")
    return top


def follow(advice: str, folder: Path) -> None:
    """Run the command at the end of an advice."""
    command = re.search(r"git (?:config|fetch) .*$", advice, re.MULTILINE)
    assert command is not None
    subprocess.run(shlex.split(command[0]), cwd=folder, check=True, capture_output=True)


@pytest.mark.linux
def test_a_repository_of_another_user_opens_after_what_diff_advises(foreign: Path) -> None:
    refused = CliRunner().invoke(main, ["diff", "HEAD"])
    assert (refused.exit_code, refused.stderr) == (
        2,
        (
            "Error: The repository belongs to another user, and git does not open it. If you trust it: "
            f"git config --global --add safe.directory {shlex.quote(str(foreign))}\n"
        ),
    )
    follow(refused.stderr, foreign / "sub/handbook")
    assert CliRunner().invoke(main, ["diff", "HEAD"]).exit_code == 0


@pytest.mark.linux
def test_its_history_is_there_after_what_a_build_advises(foreign: Path) -> None:
    told: list[str] = []
    journeys = foreign / "sub/handbook/journeys"
    assert read_history(journeys, told.append) == ()
    follow(told[0], journeys)
    assert [commit.subject for commit in read_history(journeys, told.append)] == ["x"]
    assert len(told) == 1


def test_a_shallow_clone_is_whole_after_what_a_build_advises(tmp_path: Path) -> None:
    home = repository(tmp_path / "home")
    edit(home, "kauf.md", "satisfaction: 4", "satisfaction: 2")
    commit(home, "zwei")
    git(tmp_path, "clone", "--quiet", "--depth=1", home.as_uri(), "clone")
    told: list[str] = []
    assert read_history(tmp_path / "clone/journeys", told.append) == ()
    assert told == ["This clone holds the latest commits alone. Fetch the others: git fetch --unshallow"]

    follow(told[0], tmp_path / "clone")
    found = read_history(tmp_path / "clone/journeys", told.append)
    assert [commit.subject for commit in found] == ["zwei", "Beginne das Handbuch"]
    assert len(told) == 1


def test_a_missing_git_is_named_only_where_there_is_a_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = repository(tmp_path / "home")
    (tmp_path / "alone").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path))
    told: list[str] = []
    read_history(tmp_path / "alone", told.append)
    assert told == []
    read_history(home / "journeys", told.append)
    assert told == ["There is no git on this computer. Install it."]


@pytest.mark.linux
def test_a_git_that_fails_is_named_with_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = repository(tmp_path / "home")
    broken = tmp_path / "git"
    broken.write_text("#!/bin/sh\necho fatal: bad object HEAD >&2; exit 128\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    told: list[str] = []
    assert read_history(home / "journeys", told.append) == ()
    assert told == ["git reports a fault: bad object HEAD"]


def test_a_git_that_does_not_answer_is_named(tmp_path: Path) -> None:
    late = subprocess.TimeoutExpired(["git"], 10)
    assert why_no_history(tmp_path, late) == "git took longer than 10 seconds."


def test_without_a_repository_or_a_commit_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "alone").mkdir()
    (tmp_path / "new/journeys").mkdir(parents=True)
    git(tmp_path / "new", "init", "--quiet")
    told: list[str] = []
    for folder in ("alone", "new/journeys", "nowhere"):
        assert read_history(tmp_path / folder, told.append) == ()
    assert told == []
