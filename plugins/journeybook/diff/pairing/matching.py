"""Which of the old things is which of the new: by id, then by likeness."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

_WORD = re.compile(r"\w+")
_LIKE = 0.55
"""From which likeness on two things are the same one, reworded."""
_LIKE_DESPITE_IDS = 0.75
"""The same for things whose authors gave them different ids."""
_SAME_HOME = 0.08
_MUCH_IN_COMMON = 3
_COMPARED = 400
"""Characters of two texts that are compared."""
_MOST_PAIRS = 10_000
"""Beyond it, only equal titles are compared, so that no file can keep a reader waiting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A thing that is to be found again."""

    id: str
    is_written: bool
    """Whether its author gave it the id."""
    title: str
    features: frozenset[str] = frozenset()
    """What else it says."""
    counts: float = 0.3
    """How much of the likeness is due to what else it says, from 0 to 1; the rest is due to the title."""
    home: str = ""
    """In what it stands; the same on both sides for what is the same."""
    thing: Any = None
    """What is matched."""


class Matched(NamedTuple):
    """The result: what stayed, in the old order, and what did not."""

    pairs: list[tuple[Item, Item]]
    removed: list[Item]
    added: list[Item]


def match(olds: Sequence[Item], news: Sequence[Item]) -> Matched:
    """Find old things among new ones."""
    partner = _by_id(olds, news)
    taken = set(partner.values())
    left = [place for place in range(len(olds)) if place not in partner]
    free = [place for place in range(len(news)) if place not in taken]
    partner |= _by_likeness(olds, news, left, free)
    taken = set(partner.values())
    return Matched(
        pairs=[(old, news[partner[place]]) for place, old in enumerate(olds) if place in partner],
        removed=[old for place, old in enumerate(olds) if place not in partner],
        added=[new for place, new in enumerate(news) if place not in taken],
    )


def _by_id(olds: Sequence[Item], news: Sequence[Item]) -> dict[int, int]:
    """Equal ids; one that is made of a title that stands twice says nothing."""
    unclear = {title for items in (olds, news) for title in _repeated(items)}
    places: dict[str, int] = {}
    for place, new in enumerate(news):
        places.setdefault(new.id, place)
    found: dict[int, int] = {}
    for place, old in enumerate(olds):
        at = places.get(old.id)
        if at is not None and (old.is_written or news[at].is_written or old.title not in unclear):
            found[place] = places.pop(old.id)
    return found


def _repeated(items: Sequence[Item]) -> set[str]:
    counts = Counter(item.title for item in items if not item.is_written)
    return {title for title, count in counts.items() if count > 1}


def _by_likeness(
    olds: Sequence[Item], news: Sequence[Item], left: Sequence[int], free: Sequence[int]
) -> dict[int, int]:
    """Pair the likest first; of equally like ones those that stand at the same place."""
    exact = len(left) * len(free) > _MOST_PAIRS
    scored = [
        (-score, abs(one - other), one, other)
        for one in left
        for other in free
        if (score := _score(olds[one], news[other], exact=exact))
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, one, other in sorted(scored):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def _score(old: Item, new: Item, *, exact: bool) -> float:
    """How like two things are, or 0 if they are not the same."""
    if exact and old.title != new.title:
        return 0
    score = likeness(old, new) + (_SAME_HOME if old.home == new.home else 0)
    bar = _LIKE_DESPITE_IDS if old.is_written and new.is_written else _LIKE
    return score if score >= bar else 0


def likeness(old: Item, new: Item) -> float:
    """From 0 to 1: how like two things are in their titles, and in what else they say."""
    titles = like_texts(old.title, new.title)
    if not old.features or not new.features:
        return titles
    common = len(old.features & new.features)
    share = 2 * common / (len(old.features) + len(new.features))
    mixed = (1 - old.counts) * titles + old.counts * share
    return max(mixed, share - 0.2) if common >= _MUCH_IN_COMMON else mixed


def like_texts(one: str, other: str) -> float:
    """From 0 to 1: how like two texts are, by their letters in threes or by their words."""
    pieces = zip(_pieces(one), _pieces(other), strict=True)
    return max(_shared(mine, theirs) for mine, theirs in pieces)


@lru_cache(maxsize=8192)
def _pieces(text: str) -> tuple[Counter[str], Counter[str]]:
    """The threes of letters of a text, and its words, each with how often it has them."""
    text = text.casefold()[:_COMPARED]
    padded = f"  {text} "
    threes = Counter(padded[at : at + 3] for at in range(len(padded) - 2))
    return threes, Counter(_WORD.findall(text))


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """From 0 to 1: how much two collections have in common."""
    total = one.total() + other.total()
    return 2 * sum(min(count, other[piece]) for piece, count in one.items() if piece in other) / (total or 1)


def moved(places: Iterable[int]) -> set[int]:
    """The fewest positions of a list whose values stand out of order."""
    values = list(places)
    ends: list[int] = []
    chain: list[int] = []
    before: dict[int, int | None] = {}
    for at, value in enumerate(values):
        length = bisect_left(ends, value)
        before[at] = chain[length - 1] if length else None
        ends[length:] = [value, *ends[length + 1 :]]
        chain[length:] = [at, *chain[length + 1 :]]
    kept: set[int] = set()
    at_last: int | None = chain[-1] if chain else None
    while at_last is not None:
        kept.add(at_last)
        at_last = before[at_last]
    return set(range(len(values))) - kept
