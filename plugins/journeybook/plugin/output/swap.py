"""Let a new folder take the place of another, in one step where the system can."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_HERE = -100
"""AT_FDCWD: paths are relative to the working folder."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""


def keep_hidden(old: Path, new: Path, *, but: str) -> None:
    """Give a new folder what is hidden in the old one, such as `.git`, as MkDocs leaves it when it cleans.

    Files are linked, so that the old folder stays whole. What is in the new folder already goes first.
    """
    for entry in old.iterdir():
        if entry.name.startswith(".") and entry.name != but:
            _add(entry, new / entry.name)


def _add(source: Path, target: Path) -> None:
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True, dirs_exist_ok=True, copy_function=_link)
    elif not os.path.lexists(target):
        _link(source, target)


def _link(source: str | Path, target: str | Path) -> None:
    if os.path.lexists(target):
        return
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:  # a file system without links
        shutil.copy2(source, target, follow_symlinks=False)


def swap(new: Path, old: Path, aside: Path) -> None:
    """Put a new folder in place of an old one, whose content goes to `aside` or to the new one's path."""
    if not old.exists():
        new.rename(old)
    elif not (_exchange(new, old) or _rename(new, old, aside)):
        move_in(new, old, aside)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, or say that it cannot be done here."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return system.renamex_np(*names, _EXCHANGE) == 0  # type: ignore[no-any-return]
        return system.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0  # type: ignore[no-any-return]
    except (AttributeError, TypeError, OSError):  # no such function; on Windows no such library
        return False


def _rename(new: Path, old: Path, aside: Path) -> bool:
    """Rename both folders one after the other, or say that the old one cannot be moved."""
    try:
        old.rename(aside)
    except OSError:
        return False
    try:
        new.rename(old)
    except OSError:
        aside.rename(old)
        raise
    return True


def restore(old: Path, aside: Path) -> None:
    """Put back what a killed program had moved aside, before anything took its place."""
    if aside.is_dir() and not old.exists():
        aside.rename(old)


def move_in(new: Path, old: Path, aside: Path) -> None:
    """Exchange the content of two folders entry by entry, where the old one itself cannot be moved."""
    aside.mkdir(exist_ok=True)
    names = {entry.name for entry in new.iterdir()}
    for entry in list(old.iterdir()):
        if entry.name in names or not entry.name.startswith("."):
            shutil.move(entry, aside / entry.name)
    for name in sorted(names):
        shutil.move(new / name, old / name)
