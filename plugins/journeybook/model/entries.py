"""The entries of lanes: texts, and who says so."""

from typing import Annotated, ClassVar

from journeybook.model.base import Record
from journeybook.model.evidence import EvidenceList
from journeybook.model.fields import AsList, Text
from journeybook.model.names import PersonaName, TouchpointNames


class Entry(Record):
    """One text of a lane; a plain text stands for it."""

    short: ClassVar[str | None] = "text"
    called: ClassVar[str] = "an entry of a lane"

    text: Text
    """The words."""
    persona: Annotated[tuple[PersonaName, ...], AsList] = ()
    """For whom it holds: persona ids of the journey; for all of them otherwise."""
    evidence: EvidenceList = ()
    """What shows it."""


class Doubt(Entry):
    """What makes the customer hesitate."""

    called: ClassVar[str] = "a doubt"

    answered_by: TouchpointNames = ()
    """Where customers get an answer, such as a list of questions or a chat."""


class Quote(Entry):
    """What a customer said."""

    called: ClassVar[str] = ""


Entries = Annotated[tuple[Entry, ...], AsList]
Quotes = Annotated[tuple[Quote, ...], AsList]
Doubts = Annotated[tuple[Doubt, ...], AsList]
