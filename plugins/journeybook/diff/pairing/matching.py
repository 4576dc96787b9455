"""Pair old things with new ones: by id, then by likeness; and put both in one order.

This is the one place that says when two things are the same: the comparison of versions, the page of a future
journey and previews ask it alike. It answers the same, with states swapped, when it is asked backwards.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar
from zlib import crc32

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

ALIKE = 0.55
"""From which likeness on two things are the same one, reworded; 1 is the same title."""
ALIKE_DESPITE_IDS = 0.75
"""The same for things whose authors gave them different ids."""
_SAME_HOME = 0.1
"""How much liker things are that stand in the same one."""
_SAME_ROLE = 0.3
"""How much liker things are that stand for the same one of the vocabulary."""
FEATURES_COUNT = 0.3
_MUCH_IN_COMMON = 3
_COMPARED = 400
"""Characters of two texts that are compared."""
_MOST_PAIRS = 10_000
"""Beyond it, only equal titles are compared, so that no file can keep a reader waiting."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Generic[T]):
    """A thing that is to be found again."""

    thing: T
    """The thing that is matched."""
    id: str
    is_written: bool
    """Whether its author gave it the id."""
    title: str
    features: frozenset[str] = frozenset()
    """What else it says."""
    signs: frozenset[str] = frozenset()
    """What speaks for two things being the same that stand at the same place, and for nothing elsewhere."""
    role: str = ""
    """What of the shared vocabulary it stands for; things of one role are the same, however they read."""
    home: str = ""
    """In what it stands; the same in both states for what is the same."""
    at: int = 0
    """Its place in its home, from 0."""


class Pair(NamedTuple, Generic[T]):
    """The same thing in both states."""

    old: Item[T]
    new: Item[T]

    @property
    def name(self) -> str:
        """The titles of both, whichever is the old one."""
        return " ".join(sorted((self.old.title, self.new.title)))


class Matched(NamedTuple, Generic[T]):
    """The result: what stayed, in the old order, and what did not; each thing stands in it once."""

    pairs: tuple[Pair[T], ...]
    removed: tuple[Item[T], ...]
    added: tuple[Item[T], ...]


class _Places(NamedTuple):
    """The places of two things in their lists, how like they are, and what else speaks for them."""

    old: int
    new: int
    score: float
    signs: int
    """How many signs they have in common."""
    passed: int
    """Past how many of the things that are known to be the same it would have moved."""


def match(
    olds: Sequence[Item[T]], news: Sequence[Item[T]], *, features_count: float = FEATURES_COUNT
) -> Matched[T]:
    """Find old things among new ones.

    `features_count` is how much of their likeness is due to what they say beside their titles, from 0 to 1.
    """
    found = _by_id(olds, news)
    found |= _by_likeness(olds, news, found, features_count)
    taken = set(found.values())
    return Matched(
        pairs=tuple(Pair(old, news[found[at]]) for at, old in enumerate(olds) if at in found),
        removed=tuple(old for at, old in enumerate(olds) if at not in found),
        added=tuple(new for at, new in enumerate(news) if at not in taken),
    )


def _by_id(olds: Sequence[Item[T]], news: Sequence[Item[T]]) -> dict[int, int]:
    """Pair equal ids, the first with the first; an id made of a title that stands twice says nothing."""
    unclear = _repeated(olds) | _repeated(news)
    waiting: dict[str, list[int]] = defaultdict(list)
    for at, new in reversed(list(enumerate(news))):
        waiting[new.id].append(at)
    found: dict[int, int] = {}
    for at, old in enumerate(olds):
        if waiting[old.id]:
            other = waiting[old.id].pop()
            is_written = old.is_written or news[other].is_written
            if is_written or unclear.isdisjoint((old.title, news[other].title)):
                found[at] = other
    return found


def _repeated(items: Sequence[Item[T]]) -> set[str]:
    counts = Counter(item.title for item in items if not item.is_written)
    return {title for title, count in counts.items() if count > 1}


def _by_likeness(
    olds: Sequence[Item[T]], news: Sequence[Item[T]], known: Mapping[int, int], features_count: float
) -> dict[int, int]:
    """Pair what is left, the likest first; of equally like ones those that stand at the same place."""
    left = [at for at in range(len(olds)) if at not in known]
    free = sorted(set(range(len(news))).difference(known.values()))
    if len(left) * len(free) > _MOST_PAIRS:
        return _by_title(olds, news, left, free, features_count)
    ranks = sorted(known), sorted(known.values())
    scored = [
        _Places(one, other, score, len(olds[one].signs & news[other].signs), _passed(one, other, ranks))
        for one in left
        for other in free
        if (score := _score(olds[one], news[other], features_count))
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for one, other, *_ in sorted(scored, key=_likest_first):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def _by_title(
    olds: Sequence[Item[T]],
    news: Sequence[Item[T]],
    left: Iterable[int],
    free: Iterable[int],
    features_count: float,
) -> dict[int, int]:
    """Pair what has the same title, in the same home before another one, the first with the first."""
    found: dict[int, int] = {}
    for in_home in (True, False):
        waiting: dict[tuple[str, str], deque[int]] = defaultdict(deque)
        for other in free:
            waiting[_title_in(news[other], in_home=in_home)].append(other)
        for one in left:
            others = waiting[_title_in(olds[one], in_home=in_home)]
            if one not in found and others and _score(olds[one], news[others[0]], features_count):
                found[one] = others.popleft()
        free = sorted(set(free).difference(found.values()))
    return found


def _title_in(item: Item[T], *, in_home: bool) -> tuple[str, str]:
    return item.title, item.home if in_home else ""


def _passed(one: int, other: int, known: tuple[Sequence[int], Sequence[int]]) -> int:
    return abs(bisect_left(known[0], one) - bisect_left(known[1], other))


def _likest_first(places: _Places) -> tuple[float, int, int, int, int]:
    """Order by likeness, then signs, then nearness, then place; the same from either side."""
    nearness = abs(places.old - places.new)
    return -places.score, -places.signs, places.passed, nearness, places.old + places.new


def _score(old: Item[T], new: Item[T], features_count: float) -> float:
    """The likeness of two things, or 0 if they are not the same."""
    has_role = bool(old.role) and old.role == new.role
    score = likeness(old, new, features_count) + _SAME_HOME * (old.home == new.home) + _SAME_ROLE * has_role
    bar = ALIKE_DESPITE_IDS if old.is_written and new.is_written else ALIKE
    return score if has_role or score >= bar else 0


def likeness(old: Item[T], new: Item[T], features_count: float = FEATURES_COUNT) -> float:
    """From 0 to 1: how like two things are in their titles, and in what else they say."""
    titles = like_texts(old.title, new.title)
    if not old.features or not new.features:
        return titles
    common = len(old.features & new.features)
    share = 2 * common / (len(old.features) + len(new.features))
    mixed = (1 - features_count) * titles + features_count * share
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


def aligned(
    olds: Sequence[K], news: Sequence[K], partner: Mapping[K, K]
) -> tuple[tuple[K | None, K | None], ...]:
    """Put both states in one order: that of the new ones, and what is gone behind what came before it.

    `partner` holds the old thing of each new one. What has its old place elsewhere stands as if it were new.
    """
    here = set(olds)
    rows: list[tuple[K | None, K | None]] = [
        (old if (old := partner.get(new)) in here else None, new) for new in news
    ]
    stayed = set(partner.values())
    places = {old: at for at, (old, _) in enumerate(rows) if old is not None}
    behind: dict[int, list[tuple[K | None, K | None]]] = defaultdict(list)
    last = -1
    for old in olds:
        if old in stayed:
            last = max(last, places.get(old, -1))
        else:
            behind[last].append((old, None))
    return (*behind[-1], *(row for at, new in enumerate(rows) for row in (new, *behind[at])))


def moved(places: Sequence[int], names: Sequence[str]) -> set[int]:
    """The fewest positions of a list whose values stand out of order.

    Of several ways to say it, the names decide, so that it is the same things that moved when one looks back.
    """
    order = {value: at for at, value in enumerate(sorted(places))}
    best: list[_Chain] = [_NO_CHAIN] * (len(places) + 1)
    for at, (value, name) in enumerate(zip(places, names, strict=True)):
        before = max((best[below] for below in _below(order[value])), default=_NO_CHAIN)
        chain = _Chain(before.length + 1, before.weight + crc32(name.encode()), at, before)
        for above in _above(order[value] + 1, len(places)):
            best[above] = max(best[above], chain)
    longest: _Chain | None = max(best)
    kept = set()
    while longest is not None and longest.length:
        kept.add(longest.at)
        longest = longest.before
    return set(range(len(places))) - kept


def moved_pairs(pairs: Sequence[Pair[T]]) -> set[int]:
    """The fewest pairs, by their positions in the old order, that stand elsewhere in their homes."""
    return moved([pair.new.at for pair in pairs], [pair.name for pair in pairs])


class _Chain(NamedTuple):
    """A part of a list that stands in order, from its beginning to one thing; the longest is the greatest."""

    length: int
    weight: int
    at: int
    before: "_Chain | None"


_NO_CHAIN = _Chain(0, 0, -1, None)


def _below(place: int) -> Iterator[int]:
    """Yield the numbers of a tree of sums that cover everything below a place."""
    while place:
        yield place
        place -= place & -place


def _above(place: int, last: int) -> Iterator[int]:
    """Yield the numbers of a tree of sums that cover a place, from 1."""
    while place <= last:
        yield place
        place += place & -place
