"""Report what was wrong with the files themselves."""

from collections.abc import Iterator

from journeybook.catalogue import Catalogue
from journeybook.findings import Finding, Place
from journeybook.load.density import overload


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


def overloaded_texts(catalogue: Catalogue) -> Iterator[Finding]:
    """Texts that Markdown would take minutes for, or could not follow."""
    for document in catalogue.folder.documents:
        found = overload(document.body)
        if found:
            line, message = found
            place = Place(path=document.path, line=document.body_line + line)
            yield Finding(place=place, rule="overloaded-text", message=message)
