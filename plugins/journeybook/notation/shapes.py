"""Tell what a field holds: a text, a number, a word of a closed set, records, and how many of them."""

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from journeybook.model import Duration, Record, Reference

OWN = "x-"
"""How keys begin that are the author's own."""


class Holds(StrEnum):
    """The kind of a single value."""

    TEXT = "text"
    WORD = "word"
    """One of a closed set."""
    WHOLE = "whole number"
    NUMBER = "number"
    DAY = "day"
    FLAG = "flag"
    """Yes or no."""
    FLAG_OR_TEXT = "flag or text"
    RECORD = "record"
    OWN = "own"
    """Whatever an author keeps under a key of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldShape:
    """The shape of a field's value."""

    holds: Holds
    is_list: bool = False
    is_by_key: bool = False
    """Whether values stand under keys of the author's."""
    key_reference: Reference | None = None
    """What these keys name."""
    record: type[Record] | None = None
    reference: Reference | None = None
    """What a text names."""
    words: tuple[str, ...] = ()
    """The closed set."""

    @property
    def is_parted(self) -> bool:
        """Whether it has a place of its own for each value within: keys that name things, nameless groups."""
        if self.is_by_key:
            return self.key_reference is not None
        return self.record is not None and not self.is_list and self.record.short is None


OWN_SHAPE = FieldShape(holds=Holds.OWN)
_SINGLE: Mapping[Any, Holds] = MappingProxyType(
    {
        str: Holds.TEXT,
        int: Holds.WHOLE,
        float: Holds.NUMBER,
        bool: Holds.FLAG,
        date: Holds.DAY,
        Duration: Holds.TEXT,
    }
)


def shape_of(record: type[Record], field: str) -> FieldShape:
    """The shape of a field, or of a key of the author's own."""
    return shapes_of(record).get(field, OWN_SHAPE)


@cache
def shapes_of(record: type[Record]) -> Mapping[str, FieldShape]:
    """The shapes of all fields of a class, in their order."""
    shapes = {
        name: _shape([*field.metadata, *_parts(field.annotation)])
        for name, field in record.model_fields.items()
    }
    return MappingProxyType(shapes)


@cache
def inner_shape(shape: FieldShape) -> FieldShape:
    """The shape of what stands under a single key."""
    return FieldShape(
        holds=shape.holds,
        is_list=shape.is_list,
        record=shape.record,
        reference=shape.reference,
        words=shape.words,
    )


@dataclass(frozen=True, slots=True)
class _Key:
    reference: Reference | None


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield what an annotation is made of, from without to within."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from inner[1:]
        yield from _parts(inner[0])
    elif origin is dict:
        yield _Key(next((part for part in _parts(inner[0]) if isinstance(part, Reference)), None))
        yield from _parts(inner[1])
    elif origin is Literal:
        yield inner
    elif origin in {tuple, Union, types.UnionType}:
        yield from [list] * (origin is tuple)
        for part in inner:
            yield from _parts(part)
    else:
        yield annotation


def _shape(parts: list[Any]) -> FieldShape:
    key = next((part for part in parts if isinstance(part, _Key)), None)
    record = next((part for part in parts if isinstance(part, type) and issubclass(part, Record)), None)
    words = next((part for part in parts if isinstance(part, tuple)), ())
    return FieldShape(
        holds=_holds(parts, record, words),
        is_list=list in parts,
        is_by_key=key is not None,
        key_reference=key.reference if key else None,
        record=record,
        reference=next((part for part in parts if isinstance(part, Reference)), None),
        words=words,
    )


def _holds(parts: list[Any], record: type[Record] | None, words: tuple[str, ...]) -> Holds:
    if record is not None:
        return Holds.RECORD
    if words:
        return Holds.WORD
    if bool in parts and str in parts:
        return Holds.FLAG_OR_TEXT
    return next(_SINGLE[part] for part in parts if isinstance(part, type) and part in _SINGLE)
