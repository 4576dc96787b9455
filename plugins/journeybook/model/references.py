"""Find the values of a header that refer to other things, by the annotations of the record's class."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from journeybook.kinds import ThingKind
from journeybook.model.base import Record, RecordPath


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field whose values are ids of another kind of thing."""

    kind: ThingKind
    or_text: bool = False
    """Whether text that is no id may stand there as well."""
    until_listed: bool = False
    """Whether text may stand there as long as the handbook lists nothing of the kind."""


class Use(NamedTuple):
    """A place in a record that names another thing."""

    path: RecordPath
    """Keys and list positions from the record's top."""
    kind: ThingKind
    id: str
    or_text: bool = False
    until_listed: bool = False
    at_key: bool = False
    """Whether the id is a key, as of a satisfaction for each persona."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """A field that leads to references."""

    name: str
    reference: Reference | None
    key_reference: Reference | None
    record: type[Record] | None


@cache
def _slots(kind: type[Record]) -> tuple[_Slot, ...]:
    """The fields of a class that lead to references, directly or through other records."""
    slots = []
    for name, field in kind.model_fields.items():
        marks = [mark for mark in field.metadata if isinstance(mark, Reference)]
        found = list(_walk(field.annotation))
        references = marks + [item for item in found if isinstance(item, Reference)]
        keys = [item.reference for item in found if isinstance(item, _KeyReference)]
        records = [item for item in found if isinstance(item, type)]
        if references or keys or records:
            found_first = [_first(part) for part in (references, keys, records)]
            slots += [_Slot(key, *found_first) for key in (name, kind.spellings.get(name)) if key]
    return tuple(slots)


@dataclass(frozen=True, slots=True)
class _KeyReference:
    reference: Reference


def _first(items: list[Any]) -> Any:
    return items[0] if items else None


def _walk(annotation: Any) -> Iterator[Any]:
    """Yield the records and reference marks within an annotation."""
    origin = get_origin(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    elif origin is Annotated:
        inner, *marks = get_args(annotation)
        yield from (mark for mark in marks if isinstance(mark, Reference))
        yield from _walk(inner)
    elif origin is dict:
        key, value = get_args(annotation)
        yield from (_KeyReference(mark) for mark in _walk(key) if isinstance(mark, Reference))
        yield from _walk(value)
    elif origin in {tuple, Union, types.UnionType}:
        for part in get_args(annotation):
            yield from _walk(part)


def record_of(kind: type[Record], field: str) -> type[Record] | None:
    """The class of the records that a field holds, if it holds any."""
    return next((slot.record for slot in _slots(kind) if slot.name == field), None)


def is_by_key(kind: type[Record], field: str) -> bool:
    """Whether the records that a field holds stand under keys of the author's."""
    return any(slot.key_reference is not None for slot in _slots(kind) if slot.name == field)


@cache
def records_within(kind: type[Record]) -> tuple[type[Record], ...]:
    """The class itself and those of all records that its fields can hold, each once."""
    found = {kind: None}
    for slot in _slots(kind):
        if slot.record is not None:
            found |= dict.fromkeys(records_within(slot.record))
    return tuple(found)


def kinds_by_field(*tops: type[Record]) -> dict[str, ThingKind]:
    """The fields of records, and of those within them, whose values are ids, with the kind that they name."""
    slots = (slot for top in tops for record in records_within(top) for slot in _slots(record))
    return {slot.name: slot.reference.kind for slot in slots if slot.reference}


def references(kind: type[Record], data: Any) -> tuple[Use, ...]:
    """Every place of a header's values that names another thing, even where other values are wrong."""
    found: list[Use] = []
    _gather(kind, data, (), found)
    return tuple(found)


def _gather(kind: type[Record], data: Any, path: RecordPath, found: list[Use]) -> None:
    if isinstance(data, str) and _short_refers(kind):
        data = {kind.short: data}
    if not isinstance(data, dict):
        return
    for slot in _slots(kind):
        value = data.get(slot.name)
        if isinstance(value, list):
            for position, item in enumerate(value):
                _gather_item(slot, item, (*path, slot.name, position), found)
        elif value is not None:
            _gather_item(slot, value, (*path, slot.name), found)


@cache
def _short_refers(kind: type[Record]) -> bool:
    """Whether the field for which a plain text stands leads to references."""
    return any(slot.name == kind.short for slot in _slots(kind))


def _gather_item(slot: _Slot, item: Any, path: RecordPath, found: list[Use]) -> None:
    if slot.key_reference is not None:
        found.extend(_of_keys(slot.key_reference, item, path))
        if slot.record is not None:
            _gather_each(slot.record, item, path, found)
    elif slot.record is not None:
        _gather(slot.record, item, path, found)
    elif slot.reference is not None and isinstance(item, str) and item.strip():
        mark = slot.reference
        found.append(Use(path, mark.kind, item.strip(), mark.or_text, mark.until_listed))


def _gather_each(record: type[Record], groups: Any, path: RecordPath, found: list[Use]) -> None:
    """Gather from the records that stand under the keys of a group."""
    for key, value in groups.items() if isinstance(groups, dict) else ():
        items = enumerate(value) if isinstance(value, list) else [(None, value)]
        for number, item in items:
            _gather(record, item, (*path, key) if number is None else (*path, key, number), found)


def written_ids(kind: type[Record], data: Any) -> Iterator[tuple[type[Record], str]]:
    """Every id that a header's values give to a record within, even where other values are wrong."""
    for name, record in _slots_with_ids(kind) if isinstance(data, dict) else ():
        value = data.get(name)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                own = item.get("id")
                if isinstance(own, str):
                    yield record, own
                yield from written_ids(record, item)


@cache
def _slots_with_ids(kind: type[Record]) -> tuple[tuple[str, type[Record]], ...]:
    """The fields of a class that lead to records with ids, with the class of these."""
    slots = ((slot.name, slot.record) for slot in _slots(kind) if slot.record is not None)
    return tuple(
        (name, record)
        for name, record in slots
        if any("id" in within.model_fields for within in records_within(record))
    )


def _of_keys(reference: Reference, value: Any, path: RecordPath) -> Iterator[Use]:
    if isinstance(value, dict):
        for key in sorted(key for key in value.keys() - {"*"} if key.strip() and not key.startswith("x-")):
            yield Use(path=(*path, key), kind=reference.kind, id=key, at_key=True)
