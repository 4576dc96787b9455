"""Read files that others may have put there: regular ones, and no more of them than their reader takes."""

import errno
import os
from pathlib import Path
from stat import S_ISREG

_OPENED = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


class NotRegular(OSError):  # noqa: N818 - it says what the file is not
    """A folder, a pipe or a device: it has no content, waits for a writer, or never ends."""

    def __init__(self, path: str | Path) -> None:
        super().__init__(errno.EINVAL, "not a regular file", str(path))


def read_regular(path: str | Path, limit: int) -> bytes:
    """Read a file, and of one that is larger than `limit` a byte more. `OSError` if it cannot be read."""
    _refuse_others(Path(path).stat(), path)
    # between the two looks the file may have been exchanged, so that it is opened without waiting
    with open(path, "rb", opener=lambda name, _: os.open(name, _OPENED)) as stream:
        _refuse_others(os.fstat(stream.fileno()), path)
        return stream.read(limit + 1)


def text_if_regular(path: str | Path, limit: int) -> str:
    """The beginning of a text file whose reader goes on without it; nothing where it cannot be read."""
    try:
        return read_regular(path, limit).decode("utf-8", "replace")
    except OSError:
        return ""


def _refuse_others(status: os.stat_result, path: str | Path) -> None:
    if not S_ISREG(status.st_mode):
        raise NotRegular(path)


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; one that no disk takes, or that is closed, leads to none."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises there


def project_top(folder: Path) -> Path:
    """The folder that what belongs to a handbook lies in: the repository, or without one the given folder."""
    return next((place for place in (folder, *folder.parents) if os.path.lexists(place / ".git")), folder)


def lies_in(path: str | Path, folder: str | Path) -> bool:
    """Whether a path, its links followed, leads to something below a folder; nothing has to be there."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
