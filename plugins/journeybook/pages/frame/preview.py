"""A preview: what the files of a handbook change, and what each page says of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeybook.catalogue import Catalogue
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
    before: Catalogue
    """The handbook as it was."""
    is_translated: bool = False
    """Whether the site shows a translation, while originals are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OldValue:
    """A value that has changed."""

    name: str
    old: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMark:
    """A mark on a thing that changes."""

    sign: str
    word: str
    """The kind of change, in a word or two."""
    olds: tuple[OldValue, ...] = ()
    """The values that it had, where nothing else at its place says it."""
    sentences: tuple[str, ...] = ()
    """All that has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEdit:
    """A paragraph of a narrative that has changed."""

    text: str
    """With what of it is gone and what is new."""
    heading: str = ""
    """The heading above it, where it is the first below it that has changed."""


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
    cards: Mapping[str, ChangeMark] = field(default_factory=dict)
    """By the id of a pain point or an opportunity of a journey."""
    texts: tuple[TextEdit, ...] = ()
    """What has changed in its narrative."""
    before: str = ""
    """The address of the page as it was; empty where it is not in the base."""
    is_past: bool = False
    """Whether it is a page as it was."""
    is_gone: bool = False
    """Whether it is one of which nothing is left."""
    next_address: str = ""
    """The address of the next page that has changed, if there is one."""
    next_title: str = ""
    things: Mapping[str, ChangeMark] = field(default_factory=dict)
    """For a list: by the address of a thing's page."""

    def of(self, thing: Thing) -> ChangeMark | None:
        """The mark of a thing in a list."""
        return self.things.get(address_of(thing))
