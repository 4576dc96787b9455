"""Things that nothing refers to."""

from collections.abc import Iterator

from journeybook import model
from journeybook.catalogue import Catalogue
from journeybook.checks.inspection import Inspection, found
from journeybook.checks.references import ROW_REFERENCES
from journeybook.findings import Finding
from journeybook.load import Document

_IN_FILES = ("persona", "touchpoint")
_IN_HANDBOOK = ("channel", "team", "metric")


def unused(inspection: Inspection) -> Iterator[Finding]:
    """Personas, touchpoints, channels, teams and metrics that no reference and no link names."""
    catalogue = inspection.catalogue
    if not inspection.is_complete:
        return
    named = _named(catalogue)
    for kind in _IN_FILES:
        for document in catalogue.folder.of_kind(kind):
            if (kind, document.id) not in named and not _is_set_aside(document):
                yield found(document, ("title",), f"unused-{kind}", id=document.id)
    handbook = next(catalogue.folder.of_kind("handbook"), None)
    if handbook is not None:
        yield from _unused_vocabulary(catalogue, handbook, named)


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
                yield found(handbook, (f"{kind}s", number, "id"), f"unused-{kind}", id=item.id)


def _named(catalogue: Catalogue) -> set[tuple[str, str]]:
    named: set[tuple[str, str]] = set()
    for document in catalogue.folder.documents:
        named.update((use.kind, use.id) for use in document.uses)
        named.update((link.kind, link.id) for link in document.links)
        named.update((kind, getattr(value, kind)) for _, value in document.values for kind in ROW_REFERENCES)
    return named
