"""The content of a workbook: the data of a handbook, the titles of its things, the words of a language."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.kinds import IN_FILES, ThingKind
from journeybook.notation.cells import TitlesByKind, Written, written_cell
from journeybook.notation.places import table_place
from journeybook.notation.plain import Plain
from journeybook.notation.shapes import shape_of
from journeybook.notation.tables import RECORDS
from journeybook.notation.words import SheetWords, names_within

Speak = Callable[[str], str]
"""Translates a message."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Content:
    """Everything that a workbook tells."""

    plain: Plain
    """The handbook as plain data."""
    titles: TitlesByKind
    """Of everything that can be named, those that the handbook does not list itself included."""
    words: SheetWords
    speak: Speak

    def files(self, kind: ThingKind) -> Iterator[Mapping[str, Any]]:
        """The files of a kind, each followed by those that say the same in other languages."""
        for thing in self.plain[kind.row.plural]:
            yield thing
            yield from thing.get("translations", {}).values()

    @property
    def handbooks(self) -> Iterator[Mapping[str, Any]]:
        """The file handbook.yml, if there is one."""
        if self.plain["handbook"]:
            yield self.plain["handbook"]

    def everything(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Every file with a header, with its kind."""
        yield from ((ThingKind.HANDBOOK, file) for file in self.handbooks)
        for kind in IN_FILES:
            yield from ((kind, file) for file in self.files(kind))

    def written(self, room: str, name: str, value: Any) -> Written:
        """Write the value of a row or column."""
        place = table_place(RECORDS[room], name)
        return written_cell(place.shape, value, self.words, place.group, self.titles)

    def label(self, room: str, name: str) -> str:
        """Return what people call a row or column."""
        record = RECORDS[room]
        field, _, key = name.partition(".")
        label = names_within(self.words, record).get(field, field)
        shape = shape_of(record, field)
        if not key or field == name:
            return label
        if shape.record is not None and not shape.is_by_key:
            return f"{label}: {names_within(self.words, shape.record).get(key, key)}"
        reference = shape.key_reference
        title = self.titles.get(reference.kind, {}).get(key, key) if reference else key
        return title if shape.record is not None else f"{label}: {title}"
