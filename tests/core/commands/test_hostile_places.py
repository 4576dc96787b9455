"""A working folder that is gone, and names that a locale cannot write, end in a sentence or in success."""

import os
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.repositories import write
from journeybook.cli import main

HANDBOOK = {
    "größe.md": "---\ntitle: Größe\nid: groesse\npersona: anna\nstages: [{stage: purchase, steps: [A]}]\n---\n",
    "personas/anna.md": "---\ntitle: Anna\n---\n",
}
COMMANDS = (
    ("check", "{journeys}"),
    ("check", "{journeys}", "--baseline", "known.json", "--write-baseline"),
    ("diff", "HEAD", "--journeys-dir", "{journeys}"),
    ("diff", "{journeys}", "{journeys}"),
    ("log", "--journeys-dir", "{journeys}"),
    ("refs", "journey:groesse", "--journeys-dir", "{journeys}"),
    ("rename", "journey", "groesse", "gross", "--dry-run", "--journeys-dir", "{journeys}"),
    ("new", "journey", "Neues", "--journeys-dir", "{journeys}"),
    ("schema", "--output", "schemas"),
    ("init",),
    ("check",),
)
pytestmark = pytest.mark.linux


def arguments(command: tuple[str, ...], journeys: Path) -> list[str]:
    return [part.format(journeys=journeys) for part in command]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_working_folder_that_is_gone_is_told_or_not_needed(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    journeys, gone = tmp_path / "journeys", tmp_path / "gone"
    write(journeys, HANDBOOK)
    gone.mkdir()
    with chdir(gone):
        gone.rmdir()
        ran = CliRunner().invoke(main, arguments(command, journeys))
    assert ran.exit_code in {0, 1, 2}
    assert ran.exception is None or isinstance(ran.exception, SystemExit)
    assert ran.output


def test_python_starts_in_a_working_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    typed = [sys.executable, "-m", "journeybook", "check"]
    ran = subprocess.run(typed, cwd=gone, preexec_fn=gone.rmdir, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
    assert ran.stderr


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_a_plain_locale_reads_names_with_umlauts(tmp_path: Path, locale: dict[str, str]) -> None:
    for command in COMMANDS[:1] + COMMANDS[5:7]:
        write(tmp_path / "journeys", HANDBOOK)
        typed = [sys.executable, "-m", "journeybook", *arguments(command, tmp_path / "journeys")]
        ran = subprocess.run(
            typed,
            cwd=tmp_path,
            env={**os.environ, **locale},
            capture_output=True,
            errors="replace",
            text=True,
            check=False,
        )
        assert ran.returncode in {0, 1, 2}
        assert "Traceback" not in ran.stderr
