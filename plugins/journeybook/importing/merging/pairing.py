"""Pair the entries of two versions of a list: what is equal, has one name, or stands between the same."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from journeybook.edited import is_like

_NAMES = ("id", "stage", "title", "text", "failure", "hypothesis", "want", "to", "metric")
"""The fields by which people know an entry, the surest first."""
_ALIKE = 0.5
"""The share of equal fields from which on two entries are one that was changed."""
Pairs = dict[int, int]
"""Positions in the later list, by those in the earlier one."""


def pair_alike(old: Sequence[Any], new: Sequence[Any]) -> Pairs:
    """Pair the entries of a list, by their positions."""
    found: Pairs = {}
    _by(old, new, found, _whole)
    for name in _NAMES:
        _by(old, new, found, partial(_named, name))
    for olds, news in _gaps(len(old), len(new), found):
        _between(old, new, olds, news, found)
    _elsewhere(old, new, found)
    return found


def _whole(item: Any) -> object:
    return repr(item)


def _named(name: str, item: Any) -> object:
    value = item.get(name) if isinstance(item, dict) else None
    return value.casefold() if isinstance(value, str) else None


def _by(old: Sequence[Any], new: Sequence[Any], found: Pairs, key: Callable[[Any], object]) -> None:
    """Pair what has the same key, in order."""
    waiting: dict[object, list[int]] = {}
    taken = set(found.values())
    for at, item in enumerate(new):
        if at not in taken and key(item) is not None:
            waiting.setdefault(key(item), []).append(at)
    for at, item in enumerate(old):
        if at not in found and waiting.get(key(item)):
            found[at] = waiting[key(item)].pop(0)


def _gaps(size: int, other: int, found: Pairs) -> Iterator[tuple[list[int], list[int]]]:
    """Yield what is unpaired in both lists between the same neighbours."""
    taken = set(found.values())
    start, begin = 0, 0
    for end in (*sorted(found), size):
        stop = other if end == size else found[end]
        olds = [at for at in range(start, end) if at not in found]
        news = [at for at in range(begin, max(begin, stop)) if at not in taken]
        if olds and news:
            yield olds, news
        start, begin = end + 1, stop + 1


def _between(
    old: Sequence[Any], new: Sequence[Any], olds: list[int], news: Iterable[int], found: Pairs
) -> None:
    """Pair entries that look like one another, or that stand alone between their neighbours."""
    left = list(news)
    is_alone = len(olds) == 1 and len(left) == 1
    for at in olds:
        like = next((other for other in left if is_alone or _is_like(old[at], new[other])), None)
        if like is not None:
            found[at] = like
            left.remove(like)


def _elsewhere(old: Sequence[Any], new: Sequence[Any], found: Pairs) -> None:
    """Pair what was renamed and moved at once."""
    left = [at for at in range(len(new)) if at not in set(found.values())]
    for at in (at for at in range(len(old)) if at not in found):
        like = next((other for other in left if _is_like(old[at], new[other])), None)
        if like is not None:
            found[at] = like
            left.remove(like)


def _is_like(old: Any, new: Any) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        return is_like(old, new)
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    names = [(old[name], new[name]) for name in _NAMES if name in old and name in new]
    if any(isinstance(one, str) and isinstance(other, str) and is_like(one, other) for one, other in names):
        return True
    keys = (old.keys() | new.keys()) - set(_NAMES)
    equal = sum(old.get(key) == new.get(key) for key in keys)
    return bool(keys) and equal / len(keys) >= _ALIKE
