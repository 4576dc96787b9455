"""The contents of a file that is brought in: drafts, entries of handbook.yml, values, and notes on them.

A reader of a form (a sheet of a journey, a board, a diagram) returns `BroughtIn` and knows nothing of files
that are there already; matching names, adding what is missing and writing come later, alike for every form.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from journeybook.kinds import ThingKind

KeyPath = tuple[str | int, ...]
"""A value of a header by its keys and positions: `("stages", 0, "steps", 2, "title")`."""


class Telling(StrEnum):
    """The word of the report for a place of a file that is brought in."""

    TAKEN = "taken"
    GUESSED = "guessed"
    LEFT = "left over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A line of the report."""

    telling: Telling
    address: str
    """Where it stands in the file: `Map!B7`, `line 7`, or nothing for the file as a whole."""
    message: str
    """What became of it, or why nothing did: a sentence marked by `N_`, with `%(name)s` for what varies."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What fills the places of the message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A journey, persona or touchpoint as it shall stand in a file of its own.

    Of an export, it may be handbook.yml in another language as well.
    """

    kind: ThingKind
    header: Mapping[str, Any]
    """Fields and values as an author would write them in the header. References to stages, channels, teams,
    personas and touchpoints are the names that stand in the file brought in; they become ids later."""
    body: str = ""
    """The narrative, in Markdown."""
    path: str = ""
    """Where its file lies below the journeys folder; without it, the writer decides by title and kind."""
    is_exact: bool = False
    """Whether it comes from an export of a handbook: it is written as it is, its ids, status and all."""
    before: "Exported | None" = None
    """What the file said when it was exported, where that is known: so edits are told from what was there."""
    origins: Mapping[KeyPath, str] = field(default_factory=dict)
    """The address from which each value comes, for the report and for a second import."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file as it was exported."""

    header: Mapping[str, Any]
    """As plain data."""
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """An entry of a list of handbook.yml: a stage, channel, team, lane, metric and so on."""

    kind: ThingKind
    fields: Mapping[str, Any]
    """As in handbook.yml; without an `id` it is made from the title."""
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredRow:
    """A measured value."""

    columns: Mapping[str, str]
    """By the columns of a file of values: `date`, `metric`, `value`, and any of the others. The metric, and
    what it is measured for, are names as they stand in the file brought in."""
    address: str
    answers: Mapping[int, int] = field(default_factory=dict)
    """How many gave each answer, of a value that was computed from answers."""
    path: str = ""
    """The file of values that it stood in, below the journeys folder, of an export of a handbook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """Everything that was found in one file."""

    source: str
    """The file, as it was typed."""
    drafts: tuple[Draft, ...] = ()
    entries: tuple[ListEntry, ...] = ()
    values: tuple[MeasuredRow, ...] = ()
    opportunities: tuple["LooseOpportunity", ...] = ()
    handbook: Mapping[str, Any] | None = None
    """The whole of handbook.yml, of an export of a handbook."""
    handbook_before: Exported | None = None
    """What it said when it was exported, where that is known."""
    handbook_origins: Mapping[KeyPath, str] = field(default_factory=dict)
    """The address from which each value of it comes."""
    inbox: str = ""
    """What nobody can sort but people, as Markdown."""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseOpportunity:
    """An opportunity or a pain point of a list, which belongs to a step of a journey that is there."""

    fields: Mapping[str, Any]
    """As in the header of a journey."""
    journey: str
    """The journey by title or id, as it stands in the list; empty if the list does not say."""
    step: str
    """The step likewise."""
    address: str
    stage: str = ""
    """The stage likewise, for what belongs to no single step."""
    kind: ThingKind = ThingKind.OPPORTUNITY
    """An opportunity, or a pain point."""
