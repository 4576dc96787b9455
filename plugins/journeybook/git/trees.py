"""Read the files below a folder in many commits at once, with a few processes for all of them."""

import posixpath
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from journeybook.git.plumbing import run
from journeybook.git.repository import Repository, UnknownRevision
from journeybook.git.tree import MODES, Tree, TreeEntry, incomplete, read_objects, read_tree

_FOLDER = b"40000"
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class _Named:
    """An entry of one folder, as git keeps it."""

    mode: bytes
    name: str
    id: str


def read_trees(repository: Repository, commits: Iterable[str], folder: str) -> dict[str, Tree]:
    """List the files below a folder, whose path begins at the repository's top, in each of some commits."""
    wanted = list(dict.fromkeys(commits))
    inner = folder.strip("/") if folder.strip("/.") else ""
    if "\n" in inner:  # many names are told to git line by line
        return {commit: read_tree(repository, commit, folder) for commit in wanted}
    try:
        tops = dict(
            zip(wanted, _ids(repository, [f"{commit}:{inner}" for commit in wanted], b"tree"), strict=True)
        )
        folders = _folders(repository, {top for top in tops.values() if top})
        sizes = _sizes(repository, folders)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise UnknownRevision(incomplete(wanted[0])) from error
    return {commit: _tree(repository, commit, top, folders, sizes) for commit, top in tops.items()}


def _tree(
    repository: Repository,
    commit: str,
    top: str,
    folders: Mapping[str, tuple[_Named, ...]],
    sizes: Mapping[str, int],
) -> Tree:
    if not top:
        return Tree(repository=repository, commit=commit, exists=False)
    entries = (
        TreeEntry(path, MODES[found.mode], found.id, sizes[found.id])
        for path, found in _walked(folders, top, "")
    )
    return Tree(repository=repository, commit=commit, exists=True, entries=tuple(entries))


def _walked(folders: Mapping[str, tuple[_Named, ...]], top: str, above: str) -> Iterator[tuple[str, _Named]]:
    for found in folders[top]:
        path = posixpath.join(above, found.name)
        if found.mode == _FOLDER:
            yield from _walked(folders, found.id, path)
        elif found.mode in MODES:
            yield path, found


def _folders(repository: Repository, tops: set[str]) -> dict[str, tuple[_Named, ...]]:
    """Read folders and those in them, level by level; what commits share is read once."""
    found: dict[str, tuple[_Named, ...]] = {}
    left = tops
    while left:
        width = len(next(iter(left))) // 2
        raws = read_objects(repository, left)
        found |= {name: tuple(_named(raw, width)) for name, raw in raws.items()}
        inner = {entry.id for name in left for entry in found[name] if entry.mode == _FOLDER}
        left = inner - found.keys()
    return found


def _named(raw: bytes, width: int) -> Iterator[_Named]:
    """Cut a folder: `mode name`, a NUL and the name of the content in `width` bytes, again and again."""
    at = 0
    while at < len(raw):
        end = raw.index(b"\0", at)
        mode, _, name = raw[at:end].partition(b" ")
        at = end + 1 + width
        yield _Named(mode, name.decode("utf-8", "surrogateescape"), raw[end + 1 : at].hex())


def _sizes(repository: Repository, folders: Mapping[str, tuple[_Named, ...]]) -> dict[str, int]:
    """Ask for the sizes of files; one that is not in a clone has none until it is read."""
    files = list(
        dict.fromkeys(entry.id for found in folders.values() for entry in found if entry.mode in MODES)
    )
    told = _asked(repository, files)
    return {
        name: int(size) if kind == b"blob" else 0 for name, (_, kind, size) in zip(files, told, strict=True)
    }


def _ids(repository: Repository, names: list[str], kind: bytes) -> Iterator[str]:
    """Yield what git calls each of these objects; nothing for what is not there or of another kind."""
    return (name if found == kind else "" for name, found, _ in _asked(repository, names))


def _asked(repository: Repository, names: list[str]) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield name, kind and size of objects; of one that is missing, no kind."""
    if not names:
        return
    given = "".join(f"{name}\n" for name in names).encode()
    told = run(repository.folder, "cat-file", "--batch-check", given=given, seconds=_SECONDS)
    for line in told.splitlines():
        name, _, rest = line.rpartition(b" ")
        if rest == b"missing":
            yield "", b"", b""
        else:
            name, kind = name.split(b" ")
            yield name.decode("ascii"), kind, rest
