"""A touchpoint: where a customer meets the organisation."""

from typing import Annotated, ClassVar, Literal

from journeybook.model.base import Record
from journeybook.model.beside import Links
from journeybook.model.evidence import EvidenceList
from journeybook.model.fields import AsList, Day, Flag, Id, Score, Text, Texts, WebAddress, one_of
from journeybook.model.names import ChannelName, GroupName, MetricNames, StageName, SystemNames, TeamName

Lifecycle = Literal["planned", "live", "retired"]


class Touchpoint(Record):
    """A touchpoint file."""

    short: ClassVar[str | None] = None

    title: Text
    """The touchpoint's name."""
    id: Id | None = None
    """The file's stem otherwise."""
    channel: ChannelName
    """The channel it belongs to."""
    group: GroupName | None = None
    """What it belongs to: one of eight groups, or one of the handbook's own."""
    owner: TeamName | None = None
    """Who answers for it."""
    stages: Annotated[tuple[StageName, ...], AsList] = ()
    """Where it is meant to be used."""
    rating: Score | None = None
    """1 to 5: how well it meets expectations."""
    importance: Score | None = None
    """1 to 5: how much it counts for customers."""
    expectation: Text | None = None
    """What customers expect of it."""
    lifecycle: Annotated[Lifecycle, one_of(Lifecycle)] = "live"
    """`planned`, `live` or `retired`."""
    self_service: Flag = False
    """Whether customers use it without staff."""
    systems: SystemNames = ()
    """What runs it: system ids or text."""
    url: WebAddress | None = None
    """Where it is."""
    feedback_url: WebAddress | None = None
    """Where customers say how it was."""
    aliases: Texts = ()
    """Earlier names."""
    metrics: MetricNames = ()
    """What is measured there."""
    evidence: EvidenceList = ()
    """What the rating rests on."""
    links: Links = ()
    """Documents and pages that belong to it."""
    reviewed: Day | None = None
    """When it was last checked against reality."""
    tags: Texts = ()
    """Free words."""
