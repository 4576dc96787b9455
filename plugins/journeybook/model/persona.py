"""A persona: who walks a journey."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from journeybook.model.base import Record
from journeybook.model.evidence import EvidenceList
from journeybook.model.fields import AsList, Count, Day, Id, LabelledTexts, Score, Text, Texts, one_of
from journeybook.model.names import ChannelName, SegmentName
from journeybook.model.picture import Picture

PersonaType = Literal["primary", "secondary", "negative", "staff"]


class Interview(Record):
    """The six questions asked of recent customers."""

    short: ClassVar[str | None] = None

    why_interested: Texts = ()
    """Why the product interested them."""
    how_researched: Texts = ()
    """How and where they learned of it."""
    decision_criteria: Texts = ()
    """By which criteria they chose."""
    alternatives: Texts = ()
    """Which competitors they weighed."""
    why_us: Texts = ()
    """Why they chose us."""
    wishes: Texts = ()
    """What they would improve."""


class Job(Record):
    """What a persona wants to get done, and why."""

    short: ClassVar[str | None] = "want"

    want: Text
    """What the persona wants, as it goes on after “I want”."""
    when: Text | None = None
    """In which situation, as it goes on after “When”."""
    so_that: Text | None = None
    """What for, as it goes on after “so that”."""


class Persona(Record):
    """A persona file: a profile made from interviews with customers."""

    short: ClassVar[str | None] = None

    title: Text
    """The persona's name."""
    id: Id | None = None
    """The file's stem otherwise."""
    role: Text | None = None
    """Occupation or part in the decision."""
    age: Count | None = None
    """In years."""
    location: Text | None = None
    """Where the persona lives."""
    segment: SegmentName | None = None
    """The segment that the persona stands for: its id, or a text while the handbook lists none."""
    type: Annotated[PersonaType, one_of(PersonaType)] = "primary"
    """`primary`, `secondary`, `negative` (for whom the offer is not made), or `staff`."""
    quote: Text | None = None
    """A sentence that is typical of the persona."""
    quotes: Texts = ()
    """Further sentences."""
    image: Picture | None = None
    """The portrait."""
    goals: Texts = ()
    """What the persona wants to reach."""
    jobs: Annotated[tuple[Job, ...], AsList] = ()
    """What the persona wants to get done."""
    needs: Texts = ()
    """What the persona needs."""
    frustrations: Texts = ()
    """What annoys the persona."""
    motivations: Texts = ()
    """What drives the persona."""
    hobbies: Texts = ()
    """What the persona likes to do."""
    behaviours: Texts = ()
    """How the persona shops, searches and decides."""
    preferred_channels: Annotated[tuple[ChannelName, ...], AsList] = ()
    """The channels the persona likes best."""
    devices: Texts = ()
    """What the persona uses."""
    digital_skill: Score | None = None
    """1 (hardly any) to 5 (expert): how well the persona gets on with devices and software."""
    accessibility_needs: Texts = ()
    """What the persona depends on to read, hear or operate something."""
    facts: LabelledTexts = Field(default={})
    """Anything else, under labels of your own."""
    interview: Interview | None = None
    """Answers to the six questions."""
    evidence: EvidenceList = ()
    """What the profile rests on."""
    reviewed: Day | None = None
    """When the profile was last checked against reality."""
    tags: Texts = ()
    """Free words."""
