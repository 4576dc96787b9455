"""Rewrite a file of a handbook with another header, and leave its ends of lines and its narrative."""

from typing import Any

from journeybook.frontmatter import decode, split
from journeybook.importing.merging import NotRevised, revised
from journeybook.model import Record

_MARK = b"\xef\xbb\xbf"


def with_header(raw: bytes, record: type[Record], data: Any) -> str:
    """Return the text of a file that says something else in its header."""
    text = decode(raw)
    old = split(text).header
    made = revised(old, record, data)
    return as_in(raw, text.replace(old, made, 1) if made != old else text)


def as_in(raw: bytes, text: str) -> str:
    """Return a text with the byte-order mark and the ends of lines of a file; `NotRevised` if mixed."""
    breaks = raw.count(b"\r\n")
    if raw.count(b"\r") != breaks or breaks not in {0, raw.count(b"\n")}:
        raise NotRevised
    mark = "\ufeff" if raw.startswith(_MARK) else ""
    return mark + (text.replace("\n", "\r\n") if breaks else text)
