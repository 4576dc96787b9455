"""Take the fingerprint of all values that a page can reach: equal fingerprints, equal pages."""

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from itertools import count
from operator import attrgetter
from types import MappingProxyType, NoneType
from typing import Any

from pydantic import BaseModel

from journeybook.load import Document

Read = Callable[["Fingerprints", Any], int]
"""Makes the number of a value of one kind."""

_UNEQUAL = count()
_WRITTEN = {int, float, bool}
"""Kinds of values that are what is written of them; not by `hash`: that of 1, 1.0 and True is the same, and
that of -1 and -2."""


class Fingerprints:
    """Makes the numbers for what the pages of one build show.

    Nothing has to be named for a page to depend on it: whatever a template can reach from what it is given
    counts. What many pages show is gone through once. A number has 64 bits and holds in this process only.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[int, object]] = {}
        """Numbers by identity, each with its thing, so that no other thing takes its identity."""

    def of(self, value: object) -> int:
        """Make the number of a value."""
        kind: Any = type(value)
        return _reader(kind)(self, value)

    def of_all(self, values: Iterable[Any]) -> int:
        """Make one number of several values in their order.

        Most are texts, which stand for themselves, since Python keeps the hash of each, or nothing, or
        numbers, or have been seen before: a save of a hundred journeys asks for a million.
        """
        known, parts = self._known, list[object]()
        for value in values:
            kind = value.__class__
            if kind is str or value is None or (kind is tuple and not value):
                parts.append(value)
            elif kind in _WRITTEN:
                parts.append((kind, repr(value)))
            else:
                seen = known.get(id(value))
                parts.append(self.of(value) if seen is None else seen[0])
        return hash(tuple(parts))

    def once(self, thing: object, read: Read) -> int:
        """Make the number of a thing, or take the one that was made before."""
        known = self._known.get(id(thing))
        if known is None:
            known = self._known[id(thing)] = (read(self, thing), thing)
        return known[0]


@cache
def _reader(kind: Any) -> Read:
    """Choose how to read values of a kind; those of an unknown kind equal nothing, so no change is missed."""
    return next((make(kind) for kinds, make in _READERS if issubclass(kind, kinds)), _unequal)


def _unequal(_: Fingerprints, __: object) -> int:
    return next(_UNEQUAL)


def _written(kind: Any) -> Read:
    # as of _WRITTEN
    return lambda _, value: hash((kind, repr(value)))


def _of_record(kind: Any) -> Read:
    return lambda made, value: made.once(value, lambda _, record: hash((kind, record.model_dump_json())))


def _of_thing(kind: Any) -> Read:
    if not is_dataclass(kind):
        return _unequal
    names = [field.name for field in fields(kind)]
    # the record of a thing with a document is what stands in that, byte for byte
    parts = attrgetter("__class__", *(name for name in names if name != "record" or "document" not in names))
    return lambda made, value: made.once(value, lambda made, thing: made.of_all(parts(thing)))


_READERS: tuple[tuple[Any, Callable[[Any], Read]], ...] = (
    (Enum, lambda kind: lambda _, value: hash((kind, value.name))),
    (str, lambda _: lambda _, value: hash(value)),
    ((int, float, NoneType, date, datetime, type), _written),
    ((tuple, list), lambda _: Fingerprints.of_all),
    (
        (dict, MappingProxyType),
        lambda _: lambda made, value: hash((made.of_all(value), made.of_all(value.values()))),
    ),
    ((set, frozenset), lambda _: lambda made, value: hash(frozenset(map(made.of, value)))),
    (Document, lambda _: lambda _, value: hash((value.inside, value.digest))),
    (BaseModel, _of_record),
    (object, _of_thing),
)
"""The kinds of values, the particular before the general, and how each is read."""
