"""Lay the lists of two versions into each other: what is gone stands where it was, and texts show edits."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any, TypeVar, cast

from journeybook.edited import added, edited, gone, is_like
from journeybook.model import Record

T = TypeVar("T")

_TEXTS = ("text", "title", "failure")
"""The fields of a record of which one says it in words, the first that it has."""


def words_of(item: object) -> str:
    """Return what an item says: a text, or the words of a thing or a record."""
    if isinstance(item, str):
        return item
    record = _record(item)
    return str(getattr(record, _field(record)) or "")


def known_as(item: object) -> str:
    """Return by what an item is known in both versions: its id, or else what it says."""
    return str(getattr(item, "id", "") or words_of(item))


def merged(olds: Sequence[T], news: Sequence[T]) -> tuple[T, ...]:
    """Return the items of now in their order, those that are gone among them, each with its edits."""
    one, other = [known_as(item) for item in olds], [known_as(item) for item in news]
    known = dict(zip(one, olds, strict=True))
    found: list[T] = []
    for tag, start, end, at, to in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            found += (_edited(old, now) for old, now in zip(olds[start:end], news[at:to], strict=True))
        else:
            left = [item for item in olds[start:end] if known_as(item) not in other]
            found += _exchanged(left, news[at:to], known)
    return tuple(found)


def told(item: T, tell: Callable[[str], str]) -> T:
    """Return an item whose words are told otherwise."""
    if isinstance(item, str):
        return cast("T", tell(item))
    record = _record(item)
    field = _field(record)
    copy = record.model_copy(update={field: tell(str(getattr(record, field) or ""))})
    return cast("T", copy if record is item else replace(cast("Any", item), record=copy))


def _exchanged(olds: Sequence[T], news: Sequence[T], known: dict[str, T]) -> Iterator[T]:
    """Yield what took the place of something else, reworded where it says nearly the same."""
    left = list(olds)
    for now in news:
        if known_as(now) in known:
            yield _edited(known[known_as(now)], now)
            continue
        old = next((item for item in left if is_like(words_of(item), words_of(now))), None)
        if old is None:
            yield told(now, added)
            continue
        before = left.index(old)
        yield from (told(item, gone) for item in left[:before])
        del left[: before + 1]
        yield _edited(old, now)
    yield from (told(item, gone) for item in left)


def _edited(old: T, now: T) -> T:
    before, after = words_of(old), words_of(now)
    return now if before == after else told(now, lambda text: edited(before, text))


def _record(item: object) -> Record:
    return item if isinstance(item, Record) else cast("Record", cast("Any", item).record)


def _field(record: Record) -> str:
    return next(name for name in _TEXTS if name in type(record).model_fields)
