"""Read a journeys folder on the disk."""

import errno
import hashlib
import os
from collections.abc import Collection, Iterator
from pathlib import Path
from stat import S_ISREG

from journeybook.load.sheets.table import MAX_VALUES_BYTES
from journeybook.load.source import Identity, NotTaken, is_content, leads_out, linked_folder, no_file
from journeybook.regular import read_regular

_REASONS = {
    errno.EACCES: "this computer does not permit you to read it",
    errno.EPERM: "this computer does not permit you to read it",
    errno.ENOENT: "it is a link to a file that does not exist",
    errno.ELOOP: "it is a link that leads back to itself",
}


class DiskFiles:
    """The files below a folder; a file is the same while time, size and inode are."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._real_root = os.path.realpath(root)

    def exists(self) -> bool:
        """Whether there is such a folder."""
        return os.path.isdir(self.root)  # noqa: PTH112 - Path.is_dir raises where a parent folder is closed

    def paths(self) -> Iterator[str | NotTaken]:
        """Yield the paths below the folder, links to folders and what cannot be opened."""
        closed: list[NotTaken] = []
        for folder, folders, names in os.walk(
            self.root, onerror=lambda error: closed.append(self._closed(error))
        ):
            base = Path(folder).relative_to(self.root)
            inside = [(base / name).as_posix() for name in folders if is_content(name)]
            links = [path for path in inside if (self.root / path).is_symlink()]
            folders[:] = [
                name for name in folders if is_content(name) and not (self.root / base / name).is_symlink()
            ]
            yield from map(self._link, links)
            yield from ((base / name).as_posix() for name in names if is_content(name))
        yield from closed

    def _closed(self, error: OSError) -> NotTaken:
        inside = Path(error.filename).relative_to(self.root).as_posix()
        message = f"The folder cannot be opened: {reason(error)}."
        return NotTaken(inside=inside, rule="unreadable-file", message=message, is_folder=True)

    def _link(self, inside: str) -> NotTaken:
        """A link to a folder is reported and not followed."""
        return leads_out(inside, is_folder=True) if self._leads_out(inside) else linked_folder(inside)

    def _leads_out(self, inside: str) -> bool:
        return not Path(os.path.realpath(self.root / inside)).is_relative_to(self._real_root)

    def identity(self, inside: str) -> Identity | NotTaken | None:
        """The file's signature."""
        file = self.root / inside
        if file.is_symlink() and self._leads_out(inside):
            return leads_out(inside)
        status = file.stat()
        if not S_ISREG(status.st_mode):
            return no_file(inside)
        return status.st_mtime_ns, status.st_size, status.st_ino

    def fetch(self, insides: Collection[str]) -> None:
        """Do nothing: a disk is read file by file."""

    def read(self, inside: str) -> bytes:
        """Read a file, but not much more of it than any reader takes."""
        return read_regular(self.root / inside, MAX_VALUES_BYTES)

    def head(self, inside: str, size: int) -> bytes:
        """Read the first bytes of a file."""
        return read_regular(self.root / inside, size)


class HashedFiles(DiskFiles):
    """The files below a folder; a file is the same while git would give its content the same name."""

    def __init__(self, root: Path, algorithm: str = "sha1") -> None:
        super().__init__(root)
        self._algorithm = algorithm

    def identity(self, inside: str) -> Identity | NotTaken | None:
        """The name that git gives to the file's content as it is on the disk."""
        signature = super().identity(inside)
        return blob_name(self.read(inside), self._algorithm) if isinstance(signature, tuple) else signature


def blob_name(raw: bytes, algorithm: str) -> str:
    """The name that git gives to a file's content."""
    return hashlib.new(algorithm, b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest()


def reason(error: OSError) -> str:
    """Say why a file or a folder cannot be opened."""
    return _REASONS.get(error.errno or 0, "this computer reports a fault in reading it")
