"""Follow the ways through a journey: find steps that cannot be reached, and steps that can be left out."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from journeybook import model
from journeybook.catalogue import Journey

_NOTHING: frozenset[int] = frozenset()


class Flow:
    """The steps that each step of a journey leads to, as positions; the end is the one behind the last."""

    def __init__(self, journey: Journey) -> None:
        self.steps = tuple(journey.steps)
        self.end = len(self.steps)
        positions = {step.id: at for at, step in enumerate(self.steps)} | {"end": self.end}
        self.after = [{at} for at in range(1, self.end + 1)]
        for at, step in enumerate(self.steps):
            if step.record.next:
                written = {positions[path.to] for path in step.paths}
                goes_on = step.record.optional or lacks_other_way(step.record)
                self.after[at] = written | {at + 1} if goes_on else written
        self.after.append(set())

    @cached_property
    def before(self) -> list[set[int]]:
        """From where each step is reached."""
        found: list[set[int]] = [set() for _ in self.after]
        for at, following in enumerate(self.after):
            for other in following:
                found[other].add(at)
        return found

    def unreachable(self) -> Iterator[int]:
        """Yield steps that no way leads to; not those that only such a step leads to."""
        seen = _reached(self.after, (0,))
        for at in range(self.end):
            if at not in seen:
                yield at
                seen |= _reached(self.after, (at,), seen)

    def loops(self) -> Iterator[set[int]]:
        """Yield the sets of steps that lead only to each other, and that customers get into."""
        caught = _reached(self.after, (0,)) - _reached(self.before, (self.end,))
        done: set[int] = set()
        for start in reversed(_in_order_of_leaving(self.before, caught)):
            if start not in done:
                found = _reached(self.after, (start,), done)
                if all(self.after[at] <= found for at in found):
                    yield found
                done |= found


def is_known(journey: Journey) -> bool:
    """Whether all steps exist that a journey's steps lead to."""
    return all(not step.record.next or len(step.record.next) == len(step.paths) for step in journey.steps)


def lacks_other_way(step: model.Step) -> bool:
    """Whether a step leads on in one case only; customers in others are taken to go on to the next step."""
    return len(step.next) == 1 and step.next[0].when is not None


def _reached(
    ways: list[set[int]], starts: Iterable[int], known: set[int] | frozenset[int] = _NOTHING
) -> set[int]:
    """The steps that ways lead to, the starts included, without those that are known already."""
    found: set[int] = set()
    waiting = [at for at in starts if at not in known]
    while waiting:
        at = waiting.pop()
        if at not in found:
            found.add(at)
            waiting.extend(other for other in ways[at] if other not in known)
    return found


def _in_order_of_leaving(ways: list[set[int]], within: set[int]) -> list[int]:
    """Walk depth first; a step is left when all that it leads to has been left (Kosaraju's first half)."""
    order: list[int] = []
    seen: set[int] = set()
    waiting = [(at, False) for at in within]
    while waiting:
        at, is_left = waiting.pop()
        if is_left:
            order.append(at)
        elif at not in seen:
            seen.add(at)
            waiting.append((at, True))
            waiting.extend((other, False) for other in ways[at] if other in within)
    return order
