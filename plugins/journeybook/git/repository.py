"""Find the repository of a folder and its revisions; what is missing says how to fetch it."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from journeybook.findings import nearest, quoted
from journeybook.git.plumbing import run_for_text
from journeybook.git.trouble import UNSHALLOW, unsafe

_HASH = re.compile(r"[0-9a-f]{7,64}")
_REMOTE = "origin"
_BACK = re.compile(r"[~^]")
"""Begins what is counted back from a commit."""


class UnknownRevision(Exception):  # noqa: N818 - it says what is wrong
    """A revision that a repository does not have, or a folder without one; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A repository, seen from a folder in it; it may be bare."""

    folder: Path
    """The folder in which git is run."""
    prefix: str
    """The folder's path in the work tree, with a slash at its end; empty at the top."""
    is_bare: bool
    is_shallow: bool
    """Whether the older commits are not here."""
    hash: str
    """The hash by which it names files: `sha1` or `sha256`."""

    @classmethod
    def around(cls, folder: Path) -> "Repository":
        """Find the repository that a folder lies in."""
        asked = ("--is-bare-repository", "--is-shallow-repository", "--show-object-format", "--show-prefix")
        try:
            bare, shallow, form, prefix = run_for_text(folder, "rev-parse", *asked).split("\n")[:4]
        except FileNotFoundError as error:
            raise UnknownRevision(
                "There is no git on this computer. Install it, or compare two folders."
            ) from error
        except (OSError, subprocess.SubprocessError, ValueError) as error:
            raise UnknownRevision(_no_repository(folder, error)) from error
        return cls(
            folder=folder, prefix=prefix, is_bare=bare == "true", is_shallow=shallow == "true", hash=form
        )

    def find(self, revision: str) -> str | None:
        """The commit that a revision names."""
        # git takes what begins with ^ for a range, and shows more than one name
        if not revision or revision.startswith("^") or "\0" in revision or "\n" in revision:
            return None
        asked = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return self._asked("rev-parse", *asked)

    def commit(self, revision: str) -> str:
        """The commit that a revision names, or what to do about it."""
        found = self.find(revision)
        if found is None:
            raise UnknownRevision(f"There is no revision {quoted(revision)} here.{self._advice(revision)}")
        return found

    def merge_base(self, one: str, other: str) -> str:
        """The commit at which two revisions parted."""
        commits = self.commit(one), self.commit(other)
        found = self._asked("merge-base", "--end-of-options", *commits)
        if found is not None:
            return found
        between = f"No commit is known from which both {quoted(one)} and {quoted(other)} come."
        if self.is_shallow:
            between += f" This clone holds the latest commits alone. Fetch the others: {UNSHALLOW}"
        raise UnknownRevision(between)

    def parent(self, commit: str) -> str | None:
        """The commit before another; nothing before the first, and where a shallow clone ends."""
        return self.find(f"{commit}^1")

    def branches(self) -> tuple[str, ...]:
        """The short names of branches and tags, here and on remotes."""
        listed = self._asked("for-each-ref", "--format=%(refname:short)")
        return tuple(listed.split("\n")) if listed else ()

    def _asked(self, command: str, *arguments: str) -> str | None:
        """Run git and return what it prints, without the line's end, or nothing where it fails."""
        try:
            return run_for_text(self.folder, command, *arguments).rstrip("\n") or None
        except (OSError, subprocess.SubprocessError):
            return None

    def _advice(self, revision: str) -> str:
        """Say how to get a revision that is not here."""
        begin = _BACK.split(revision, maxsplit=1)[0]
        begins_here = begin != revision and self.find(begin) is not None
        if self.is_shallow:
            fetch = f"git fetch --unshallow {_REMOTE}" if begins_here else _fetch(revision, "--depth=1 ")
            return f" This clone holds the latest commits alone. Fetch it: {fetch}"
        if begins_here:
            return f" The history of {quoted(begin)} ends before."
        names = self.branches()
        if guess := nearest(revision, names):
            return guess
        if self._asked("remote"):
            return f" Fetch it, if '{_REMOTE}' has it: {_fetch(revision, '')}"
        return " Those that there are: git log --oneline --all" if names else " There is no commit yet."


def _fetch(revision: str, depth: str) -> str:
    """The command that brings a revision into a clone; what is counted back needs all commits."""
    begin = _BACK.split(revision, maxsplit=1)[0]
    depth = depth if begin == revision else ""
    name = begin.removeprefix(f"{_REMOTE}/").removeprefix("refs/heads/")
    if _HASH.fullmatch(begin):
        return f"git fetch {depth}{_REMOTE} {begin}"
    if not re.fullmatch(r"[\w./-]+", name) or name.startswith("-"):
        return f"git fetch --unshallow {_REMOTE}" if depth else f"git fetch {_REMOTE}"
    if begin.startswith(f"{_REMOTE}/"):
        return f"git fetch {depth}{_REMOTE} +refs/heads/{name}:refs/remotes/{_REMOTE}/{name}"
    return f"git fetch {depth}{_REMOTE} {name}:{name}"


def _no_repository(folder: Path, error: Exception) -> str:
    nowhere = f"'{folder}' lies in no git repository. Go to your handbook's folder, or compare two folders."
    return unsafe(error) or nowhere
