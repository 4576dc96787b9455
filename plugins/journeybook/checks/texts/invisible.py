"""Find characters that nobody sees, and that keep words from being found."""

import re
import unicodedata
from collections.abc import Iterator

from journeybook.checks.inspection import Inspection, found_at
from journeybook.findings import Finding, Place

_WITHOUT_WIDTH = re.compile("[\u200b\u2060\ufeff]")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u061c\u200e\u200f]")
_FROM_RIGHT = re.compile("[\u05d0-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters of scripts that run from right to left, beside which marks of direction have a meaning."""


def invisible_characters(inspection: Inspection) -> Iterator[Finding]:
    """Lines with blanks without width, or with marks of direction where text runs one way."""
    for document in inspection.catalogue.folder.documents:
        header, body = document.header, document.body
        yield from _of_text(document.path, header.text, header.first_line)
        yield from _of_text(document.path, body, document.body_line)


def _of_text(path: str, text: str, first_line: int) -> Iterator[Finding]:
    sought = _WITHOUT_WIDTH if _FROM_RIGHT.search(text) else _INVISIBLE
    for line, written in enumerate(text.split("\n") if sought.search(text) else (), first_line):
        if found := sought.search(written):
            character = f"U+{ord(found[0]):04X} ({unicodedata.name(found[0]).lower()})"
            place = Place(path=path, line=line, column=found.start() + 1)
            yield found_at(place, "invisible-character", character=character)
