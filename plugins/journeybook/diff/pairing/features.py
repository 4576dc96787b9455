"""Write what a record says beside its title as features, by which it is found again."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from typing import TypeVar

from journeybook.diff.pairing.matching import Item
from journeybook.diff.pairing.written import written_value
from journeybook.load import Document
from journeybook.model import Action, Evidence, Record
from journeybook.naming import KindAndId

_NAMES = ("title", "id")
T = TypeVar("T", Action, Evidence)
"""A record that nothing names but its title."""


def items_by_title(records: Iterable[T]) -> Iterator[Item[T]]:
    """Yield the records of a list that have no id of their own, to be found again by title and features."""
    for at, record in enumerate(records):
        yield Item(
            thing=record,
            id=record.title.casefold(),
            is_written=False,
            title=record.title,
            features=features(record),
            at=at,
        )


def features(record: Record, *, but: Container[str] = ()) -> frozenset[str]:
    """The texts and numbers of a record that somebody wrote, each behind the name of its field."""
    return frozenset(_features(record, but))


def _features(record: Record, but: Container[str]) -> Iterator[str]:
    for name in record.model_fields_set - {*_NAMES}:
        value = getattr(record, name)
        if name in but or value is None or isinstance(value, bool):
            continue
        if isinstance(value, tuple):
            yield from (f"{name}:{_title(item) or written_value(item)}" for item in value)
        elif not isinstance(value, dict):
            yield f"{name}:{written_value(value)}"


def features_of_uses(documents: Iterable[Document]) -> dict[KindAndId, frozenset[str]]:
    """Find where things are named, file by file: another name there is most often one of the same thing."""
    found: dict[KindAndId, set[str]] = defaultdict(set)
    for document in documents:
        for use in document.uses:
            path = use.path[:-1] if use.at_key else use.path
            found[use.kind, use.id].add(f"used:{document.inside}:{'/'.join(map(str, path))}")
    return {named: frozenset(uses) for named, uses in found.items()}


def _title(item: object) -> str:
    # a text has a method of that name
    return "" if isinstance(item, str) else getattr(item, "title", "") or ""
