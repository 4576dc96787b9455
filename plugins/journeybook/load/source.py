"""A place that files of a journeys folder come from."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

Identity = tuple[int, int, int] | str
"""What stays the same as long as a file does: of a disk its signature, or the name of its content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTaken:
    """A file or a folder that is there and not read."""

    inside: str
    """The path below the journeys folder."""
    rule: str
    message: str
    is_folder: bool = False


class Source(Protocol):
    """The files of a journeys folder."""

    @property
    def root(self) -> Path:
        """The folder of pictures on the disk, if they lie there."""
        ...

    def exists(self) -> bool:
        """Whether there is such a folder."""
        ...

    def paths(self) -> Iterator[str | NotTaken]:
        """Yield the paths of the files below the folder that are content, in any order."""
        ...

    def identity(self, inside: str) -> Identity | NotTaken | None:
        """The identity of a file's content; nothing where it is no file. `OSError` if it cannot be opened."""
        ...

    def fetch(self, insides: Collection[str]) -> None:
        """Get ready to read these files."""
        ...

    def read(self, inside: str) -> bytes:
        """Read a file, but not much more of it than any reader takes. `OSError` if it cannot be opened."""
        ...

    def head(self, inside: str, size: int) -> bytes:
        """Read the first bytes of a file; of one that is too large to be fetched, none."""
        ...


def is_content(name: str) -> bool:
    """Whether the name of a file or folder does not begin with a dot or an underscore."""
    return not name.startswith((".", "_"))


def linked_folder(inside: str) -> NotTaken:
    """Say of a link to a folder that it is not followed."""
    message = "A link to a folder is not followed. Put the files themselves here."
    return NotTaken(inside=inside, rule="misplaced-file", message=message, is_folder=True)


def no_file(inside: str) -> NotTaken:
    """Say of a pipe, a socket or a device that it holds nothing."""
    message = "This is no file but a pipe, a socket or a device. Remove it, or put a file in its place."
    return NotTaken(inside=inside, rule="unreadable-file", message=message)


def leads_out(inside: str, *, is_folder: bool = False) -> NotTaken:
    """Say of a link that it leads out of the journeys folder."""
    message = "This link leads out of the journeys folder."
    return NotTaken(inside=inside, rule="outside-project", message=message, is_folder=is_folder)
