"""Find what does not belong into a lane of the handbook's own, or to it."""

from collections.abc import Iterator

from journeybook import model
from journeybook.catalogue import Catalogue
from journeybook.findings import Finding, quoted
from journeybook.kinds import ThingKind
from journeybook.load import Document


def unfit_aggregates(catalogue: Catalogue) -> Iterator[Finding]:
    """Lanes of texts or of links that are to be summed or averaged."""
    handbook = catalogue.folder.handbook
    if handbook is None or not isinstance(handbook.record, model.Handbook):
        return
    for number, lane in enumerate(handbook.record.lanes):
        if lane.kind != "number" and lane.aggregate != "none":
            message = (
                f"'aggregate' must be none in a lane of kind '{lane.kind}', not '{lane.aggregate}'. "
                "Only numbers are put together."
            )
            yield handbook.finding(("lanes", number, "aggregate"), "invalid-value", message)


def unfit_entries(catalogue: Catalogue) -> Iterator[Finding]:
    """Texts in lanes of numbers or of links, and links in lanes of texts or of numbers."""
    lanes = {lane.id: lane for lane in catalogue.handbook.lanes}
    for document in catalogue.folder.of_kind(ThingKind.JOURNEY) if lanes else ():
        if isinstance(document.record, model.Journey):
            yield from _in_journey(document, document.record, lanes)


def _in_journey(
    document: Document, journey: model.Journey, lanes: dict[str, model.OwnLane]
) -> Iterator[Finding]:
    for path, part in journey.parts:
        for name, entries in part.lanes.items():
            for number, entry in enumerate(entries) if name in lanes else ():
                refusal = lanes[name].refusal(entry)
                if refusal:
                    message = f"'{name}' must be {refusal.expected}, not {quoted(entry.text)}.{refusal.hint}"
                    yield document.finding((*path, "lanes", name, number), refusal.rule, message)
