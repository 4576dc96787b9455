"""A command in, what the whole process cost out: wall time, CPU time, peak memory."""

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

TODAY = "2026-11-21"
"""The day that builds take for today; the same as in generate.py, which this process does not load."""

LIMIT = 900.0
"""Seconds after which a build is given up."""
KIB = 1024


class GivenUp(Exception):  # noqa: N818 - it says what happened
    """A contender that could not be measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run of a process cost."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, over all threads."""
    memory: float
    """The peak, in MiB."""


def environment() -> dict[str, str]:
    """The environment of every contender."""
    return {
        **os.environ,
        "JOURNEYBOOK_TODAY": TODAY,
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "NO_COLOR": "1",
    }


def start(command: list[str], folder: Path, log: Path) -> subprocess.Popen[bytes]:
    """Start a process that writes to a log."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as stream:
        return subprocess.Popen(
            command, cwd=folder, env=environment(), stdout=stream, stderr=subprocess.STDOUT
        )


def run(command: list[str], folder: Path, log: Path) -> Cost:
    """Run a process to its end.

    Linux counts the memory of the process that starts another one as the other's own until that one runs its
    program: so this process must stay smaller than what it measures, and pages are made in processes of their
    own.
    """
    began = time.perf_counter()
    process = start(command, folder, log)
    watch = threading.Timer(LIMIT, process.kill)
    watch.start()
    try:
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    finally:
        watch.cancel()
        process.kill()  # does nothing to one that has ended
    if process.returncode:
        raise GivenUp(f"{command[0]} ended with {process.returncode}, see {log}")
    return Cost(wall=wall, cpu=usage.ru_utime + usage.ru_stime, memory=usage.ru_maxrss / KIB)
