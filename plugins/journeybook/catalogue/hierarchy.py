"""Say how journeys hang together: larger ones and those that detail them, originals and their variants.

In lists, too, what belongs to a journey stands behind it.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from journeybook.catalogue.things import Journey


class Hierarchy:
    """The tree of journeys by `parent`, of any depth, and the variants of each.

    What names itself, or leads back to itself by way of others, hangs below nothing.
    """

    def __init__(self, journeys: Mapping[str, Journey]) -> None:
        self._journeys = journeys
        parents = {key: journey.record.parent for key, journey in journeys.items()}
        self._in_circles = in_circles({key: parent for key, parent in parents.items() if parent})

    def parent(self, journey: Journey) -> Journey | None:
        """The larger journey that a journey details."""
        is_lost = journey.id in self._in_circles
        return None if is_lost else self._journeys.get(journey.record.parent or "")

    def above(self, journey: Journey) -> tuple[Journey, ...]:
        """All larger journeys that a journey belongs to, the largest first."""
        found: list[Journey] = []
        larger = self.parent(journey)
        while larger is not None:
            found.append(larger)
            larger = self.parent(larger)
        return tuple(reversed(found))

    def below(self, journey: Journey) -> tuple[Journey, ...]:
        """The journeys that detail a journey directly."""
        return self._below.get(journey.id, ())

    @cached_property
    def _below(self) -> Mapping[str, tuple[Journey, ...]]:
        return _grouped((self.parent(journey), journey) for journey in self._journeys.values())

    def original(self, journey: Journey) -> Journey | None:
        """The journey of which a journey is a variant."""
        name = journey.record.variant_of
        return None if name == journey.id else self._journeys.get(name or "")

    def variants(self, journey: Journey) -> tuple[Journey, ...]:
        """The variants of a journey."""
        return self._variants.get(journey.id, ())

    def current(self, journey: Journey) -> Journey | None:
        """The journey of today that a future one shall replace."""
        name = journey.record.compares_to
        return None if name == journey.id else self._journeys.get(name or "")

    def futures(self, journey: Journey) -> tuple[Journey, ...]:
        """The journeys that shall replace a journey."""
        return self._futures.get(journey.id, ())

    @cached_property
    def _futures(self) -> Mapping[str, tuple[Journey, ...]]:
        return _grouped((self.current(journey), journey) for journey in self._journeys.values())

    @cached_property
    def in_order(self) -> tuple[Journey, ...]:
        """All journeys, each followed by its future ones, its variants and those planned to detail it."""
        found: dict[Journey, None] = {}
        for journey in self._journeys.values():
            if self._leader(journey) is None:
                found |= dict.fromkeys(self._family(journey))
        # those that lead back to themselves follow nobody who was reached
        return tuple(found | dict.fromkeys(self._journeys.values()))

    def _family(self, first: Journey) -> Iterator[Journey]:
        waiting = [first]
        while waiting:
            journey = waiting.pop()
            yield journey
            waiting.extend(reversed(self._followers.get(journey.id, ())))

    def _leader(self, journey: Journey) -> Journey | None:
        """The one journey behind which a journey stands in lists."""
        return (
            self.current(journey)
            or self.original(journey)
            or (self.parent(journey) if journey.is_planned else None)
        )

    @cached_property
    def _followers(self) -> Mapping[str, tuple[Journey, ...]]:
        in_turn = sorted(self._journeys.values(), key=_turn)
        return _grouped((self._leader(journey), journey) for journey in in_turn)

    @cached_property
    def _variants(self) -> Mapping[str, tuple[Journey, ...]]:
        return _grouped((self.original(journey), journey) for journey in self._journeys.values())


def _turn(journey: Journey) -> tuple[bool, bool]:
    """Sort what follows a journey: the future, variants, and last what is only planned."""
    return journey.is_planned, not journey.record.compares_to


def _grouped(pairs: Iterator[tuple[Journey | None, Journey]]) -> Mapping[str, tuple[Journey, ...]]:
    found: dict[str, list[Journey]] = {}
    for whole, part in pairs:
        if whole is not None:
            found.setdefault(whole.id, []).append(part)
    return {key: tuple(parts) for key, parts in found.items()}


def in_circles(steps: Mapping[str, str]) -> set[str]:
    """Of things that lead from one to the next, those that lead back to themselves."""
    circles: set[str] = set()
    seen: set[str] = set()
    for start in steps:
        trail: dict[str, int] = {}
        current = start
        while current in steps and current not in seen:
            seen.add(current)
            trail[current] = len(trail)
            current = steps[current]
        circles.update(list(trail)[trail[current] :] if current in trail else [])
    return circles
