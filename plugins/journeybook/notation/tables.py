"""Name the tables of a workbook and their rows and columns, and part texts that are too long for a cell.

A grey cell says what a row or a column holds: `step/pain_points`. So titles of rows may be worded anew, rows
and columns moved, and new ones put between them. A `+` behind it marks what goes on from the one before.
"""

from collections.abc import Mapping
from types import MappingProxyType

from journeybook.kinds import IN_HANDBOOK, ThingKind
from journeybook.model import (
    Action,
    Channel,
    Goal,
    Group,
    Handbook,
    Journey,
    JourneyStage,
    Metric,
    Opportunity,
    OwnLane,
    PainPoint,
    Persona,
    Principle,
    Record,
    Segment,
    Stage,
    Step,
    System,
    Team,
    Term,
    Touchpoint,
)

LONGEST = 32_767
"""The units of UTF-16 that a cell holds."""
MORE = "+"
"""Behind the name of a row or column that goes on from the one before."""
MEMORY_SHEET = "_journeybook"
"""The hidden sheet that holds what the files said when the workbook was written."""
WORDS_SHEET = "_words"
"""The hidden sheet of the words for fields and values, which drop-downs are made of."""
FIELD_WORDS = "fields"
"""The set of the words for fields."""
BODY = "body"
FILE = "file"
AT = "at"
"""Where an entry of a register stands in its journey."""
VALUES = "value"
"""The table of measured values."""

LIST_RECORDS: Mapping[str, type[Record]] = MappingProxyType(
    {
        ThingKind.STAGE: Stage,
        ThingKind.CHANNEL: Channel,
        ThingKind.TEAM: Team,
        ThingKind.METRIC: Metric,
        ThingKind.GOAL: Goal,
        ThingKind.SEGMENT: Segment,
        ThingKind.SYSTEM: System,
        ThingKind.PRINCIPLE: Principle,
        ThingKind.TERM: Term,
        ThingKind.GROUP: Group,
        ThingKind.LANE: OwnLane,
    }
)
"""What handbook.yml lists, an entry a row, by kind."""

RECORDS: Mapping[str, type[Record]] = MappingProxyType(
    {
        ThingKind.JOURNEY: Journey,
        "phase": JourneyStage,
        ThingKind.STEP: Step,
        ThingKind.PERSONA: Persona,
        ThingKind.TOUCHPOINT: Touchpoint,
        ThingKind.PAIN_POINT: PainPoint,
        ThingKind.OPPORTUNITY: Opportunity,
        "action": Action,
        ThingKind.HANDBOOK: Handbook,
        **LIST_RECORDS,
    }
)
"""By what stands before the `/` in the name of a row or column."""
PHASE = "phase"
"""A stage as one journey goes through it."""
REGISTERS = (ThingKind.PAIN_POINT, ThingKind.OPPORTUNITY, "action")
"""The tables that show what stands on the sheets of journeys."""


LIST_KEYS = {kind.row.plural: kind for kind in IN_HANDBOOK}
"""The keys of the lists of handbook.yml."""


def units(text: str) -> int:
    """The length of a text as a cell counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cell_pieces(text: str, longest: int = LONGEST) -> list[str]:
    """Part a text into pieces that fit into a cell each, none of which begins or ends with a blank."""
    pieces = []
    while units(text) > longest:
        at = _where_to_cut(text, longest)
        pieces.append(text[:at])
        text = text[at:]
    return [*pieces, text]


def _where_to_cut(text: str, longest: int) -> int:
    at = longest // 2 if units(text[:longest]) > longest else longest
    for place in range(at, at // 2, -1):
        if not (text[place - 1].isspace() or text[place].isspace()):
            return place
    return at
