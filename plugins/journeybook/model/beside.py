"""What stands beside texts: links to documents, what helps when a step fails, what a stage publishes."""

from typing import Annotated, ClassVar, Literal

from journeybook.model.base import Record
from journeybook.model.fields import AsList, Text, WebAddress, one_of
from journeybook.model.names import TeamName

ContentStatus = Literal["idea", "planned", "live", "retired"]


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


class Content(Record):
    """Something that is published for a stage, such as a guide, a campaign or an e-mail."""

    called: ClassVar[str] = "an entry of 'content'"

    title: Text
    """What it is called."""
    type: Text | None = None
    """What it is, such as a guide."""
    url: WebAddress | None = None
    """Where it lies."""
    status: Annotated[ContentStatus, one_of(ContentStatus)] = "live"
    """`idea`, `planned`, `live` or `retired`."""
    owner: TeamName | None = None
    """Who answers for it."""


Contents = Annotated[tuple[Content, ...], AsList]
Links = Annotated[tuple[DocumentLink, ...], AsList]
Recoveries = Annotated[tuple[Recovery, ...], AsList]
