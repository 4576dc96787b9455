"""The location of changes within a thing, in both states."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from journeybook.diff.change import Change, Subject
from journeybook.diff.kinds import Kind
from journeybook.diff.states.names import Names
from journeybook.findings import Place
from journeybook.frontmatter import Path
from journeybook.load import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPart:
    """The part of a document that is compared, in one of the states."""

    document: Document
    path: Path = ()
    """Keys and list positions that lead to the group of keys that is compared."""

    def place(self, *path: str | int) -> Place:
        """The place where a value of the group was typed, or the group itself."""
        path_of_all = (*self.path, *path)
        if path_of_all[:1] == ("personas",) and not self.document.header.places.value(("personas",)):
            path_of_all = ("persona", *path_of_all[1:])
        return self.document.place(path_of_all)

    def below(self, *path: str | int) -> "DocumentPart":
        """A group within the group."""
        return replace(self, path=(*self.path, *path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """The two parts that are compared, and all that changes found there have in common."""

    subject: Subject
    names: Names
    old: DocumentPart | None
    """Nothing where the whole thing was added."""
    new: DocumentPart | None
    stage: str = ""
    step: str = ""
    item: str = ""
    where: tuple[str, ...] = ()
    at_moment: bool = False

    def change(  # noqa: PLR0913 - each names a part of the change
        self,
        kind: Kind,
        *,
        at: Path = (),
        field: str = "",
        old: str = "",
        new: str = "",
        amount: int = 0,
        values: Mapping[str, str] | None = None,
        old_at: Path | None = None,
        new_at: Path | None = None,
    ) -> Change:
        """Make a change; `at` leads from the group to the value, where a state has no path of its own."""
        old_path, new_path = at if old_at is None else old_at, at if new_at is None else new_at
        return Change(
            kind=kind,
            subject=self.subject,
            stage=self.stage,
            step=self.step,
            item=self.item,
            where=self.where,
            field=field,
            old=old,
            new=new,
            values=tuple({"field": field, "old": old, "new": new, **(values or {})}.items()),
            before=self.old.place(*old_path) if self.old else None,
            after=self.new.place(*new_path) if self.new else None,
            amount=amount,
            at_moment=self.at_moment,
        )

    def only_old(self) -> "Location":
        """The same location for what is no longer there."""
        return replace(self, new=None)

    def only_new(self) -> "Location":
        """The same location for what was not there before."""
        return replace(self, old=None)
