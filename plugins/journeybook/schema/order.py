"""The order of keys in a header: what a thing is comes first, the long lists come last."""

from collections.abc import Mapping
from typing import Any

from journeybook.model.base import Record
from journeybook.model.journey import Journey, JourneyStage
from journeybook.model.references import is_by_key, record_of

_FIRST: dict[type[Record], dict[str, int]] = {
    Journey: {"id": 0, "title": 0, "persona": 1, "personas": 1},
    JourneyStage: {"stage": 0, "id": 1, "title": 1},
}
_FIRST_ELSEWHERE = {"id": 0, "title": 0}
_LAST = {Journey: "stages", JourneyStage: "steps"}


def rank(record: type[Record], key: str) -> int:
    """The rank of a key among those of its group; the order of keys of one rank is the author's."""
    first = _FIRST.get(record, _FIRST_ELSEWHERE)
    behind = 9 if key == _LAST.get(record) else 8
    return first.get(key, behind)


def field_of(record: type[Record], key: str) -> str:
    """The field that a key is written for."""
    return next((field for field, spelling in record.spellings.items() if spelling == key), key)


def in_house_order(record: type[Record], data: Any) -> Any:
    """Return the values of a header with all keys in one order: by rank, then as the model has the fields.

    An id stands before a title; keys of the author's own come last.
    """
    if isinstance(data, (list, tuple)):
        return [in_house_order(record, item) for item in data]
    if not isinstance(data, Mapping):
        return data
    fields = ["id", *record.model_fields]
    known = {key: fields.index(field) for key in data if (field := field_of(record, key)) in fields}
    keys = sorted(data, key=lambda key: (rank(record, key), known.get(key, len(fields))))
    return {key: _within(record, field_of(record, key), data[key]) for key in keys}


def _within(record: type[Record], field: str, value: Any) -> Any:
    inner = record_of(record, field)
    if inner is None:
        return value
    if is_by_key(record, field) and isinstance(value, Mapping):
        return {key: in_house_order(inner, item) for key, item in value.items()}
    return in_house_order(inner, value)
