"""Hold a folder for one program at a time; the lock of a program that was killed is gone with it."""

import os
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

_TRIES = 100
"""How often a lock may vanish, with the program that held it, while it is being taken."""


class InUse(Exception):  # noqa: N818 - it says what is the matter with the folder
    """Another program holds the folder."""


class FolderLock:
    """The lock of a folder, which it makes: a file in it, held open."""

    def __init__(self, folder: Path) -> None:
        """Take the lock, or raise `InUse`; OSError where the folder cannot be made."""
        self._file = folder / "lock"
        self._handle = self._take()

    def _take(self) -> int:
        for _ in range(_TRIES):
            with suppress(FileNotFoundError):
                handle = self._open()
                if self._is_held(handle):
                    return handle
        raise InUse

    def _open(self) -> int:
        """Open the lock in its folder, which is not left behind where that fails."""
        self._file.parent.mkdir(exist_ok=True)
        with ExitStack() as failing:
            failing.callback(_remove_if_empty, self._file.parent)
            handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
            failing.pop_all()
        return handle

    def _is_held(self, handle: int) -> bool:
        """Lock an open file, and say whether it is still the one that others would open."""
        with ExitStack() as closing:
            closing.callback(os.close, handle)
            _lock(handle)
            if os.path.samestat(os.fstat(handle), self._file.stat()):
                closing.pop_all()
                return True
        return False

    def release(self) -> None:
        """Give the folder back, and remove it if nothing else is left in it."""
        with suppress(OSError):  # Windows removes no open file
            self._file.unlink()
        os.close(self._handle)
        with suppress(OSError):
            self._file.unlink(missing_ok=True) if sys.platform == "win32" else None
            self._file.parent.rmdir()


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise InUse from error

else:
    import fcntl

    def _lock(handle: int) -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InUse from error
