"""Find the two states that were typed: revisions, folders or the work tree."""

import os
import posixpath
import subprocess
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from journeybook.diff.states.state import State
from journeybook.findings import quoted
from journeybook.git import Repository, Tree, UnknownRevision, commit_before, read_tree
from journeybook.git.trouble import UNSHALLOW
from journeybook.load import HashedFiles, TreeFiles
from journeybook.regular import is_folder

WORK_TREE = "the work tree"
_PATHS = ("./", "../", "/", "~/")


class NotComparable(Exception):  # noqa: N818 - it says what is wrong
    """Two ends that cannot be compared; the message says what to do."""


@dataclass(frozen=True, kw_only=True)
class Standpoint:
    """From where things are named."""

    here: Path
    """The working folder."""
    journeys: str
    """The journeys folder as typed, with forward slashes."""

    @cached_property
    def repository(self) -> Repository:
        """The repository of the journeys folder; `UnknownRevision` where there is none."""
        folder = self.here / self.journeys
        return Repository.around(folder if is_folder(folder) else self.here)

    @cached_property
    def hash(self) -> str:
        """The hash by which the repository, if there is one, names files."""
        try:
            return self.repository.hash
        except UnknownRevision:
            return "sha1"

    @cached_property
    def inside(self) -> str:
        """The journeys folder's path in the repository."""
        if is_folder(self.here / self.journeys):
            return self.repository.prefix
        typed = (
            os.path.relpath(self.journeys, self.here) if Path(self.journeys).is_absolute() else self.journeys
        )
        inside = posixpath.normpath(posixpath.join(self.repository.prefix, typed.replace(os.sep, "/")))
        if inside.startswith(".."):
            raise NotComparable(f"The folder {quoted(self.journeys)} lies outside of this repository.")
        return inside


def find_states(base: str, head: str | None, place: Standpoint) -> tuple[State, State]:
    """Find what was typed: two revisions or folders, one of them against the work tree, `a..b` or `a...b`."""
    try:
        before, after = _states(base, head, place)
    except UnknownRevision as error:
        raise NotComparable(str(error)) from error
    if not before.source.exists() and not after.source.exists():
        raise NotComparable(
            f"There is no folder {quoted(place.journeys)} on either side. Name yours: --journeys-dir FOLDER"
        )
    return before, after


def _states(base: str, head: str | None, place: Standpoint) -> tuple[State, State]:
    if head is not None:
        return _state(base, place), _state(head, place)
    found = _range(base, place)
    if found is None:
        return _state(base, place), work_tree(place)
    one, other, dots = found
    if dots == "..":
        return _state(one, place), _state(other, place)
    parted = place.repository.merge_base(one, other)
    return _revision(f"{one}...{other}", parted, place), _state(other, place)


def _range(typed: str, place: Standpoint) -> tuple[str, str, str] | None:
    """Cut `a..b` and `a...b`, of which either may be left out for HEAD."""
    if typed.startswith(_PATHS) or typed == ".." or is_folder(place.here / typed):
        return None
    for dots in ("...", ".."):
        one, found, other = typed.partition(dots)
        if found:
            return one or "HEAD", other or "HEAD", dots
    return None


def work_tree(place: Standpoint) -> State:
    """The journeys folder as it is on the disk."""
    folder = place.here / place.journeys
    if not is_folder(folder) and place.repository.is_bare:
        raise NotComparable(
            "This repository is bare, it has no work tree. Name a second revision: journeybook diff BASE HEAD"
        )
    return State(name=WORK_TREE, label=place.journeys.rstrip("/"), source=HashedFiles(folder, place.hash))


def _state(typed: str, place: Standpoint) -> State:
    """A folder or a revision."""
    if not typed:
        raise NotComparable("One of the two ends is an empty text. Name a revision or a folder.")
    is_there = is_folder(place.here / typed)
    if typed.startswith(_PATHS) or typed in {".", ".."} or typed.endswith("/"):
        if not is_there:
            raise NotComparable(f"There is no folder {quoted(typed)}.")
        return _folder(typed, place)
    commit = _commit(typed, place)
    if is_there and commit:
        raise NotComparable(
            f"{quoted(typed)} is both a folder and a revision. Write './{typed}' for the folder, "
            f"or '{typed}^0' for the revision."
        )
    if is_there:
        return _folder(typed, place)
    return _revision(typed, commit, place) if commit else _with_path(typed, place)


def _commit(typed: str, place: Standpoint) -> str | None:
    """The commit that was typed; without a repository there is none."""
    try:
        return place.repository.find(typed)
    except UnknownRevision:
        if is_folder(place.here / typed):
            return None
        raise


def _folder(typed: str, place: Standpoint) -> State:
    """A folder: a journeys folder, or a handbook with one in it."""
    folder, label = place.here / typed, typed.replace(os.sep, "/").rstrip("/") or "/"
    if not Path(place.journeys).is_absolute() and is_folder(folder / place.journeys):
        folder, label = folder / place.journeys, posixpath.join(label, place.journeys.rstrip("/"))
    return State(name=typed, label=label, source=HashedFiles(folder, place.hash))


def _revision(name: str, commit: str, place: Standpoint) -> State:
    tree = read_tree(place.repository, commit, place.inside)
    return State(name=name, label=place.journeys.rstrip("/"), source=TreeFiles(tree), commit=commit)


def at_commit(commit: str, place: Standpoint) -> State:
    """The journeys folder as a commit has it."""
    return _revision(commit, commit, place)


def before_all(place: Standpoint) -> State:
    """The state before the first commit, which is empty."""
    tree = Tree(repository=place.repository, commit="", exists=False)
    return State(name="nothing", label=place.journeys, source=TreeFiles(tree))


def on_day(day: date, place: Standpoint) -> State:
    """The journeys folder as it stood when a day began; before the first commit it is empty."""
    try:
        repository = place.repository
        commit = commit_before(repository.folder, day)
    except UnknownRevision as error:
        raise NotComparable(str(error)) from error
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise NotComparable("There is no commit yet that could be told about.") from error
    if commit is None and repository.is_shallow:
        raise NotComparable(
            f"This clone holds the latest commits alone, and none from before {day}. "
            f"Fetch the others: {UNSHALLOW}"
        )
    return at_commit(commit, place) if commit else before_all(place)


def _with_path(typed: str, place: Standpoint) -> State:
    """A revision and a folder in it, as git writes it: `main:handbook/journeys`."""
    revision, colon, path = typed.rpartition(":")
    commit = place.repository.commit(revision if colon and place.repository.find(revision) else typed)
    if path.startswith("./"):
        path = posixpath.join(place.repository.prefix, path)
    folder = posixpath.normpath(path)
    tree = read_tree(place.repository, commit, folder)
    if not tree.exists:
        raise NotComparable(f"There is no folder {quoted(folder)} in {quoted(revision)}.")
    return State(name=typed, label=folder, source=TreeFiles(tree), commit=commit)
