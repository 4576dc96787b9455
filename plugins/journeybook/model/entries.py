"""The entries of lanes: texts, and who says so."""

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, model_validator

from journeybook.model.base import Record
from journeybook.model.evidence import EvidenceList
from journeybook.model.fields import AsList, Rejected, Text, WebAddress, refuse_empty_keys
from journeybook.model.names import LaneName, PersonaName, TouchpointNames


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


class OwnEntry(Entry):
    """What stands in a lane of the handbook's own: a text, a number, or a link; plain text stands for it."""

    called: ClassVar[str] = "an entry of a lane"
    spellings: ClassVar[dict[str, str]] = {"text": "title"}

    url: WebAddress | None = None
    """In a lane of links: where it lies; the text is the address otherwise."""

    @model_validator(mode="before")
    @classmethod
    def _one_name_for_text(cls, value: Any) -> Any:
        if not isinstance(value, dict) or value.get("title") is None:
            return value
        if value.get("text") is not None:
            raise Rejected("one text", hint=" 'text' and 'title' are the same here. Keep one of them.")
        return {key: item for key, item in value.items() if key != "title"} | {"text": value["title"]}


def _by_lane(value: Any) -> dict[str, Any]:
    """Take a group of lanes; keys that begin with x- are for the record only, and empty ones are left out."""
    if not isinstance(value, dict):
        raise Rejected("a group of keys such as 'sla: 24'", rule="wrong-type")
    refuse_empty_keys(value)
    return {name: item for name, item in value.items() if not name.startswith("x-") and item is not None}


ByLane = BeforeValidator(_by_lane)
OwnEntries = Annotated[
    dict[
        LaneName,
        Annotated[tuple[OwnEntry, ...], AsList],
    ],
    ByLane,
]
