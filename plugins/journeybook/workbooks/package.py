"""Measure a packed file before anything of it is unpacked, and hand out its parts."""

import zlib
from collections.abc import Collection, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from journeybook.findings import quoted
from journeybook.workbooks.book import NotReadable
from journeybook.workbooks.limits import (
    MAX_CELLS,
    MAX_PARTS,
    MAX_RATIO,
    MAX_TAGS,
    MAX_UNPACKED_BYTES,
    SMALL_PART_BYTES,
)
from journeybook.workbooks.markup import BadMarkup, Element, elements

_ENTRY = b"PK\x01\x02"
_IS_ENCRYPTED = 0x1
_CHUNK = 64 * 1024
_DAMAGED = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
"""What the standard library raises on a file that ends too early or was changed."""
TOO_MANY_CELLS = (
    f"The file holds more than {MAX_CELLS:,} cells. Part it, or leave the sheets that are needed."
)
PROTECTED = "The file is protected by a password. Save it without one."


class Package:
    """A file that packs others, which are read one by one."""

    def __init__(self, raw: bytes) -> None:
        """Refuse what is damaged, locked, or would grow beyond all measure."""
        if raw.count(_ENTRY) > MAX_PARTS:
            raise NotReadable(f"The file packs more than {MAX_PARTS:,} files, which no spreadsheet does.")
        try:
            self._zip = ZipFile(BytesIO(raw))
        except _DAMAGED as error:
            raise NotReadable(
                "The file is damaged or was not copied to its end. Fetch or save it again."
            ) from error
        self._entries: dict[str, ZipInfo] = {}  # by name in small letters: programs do not tell them apart
        for entry in self._zip.infolist():
            self._add(entry)
        if sum(entry.file_size for entry in self._entries.values()) > MAX_UNPACKED_BYTES:
            raise NotReadable(f"Unpacked, the file is larger than {MAX_UNPACKED_BYTES // 1024**2} MB.")
        self._tags = self._cells = 0

    def _add(self, entry: ZipInfo) -> None:
        name = entry.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/"):
            raise NotReadable(f"The file packs a file {quoted(name)}, whose name leads out of it.")
        if name in self:
            raise NotReadable(f"The file packs two files of the name {quoted(name)}.")
        if entry.flag_bits & _IS_ENCRYPTED:
            raise NotReadable(PROTECTED)
        if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise NotReadable(f"The part {quoted(name)} is packed in a way that no spreadsheet uses.")
        if entry.file_size > max(SMALL_PART_BYTES, MAX_RATIO * entry.compress_size):
            raise NotReadable(f"The part {quoted(name)} grows to more than {MAX_RATIO} times its size.")
        self._entries[name.casefold()] = entry

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._entries

    @property
    def names(self) -> Collection[str]:
        """The names of all that is packed."""
        return [entry.filename.replace("\\", "/") for entry in self._entries.values()]

    def beginning(self, name: str, size: int = 1024) -> bytes:
        """The first bytes of a part."""
        return next(self._chunks(name), b"")[:size]

    def elements(
        self, name: str, *, whole: Collection[str] = (), opened: Collection[str] = ()
    ) -> Iterator[Element]:
        """Yield the elements of some names in a part, as `markup.elements` does."""
        self._measure(name)
        try:
            yield from elements(self._chunks(name), whole=whole, opened=opened)
        except BadMarkup as bad:
            raise NotReadable(f"The part {quoted(name)} {bad}. Open and save it again.") from bad

    def _measure(self, name: str) -> None:
        """Count the tags and cells of a part, which is done ten times as fast as reading them."""
        texts = 0
        for chunk in self._chunks(name):
            texts += chunk.count(b"<si>")
            self._tags += chunk.count(b"<")
            self._cells += chunk.count(b"<c ") + chunk.count(b"<table:table-cell")
            if max(self._cells, texts) > MAX_CELLS or self._tags > MAX_TAGS:
                raise NotReadable(TOO_MANY_CELLS)

    def _chunks(self, name: str) -> Iterator[bytes]:
        if name not in self:
            raise NotReadable(f"The file lacks its part {quoted(name)}. Open and save it again.")
        try:
            with self._zip.open(self._entries[name.casefold()]) as stream:
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except RuntimeError as error:
            raise NotReadable(PROTECTED) from error
        except _DAMAGED as error:
            raise NotReadable(f"The part {quoted(name)} is damaged. Fetch or save it again.") from error
