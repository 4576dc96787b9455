"""Things that nothing refers to."""

from collections.abc import Iterator

from journeybook import model
from journeybook.catalogue import Catalogue
from journeybook.checks.references import ROW_REFERENCES
from journeybook.findings import Finding
from journeybook.load import Document

_IN_FILES = ("persona", "touchpoint")
_IN_HANDBOOK = ("channel", "team", "metric")


def unused(catalogue: Catalogue) -> Iterator[Finding]:
    """Personas, touchpoints, channels, teams and metrics that no reference and no link names."""
    if not _is_complete(catalogue):
        return
    named = _named(catalogue)
    for kind in _IN_FILES:
        for document in catalogue.folder.of_kind(kind):
            if (kind, document.id) not in named and not _is_set_aside(document):
                yield document.finding(("title",), f"unused-{kind}", _message(kind, document.id))
    handbook = next(catalogue.folder.of_kind("handbook"), None)
    if handbook is not None:
        yield from _unused_vocabulary(catalogue, handbook, named)


def _is_complete(catalogue: Catalogue) -> bool:
    """Whether everything could be read; what is not read may be what names the rest."""
    documents = catalogue.folder.documents
    return not catalogue.folder.unread and all(item.record or item.kind == "values" for item in documents)


def _is_set_aside(document: Document) -> bool:
    """Whether a thing is described so that it is not used: personas to turn away, touchpoints of the past."""
    match document.record:
        case model.Persona(type="negative") | model.Touchpoint(lifecycle="retired"):
            return True
    return False


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
        named.update((use.kind, use.id) for use in document.uses)
        named.update((link.kind, link.id) for link in document.links)
        named.update((kind, getattr(value, kind)) for _, value in document.values for kind in ROW_REFERENCES)
    return named
