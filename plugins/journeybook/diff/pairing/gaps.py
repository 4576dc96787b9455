"""Pair the steps that stand between the same neighbours in both states, whatever they are called.

A title that was translated or written anew has no word in common with the old one. Where as many steps are
left over between two that are still there, they are the same ones, unless what they say speaks against it.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from journeybook.diff.pairing.matching import Item, Matched, Pair, likeness

T = TypeVar("T")

_TOUCHPOINT = "touchpoints:"
"""How a feature begins that says where a step takes place."""
_SOMEWHAT_ALIKE = 0.25


class _Gap(NamedTuple):
    """A place in a home between two things that are in both states, by the new ids of these."""

    home: str
    before: str
    after: str


def fill_gaps(matched: Matched[T], olds_in_order: Sequence[Item[T]], *, but: Container[str]) -> Matched[T]:
    """Pair what is left over at the same place in both states.

    The ids in `but` are parts of something else.
    """
    olds = [item for item in matched.removed if item.id not in but]
    news = [item for item in matched.added if item.id not in but]
    partner = {old.id: new.id for old, new in matched.pairs}
    before = _gaps(olds, ((old, partner[old.id]) for old, new in matched.pairs if old.home == new.home))
    after = _gaps(news, ((new, new.id) for old, new in matched.pairs if old.home == new.home))
    found = [
        Pair(one, other)
        for gap, left in before.items()
        if _are_same(left, after.get(gap, ()))
        for one, other in zip(left, after[gap], strict=True)
    ]
    if not found:
        return matched
    order = {item.id: at for at, item in enumerate(olds_in_order)}
    olds_found, news_found = ({pair[side].id for pair in found} for side in (0, 1))
    return Matched(
        pairs=tuple(sorted((*matched.pairs, *found), key=lambda pair: order[pair.old.id])),
        removed=tuple(item for item in matched.removed if item.id not in olds_found),
        added=tuple(item for item in matched.added if item.id not in news_found),
    )


def _gaps(left: Iterable[Item[T]], stayed: Iterable[tuple[Item[T], str]]) -> Mapping[_Gap, list[Item[T]]]:
    """The things that are left over by their gaps, each in order; the others with their new ids."""
    places: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for item, name in stayed:
        places[item.home].append((item.at, name))
    found: dict[_Gap, list[Item[T]]] = defaultdict(list)
    for item in sorted(left, key=lambda item: item.at):
        here = places[item.home]
        before = max(((at, name) for at, name in here if at < item.at), default=(0, ""))[1]
        after = min(((at, name) for at, name in here if at > item.at), default=(0, ""))[1]
        found[_Gap(item.home, before, after)].append(item)
    return found


def _are_same(olds: Sequence[Item[T]], news: Sequence[Item[T]]) -> bool:
    if len(olds) != len(news) or any(map(_differ, olds, news)):
        return False
    return 2 * sum(map(_agree, olds, news)) >= len(olds)


def _differ(old: Item[T], new: Item[T]) -> bool:
    """Whether authors have said that two steps are not the same, by ids or by where they take place."""
    one, other = ({text for text in item.features if text.startswith(_TOUCHPOINT)} for item in (old, new))
    return (old.is_written and new.is_written) or bool(one and other and one.isdisjoint(other))


def _agree(old: Item[T], new: Item[T]) -> bool:
    """Whether something besides their place speaks for two steps being the same."""
    is_said = bool(old.features & new.features) or bool(old.signs & new.signs)
    return is_said or likeness(old, new) >= _SOMEWHAT_ALIKE
