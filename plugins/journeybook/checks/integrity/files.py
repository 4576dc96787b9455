"""Report what was wrong with the files themselves."""

from collections.abc import Iterator

from journeybook.catalogue import Catalogue
from journeybook.findings import Finding, Place


def unreadable(catalogue: Catalogue) -> Iterator[Finding]:
    """Files that could not be opened, and headers and rows that could not be read."""
    yield from catalogue.folder.findings
    for document in catalogue.folder.documents:
        yield from (*document.findings, *document.hints)


def unpublishable_files(catalogue: Catalogue) -> Iterator[Finding]:
    """Files that lie where a site publishes them, and are neither pictures nor documents."""
    folder = catalogue.folder
    for inside, asset in folder.judged.items():
        if asset.refusal:
            place = Place(path=f"{folder.label}/{inside}")
            yield Finding(place=place, rule="unpublishable-file", message=asset.refusal)
