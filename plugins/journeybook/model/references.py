"""Which fields of a record refer to other things, read from the annotations of its class."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from journeybook.model.base import Path, Record


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field whose values are ids of another kind of thing."""

    kind: str
    """`persona`, `touchpoint`, `channel`, `stage`, `team`, `metric`, `journey`, `step` or `pain-point`."""
    or_text: bool = False
    """Whether text that is no id may stand there as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A place in a record that names another thing."""

    path: Path
    """Keys and list positions from the record's top."""
    kind: str
    id: str
    or_text: bool = False


@dataclass(frozen=True, slots=True)
class _Slot:
    """What the values of one field hold."""

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
            slots.append(_Slot(name, *(_first(part) for part in (references, keys, records))))
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


def references(record: Record, path: Path = ()) -> Iterator[Use]:
    """Yield every place of a record, and of the records in it, that names another thing."""
    for slot in _slots(type(record)):
        value = getattr(record, slot.name)
        if value is None or value == ():
            continue
        here = (*path, slot.name)
        if slot.key_reference is not None and isinstance(value, dict):
            yield from _uses(slot.key_reference, value, here)
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                yield from _of_item(slot, item, (*here, position))
        else:
            yield from _of_item(slot, value, here)


def _uses(reference: Reference, value: dict[str, Any], path: Path) -> Iterator[Use]:
    for key in value:
        if key != "*":
            yield Use(path=(*path, key), kind=reference.kind, id=key)


def _of_item(slot: _Slot, item: Any, path: Path) -> Iterator[Use]:
    if isinstance(item, Record):
        yield from references(item, path)
    elif slot.reference is not None and isinstance(item, str):
        yield Use(path=path, kind=slot.reference.kind, id=item, or_text=slot.reference.or_text)
