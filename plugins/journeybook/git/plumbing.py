"""Run a git command so that neither the repository nor a hook can bend it."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

_SECONDS = 10
_OURS = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
"""What a user may tell git; all other variables of git name the repository of a hook that a build runs in."""
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_AS_COMMITTED = {"GIT_NO_REPLACE_OBJECTS": "1", "GIT_GRAFT_FILE": os.devnull}
"""A clone may hold other contents and parents for commits than those that the commits name."""
_HARMLESS = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "protocol.allow=never")
"""A repository's own settings could name programs to run, and hosts to ask for what is missing."""


def run(
    folder: Path, command: str, *arguments: str, given: bytes | None = None, seconds: int = _SECONDS
) -> bytes:
    """Run git in a folder and return what it prints.

    `OSError` if there is no git, `subprocess.SubprocessError` if it fails or takes too long.
    """
    program = shutil.which("git")
    if program is None:
        raise FileNotFoundError("git")
    harmless = [part for setting in _HARMLESS for part in ("-c", setting)]
    ran = subprocess.run(  # noqa: S603 - a list of plain arguments, and no shell
        [program, "--no-pager", *harmless, "-C", str(folder), command, *arguments],
        env=_environment(os.environ),
        input=b"" if given is None else given,
        capture_output=True,
        timeout=seconds,
        check=True,
    )
    return ran.stdout


def run_for_text(folder: Path, command: str, *arguments: str) -> str:
    """Run git in a folder and return what it prints as text."""
    return run(folder, command, *arguments).decode("utf-8", "replace")


def _environment(own: Mapping[str, str]) -> dict[str, str]:
    kept = (name for name in own if not name.startswith("GIT_") or name.startswith(_OURS))
    return {**{name: own[name] for name in kept}, **_QUIET, **_AS_COMMITTED}
