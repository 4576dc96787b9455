"""Things that nothing refers to."""

from collections.abc import Iterator

from journeybook.catalogue import Catalogue
from journeybook.findings import Finding
from journeybook.load import Document
from journeybook.model import references

_IN_FILES = ("persona", "touchpoint")
_IN_HANDBOOK = ("channel", "team", "metric")


def unused(catalogue: Catalogue) -> Iterator[Finding]:
    """Personas, touchpoints, channels, teams and metrics that no reference and no link names."""
    named = _named(catalogue)
    for kind in _IN_FILES:
        for document in catalogue.folder.of_kind(kind):
            if document.record is not None and (kind, document.id) not in named:
                yield document.finding(("title",), f"unused-{kind}", _message(kind, document.id))
    handbook = next(catalogue.folder.of_kind("handbook"), None)
    if handbook is not None:
        yield from _unused_vocabulary(catalogue, handbook, named)


def _unused_vocabulary(
    catalogue: Catalogue, handbook: Document, named: set[tuple[str, str]]
) -> Iterator[Finding]:
    for kind in _IN_HANDBOOK:
        for number, item in enumerate(getattr(catalogue.handbook, f"{kind}s")):
            if (kind, item.id) not in named:
                path = (f"{kind}s", number, "id")
                yield handbook.finding(path, f"unused-{kind}", _message(kind, item.id))


def _message(kind: str, name: str) -> str:
    return f"Nothing refers to the {kind} '{name}'."


def _named(catalogue: Catalogue) -> set[tuple[str, str]]:
    named: set[tuple[str, str]] = set()
    for document in catalogue.folder.documents:
        if document.record is not None:
            named.update((use.kind, use.id) for use in references(document.record))
        named.update((link.kind, link.id) for link in document.links)
        named.update(("metric", value.metric) for _, value in document.values)
    return named
