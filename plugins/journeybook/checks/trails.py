"""Journeys that lead back to themselves, as parent, sub-journey or what they are compared with."""

from collections.abc import Iterator, Mapping

from journeybook import model
from journeybook.catalogue import Catalogue
from journeybook.findings import Finding, quoted


def circles(catalogue: Catalogue) -> Iterator[Finding]:
    """Journeys that name themselves, and journeys that are their own parent by way of others."""
    parents = {
        document.id: document.record.parent
        for document in catalogue.folder.of_kind("journey")
        if isinstance(document.record, model.Journey) and document.record.parent
    }
    for document in catalogue.folder.of_kind("journey"):
        for use in document.uses:
            if use.kind == "journey" and use.id == document.id:
                message = f"The journey names itself: {quoted(use.id)}."
                yield document.finding(use.path, "self-reference", message)
        if _is_in_circle(document.id, parents):
            message = f"The journey is its own parent by way of {quoted(parents[document.id])}."
            yield document.finding(("parent",), "self-reference", message)


def _is_in_circle(journey: str, parents: Mapping[str, str]) -> bool:
    """Whether the parents of a journey lead back to it over at least one other journey."""
    seen = [journey]
    while (above := parents.get(seen[-1])) and above not in seen:
        seen.append(above)
    return above == journey and len(seen) > 1
