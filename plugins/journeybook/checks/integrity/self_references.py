"""Find journeys that name themselves: as parent, sub-journey or what they are compared with."""

from collections.abc import Iterator

from journeybook.catalogue import Catalogue
from journeybook.findings import Finding, quoted
from journeybook.kinds import ThingKind


def self_references(catalogue: Catalogue) -> Iterator[Finding]:
    """Journeys that name themselves."""
    for document in catalogue.folder.of_kind(ThingKind.JOURNEY):
        for use in document.uses:
            if use.kind is ThingKind.JOURNEY and use.id == document.id:
                message = f"The journey names itself: {quoted(use.id)}."
                yield document.finding(use.path, "self-reference", message)
