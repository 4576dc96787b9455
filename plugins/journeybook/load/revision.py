"""Read a journeys folder in a revision of a git repository; the work tree is not touched."""

import errno
import posixpath
from collections.abc import Collection, Iterator
from pathlib import Path

from journeybook.git import Tree, TreeEntry
from journeybook.load.sheets.table import MAX_VALUES_BYTES
from journeybook.load.source import Identity, NotTaken, is_content, leads_out, linked_folder

_MOST_LINKS = 8


class TreeFiles:
    """The files of a commit; a file is the same while its content has the same name.

    `contents` are those that were read before, by git's names for them; several commits may share them.
    """

    def __init__(self, tree: Tree, contents: dict[str, bytes] | None = None) -> None:
        self.root = Path()
        self._tree = tree
        self._contents = {} if contents is None else contents
        self._folders = {str(parent) for entry in tree.entries for parent in Path(entry.inside).parents}

    def exists(self) -> bool:
        """Whether the commit has the folder."""
        return self._tree.exists

    def paths(self) -> Iterator[str | NotTaken]:
        """Yield the paths of the commit's files, and links to folders."""
        for entry in self._tree.entries:
            if all(map(is_content, entry.inside.split("/"))):
                yield self._linked_folder(entry) or entry.inside

    def _linked_folder(self, entry: TreeEntry) -> NotTaken | None:
        """Say of a link to a folder why it is not followed; what lies outside is known by its name alone."""
        target = self._target(entry) if entry.mode == "link" else ""
        if target in self._folders and target:
            return linked_folder(entry.inside)
        is_outside = _leads_out(target) and "." not in posixpath.basename(entry.inside)
        return leads_out(entry.inside, is_folder=True) if is_outside else None

    def identity(self, inside: str) -> Identity | NotTaken | None:
        """The name of the file's content; a link is followed while it stays in the folder."""
        entry = self._followed(inside)
        return leads_out(inside) if entry is None else entry.id

    def fetch(self, insides: Collection[str]) -> None:
        """Read these files in one go."""
        entries = [entry for inside in insides if (entry := self._readable(inside))]
        self._contents.update(
            self._tree.blobs(entry.id for entry in entries if entry.id not in self._contents)
        )

    def _readable(self, inside: str) -> TreeEntry | None:
        """The file that a path leads to, unless there is none, or one that no reader would take."""
        try:
            entry = self._followed(inside)
        except OSError:
            return None
        return entry if entry is not None and entry.size <= MAX_VALUES_BYTES else None

    def read(self, inside: str) -> bytes:
        """Return the file's content; of one that is too large, as much as says that it is."""
        entry = self._followed(inside)
        if entry is None:
            raise FileNotFoundError(errno.ENOENT, inside)
        if entry.size > MAX_VALUES_BYTES:
            return bytes(MAX_VALUES_BYTES + 1)
        self.fetch([inside])
        return self._contents[entry.id]

    def head(self, inside: str, size: int) -> bytes:
        """Return the first bytes of the file's content; of one that is too large, none."""
        return self.read(inside)[:size] if self._readable(inside) else b""

    def _followed(self, inside: str) -> TreeEntry | None:
        """The file that a path leads to; nothing if a link leads out of the folder."""
        entry = self._tree.by_path[inside]
        for _ in range(_MOST_LINKS):
            if entry.mode == "file":
                return entry
            target = self._target(entry)
            if _leads_out(target):
                return None
            if target not in self._tree.by_path:
                raise FileNotFoundError(errno.ENOENT, inside)
            entry = self._tree.by_path[target]
        raise OSError(errno.ELOOP, inside)

    def _target(self, link: TreeEntry) -> str:
        """The path, below the folder, that a link names."""
        written = self._tree.blobs([link.id])[link.id].decode("utf-8", "surrogateescape")
        return posixpath.normpath(posixpath.join(posixpath.dirname(link.inside), written))


def _leads_out(target: str) -> bool:
    return target.startswith(("/", "../")) or target == ".."
