"""Write a handbook as JSON: as one file, or as a folder with one file a kind and the pictures."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from journeybook import edits
from journeybook.cli.exporting.order import Order, read_whole_handbook
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.streams import tell, write
from journeybook.exports.handbook import plain_handbook, read_translations
from journeybook.exports.json_files import by_kind, one_document
from journeybook.load import Folder
from journeybook.regular import text_if_regular
from journeybook.report.encoded import as_json

_OURS = as_json(one_document({})).rstrip("\n}")
"""How a file of ours begins."""
_MARK = "handbook.json"


def write_json(order: Order) -> int:
    """Write the whole handbook to standard output, a file or a folder."""
    found = read_whole_handbook(order)
    data = plain_handbook(found.folder, read_translations(found.folder))
    if order.target == "-":
        write(as_json(one_document(data)))
    elif order.target.lower().endswith(".json"):
        _write_file(Path(order.target), as_json(one_document(data)))
    else:
        texts = {name: as_json(document) for name, document in by_kind(data).items()}
        _write_folder(Path(order.target), texts, found.folder)
    if order.target != "-":
        tell(f"{order.target} is written.")
    return CLEAN


def _is_ours(file: Path) -> bool:
    return text_if_regular(file, len(_OURS)).startswith(_OURS)


def _write_file(file: Path, text: str) -> None:
    if file.exists() and not _is_ours(file):
        raise Failure(f"'{file}' is no export. Name a new file.")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        edits.write_whole(file, text.encode())
    except OSError as error:
        raise Failure(f"'{file}' cannot be written to. Is it writable, and the disk not full?") from error


def _write_folder(target: Path, texts: dict[str, str], folder: Folder) -> None:
    _refuse_filled(target)
    for name, text in texts.items():
        _write_file(target / name, text)
    try:
        shutil.rmtree(target / "assets", ignore_errors=True)
        _copy(sorted(folder.published), folder.root, target)
    except OSError as error:
        raise Failure(f"'{target}' cannot be written to. Is it writable, and the disk not full?") from error


def _copy(paths: Iterable[str], source: Path, target: Path) -> None:
    """Copy the files that pages show or offer, as they are."""
    for path in paths:
        copy = target / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / path, copy)


def _refuse_filled(target: Path) -> None:
    """Refuse a folder that holds anything but an export."""
    if target.is_dir() and any(target.iterdir()) and not _is_ours(target / _MARK):
        raise Failure(f"'{target}' holds files that no export has written. Name a new or an empty folder.")
