"""Find the pain points, opportunities and actions of a journey, and the way to each of them."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from journeybook.kinds import ThingKind

EntryPath = tuple[str | int, ...]
ACTION = "action"
_LISTS = (("pain_points", ThingKind.PAIN_POINT), ("opportunities", ThingKind.OPPORTUNITY))


class EntryPlace(NamedTuple):
    """An entry of a journey."""

    file: str
    room: str
    path: EntryPath
    """From the top of the header."""
    record: Mapping[str, Any]

    @property
    def at(self) -> str:
        """The place as registers name it: `shop/buy.md#stages.0.steps.2.pain_points.0`."""
        return f"{self.file}#{'.'.join(map(str, self.path))}"


def entry_places(file: str, header: Mapping[str, Any]) -> Iterator[EntryPlace]:
    """Yield every entry, those of a stage before those of its steps."""
    for number, stage in enumerate(header.get("stages", ())):
        at: EntryPath = ("stages", number)
        yield from _of_part(file, at, stage)
        for count, step in enumerate(stage.get("steps", ())):
            yield from _of_part(file, (*at, "steps", count), step)


def _of_part(file: str, at: EntryPath, part: Mapping[str, Any]) -> Iterator[EntryPlace]:
    for name, room in _LISTS:
        for number, record in enumerate(part.get(name, ())):
            path = (*at, name, number)
            yield EntryPlace(file, room, path, record)
            for count, action in enumerate(record.get("actions", ())):
                yield EntryPlace(file, ACTION, (*path, "actions", count), action)
