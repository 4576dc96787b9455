"""Commands run in a process of their own, with a bound of memory, that is ended where it would never end."""

import subprocess
from pathlib import Path

import warm

_MEMORY = 1024**3
_NEVER = 120
"""Seconds after which a process is taken for one that waits for ever."""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of Journeybook in a folder; a traceback is a failure, and so is an end by a signal."""
    done = warm.run("-m", "journeybook", *arguments, folder=folder, memory=_MEMORY, seconds=_NEVER)
    assert done.returncode >= 0, done
    assert "Traceback" not in done.stderr, done.stderr
    return done
