"""Tell when each file of a folder was changed last, as git has it; it fails nothing."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from journeybook.git.history import head_and_boundaries
from journeybook.git.plumbing import run_for_text

_STATUS = re.compile(r"\n?([A-Z])\d*")
_MOVED, _NEW = "R", "A"
_LOG = (
    "--format=%H%x00%at",
    "-z",
    "--name-status",
    "--no-merges",
    "--no-show-signature",
    "--no-color",
    "--find-renames",
    "--relative",
    "--root",
    "--no-ext-diff",
    "--no-textconv",
)


def last_changes(folder: Path) -> Mapping[str, datetime]:
    """Read when each file below a folder was changed last, by its path there; moving does not change it.

    That is the time at which the author made the commit, as plugins for dates show it. Nothing is told
    without git, without a repository, where git fails, and of files that a shallow clone seems to add.
    """
    try:
        head, boundaries = head_and_boundaries(folder)
        return _last_changes(folder.resolve(), head, boundaries)
    except (OSError, subprocess.SubprocessError, ValueError):
        return {}


@lru_cache(maxsize=4)
def _last_changes(folder: Path, head: str, boundaries: frozenset[str]) -> Mapping[str, datetime]:
    found: dict[str, datetime] = {}
    names: dict[str, str] = {}
    log = run_for_text(folder, "log", *_LOG, "--end-of-options", head, "--", ".")
    for commit, time, status, paths in _parsed(log):
        # what a file is called today, for the log begins with the newest commit
        name = names.pop(paths[-1], paths[-1]) if status in {_MOVED, _NEW} else names.get(paths[0], paths[0])
        if status == _MOVED:
            names[paths[0]] = name
        elif commit not in boundaries:
            found.setdefault(name, datetime.fromtimestamp(int(time), UTC))
    return MappingProxyType(found)


def _parsed(log: str) -> Iterator[tuple[str, str, str, list[str]]]:
    """Yield each change of a log: its commit, time, status, and the paths, of which a moved file has two."""
    parts = log.split("\0")[:-1]
    at = 0
    while at + 1 < len(parts):
        commit, time = parts[at : at + 2]
        at += 2
        while at < len(parts) and (found := _STATUS.fullmatch(parts[at])):
            count = 2 if found[1] == _MOVED else 1
            yield commit, time, found[1], parts[at + 1 : at + 1 + count]
            at += 1 + count
