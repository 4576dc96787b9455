"""Choose the reader of a file by what stands in it, and read it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from journeybook.findings import Finding
from journeybook.importing.brought_in import BroughtIn
from journeybook.importing.diagrams import read_diagrams
from journeybook.importing.exported.json_export import read_json_export
from journeybook.importing.handbook_file import read_handbook_file
from journeybook.importing.journeys import read_journeys
from journeybook.importing.measured import measured_in
from journeybook.importing.seen import seen_sheets
from journeybook.importing.sheet_kinds import SheetKind, kind_of_sheet
from journeybook.importing.words.mapping import NameMapping, read_mapping
from journeybook.importing.workbook import read_edited
from journeybook.regular import read_regular
from journeybook.workbooks import Book, NotReadable, read_book

AS = ("journey", "persona", "touchpoints", "opportunities", "metrics")
"""What people may say a file is, where it is not seen by itself."""


class WrongMapping(Exception):  # noqa: N818 - it says what is wrong
    """A mapping file in which something is wrong; the message has a finding on each line."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        super().__init__("\n".join(map(str, findings)))


_LARGEST = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The wishes of people for a file that they bring in."""

    kind: str = ""
    """One of `AS`; empty if it is to be found out."""
    mapping: Path | None = None
    """A file that says what labels stand for."""


_OF_TEXT: tuple[Callable[[str, str], BroughtIn | None], ...] = (
    read_json_export,
    read_handbook_file,
    read_diagrams,
)
"""The readers of text files, the surest first: each takes the file's name and text, or returns nothing."""


def bring_in(path: Path, source: str, wanted: Wanted) -> BroughtIn:
    """Read a file that messages call `source`.

    `NotReadable` if it is refused, or nobody knows its form; `WrongMapping` if the mapping file is wrong.
    """
    try:
        raw = read_regular(path, _LARGEST)
    except OSError as error:
        raise NotReadable(f"'{source}' cannot be read. Is it there, and may you read it?") from error
    if len(raw) > _LARGEST:
        raise NotReadable(f"'{source}' is larger than {_LARGEST // 1024**2} MB.")
    mapping = _mapping(wanted)
    text = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    found = next((read for reader in _OF_TEXT if (read := reader(source, text))), None)
    return found or _of_tables(path, source, mapping, wanted.kind)


def _mapping(wanted: Wanted) -> NameMapping:
    mapping = read_mapping(wanted.mapping) if wanted.mapping else NameMapping()
    if mapping.findings:
        raise WrongMapping(mapping.findings)
    return mapping


def _of_tables(path: Path, source: str, mapping: NameMapping, kind: str) -> BroughtIn:
    """Read a workbook of an export that people have edited, or the journeys or values of a file of tables."""
    book = replace(read_book(path), path=source)
    found = read_edited(book) or _reader_of(book, kind)(book, mapping)
    if not (found.drafts or found.values):
        raise NotReadable(f"'{source}' is no sheet, board, diagram or export that is known.")
    return found


def _reader_of(book: Book, kind: str) -> Callable[[Book, NameMapping], BroughtIn]:
    """The reader that people asked for, or the one for what all sheets hold."""
    kinds = [kind] if kind else [kind_of_sheet(sheet, book.path) for sheet in seen_sheets(book)]
    is_measured = bool(kinds) and all(each == SheetKind.METRICS for each in kinds)
    return measured_in if is_measured else read_journeys
