"""Pair what is left over when words alone are compared: by place, and by what else is said.

A title that was translated or written anew has no word in common with the old one. Where as many steps are
left over between two that are still there, they are the same ones, unless what they say speaks against it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple, TypeVar

from journeybook.diff.pairing.matching import Item, Matched, Pair, like_texts
from journeybook.model.lanes import ENTRY_FIELDS

T = TypeVar("T")
K = TypeVar("K")

_WHERE = ("touchpoints", "channel")
"""The features that say where a step takes place."""
_COMMON = frozenset(
    (
        *("aggregate", "channel", "direction", "group", "importance", "kind", "lifecycle", "owner", "rating"),
        *("satisfaction", "setting", "side", "state", "status", "text", "type", "unit", "used"),
    )
)
"""The features that many things share, so that they alone do not speak for two being the same."""
_TEXTS = frozenset(
    (*ENTRY_FIELDS, "pain_points", "opportunities", "recovery", "micro_conversion", "description")
)
"""The features that are written anew where a thing is translated."""
_SOMEWHAT_ALIKE = 0.25
_RATHER_ALIKE = 0.4
_HALF = 0.5
_ENOUGH = 2
"""In how much two things agree that are the same, whatever they are called and wherever they stand."""
_MOST_PAIRS = 10_000
"""The most pairs of things that are compared, so that no file can keep a reader waiting."""
_PASSES = 4
"""How often gaps are looked at: what was found in one may stand beside the next."""


class _Gap(NamedTuple):
    """A place in a home between two things that are in both states, by the new ids of these."""

    home: str
    before: str
    after: str

    @property
    def is_placed(self) -> bool:
        """Whether there is anything beside it, so that the place says something."""
        return bool(self.before or self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """The fields of two things beside their titles, counted by whether they agree."""

    alike: int
    telling: int
    """In how many of these hardly any others agree."""
    other: int
    is_elsewhere: bool
    """Whether both say where they take place, and not the same."""
    says_the_same: bool
    """Whether texts agree, and something telling besides."""


def fill_gaps(
    matched: Matched[T],
    olds: Sequence[Item[T]],
    *,
    but: tuple[Container[str], Container[str]] = ((), ()),
    is_enough: bool = True,
) -> Matched[T]:
    """Pair what is left over at the same place in both states; `olds` are all old things, in order.

    The old and the new ids in `but` are parts of something else. `is_enough` says whether the place is, where
    nothing speaks against it; each pair has to agree in something else otherwise, and ids say nothing.
    """
    for _ in range(_PASSES):
        before = _gaps(
            (item for item in matched.removed if item.id not in but[0]),
            ((old, new.id) for old, new in matched.pairs if old.home == new.home),
        )
        after = _gaps(
            (item for item in matched.added if item.id not in but[1]),
            ((new, new.id) for old, new in matched.pairs if old.home == new.home),
        )
        both = [(gap, olds_here, after[gap]) for gap, olds_here in before.items() if gap in after]
        found = [pair for here in _few(both) for pair in _in_gap(*here, is_enough=is_enough)]
        if not found:
            break
        matched = with_pairs(matched, found, olds)
    return matched


def fill_left(matched: Matched[T], olds: Sequence[Item[T]]) -> Matched[T]:
    """Pair what is left over in the same home and says much the same, whatever it is called."""
    homes: dict[str, tuple[list[Item[T]], list[Item[T]]]] = defaultdict(lambda: ([], []))
    for side, items in enumerate((matched.removed, matched.added)):
        for item in items:
            homes[item.home][side].append(item)
    few = _few([(home, *both) for home, both in homes.items()])
    return with_pairs(matched, [pair for _, *both in few for pair in _likest(*both)], olds)


def _few(
    places: Iterable[tuple[K, Sequence[Item[T]], Sequence[Item[T]]]],
) -> Iterator[tuple[K, Sequence[Item[T]], Sequence[Item[T]]]]:
    """Yield the places whose things can be compared each with each, in bounded time."""
    compared = 0
    for place in places:
        compared += len(place[1]) * len(place[2])
        if compared > _MOST_PAIRS:
            return
        yield place


def fill_anywhere(
    matched: Matched[T], olds: Sequence[Item[T]], *, but: tuple[Container[str], Container[str]]
) -> Matched[T]:
    """Pair what is left over and says the same texts, wherever it stands now; `but` is as in `fill_gaps`."""
    removed = [item for item in matched.removed if item.id not in but[0]]
    added = [item for item in matched.added if item.id not in but[1]]
    found = [pair for pair in _likest(removed, added) if _facts(pair).says_the_same]
    return with_pairs(matched, found, olds)


def with_pairs(matched: Matched[T], found: Sequence[Pair[T]], olds: Sequence[Item[T]]) -> Matched[T]:
    """Add pairs of what was left over; `olds` are all old things, in order."""
    if not found:
        return matched
    order = {(item.home, item.id, item.at): at for at, item in enumerate(olds)}
    taken = {id(item) for pair in found for item in pair}
    return Matched(
        pairs=tuple(
            sorted((*matched.pairs, *found), key=lambda pair: order[pair.old.home, pair.old.id, pair.old.at])
        ),
        removed=tuple(item for item in matched.removed if id(item) not in taken),
        added=tuple(item for item in matched.added if id(item) not in taken),
    )


def _gaps(left: Iterable[Item[T]], stayed: Iterable[tuple[Item[T], str]]) -> Mapping[_Gap, list[Item[T]]]:
    """The things that are left over by their gaps, each in order; the others with their new ids."""
    places: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for item, name in stayed:
        places[item.home].append((item.at, name))
    for stayed_here in places.values():
        stayed_here.sort()
    found: dict[_Gap, list[Item[T]]] = defaultdict(list)
    for item in sorted(left, key=lambda item: item.at):
        here = places[item.home]
        at = bisect_left(here, (item.at, ""))
        before, after = here[at - 1][1] if at else "", here[at][1] if at < len(here) else ""
        found[_Gap(item.home, before, after)].append(item)
    return found


def _in_gap(gap: _Gap, olds: Sequence[Item[T]], news: Sequence[Item[T]], *, is_enough: bool) -> list[Pair[T]]:
    if len(olds) == len(news):
        pairs = [Pair(one, other) for one, other in zip(olds, news, strict=True)]
        same = _are_same_steps if is_enough else _agree
        if same(pairs, is_placed=gap.is_placed):
            return pairs
    return _likest(olds, news) if is_enough else []


def _are_same_steps(pairs: Sequence[Pair[T]], *, is_placed: bool) -> bool:
    """Whether all that is left over at one place stands for each other."""
    found = [_facts(pair) for pair in pairs]
    if any(map(_are_told_apart, pairs, found)):
        return False
    titles = (like_texts(pair.old.title, pair.new.title) for pair in pairs)
    alike = [facts.alike + (like >= _SOMEWHAT_ALIKE) for facts, like in zip(found, titles, strict=True)]
    if any(same + is_placed < facts.other for same, facts in zip(alike, found, strict=True)):
        return False
    is_said = 2 * sum(map(bool, alike)) >= len(pairs)
    return is_said or (is_placed and len(pairs) <= _ENOUGH) or not any(facts.other for facts in found)


def _agree(pairs: Sequence[Pair[T]], *, is_placed: bool) -> bool:
    """Whether each pair agrees in something beside its place."""
    found = [_facts(pair) for pair in pairs]
    return is_placed and all(facts.alike and facts.alike >= facts.other for facts in found)


def _are_told_apart(pair: Pair[T], facts: _Facts) -> bool:
    """Whether authors have said that two steps are not the same, by ids or by where they take place."""
    return facts.is_elsewhere or (pair.old.is_written and pair.new.is_written)


def _likest(olds: Sequence[Item[T]], news: Sequence[Item[T]]) -> list[Pair[T]]:
    """Pair what agrees in enough and in more than it differs in, the likest first."""
    if len(olds) * len(news) > _MOST_PAIRS:
        return []
    scored = []
    for (at, old), (other, new) in product(enumerate(olds), enumerate(news)):
        facts, titles = _facts(Pair(old, new)), like_texts(old.title, new.title)
        alike = facts.alike + (titles >= _RATHER_ALIKE)
        if alike >= _ENOUGH and alike > facts.other and facts.telling and not facts.is_elsewhere:
            scored.append((facts.other - alike, -titles, abs(at - other), at + other, Pair(old, new)))
    found: list[Pair[T]] = []
    taken: set[int] = set()
    for *_, pair in sorted(scored, key=lambda one: one[:-1]):
        if taken.isdisjoint(map(id, pair)):
            found.append(pair)
            taken.update(map(id, pair))
    return found


def _facts(pair: Pair[T]) -> _Facts:
    """Compare the fields that both things have; texts, which may be translated, count once at most."""
    olds, news = (_fields(item.features | item.signs) for item in pair)
    both = {name: _share(olds[name], news[name]) for name in olds.keys() & news.keys()}
    alike = {name for name, share in both.items() if share >= _HALF}
    other = {name for name, share in both.items() if not share}
    one_sided = any((name in olds) != (name in news) for name in _WHERE)
    return _Facts(
        alike=len(alike),
        telling=len(alike - _COMMON),
        other=len(other - _TEXTS)
        + (bool(other & _TEXTS) and not alike & _TEXTS)
        + one_sided
        + _ENOUGH * (len(olds.keys() | news.keys()) > _ENOUGH and _share(olds.keys(), news.keys()) < _HALF),
        is_elsewhere=any(both.get(name) == 0 for name in _WHERE),
        says_the_same=bool(alike & _TEXTS) and len(alike - _COMMON) >= _ENOUGH,
    )


def _fields(features: Iterable[str]) -> dict[str, set[str]]:
    """The features by their fields, which are the names before the colon."""
    found: dict[str, set[str]] = defaultdict(set)
    for feature in features:
        found[feature.partition(":")[0]].add(feature)
    return dict(found)


def _share(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
