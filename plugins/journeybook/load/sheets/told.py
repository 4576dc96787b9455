"""Put what a file of values says, and what is wrong with it, into its document."""

from collections.abc import Iterable
from dataclasses import replace

from journeybook.findings import Finding, Severity
from journeybook.load.document import Document
from journeybook.model import Value

ReadRow = tuple[int, Value] | Finding
"""A value with its line, or what is wrong."""
_OF_THE_FILE = frozenset({"older-encoding"})


def with_rows(document: Document, items: Iterable[ReadRow]) -> Document:
    """Give a document what its rows say; what was known of the file as a whole is kept."""
    told = tuple(items)
    found = [item for item in told if isinstance(item, Finding)]
    kept = [hint for hint in document.hints if hint.rule in _OF_THE_FILE]
    return replace(
        document,
        values=tuple(item for item in told if not isinstance(item, Finding)),
        findings=tuple(item for item in found if item.severity is not Severity.INFO),
        hints=(*kept, *(item for item in found if item.severity is Severity.INFO)),
    )
