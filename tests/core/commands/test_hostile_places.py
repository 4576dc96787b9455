"""A working folder that is gone, and names that a locale cannot write, end in a sentence or in success."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.repositories import write

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


def run(command: tuple[str, ...], journeys: Path, **options: object) -> subprocess.CompletedProcess[str]:
    arguments = [part.format(journeys=journeys) for part in command]
    ran: subprocess.CompletedProcess[str] = subprocess.run(
        [sys.executable, "-m", "journeybook", *arguments],
        capture_output=True,
        errors="replace",
        text=True,
        check=False,
        **options,  # type: ignore[call-overload]
    )
    return ran


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_working_folder_that_is_gone_is_told_or_not_needed(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    journeys, gone = tmp_path / "journeys", tmp_path / "gone"
    write(journeys, HANDBOOK)
    gone.mkdir()
    ran = run(command, journeys, cwd=gone, preexec_fn=gone.rmdir)
    assert ran.returncode in {0, 1, 2}
    assert "Traceback" not in ran.stderr
    assert ran.stdout + ran.stderr


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_a_plain_locale_reads_names_with_umlauts(tmp_path: Path, locale: dict[str, str]) -> None:
    for command in COMMANDS[:1] + COMMANDS[5:7]:
        write(tmp_path / "journeys", HANDBOOK)
        ran = run(command, tmp_path / "journeys", cwd=tmp_path, env={**os.environ, **locale})
        assert ran.returncode in {0, 1, 2}
        assert "Traceback" not in ran.stderr
