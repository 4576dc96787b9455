"""Write the files of an export, and nothing over what no export has written."""

from collections.abc import Callable, Mapping
from pathlib import Path

from journeybook import edits
from journeybook.cli.terminal.failure import Failure
from journeybook.cli.terminal.files import is_there, not_writable
from journeybook.regular import text_if_regular

_LONGEST_CHARACTER = 4


def refuse_file(file: Path, kind: str, ending: str, is_ours: Callable[[Path], bool]) -> None:
    """Refuse a name that is none of a file of a kind, and a file that somebody else has made or changed."""
    if file.suffix.lower() != ending:
        raise Failure(f"'{file}' is no name of a {kind}. Name a file that ends in {ending}.")
    if not is_there(file):
        return
    if file.is_dir():
        raise Failure(f"'{file}' is a folder. Name a file that ends in {ending}.")
    if not is_ours(file):
        raise Failure(f"'{file}' is no export, or was changed since. Name a new file.")


def begins_with(file: Path, beginning: str) -> bool:
    """Whether a file begins as those of an export do."""
    return text_if_regular(file, _LONGEST_CHARACTER * len(beginning)).startswith(beginning)


def refuse_filled(folder: Path, marks: Mapping[str, str]) -> None:
    """Refuse a folder that holds something, and none of the files by whose beginning an export is known."""
    if not is_there(folder):
        return
    if not folder.is_dir():
        raise Failure(f"'{folder}' is a file. Name a folder.")
    is_ours = any(begins_with(folder / name, beginning) for name, beginning in marks.items())
    if any(folder.iterdir()) and not is_ours:
        raise Failure(f"'{folder}' holds files that no export has written. Name a new or an empty folder.")


def write_file(file: Path, content: bytes) -> None:
    """Write a file whole or not at all, in a folder that is made where there is none."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        edits.write_whole(file, content)
    except OSError as error:
        raise not_writable(file) from error


def write_texts(folder: Path, texts: Mapping[str, str]) -> None:
    """Write files into a folder, each whole or not at all."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            edits.write_whole(folder / name, text.encode())
    except OSError as error:
        raise not_writable(folder) from error
