"""Say why git gives nothing, and what to do about it."""

import re
import shlex
import subprocess
from pathlib import Path

_UNSAFE = re.compile(r"dubious ownership in repository at '(?P<top>.+)'$", re.MULTILINE)
_NOTHING_THERE = ("not a git repository", "ambiguous argument 'HEAD'", "cannot change to")
"""Said where there is no repository, or where nothing has been committed yet."""
UNSHALLOW = "git fetch --unshallow"


def unsafe(error: Exception) -> str | None:
    """Say how to let git open a repository of another user; nothing where this is not the cause."""
    found = _UNSAFE.search(_told(error))
    if found is None:
        return None
    command = f"git config --global --add safe.directory {shlex.quote(found['top'])}"
    return f"The repository belongs to another user, and git does not open it. If you trust it: {command}"


def why_no_history(folder: Path, error: Exception) -> str | None:
    """Say what keeps the latest commits from being read; nothing where there are none to be read."""
    match error:
        case FileNotFoundError():
            has_repository = any((top / ".git").exists() for top in (folder, *folder.resolve().parents))
            return "There is no git on this computer. Install it." if has_repository else None
        case subprocess.TimeoutExpired():
            return f"git took longer than {error.timeout:.0f} seconds."
    told = _told(error)
    if any(part in told for part in _NOTHING_THERE):
        return None
    return unsafe(error) or f"git reports a fault: {_first_line(told) or type(error).__name__}"


def _told(error: Exception) -> str:
    raw = error.stderr if isinstance(error, subprocess.CalledProcessError) else b""
    return (raw or b"").decode("utf-8", "replace")


def _first_line(told: str) -> str:
    return told.strip().partition("\n")[0].removeprefix("fatal: ")
