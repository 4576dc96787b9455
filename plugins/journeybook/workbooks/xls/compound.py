"""Find a stream in a compound file, Microsoft's older way to pack several files into one."""

import struct
from array import array
from collections.abc import Iterator, Sequence
from struct import unpack_from
from sys import byteorder

from journeybook.workbooks.book import NotReadable

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DAMAGED = "The file is damaged or was not copied to its end. Fetch or save it again."
_LISTED_IN_HEADER = 109
_ENTRY = 128
_ENTRY_NAME = 64
_STREAM, _ROOT = 2, 5
_SECTOR_SHIFTS = frozenset({9, 12})
_SMALL_SECTOR = 64
_LEAST_OF_SECTOR = 16
"""Bytes of the file for each entry of a table of sectors; it has one for 64."""


class Compound:
    """The streams of a compound file."""

    def __init__(self, raw: bytes) -> None:
        """Read the table of sectors and the list of streams."""
        self._raw = raw
        try:
            self._read()
        except struct.error as error:
            raise NotReadable(DAMAGED) from error

    def _read(self) -> None:
        (shift,) = unpack_from("<H", self._raw, 30)
        if shift not in _SECTOR_SHIFTS:
            raise NotReadable(DAMAGED)
        self._size = 1 << shift
        self._next = self._table(self._sectors_of_table())
        directory, self._least, small = (unpack_from("<I", self._raw, at)[0] for at in (48, 56, 60))
        self._next_small = self._table(self._chain(small, self._next))
        self._streams: dict[str, tuple[int, int]] = {}
        self._root = 0
        entries = b"".join(self._sector(number) for number in self._chain(directory, self._next))
        for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
            self._add(entries[at : at + _ENTRY])

    def _add(self, entry: bytes) -> None:
        length, kind = unpack_from("<HB", entry, _ENTRY_NAME)
        first, size = unpack_from("<II", entry, 116)
        if kind == _ROOT:
            self._root = first
        elif kind == _STREAM:
            name = entry[: max(min(length, _ENTRY_NAME) - 2, 0)].decode("utf-16-le", "replace")
            self._streams.setdefault(name, (first, size))

    def __contains__(self, name: str) -> bool:
        return name in self._streams

    def stream(self, name: str) -> bytes:
        """The content of a stream, as far as the file has it."""
        first, size = self._streams[name]
        if size >= self._least:
            return b"".join(self._sector(number) for number in self._chain(first, self._next))[:size]
        pool = b"".join(self._sector(number) for number in self._chain(self._root, self._next))
        places = (number * _SMALL_SECTOR for number in self._chain(first, self._next_small, _SMALL_SECTOR))
        return b"".join(pool[at : at + _SMALL_SECTOR] for at in places)[:size]

    def _sectors_of_table(self) -> Iterator[int]:
        """Yield the sectors in which the table lies: the header lists the first, and a chain the others."""
        listed = unpack_from(f"<{_LISTED_IN_HEADER}I", self._raw, 76)
        yield from (number for number in listed if self._has(number))
        (number,) = unpack_from("<I", self._raw, 68)
        passed: set[int] = set()
        while self._has(number) and number not in passed:
            passed.add(number)
            *more, number = self._numbers(self._sector(number))
            yield from (found for found in more if self._has(found))

    def _table(self, sectors: Iterator[int]) -> Sequence[int]:
        table = array("I")
        for number in sectors:
            table.extend(self._numbers(self._sector(number)))
            if len(table) > len(self._raw) // _LEAST_OF_SECTOR:
                raise NotReadable(DAMAGED)
        return table

    def _chain(self, first: int, following: Sequence[int], size: int = 0) -> Iterator[int]:
        """Yield the sectors that follow each other, as many as the file can have: one may come again."""
        number, count, size = first, 0, size or self._size
        while number < len(following):
            yield number
            number, count = following[number], count + 1
            if count > len(self._raw) // size + 1:
                raise NotReadable(DAMAGED)

    def _has(self, number: int) -> bool:
        return bool(self._sector(number))

    def _sector(self, number: int) -> bytes:
        start = self._size * (number + 1)
        return self._raw[start : start + self._size]

    @staticmethod
    def _numbers(sector: bytes) -> Sequence[int]:
        numbers = array("I", sector[: len(sector) // 4 * 4])
        if byteorder == "big":
            numbers.byteswap()
        return numbers
