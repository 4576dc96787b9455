"""Check ids, and make them from titles."""

import re
import unicodedata

from anyascii import anyascii

LONGEST_ID = 64
"""The most characters of an id: names of files and folders are made of it."""
ID = rf"(?!.{{{LONGEST_ID + 1}}})[a-z0-9]+(-[a-z0-9]+)*"
"""The regular expression of an id."""

_ID = re.compile(ID)
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LONGEST = 60


def is_id(text: str) -> bool:
    """Whether a text is an id: at most 64 small ASCII letters and digits, joined by single dashes."""
    return _ID.fullmatch(text) is not None


def slug(title: str, *, fallback: str) -> str:
    """Make an id from a title; German letters are spelled out, other letters become ASCII."""
    ascii_text = anyascii(unicodedata.normalize("NFC", title).lower().translate(_GERMAN)).lower()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition("-")[0] or words[:_LONGEST]
    return words or fallback
