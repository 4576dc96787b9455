"""Tell the old and the new values of a field, so that nothing is said to become what it is."""

import re
from collections.abc import Container, Sequence
from typing import Any, NamedTuple

from journeybook.catalogue import Catalogue
from journeybook.diff.pairing.written import written_in_full, written_value
from journeybook.diff.parts.location import Location
from journeybook.model import Handbook, Journey, Persona, Record, Touchpoint
from journeybook.model.references import kinds_by_field

_NAMING = kinds_by_field(Journey, Persona, Touchpoint, Handbook)
"""The fields that name other things, with the kind of those."""


_PARAGRAPHS = re.compile(r"\n\s*\n")


class At(NamedTuple):
    """An item of a list or a group, with its position or its label."""

    at: int | str
    value: Any


class ToldItem(NamedTuple):
    """An item as people are told of it."""

    at: int | str
    text: str


def said(value: Any) -> Any:
    """Reduce a value to what it says, wherever lines of texts end; a blank line begins a paragraph."""
    if isinstance(value, str):
        return "\n\n".join(" ".join(part.split()) for part in _PARAGRAPHS.split(value.strip()))
    if isinstance(value, tuple):
        return tuple(map(said, value))
    if isinstance(value, dict):
        return {name: said(item) for name, item in value.items()}
    if isinstance(value, Record):
        return type(value), tuple(said(getattr(value, name)) for name in type(value).model_fields)
    return value


def told_sides(
    location: Location, name: str, gone: Sequence[At], come: Sequence[At]
) -> tuple[list[ToldItem], list[ToldItem]]:
    """Tell what is no longer said in a field, and what is new in it.

    A text that became the thing of that title says the same. Of two things of one title the ids are told, and
    of what reads alike otherwise everything that it says.
    """
    olds = [ToldItem(item.at, told_before(location, name, item.value)) for item in gone]
    news = [ToldItem(item.at, told_after(location, name, item.value)) for item in come]
    both = {told.text for told in olds} & {told.text for told in news}
    if not both:
        return olds, news
    if name not in _NAMING:
        return _in_full(olds, gone, both), _in_full(news, come, both)
    texts = _texts(location.names.old, name, olds, gone) | _texts(location.names.new, name, news, come)
    return _with_ids(olds, gone, both, texts), _with_ids(news, come, both, texts)


def _in_full(told: Sequence[ToldItem], items: Sequence[At], both: Container[str]) -> list[ToldItem]:
    return [
        ToldItem(item.at, written_in_full(item.value)) if one.text in both else one
        for one, item in zip(told, items, strict=True)
    ]


def _texts(catalogue: Catalogue, name: str, told: Sequence[ToldItem], items: Sequence[At]) -> set[str]:
    """The texts of the items that name nothing, as a system that the handbook does not list."""
    things = catalogue.tables.get(_NAMING[name], {})
    return {one.text for one, item in zip(told, items, strict=True) if item.value not in things}


def _with_ids(
    told: Sequence[ToldItem], items: Sequence[At], both: Container[str], texts: Container[str]
) -> list[ToldItem]:
    pairs = zip(told, items, strict=True)
    return [
        ToldItem(one.at, f"{one.text} ({item.value})") if one.text in both else one
        for one, item in pairs
        if one.text not in both or one.text not in texts
    ]


def told_before(location: Location, name: str, value: Any) -> str:
    """Tell a value by the titles before the change."""
    titled = location.names.before
    return titled(_NAMING[name], value) if name in _NAMING and value else written_value(value, titled)


def told_after(location: Location, name: str, value: Any) -> str:
    """Tell a value by the titles after the change."""
    titled = location.names.after
    return titled(_NAMING[name], value) if name in _NAMING and value else written_value(value, titled)
