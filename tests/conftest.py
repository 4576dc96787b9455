"""Says which tests build sites or need Chromium, what one worker takes together, and how many examples are tried."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

HERE = Path(__file__).parent

# The time of an example depends on what else the machine does.
settings.register_profile("any", deadline=None, suppress_health_check=list(HealthCheck))
settings.register_profile("few", settings.get_profile("any"), max_examples=40, derandomize=True)
settings.register_profile(
    "fuzz", settings.get_profile("any"), max_examples=100, print_blob=True, database=None
)
settings.register_profile("many", settings.get_profile("any"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "few"))

MEMORY = Path("/dev/shm")
ROOM = 4_000_000_000
"""Bytes that the folders of one run of all tests leave free in memory."""


def has_room(memory: Path) -> bool:
    """Whether tests can write thousands of files into memory, and run programs that they wrote there."""
    return (
        os.access(memory, os.W_OK)
        and not os.statvfs(memory).f_flag & os.ST_NOEXEC
        and shutil.disk_usage(memory).free > ROOM
    )


if "TMPDIR" not in os.environ and has_room(MEMORY):
    # A file is written and removed there many times as fast as on a busy disk, and Chromium keeps its profile there.
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)

CHROMIUM = (
    "browser/",
    "diagrams/test_guard.py",
    "diagrams/test_in_chromium.py",
    "diagrams/test_in_themes.py",
)
"""Where tests need Chromium."""
BESIDE = ("browser/paper/", "browser/programs/", "diagrams/")
"""Tests in Chromium that another worker takes, so that both end at about the same time."""
SITES = ("site/", "programs/")
"""Where tests build whole sites, or write and read whole handbooks by many processes."""
SLOW = (
    "core/commands/test_cli.py",
    "core/commands/test_hostile_places.py",
    "core/commands/test_rename.py",
    "core/commands/test_terminal.py",
    "core/commands/test_unheard.py",
    "core/hostile/",
    "diagrams/test_in_parser.py",
    "ready/test_comment_script.py",
)
"""Where tests start many programs, or go through a whole handbook many times."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by its path; begin with what takes longest."""
    items.sort(key=lambda item: ("browser", "site", None).index(_mark(_path(item.nodeid))))
    for item in items:
        mark = _mark(_path(item.nodeid))
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("fuzz")
        if _path(item.nodeid).startswith(SLOW):
            item.add_marker("slow")
        if mark:
            item.add_marker(mark)
        elif "browser" in getattr(item, "fixturenames", ()):
            raise pytest.UsageError(
                f"{item.nodeid} needs Chromium: CHROMIUM in tests/conftest.py must name it"
            )


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:  # noqa: ARG001
    """Start one worker more than there are cores: those with Chromium wait for it half of their time."""
    return (os.cpu_count() or 1) + 1


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """Give whole files to the workers, and most tests in Chromium to one of them.

    What a file builds for its tests is built once, and so is what all tests in Chromium look at.
    """
    return _Files(config, log)


class _Files(LoadScopeScheduling):  # type: ignore[misc]  # xdist tells no types
    """What `--dist=loadgroup` is for; with pytest 9.2, xdist 3.8 groups nothing."""

    def _split_scope(self, nodeid: str) -> str:
        path = _path(nodeid)
        if _mark(path) != "browser":
            return path
        return "beside" if path.startswith(BESIDE) else "browser"


def _path(nodeid: str) -> str:
    return nodeid.partition("::")[0].removeprefix(f"{HERE.name}/")


def _mark(path: str) -> str | None:
    if path.startswith(CHROMIUM):
        return "browser"
    return "site" if path.startswith(SITES) else None
