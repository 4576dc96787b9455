"""A page before and after it is rendered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from markupsafe import Markup

from journeybook.kinds import ThingKind
from journeybook.load import Document
from journeybook.pages.frame.preview import PagePreview


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """A page above another one."""

    title: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """An entry of the search: a page or a place on it."""

    title: str
    text: str
    """Plain text; each line stands for itself."""
    kind: ThingKind | None = None
    """What it is; nothing for a list of things, or another page that has several."""
    names: tuple[str, ...] = ()
    """Other names that it is found by as by its title; the text has them as well, where they are shown."""
    anchor: str = ""
    """The id of an element on the page; the page itself where empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the handbook, ready to be rendered."""

    address: str
    """Below the site's root, with a slash at its end; empty for the home page."""
    template: str
    """The path of its template, without its ending."""
    title: str
    context: Callable[[], Mapping[str, Any]]
    """Makes what the template shows; called only when the page is rendered."""
    description: str = ""
    parents: tuple[Crumb, ...] = ()
    """From the top down, without the home page."""
    narrative: str = ""
    """Markdown that its template puts into place."""
    document: Document | None = None
    """The one file that the page comes from."""
    shows: tuple[ThingKind, ...] = ()
    """Where it comes from no one file: the kinds of files that it lists or counts; empty for all of them."""
    tags: tuple[str, ...] = ()
    entries: Callable[[], tuple[SearchEntry, ...]] | None = None
    """Makes what the search finds on the page; its title and description otherwise."""
    is_found: bool = True
    """Whether the search finds it."""
    wide: bool = False
    """Whether the page needs the room of both side columns."""
    preview: PagePreview | None = None
    """What it says of the changes, in a preview."""

    @property
    def kind(self) -> str:
        """The name that styles have for pages of its template."""
        return self.template.rpartition("/")[2].replace("_", "-")

    def found(self) -> tuple[SearchEntry, ...]:
        """The entries of the search for the page."""
        return self.entries() if self.entries else (SearchEntry(title=self.title, text=self.description),)

    def made(self) -> dict[str, Any]:
        """Everything that it shows: its fields, and in place of functions what they make."""
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: value() if callable(value) else value for name, value in values}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSection:
    """A heading of a rendered page."""

    id: str
    title: str
    is_narrative: bool = False
    """Whether it stands for the headings of the narrative."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A page's HTML and its headings."""

    html: Markup
    sections: tuple[PageSection, ...]
