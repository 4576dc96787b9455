"""Part a stream of Excel's older format into records, and read the texts in them."""

from collections.abc import Iterator, Sequence
from struct import unpack_from
from typing import NamedTuple

from journeybook.workbooks.book import NotReadable
from journeybook.workbooks.package import TOO_MANY_CELLS
from journeybook.workbooks.xls.compound import DAMAGED

MAX_RECORDS = 3_000_000
"""Of a file; a sheet has one for each cell or row, and some more."""
CONTINUED = 0x3C
_END = 0x0A
_BEGIN = 0x809
_IS_WIDE, _HAS_SOUND, _HAS_RUNS = 1, 4, 8


class BiffRecord(NamedTuple):
    """A record with those that continue it."""

    kind: int
    parts: list[bytes]

    @property
    def data(self) -> bytes:
        """The content of the record itself."""
        return self.parts[0]


class BiffRecords:
    """The records of a stream, of which only so many are read."""

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._count = 0

    def of_part(self, at: int) -> Iterator[BiffRecord]:
        """Yield the records of the part that begins at a place, without the charts in it."""
        depth = 0
        for record in self._from(at):
            depth += (record.kind == _BEGIN) - (record.kind == _END)
            if depth <= 1:
                yield record
            if depth < 1:
                return

    def _from(self, at: int) -> Iterator[BiffRecord]:
        """Yield records, each once it is known that none continues it."""
        record: BiffRecord | None = None
        while at + 4 <= len(self._stream):
            kind, length = unpack_from("<HH", self._stream, at)
            data = self._stream[at + 4 : at + 4 + length]
            at += 4 + length
            self._count += 1
            if self._count > MAX_RECORDS:
                raise NotReadable(TOO_MANY_CELLS)
            if len(data) < length:
                raise NotReadable(DAMAGED)
            if kind == CONTINUED and record:
                record.parts.append(data)
                continue
            if record:
                yield record
            record = BiffRecord(kind, [data])
        if record:
            yield record


class FontedText(NamedTuple):
    """A text, and from which of its characters on which font is used."""

    text: str
    runs: tuple[tuple[int, int], ...] = ()


class TextReader:
    """Reads texts one after the other, over the ends of the records that hold them."""

    def __init__(self, parts: Sequence[bytes], at: int = 0) -> None:
        self._parts = parts
        self._part = 0
        self._at = at

    def has_more(self) -> bool:
        """Whether anything is left."""
        return self._part < len(self._parts) - 1 or self._at < len(self._parts[-1])

    def read(self, *, of_length: str = "<H") -> FontedText:
        """Read a text with its length before it: two bytes, or one."""
        (count,) = unpack_from(of_length, self._take(1 if of_length == "<B" else 2))
        flags = self._take(1)[0]
        (runs,) = unpack_from("<H", self._take(2)) if flags & _HAS_RUNS else (0,)
        (sound,) = unpack_from("<I", self._take(4)) if flags & _HAS_SOUND else (0,)
        text = self.characters(count, flags)
        fonts = tuple(unpack_from("<HH", self._take(4)) for _ in range(runs))
        self._skip(sound)
        return FontedText(text, fonts)

    def characters(self, count: int, flags: int) -> str:
        """Read characters of one or two bytes each; every record says anew how many."""
        pieces: list[bytes] = []
        while count:
            if self._at >= len(self._parts[self._part]):
                self._next_part()
                flags = self._take(1)[0]
            width = 2 if flags & _IS_WIDE else 1
            piece = self._parts[self._part][self._at : self._at + count * width]
            piece = piece[: len(piece) // width * width]
            if not piece:
                raise NotReadable(DAMAGED)
            self._at += len(piece)
            count -= len(piece) // width
            pieces.append(piece if width > 1 else piece.decode("latin-1").encode("utf-16-le"))
        return b"".join(pieces).decode("utf-16-le", "replace")

    def _next_part(self) -> None:
        self._part, self._at = self._part + 1, 0
        if self._part >= len(self._parts):
            raise NotReadable(DAMAGED)

    def _take(self, size: int) -> bytes:
        taken = b""
        while len(taken) < size:
            if self._at >= len(self._parts[self._part]):
                self._next_part()
            piece = self._parts[self._part][self._at : self._at + size - len(taken)]
            self._at += len(piece)
            taken += piece
        return taken

    def _skip(self, size: int) -> None:
        while size > 0:
            left = len(self._parts[self._part]) - self._at
            if left >= size:
                self._at += size
                return
            size -= left
            self._next_part()
