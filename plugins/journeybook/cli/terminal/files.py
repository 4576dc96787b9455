"""Write changes to the disk, and say why where that cannot be done."""

from collections.abc import Iterable
from pathlib import Path

from journeybook import edits
from journeybook.cli.terminal.failure import Failure
from journeybook.edits import TextChange


def write_files(changes: Iterable[TextChange]) -> None:
    """Write changed files; nothing is overwritten that is new or moved."""
    try:
        edits.write_changes(changes)
    except FileExistsError as error:
        raise Failure(f"{error} Nothing is written.") from error
    except NotADirectoryError as error:
        raise Failure(f"'{error.filename}' cannot be made: a part of it is a file. Name a folder.") from error
    except OSError as error:
        name = f"'{error.filename}'" if error.filename else "A file"
        raise Failure(f"{name} cannot be written. Is the folder writable, and the disk not full?") from error


def is_there(path: Path) -> bool:
    """Whether there is such a file or folder; a name that the disk does not take is refused."""
    try:
        return path.exists()
    except OSError as error:
        raise not_writable(path) from error


def not_writable(path: Path) -> Failure:
    """Say that something cannot be written."""
    return Failure(f"'{path}' cannot be written to. Is it writable, and the disk not full?")
