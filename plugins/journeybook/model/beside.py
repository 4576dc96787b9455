"""What stands beside texts: links to documents, and what helps when a step fails."""

from typing import Annotated, ClassVar

from journeybook.model.base import Record
from journeybook.model.fields import AsList, Text, WebAddress


class DocumentLink(Record):
    """A document, a form or a page that belongs to a step or a touchpoint."""

    short: ClassVar[str | None] = None
    called: ClassVar[str] = "a link"

    title: Text
    """What readers click."""
    url: WebAddress
    """Where it lies."""


class Recovery(Record):
    """A failure and how it is made good."""

    short: ClassVar[str | None] = "failure"

    failure: Text
    """What goes wrong."""
    response: Text | None = None
    """What is done then."""


Links = Annotated[tuple[DocumentLink, ...], AsList]
Recoveries = Annotated[tuple[Recovery, ...], AsList]
