"""Find the steps and stages whose texts use the words of the organisation's own."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from journeybook.catalogue.spots import Spot
from journeybook.kinds import ThingKind
from journeybook.links import Leading, LinkedText
from journeybook.model import JourneyStage, Record
from journeybook.terms import TermFinder


def spots_by_term(spots: Iterable[Spot], finder: TermFinder) -> Mapping[str, tuple[Spot, ...]]:
    """Return the steps, and the stages as a whole, in whose texts each term is used, by the term's id."""
    found: dict[str, dict[Spot, None]] = {}
    for spot in spots if finder else ():
        for text in _texts_of(spot):
            for name in _terms_in(text, finder):
                found.setdefault(name, {})[spot] = None
    return {name: tuple(items) for name, items in found.items()}


def _texts_of(spot: Spot) -> Iterator[str]:
    """The texts of a step, or those of a stage apart from its steps."""
    record = spot.part.record
    return texts_in(record.model_copy(update={"steps": ()}) if isinstance(record, JourneyStage) else record)


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
