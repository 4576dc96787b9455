"""The kinds of things that a handbook is made of: one row each, which every layer reads.

A kind is compared and printed as the word that authors write for it, so `document.kind == ThingKind.JOURNEY`
holds, and `f"{kind}-removed"` is what it looks like.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from types import MappingProxyType


class ThingKind(StrEnum):
    """A kind of thing, by its word."""

    JOURNEY = "journey"
    PERSONA = "persona"
    TOUCHPOINT = "touchpoint"
    CHANNEL = "channel"
    STAGE = "stage"
    TEAM = "team"
    METRIC = "metric"
    GOAL = "goal"
    SEGMENT = "segment"
    SYSTEM = "system"
    PRINCIPLE = "principle"
    TERM = "term"
    GROUP = "group"
    LANE = "lane"
    STEP = "step"
    PAIN_POINT = "pain-point"
    OPPORTUNITY = "opportunity"
    HANDBOOK = "handbook"
    VALUES = "values"

    @property
    def row(self) -> "KindRow":
        """The row of this kind in the registry."""
        return KINDS[self]

    @property
    def words(self) -> str:
        """The words by which a message calls one."""
        return self.replace("-", " ")


class Home(Enum):
    """The home of a kind: files of their own, or a place in another file."""

    FILE = "a file of its own below the journeys folder"
    HANDBOOK = "an entry of a list of handbook.yml"
    JOURNEY = "within the file of a journey"
    SHARED = "a file that describes no single thing"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """The row of a kind of thing: everything that layers must know of it."""

    home: Home
    noun: str
    """One of them, in the titles of rules."""
    plural: str
    """Many of them, in messages. Of a home in handbook.yml it is also the key of their list there."""
    folder: str = ""
    """The folder whose files describe one each, below the journeys folder; journeys lie anywhere else."""
    pages: str = ""
    """Where the page of each lies, below the site's root. What has a page is linked by `[[kind:id]]`."""
    has_own_page: bool = True
    """Whether each has a page of its own; otherwise all of them stand on the one at `pages`."""
    has_id: bool = True
    """Whether one has an id by which `refs` and `rename` find it."""
    is_begun: bool = False
    """Whether `new` writes the first file of one, from the templates in `scaffold/new`."""

    def address(self, name: str) -> str:
        """The address of one by its id, below the site's root."""
        return f"{self.pages}{name}/" if self.has_own_page else f"{self.pages}#{name}"


KINDS: Mapping[ThingKind, KindRow] = MappingProxyType(
    {
        ThingKind.JOURNEY: KindRow(
            home=Home.FILE, noun="a journey", plural="journeys", pages="journeys/", is_begun=True
        ),
        ThingKind.PERSONA: KindRow(
            home=Home.FILE,
            noun="a persona",
            plural="personas",
            folder="personas",
            pages="personas/",
            is_begun=True,
        ),
        ThingKind.TOUCHPOINT: KindRow(
            home=Home.FILE,
            noun="a touchpoint",
            plural="touchpoints",
            folder="touchpoints",
            pages="touchpoints/",
            is_begun=True,
        ),
        ThingKind.CHANNEL: KindRow(
            home=Home.HANDBOOK, noun="a channel", plural="channels", pages="channels/"
        ),
        ThingKind.STAGE: KindRow(home=Home.HANDBOOK, noun="a stage", plural="stages", pages="stages/"),
        ThingKind.TEAM: KindRow(home=Home.HANDBOOK, noun="a team", plural="teams", pages="teams/"),
        ThingKind.METRIC: KindRow(home=Home.HANDBOOK, noun="a metric", plural="metrics", pages="metrics/"),
        ThingKind.GOAL: KindRow(home=Home.HANDBOOK, noun="a goal", plural="goals", pages="goals/"),
        ThingKind.SEGMENT: KindRow(
            home=Home.HANDBOOK, noun="a segment", plural="segments", pages="segments/"
        ),
        ThingKind.SYSTEM: KindRow(home=Home.HANDBOOK, noun="a system", plural="systems", pages="systems/"),
        ThingKind.PRINCIPLE: KindRow(
            home=Home.HANDBOOK, noun="a principle", plural="principles", pages="principles/"
        ),
        ThingKind.TERM: KindRow(
            home=Home.HANDBOOK, noun="a term", plural="terms", pages="glossary/", has_own_page=False
        ),
        ThingKind.GROUP: KindRow(home=Home.HANDBOOK, noun="a group of touchpoints", plural="groups"),
        ThingKind.LANE: KindRow(home=Home.HANDBOOK, noun="a lane", plural="lanes"),
        ThingKind.STEP: KindRow(home=Home.JOURNEY, noun="a step of the same journey", plural="steps"),
        ThingKind.PAIN_POINT: KindRow(home=Home.JOURNEY, noun="a pain point", plural="pain points"),
        ThingKind.OPPORTUNITY: KindRow(
            home=Home.JOURNEY, noun="an opportunity", plural="opportunities", has_id=False
        ),
        ThingKind.HANDBOOK: KindRow(home=Home.SHARED, noun="the handbook", plural="handbooks", has_id=False),
        ThingKind.VALUES: KindRow(home=Home.SHARED, noun="a file of values", plural="values", has_id=False),
    }
)
"""The registry, in the order in which messages and commands list kinds."""


def _of(home: Home) -> tuple[ThingKind, ...]:
    return tuple(kind for kind, row in KINDS.items() if row.home is home)


IN_FILES = _of(Home.FILE)
"""Kinds of things with a file each."""
IN_HANDBOOK = _of(Home.HANDBOOK)
"""Kinds of things that handbook.yml lists."""
IN_JOURNEYS = tuple(kind for kind in _of(Home.JOURNEY) if kind.row.has_id)
"""Kinds of things with an id within a journey; from elsewhere it is `journey-id/own-id`."""
LINKED = tuple(kind for kind, row in KINDS.items() if row.pages)
"""Kinds of things with a page or a place on one, which `[[kind:id]]` can name."""
NAMED = tuple(kind for kind, row in KINDS.items() if row.has_id)
"""Kinds of things with an id that `refs` and `rename` know."""
BEGUN = tuple(kind for kind, row in KINDS.items() if row.is_begun)
"""Kinds of things that `new` begins."""
