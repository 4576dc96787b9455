"""Find values that are given twice: pages could show only one of them."""

from collections.abc import Iterator

from journeybook.catalogue import Catalogue
from journeybook.findings import Finding, Place
from journeybook.kinds import ThingKind
from journeybook.model import SCOPES, Value


def repeated_values(catalogue: Catalogue) -> Iterator[Finding]:
    """Two rows, of one file or of two, for the same metric, day and scope; a month is its first day."""
    first: dict[tuple[object, ...], tuple[Place, Value]] = {}
    for document in catalogue.folder.of_kind(ThingKind.VALUES):
        for line, value in document.values:
            place = Place(path=document.path, line=line)
            key = (value.metric, value.date, *(getattr(value, name) for name in SCOPES))
            earlier, known = first.setdefault(key, (place, value))
            if earlier is not place:
                yield Finding(place=place, rule="repeated-value", message=_message(earlier, known, value))


def _message(earlier: Place, known: Value, value: Value) -> str:
    given = f"The value of '{value.metric}' for this day and scope is already given in {earlier.line_of_file}"
    if known.value == value.value:
        return f"{given}. Delete one of the rows."
    return f"{given}: {known.value:g}, and {value.value:g} here. Keep the one that is right."
