"""A preview: what the files of a handbook change, and what each page says of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeybook.diff import ChangeTree
from journeybook.git.history import Commit
from journeybook.pages.frame.addresses import Thing, address_of


@dataclass(frozen=True, kw_only=True, eq=False)
class Preview:
    """A preview of what the files of a handbook change."""

    base: str
    """The base of the comparison, as it was named."""
    commit: Commit | None = None
    """The commit that this is, if it is one."""
    tree: ChangeTree


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMark:
    """A mark on a thing that changes."""

    sign: str
    word: str
    """The kind of change, in a word or two."""
    details: tuple[str, ...] = ()
    """Old and new values, in short."""
    sentences: tuple[str, ...] = ()
    """All that has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePreview:
    """The preview of one page."""

    text: str
    """The number of changes, in words."""
    address: str
    """The address of the list of changes."""
    is_banner: bool = False
    """Whether it says that this is a preview."""
    sentences: tuple[str, ...] = ()
    """What changes in the thing itself, where no mark on the page says it."""
    steps: Mapping[str, ChangeMark] = field(default_factory=dict)
    """By the id of a journey's step."""
    stages: Mapping[str, ChangeMark] = field(default_factory=dict)
    """By the id of a journey's stage."""
    gone: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The titles of removed steps by the id of their stage, and of removed stages under an empty id."""
    things: Mapping[str, ChangeMark] = field(default_factory=dict)
    """For a list: by the address of a thing's page."""

    def of(self, thing: Thing) -> ChangeMark | None:
        """The mark of a thing in a list."""
        return self.things.get(address_of(thing))
