"""Find the steps whose texts use the words of the organisation's own."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from journeybook.catalogue.things import Visit
from journeybook.kinds import ThingKind
from journeybook.links import Leading, LinkedText
from journeybook.model import Record
from journeybook.terms import TermFinder


def visits_by_term(visits: Iterable[Visit], finder: TermFinder) -> Mapping[str, tuple[Visit, ...]]:
    """Return the steps in whose texts each term is used, by the term's id."""
    found: dict[str, dict[Visit, None]] = {}
    for visit in visits if finder else ():
        for text in _texts_of(visit):
            for name in _terms_in(text, finder):
                found.setdefault(name, {})[visit] = None
    return {name: tuple(items) for name, items in found.items()}


def _texts_of(visit: Visit) -> Iterator[str]:
    """The texts of a step; with its first step, those of a stage as a whole."""
    yield from texts_in(visit.step.record)
    if visit.step is visit.stage.steps[0]:
        whole = visit.stage.record.model_copy(update={"steps": ()})
        yield from texts_in(whole)


def _terms_in(text: str, finder: TermFinder) -> Iterator[str]:
    """The ids of the terms that a text uses or links to."""
    yield from (term.id for term in finder.find(text))
    for part in text.parts if isinstance(text, LinkedText) else ():
        if isinstance(part, Leading) and part.kind == ThingKind.TERM:
            yield part.id


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
