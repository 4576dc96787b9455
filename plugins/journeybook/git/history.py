"""Read the git history of a folder: latest commits and the files that each changed; it fails nothing."""

import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Literal

from journeybook.characters import without_hidden
from journeybook.git.plumbing import run_for_text
from journeybook.git.repository import Repository
from journeybook.git.trouble import UNSHALLOW, why_no_history
from journeybook.regular import text_if_regular

FileChangeKind = Literal["added", "changed", "removed", "moved"]

MOST_COMMITS = 200
_MOST_BOUNDARIES = 16 * 1024 * 1024
"""The bytes that the names of commits may take at which a shallow clone ends."""
_STATUS = re.compile(r"\n?:\d+ \d+ (\w+) (\w+) ([A-Z])\d*")
_KINDS: dict[str, FileChangeKind] = {"A": "added", "C": "added", "D": "removed", "R": "moved"}
_OF_TWO_PATHS = {"C", "R"}
EPOCH = date(1970, 1, 2)
"""No commit of git is older."""
_HEADS = (
    f"--max-count={MOST_COMMITS}",
    "--format=%H%x00%P%x00%cI%x00%aN%x00%s",
    "-z",
    "--no-merges",
    "--no-show-signature",
    "--no-color",
    "--encoding=UTF-8",
)
_FIELDS = 5
"""How many fields the format has."""
_LOG = (
    *_HEADS,
    "--raw",
    "--no-abbrev",
    "--find-renames",
    "--relative",
    "--root",
    "--no-ext-diff",
    "--no-textconv",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """A change of one file by a commit."""

    inside: str
    """The path below the folder, with slashes."""
    kind: FileChangeKind
    before: str = ""
    """The path of a moved file before it was moved."""
    old: str = field(default="", compare=False)
    """What git calls the content before; nothing but zeros where there was none."""
    new: str = field(default="", compare=False)
    """What git calls the content after, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit that has changed something in the folder."""

    id: str
    """The commit's name, in 40 or 64 hexadecimal digits."""
    time: datetime
    """When it was committed, in the committer's time zone."""
    author: str
    """Plain text."""
    subject: str
    """Plain text, one line."""
    changes: tuple[FileChange, ...]
    parent: str = field(default="", compare=False)
    """The name of the commit before it; empty for the first."""


def _nobody(_: str) -> None:
    """Take what nobody wants to hear."""


def read_history(folder: Path, tell: Callable[[str], None] = _nobody) -> tuple[Commit, ...]:
    """Read the latest commits that changed files below a folder, newest first.

    There are none without git, without a repository, without commits, or where git fails; `tell` hears what
    keeps commits from being read, and what to do. While HEAD stays where it is, the log is not read again.
    """
    try:
        head, boundaries = head_and_boundaries(folder)
        commits = _commits(folder.resolve(), head, boundaries)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        if why := why_no_history(folder, error):
            tell(why)
        return ()
    if boundaries and len(commits) < MOST_COMMITS:
        tell(f"This clone holds the latest commits alone. Fetch the others: {UNSHALLOW}")
    return commits


def head_and_boundaries(folder: Path) -> tuple[str, frozenset[str]]:
    """The commit that a folder stands at, and the commits at which a shallow clone ends."""
    shallow, head = run_for_text(folder, "rev-parse", "--git-path", "shallow", "HEAD")[:-1].rsplit("\n", 1)
    return head, _boundaries(folder / shallow)


def _boundaries(shallow: Path) -> frozenset[str]:
    """The commits at which a shallow clone ends: each seems to add every file."""
    return frozenset(text_if_regular(shallow, _MOST_BOUNDARIES).split())


@lru_cache(maxsize=4)
def _commits(folder: Path, head: str, boundaries: frozenset[str]) -> tuple[Commit, ...]:
    log = run_for_text(folder, "log", *_LOG, "--end-of-options", head, "--", ".")
    return tuple(commit for commit in _parsed(log) if commit.changes and commit.id not in boundaries)


def read_commits(
    repository: Repository, paths: Sequence[str], *, start: str = "HEAD", since: date | None = None
) -> Iterator[Commit]:
    """Yield the latest commits that touched folders or files, newest first, without what they did to each.

    Their paths begin at the repository's top; merges are left out, and where a shallow clone ends. It begins
    with `start`. Of a day, all commits since then are told, however many.
    """
    shallow = run_for_text(repository.folder, "rev-parse", "--git-path", "shallow").rstrip("\n")
    boundaries = _boundaries(repository.folder / shallow)
    named = [f":(top,literal){path}" for path in paths if path.strip("/.")]
    within = ("--", *named) if len(named) == len(paths) else ()
    heads = _HEADS if since is None else _since(since)
    log = run_for_text(repository.folder, "log", *heads, "--end-of-options", start, *within)
    parts = log.split("\0")
    for at in range(0, len(parts) - _FIELDS + 1, _FIELDS):
        commit = _commit(parts[at : at + _FIELDS], ())
        if commit.id not in boundaries and (since is None or commit.time.date() >= since):
            yield commit


def read_commit(repository: Repository, name: str) -> Commit:
    """Read one commit, a merge as well, without what it did to which file."""
    one = ("--max-count=1", "--no-max-parents", "--end-of-options")
    log = run_for_text(repository.folder, "log", *_HEADS, *one, name)
    return _commit(log.split("\0")[:_FIELDS], ())


def _since(day: date) -> tuple[str, ...]:
    """Ask for the commits since a day, which begins half a day before and after that of Greenwich at most."""
    early = max(day, EPOCH) - timedelta(days=1)
    return (f"--since={early.isoformat()}T10:00:00Z", *_HEADS[1:])


def _commit(head: Sequence[str], changes: tuple[FileChange, ...]) -> Commit:
    """Make a commit of its fields as `_HEADS` orders them."""
    name, parents, time, author, subject = head
    return Commit(
        id=name,
        parent=parents.partition(" ")[0],
        time=time_of(time),
        author=without_hidden(author),
        subject=without_hidden(subject),
        changes=changes,
    )


def _parsed(log: str) -> Iterator[Commit]:
    """Yield the commits of a log whose fields and paths end with a NUL each, which neither can hold."""
    parts = log.split("\0")[:-1]
    at = 0
    while at < len(parts):
        head = parts[at : at + _FIELDS]
        changes = list(_changes(parts, at + _FIELDS))
        at += _FIELDS + sum(3 if status in _OF_TWO_PATHS else 2 for status, _ in changes)
        yield _commit(head, tuple(change for _, change in changes))


def time_of(written: str) -> datetime:
    """Read a time; git hands on whatever a broken or forged commit says."""
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)


def _changes(parts: list[str], at: int) -> Iterator[tuple[str, FileChange]]:
    """Yield each change of a commit with its status; git writes the first after a line break."""
    while at < len(parts) and (found := _STATUS.fullmatch(parts[at])):
        old, new, status = found.groups()
        paths = parts[at + 1 : at + (3 if status in _OF_TWO_PATHS else 2)]
        before = paths[0] if status == "R" else ""
        kind = _KINDS.get(status, "changed")
        yield status, FileChange(inside=paths[-1], kind=kind, before=before, old=old, new=new)
        at += 1 + len(paths)
