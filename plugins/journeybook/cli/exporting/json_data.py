"""Write a handbook as JSON: as one file, or as a folder with one file a kind, the pictures and the schema."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from journeybook import clock
from journeybook.cli.exporting.files import (
    begins_with,
    refuse_filled,
    write_file,
    write_texts,
)
from journeybook.cli.exporting.order import Order, read_whole_handbook
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.files import is_there, not_writable
from journeybook.cli.terminal.streams import tell, write
from journeybook.exports.handbook import read_translations
from journeybook.exports.json_files import by_kind, data_of, one_document
from journeybook.exports.json_text import json_text
from journeybook.schema.exported import EXPORT_SCHEMA, export_schema

_BEGINNING = json_text(one_document({})).rstrip("\n}")
"""How every file begins."""
_KNOWN_BY = "handbook.json"
"""The file by which a folder is known."""


def write_json(order: Order) -> int:
    """Write the whole handbook to standard output, a file or a folder."""
    found, target = read_whole_handbook(order), Path(order.target)
    data = data_of(found.catalogue, clock.today(), read_translations(found.folder))
    if order.target == "-":
        write(json_text(one_document(data)))
        return CLEAN
    if target.suffix.lower() == ".json":
        _write_file(target, json_text(one_document(data)))
    else:
        refuse_filled(target, {_KNOWN_BY: _BEGINNING})
        write_texts(target, {name: json_text(document) for name, document in by_kind(data).items()})
        write_texts(target / "schema", {EXPORT_SCHEMA: json_text(export_schema())})
        _copy(data["assets"], found.folder.root, target)
    tell(f"{order.target} is written.")
    return CLEAN


def _write_file(file: Path, text: str) -> None:
    if is_there(file) and not begins_with(file, _BEGINNING):
        raise Failure(f"'{file}' is no export. Name a new file.")
    write_file(file, text.encode())


def _copy(paths: Iterable[str], source: Path, target: Path) -> None:
    """Copy the files that pages show or offer, as they are, in place of those of an export before it."""
    try:
        shutil.rmtree(target / "assets", ignore_errors=True)
        for path in paths:
            copy = target / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / path, copy)
    except OSError as error:
        raise not_writable(target) from error
