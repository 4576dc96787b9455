"""Choose the reader of a file by what stands in it, and read it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from journeybook.findings import Finding
from journeybook.importing import refusing
from journeybook.importing.boards import read_board
from journeybook.importing.brought_in import BroughtIn
from journeybook.importing.diagrams import read_diagrams
from journeybook.importing.exported.json_export import read_json_export
from journeybook.importing.handbook_file import read_handbook_file
from journeybook.importing.measured import measured_in
from journeybook.importing.outlines import read_cjml, read_outline
from journeybook.importing.sheet_kinds import SheetKind
from journeybook.importing.tables import read_tables
from journeybook.importing.text_file import foreign_text
from journeybook.importing.words.mapping import NameMapping, read_mapping
from journeybook.importing.workbook import read_edited
from journeybook.regular import read_regular
from journeybook.workbooks import Book, NotReadable, read_book

AS = tuple(kind.value for kind in SheetKind)
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
    read_board,
    read_cjml,
    read_diagrams,
    read_outline,
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
    text = _text(raw)
    return _of_text(source, text) or _of_tables(path, source, wanted.kind, mapping)


def _of_text(source: str, text: str) -> BroughtIn | None:
    """Read a text with the first reader that knows its form; a file of an export may hold nothing itself."""
    for reader in _OF_TEXT:
        if found := reader(source, text):
            if reader is not read_json_export and not _holds(found):
                raise NotReadable(refusing.of_text(source, found))
            return found
    return None


def _text(raw: bytes) -> str:
    """The text of a file, or nothing of one that is none, such as a workbook."""
    try:
        return foreign_text(raw)
    except NotReadable:
        return ""


def _mapping(wanted: Wanted) -> NameMapping:
    mapping = read_mapping(wanted.mapping) if wanted.mapping else NameMapping()
    if mapping.findings:
        raise WrongMapping(mapping.findings)
    return mapping


def _of_tables(path: Path, source: str, kind: str, mapping: NameMapping) -> BroughtIn:
    """Read a workbook of an export that people have edited, or what the sheets of a file of tables hold."""
    book = _book(path, source)
    found = read_edited(book) or read_tables(book, mapping, kind)
    found = found if _holds(found) else measured_in(book, mapping)
    if not _holds(found):
        raise NotReadable(refusing.of_book(source, book, found))
    return found


def _book(path: Path, source: str) -> Book:
    """Read the sheets of a file; a refusal says of which file it is."""
    try:
        return replace(read_book(path), path=source)
    except NotReadable as refused:
        raise NotReadable(f"'{source}': {refused}") from refused


def _holds(found: BroughtIn) -> bool:
    """Whether anything could be taken from a file."""
    taken = (found.drafts, found.entries, found.opportunities, found.values, found.inbox)
    return any(taken) or found.handbook is not None
