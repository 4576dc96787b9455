"""Find the steps whose texts use the words of the organisation's own."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from journeybook.catalogue.things import Visit
from journeybook.model import Record
from journeybook.terms import TermFinder


def visits_by_term(visits: Iterable[Visit], finder: TermFinder) -> Mapping[str, tuple[Visit, ...]]:
    """Return the steps in whose texts each term is used, by the term's id."""
    found: dict[str, dict[Visit, None]] = {}
    for visit in visits if finder else ():
        for text in texts_in(visit.step.record):
            for term in finder.find(text):
                found.setdefault(term.id, {})[visit] = None
    return {name: tuple(items) for name, items in found.items()}


def texts_in(value: Any) -> Iterator[str]:
    """Yield every text within a record, the words of closed sets and the ids of other things included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)
