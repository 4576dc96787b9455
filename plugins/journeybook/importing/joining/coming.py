"""A file that an import is about to write, and the report on what it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from journeybook.importing.brought_in import KeyPath, Note, Telling
from journeybook.importing.files import file_text
from journeybook.importing.joining.memory import RememberedFile
from journeybook.kinds import ThingKind
from journeybook.load import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """The report on a source."""

    source: str
    notes: tuple[Note, ...]
    is_unchanged: bool = False
    """Whether it was brought in before, and nothing that it says now is to be written."""

    @property
    def has_taken(self) -> bool:
        """Whether anything of it is in the handbook, now or since an earlier import, or proposed for it."""
        return self.is_unchanged or any(note.telling is not Telling.LEFT for note in self.notes)

    def of(self, telling: Telling) -> Iterator[Note]:
        """Yield the notes under a heading of the report."""
        return (note for note in self.notes if note.telling is telling)


@dataclass(slots=True, kw_only=True)
class Coming:
    """A file that an import is about to write."""

    kind: ThingKind
    own_id: str
    inside: str
    """Its path below the journeys folder."""
    header: dict[str, Any]
    body: str = ""
    origins: dict[KeyPath, str] = field(default_factory=dict)
    """The address of each value in the source."""
    sheet: str = ""
    """The part of the source that it comes from."""
    document: Document | None = None
    """The file that it has become before, or that has its name."""
    then: RememberedFile | None = None
    """It itself, as it was brought in before."""

    @property
    def title(self) -> str:
        """The name that people know it by."""
        return str(self.header.get("title", self.own_id))

    @property
    def text(self) -> str:
        """The file."""
        return file_text(self.kind, self.header, self.body)

    @property
    def remembered(self) -> RememberedFile:
        """It itself, for the next import."""
        return RememberedFile(
            kind=self.kind,
            own_id=self.own_id,
            inside=self.inside,
            sheet=self.sheet,
            header=self.header,
            body=self.body,
        )
