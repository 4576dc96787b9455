"""A header whose fields have German names in, one problem out that says what each is called."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from journeybook.findings import quoted
from journeybook.model.base import Record, RecordPath
from journeybook.model.references import is_by_key, record_of
from journeybook.model.words.synonyms import german

_FEW = 2
_MOST_TOLD = 8


class GermanField(NamedTuple):
    """A key that is the German word for a field."""

    path: RecordPath
    field: str


def german_fields(kind: type[Record], data: Any) -> tuple[GermanField, ...]:
    """The German keys of a header, those within such keys included; a single one is a slip like any other."""
    found = tuple(_within(kind, data, ()))
    return found if len(found) >= _FEW else ()


def _within(kind: type[Record], data: Any, at: RecordPath) -> Iterator[GermanField]:
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield from _within(kind, item, (*at, number))
    if isinstance(data, dict):
        for key, value in data.items():
            field = _meant(kind, key, data)
            if field != key and field:
                yield GermanField((*at, key), field)
            inner = record_of(kind, field)
            if inner and not is_by_key(kind, field):
                yield from _within(inner, value, (*at, key))


def _meant(kind: type[Record], key: str, group: dict[str, Any]) -> str:
    """The field that a key stands for, if any."""
    mistaken = kind.mistaken.get(key)
    if mistaken and mistaken not in group:
        return mistaken
    return key if key in kind.keys() else german(key, kind.keys())  # noqa: SIM118 - of a class


def say_german_fields(fields: tuple[GermanField, ...]) -> str:
    """Say what German keys are called here."""
    names = {str(item.path[-1]): item.field for item in fields}
    told = [f"'{field}' for {quoted(key)}" for key, field in names.items()]
    more = f" and so on; {len(told)} in all" if len(told) > _MOST_TOLD else ""
    return f"The fields of a header have English names. Write {', '.join(told[:_MOST_TOLD])}{more}."
