"""Which steps became two, or were two: a part of a step stands in another one beside it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from journeybook.diff.pairing.matching import Item

_WORD = re.compile(r"\w{4,}")
_ENOUGH = 2


class Union(NamedTuple):
    """A step on one side that is two on the other."""

    whole: Item
    part: Item
    """What the whole was matched with."""
    other: Item
    """What else it consists of."""


def find_unions(pairs: Sequence[tuple[Item, Item]], others: Sequence[Item]) -> Iterator[Union]:
    """Yield pairs whose first holds what one of the others holds as well; each other once."""
    free = list(others)
    for whole, part in pairs:
        found = next((item for item in free if _belongs(whole, part, item)), None)
        if found is not None:
            free.remove(found)
            yield Union(whole, part, found)


def _belongs(whole: Item, part: Item, other: Item) -> bool:
    """Whether the other step stands beside the part, and has what the part has not kept of the whole."""
    near = part.thing.stage.id == other.thing.stage.id and abs(part.thing.at - other.thing.at) == 1
    if not near:
        return False
    handed_on = (whole.features - part.features) & other.features
    lost = _words(whole) - _words(part)
    says_part = bool(_words(part)) and _words(part) < _words(whole)
    return len(handed_on) >= _ENOUGH or (says_part and bool(lost & _words(other)))


def _words(item: Item) -> frozenset[str]:
    return frozenset(_WORD.findall(item.title.casefold()))
