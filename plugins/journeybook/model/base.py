"""The base of all groups of keys in a header."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, model_validator

from journeybook.model.fields import Rejected, link_hint

RecordPath = tuple[str | int, ...]
"""Keys and list positions that lead from a record's top to a value."""


class Record(BaseModel):
    """A group of keys in a header; keys that begin with x- are the author's own."""

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())

    short: ClassVar[str | None] = "title"
    """The field for which a plain text stands, where one may stand for the whole group."""

    called: ClassVar[str] = ""
    """The record's kind in words, where the class's name does not say it."""

    spellings: ClassVar[dict[str, str]] = {}
    """Fields that authors may know by another key, with that key."""

    dispensable: ClassVar[Mapping[str, tuple[str, str]]] = MappingProxyType({})
    """Required fields that may be left out where another field has a word: that field, and the word."""

    mistaken: ClassVar[dict[str, str]] = {}
    """Fields whose names are written for another one that must not be missing, with that one."""

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: Any) -> Any:
        """Spell out a plain text, and leave out fields without a value and the author's own keys."""
        if isinstance(value, str) and cls.short is not None:
            return {cls.short: value}
        if not isinstance(value, dict):
            form = "a text or a group of keys" if cls.short else "a group of keys"
            raise Rejected(f"{form} such as '{cls.example()}'", rule="wrong-type", hint=link_hint(value))
        return {
            key: item
            for key, item in value.items()
            if not key.startswith("x-") and (item is not None or key not in cls.keys())  # noqa: SIM118 - of a class
        }

    @classmethod
    def example(cls) -> str:
        """The first field with an ellipsis, for a message."""
        return f"{next(iter(cls.model_fields))}: …"

    @classmethod
    def keys(cls) -> frozenset[str]:
        """The fields, under all names that authors may write for them."""
        return _keys(cls)

    @classmethod
    def may_lack(cls, field: str, data: Mapping[str, Any]) -> bool:
        """Whether a required field may be left out, by the other values of a header."""
        other, word = cls.dispensable.get(field, ("", ""))
        return bool(other) and data.get(other) == word

    @classmethod
    def noun(cls) -> str:
        """The record's kind in words, for a message."""
        if cls.called:
            return cls.called
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).lower()
        return f"an {words}" if words[0] in "aeiou" else f"a {words}"


@cache
def _keys(kind: type[Record]) -> frozenset[str]:
    return frozenset((*kind.model_fields, *kind.spellings.values()))
