"""Read the files below a folder of a commit."""

import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from journeybook.git.plumbing import run
from journeybook.git.repository import Repository, UnknownRevision

Mode = Literal["file", "link"]
MODES: dict[bytes, Mode] = {b"100644": "file", b"100755": "file", b"100664": "file", b"120000": "link"}
"""A submodule (160000) is another repository, and left out."""
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """A file of a commit."""

    inside: str
    """The path below the folder, with slashes; bytes that are no UTF-8 are kept as lone surrogates."""
    mode: Mode
    id: str
    """The name that git gives to its content: what has the same is the same."""
    size: int
    """In bytes."""


@dataclass(frozen=True, kw_only=True)
class Tree:
    """The files below a folder of a commit."""

    repository: Repository
    commit: str
    exists: bool
    """Whether the commit has the folder."""
    entries: tuple[TreeEntry, ...] = ()

    @cached_property
    def by_path(self) -> dict[str, TreeEntry]:
        """The files by their paths below the folder."""
        return {entry.inside: entry for entry in self.entries}

    def blobs(self, ids: Iterable[str]) -> dict[str, bytes]:
        """Read files by git's names for them; one process reads them all."""
        try:
            return read_objects(self.repository, ids)
        except (OSError, subprocess.SubprocessError, ValueError) as error:
            raise UnknownRevision(incomplete(self.commit)) from error


def read_objects(repository: Repository, ids: Iterable[str]) -> dict[str, bytes]:
    """Read objects by git's names for them; one process reads them all, and its failures are the caller's."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return {}
    given = "".join(f"{name}\n" for name in wanted).encode("ascii")
    told = run(repository.folder, "cat-file", "--batch", given=given, seconds=_SECONDS)
    return dict(zip(wanted, _contents(told, len(wanted)), strict=True))


@lru_cache(maxsize=4)
def read_tree(repository: Repository, commit: str, folder: str) -> Tree:
    """List the files below a folder, whose path begins at the repository's top."""
    # "commit:folder" names the folder's own tree, so that paths in the list begin there
    name = f"{commit}:{folder.strip('/')}" if folder.strip("/.") else commit
    try:
        kind = run(repository.folder, "cat-file", "-t", name)
    except (OSError, subprocess.SubprocessError):
        kind = b""
    if kind.strip() not in {b"tree", b"commit"}:
        return Tree(repository=repository, commit=commit, exists=False)
    try:
        listed = run(repository.folder, "ls-tree", "-r", "-l", "-z", "--full-tree", name, seconds=_SECONDS)
        entries = tuple(_entries(listed))
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise UnknownRevision(incomplete(commit)) from error
    return Tree(repository=repository, commit=commit, exists=True, entries=entries)


def incomplete(commit: str) -> str:
    """Say how to fetch the files of a commit that a clone has left out."""
    # without the second option, the filter of the clone would leave them out again
    fetch = "git fetch --refetch --no-filter origin"
    return f"Files of the commit {commit[:12]} are not in this clone. Fetch them: {fetch}"


def _entries(listed: bytes) -> Iterable[TreeEntry]:
    for line in listed.split(b"\0")[:-1]:
        facts, _, path = line.partition(b"\t")
        mode, kind, name, size = facts.split()
        if kind == b"blob" and mode in MODES:
            inside = path.decode("utf-8", "surrogateescape")
            # of a file that is not in a clone git writes BAD for its size
            yield TreeEntry(inside, MODES[mode], name.decode("ascii"), int(size))


def _contents(told: bytes, count: int) -> Iterable[bytes]:
    """Cut what `cat-file --batch` prints: a line `name type size`, the content, a line's end."""
    at = 0
    for _ in range(count):
        end = told.index(b"\n", at)
        size = int(told[at:end].rpartition(b" ")[2])
        yield told[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
