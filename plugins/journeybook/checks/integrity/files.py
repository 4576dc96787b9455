"""Report what was wrong with the files themselves."""

from collections.abc import Iterator

from journeybook.catalogue import Catalogue
from journeybook.findings import Finding


def unreadable(catalogue: Catalogue) -> Iterator[Finding]:
    """Files that could not be opened, and headers and rows that could not be read."""
    yield from catalogue.folder.findings
    for document in catalogue.folder.documents:
        yield from document.findings
