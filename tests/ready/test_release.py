"""A release is what its tag says, and the action installs and checks what it is asked for."""

import os
import stat
import subprocess
from pathlib import Path

import pytest
import ready_files as ready

from journeybook import __version__

PROGRAM = '#!/bin/sh\necho "$(basename "$0")" "$@" >> "$LOG"\n'
NAME = "The tag is the version, and the changelog knows it"


def _run(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def _program(path: Path, text: str = PROGRAM) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.mark.parametrize(
    ("tag", "changelog", "is_right"),
    [
        (f"v{__version__}", f"## {__version__} – 2026-12-01\n", True),
        (f"v{__version__}", "## Unreleased\n", False),
        ("v9.9.9", "## 9.9.9 – 2026-12-01\n", False),
    ],
)
def test_a_release_is_made_only_of_the_version_that_its_tag_names(
    tmp_path: Path, tag: str, changelog: str, *, is_right: bool
) -> None:
    (tmp_path / "CHANGELOG.md").write_text(f"# Changelog\n\n{changelog}", encoding="utf-8")
    _program(tmp_path / ".venv/bin/journeybook", f"#!/bin/sh\necho journeybook, version {__version__}\n")

    assert (_run(ready.step(ready.RELEASE, NAME)["run"], tmp_path, TAG=tag).returncode == 0) is is_right


def test_only_the_job_that_runs_no_code_of_ours_can_write() -> None:
    assert {name: job["permissions"] for name, job in ready.jobs(ready.RELEASE).items()} == {
        "build": {"contents": "read"},
        "release": {"contents": "write", "id-token": "write", "attestations": "write"},
    }
    assert ready.read(ready.RELEASE)["on"] == {"push": {"tags": ["v[0-9]+.[0-9]+.[0-9]+"]}}


@pytest.mark.parametrize(
    ("inputs", "called"),
    [
        ({"JOURNEYS": "", "NEW_SINCE": ""}, "check --format github --new-since "),
        (
            {"JOURNEYS": "our content", "NEW_SINCE": "main..."},
            "check --format github --new-since main... our content",
        ),
    ],
)
def test_the_action_installs_by_hashes_and_checks_the_folder_that_is_named(
    tmp_path: Path, inputs: dict[str, str], called: str
) -> None:
    install, check = (item["run"] for item in ready.read(ready.ACTION)["runs"]["steps"] if "run" in item)
    log = tmp_path / "log"
    _program(tmp_path / "programs/python")
    for name in ("python", "journeybook"):
        _program(tmp_path / f"temp/journeybook/bin/{name}")
    variables = {
        "PATH": f"{tmp_path / 'programs'}:{os.environ['PATH']}",
        "LOG": str(log),
        "RUNNER_TEMP": str(tmp_path / "temp"),
        "SOURCE": "/action",
    }

    assert [_run(script, tmp_path, **variables, **inputs).returncode for script in (install, check)] == [0, 0]

    first, needed, own, last = log.read_text(encoding="utf-8").splitlines()
    assert first == f"python -m venv {tmp_path}/temp/journeybook"
    assert needed.endswith("--require-hashes --requirement /action/requirements/handbook.txt")
    assert own.endswith("--no-deps --no-build-isolation /action")
    assert last == f"journeybook {called}"


def test_the_container_installs_what_the_lock_names_and_copies_what_the_package_needs() -> None:
    lines = (ready.ROOT / "Containerfile").read_text(encoding="utf-8").splitlines()
    copied = [word for line in lines if line.startswith("COPY ") for word in line.split()[1:-1]]

    assert [name for name in copied if not (ready.ROOT / name).exists()] == []
    assert {"requirements/handbook.txt", "plugins", ready.settings()["project"]["readme"], "LICENSE"} <= set(
        copied
    )
    assert any("--require-hashes" in line for line in lines)
    assert "USER reader" in lines
