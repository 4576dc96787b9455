"""Evidence: what a claim rests on."""

from typing import Annotated, ClassVar, Literal

from journeybook.model.base import Record
from journeybook.model.fields import AsList, Count, Day, Text, WebAddress, one_of

Method = Literal[
    "interview",
    "observation",
    "survey",
    "focus-group",
    "usability-test",
    "analytics",
    "social-listening",
    "support-tickets",
    "review",
    "workshop",
    "assumption",
]


class Evidence(Record):
    """What a claim rests on."""

    called: ClassVar[str] = "a piece of evidence"

    title: Text
    """What was done or found."""
    method: Annotated[Method, one_of(Method)] | None = None
    """How it was learned."""
    date: Day | None = None
    """When."""
    n: Count | None = None
    """How many people or cases."""
    url: WebAddress | None = None
    """Where the report lies."""
    expires: Day | None = None
    """From when on it is no longer relied on."""


EvidenceList = Annotated[tuple[Evidence, ...], AsList]
