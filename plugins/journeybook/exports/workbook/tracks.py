"""Gather the fields of several records into the rows or columns of a table, in the order of their class."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journeybook.notation.places import parted, table_place
from journeybook.notation.shapes import Holds, shapes_of
from journeybook.notation.tables import RECORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A row or column: a field of each of some records."""

    room: str
    name: str
    values: tuple[Any, ...]
    """Of each record, or nothing."""

    @property
    def field(self) -> str:
        """The field that it belongs to."""
        return self.name.partition(".")[0]

    @property
    def look(self) -> str:
        """The look of its cells."""
        if self.name == "id":
            return "id"
        is_score = table_place(RECORDS[self.room], self.name).shape.holds is Holds.WHOLE
        return "score" if is_score else "text"


def tracks(room: str, records: Sequence[Mapping[str, Any]], always: str) -> Iterator[Track]:
    """Yield the places of a table: those that are always there, and those that some record fills."""
    values = [dict(parted(RECORDS[room], record)) for record in records]
    names = dict.fromkeys((*always.split(), *(name for each in values for name in each)))
    order = {field: number for number, field in enumerate(shapes_of(RECORDS[room]))}
    for name in sorted(names, key=lambda name: order.get(name.partition(".")[0], len(order))):
        yield Track(room=room, name=name, values=tuple(each.get(name) for each in values))
