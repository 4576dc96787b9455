"""Parts of a body of Markdown: tags, addresses, definitions and headings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag of an HTML element, or what Markdown takes for one."""

    start: int
    """Where it begins in the body."""
    name: str
    """In small letters."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Names in small letters, with their values."""
    written: str = ""
    """What stands between the brackets."""
    is_end: bool = False
    """Whether it closes an element."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The address that a link or a picture of Markdown leads to."""

    start: int
    """Where the link begins in the body."""
    address: str
    """As written."""
    is_picture: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """The line that gives a name to an address, or the beginning of a footnote."""

    start: int
    name: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of Markdown."""

    line: int
    """The line of the file."""
    column: int
    level: int
    text: str
    """What stands behind the marks."""
    is_underlined: bool = False
    """Whether a line of = or - below makes it one."""
