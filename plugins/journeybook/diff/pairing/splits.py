"""Find things that became two, or were two: a part of one stands in another one beside it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from journeybook.diff.pairing.matching import Item, Matched, Pair

T = TypeVar("T")

_WORD = re.compile(r"\w{4,}")
_ANY_WORD = re.compile(r"\w+")
_ENOUGH = 2


class Split(NamedTuple, Generic[T]):
    """A thing in one state that is two in the other."""

    whole: Item[T]
    part: Item[T]
    """The part that the whole was matched with."""
    other: Item[T]
    """The other part."""


def find_splits(matched: Matched[T]) -> tuple[Split[T], ...]:
    """Find old things that became two; what was added is part of one of them at most."""
    return _splits(matched.pairs, matched.added)


def find_merges(matched: Matched[T]) -> tuple[Split[T], ...]:
    """Find new things that were two; backwards, they are splits."""
    return _splits([Pair(new, old) for old, new in matched.pairs], matched.removed)


def _splits(pairs: Sequence[Pair[T]], others: Sequence[Item[T]]) -> tuple[Split[T], ...]:
    free: dict[tuple[str, int], list[tuple[int, Item[T]]]] = defaultdict(list)
    for number, other in enumerate(others):
        free[other.home, other.at].append((number, other))
    found = []
    # where two could have it, the other part belongs to what stands before it, from whichever side one looks
    for whole, part in sorted(pairs, key=lambda pair: pair.new.at):
        beside = [(part.home, part.at + step) for step in (-1, 1)]
        near = sorted((item for place in beside for item in free[place]), key=lambda item: item[0])
        taken = next((item for item in near if _belongs(whole, part, item[1])), None)
        if taken is not None:
            found.append(Split(whole, part, taken[1]))
            free[taken[1].home, taken[1].at].remove(taken)
    return tuple(found)


def _belongs(whole: Item[T], part: Item[T], other: Item[T]) -> bool:
    """Whether a thing beside the part has what the part has not kept of the whole."""
    handed_on = (whole.features - part.features) & other.features
    lost = _words(whole) - _words(part)
    says_part = bool(_words(part)) and _words(part) < _words(whole)
    tells_lost = says_part and bool(lost & _words(other))
    return len(handed_on) >= _ENOUGH or tells_lost or _is_rest(whole, part, other)


def _is_rest(whole: Item[T], part: Item[T], other: Item[T]) -> bool:
    """Whether a thing says nothing but what the part has left of the whole, however short the words are."""
    all_of, some, rest = (
        frozenset(_ANY_WORD.findall(item.title.casefold())) for item in (whole, part, other)
    )
    return some < all_of and bool(rest) and rest <= all_of - some


def _words(item: Item[T]) -> frozenset[str]:
    return frozenset(_WORD.findall(item.title.casefold()))
