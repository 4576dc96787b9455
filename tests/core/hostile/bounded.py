"""Commands run in a process of their own, with a bound of memory, that is ended where it would never end."""

import resource
import subprocess
import sys
from pathlib import Path

_MEMORY = 1024**3
_NEVER = 120
"""Seconds after which a process is taken for one that waits for ever."""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of Journeybook in a folder; a traceback is a failure."""
    done = subprocess.run(
        [sys.executable, "-m", "journeybook", *arguments],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        timeout=_NEVER,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY)),
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done
