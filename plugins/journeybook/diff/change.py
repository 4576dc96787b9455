"""A change of a handbook: its kind, its place in both states, its old and its new value."""

import dataclasses
from collections.abc import Callable
from typing import NamedTuple

from journeybook.diff.kinds import WORDINGS, Kind
from journeybook.findings import Place
from journeybook.kinds import ThingKind

_AT_MOMENT = 15
"""How much worse bad news weighs at a moment of truth."""
_A_POINT = 4
"""How much worse each further point is by which satisfaction fell, or a pain point became more severe."""
_USED = 25
"""How much worse it is to take away what is still used."""
_GOOD = 30


class Subject(NamedTuple):
    """The thing that a change belongs to."""

    kind: ThingKind
    id: str
    """Its id after the change; of what was removed, the id before."""

    @property
    def journey(self) -> str:
        """The id of a journey; empty where it is something else."""
        return self.id if self.kind is ThingKind.JOURNEY else ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: a value that is known by what it says and where, so that it can be looked up by itself."""

    kind: Kind
    subject: Subject
    stage: str = ""
    """The id of the journey's stage, after the change where it is still there."""
    step: str = ""
    """The id of the step, likewise."""
    item: str = ""
    """The id of the pain point or opportunity, likewise."""
    where: tuple[str, ...] = ()
    """Titles that lead to the place within the subject: stage, step, pain point or opportunity, action."""
    field: str = ""
    """The key of the header that changed, where it is one."""
    old: str = ""
    """The value before, for people."""
    new: str = ""
    """The value after, for people."""
    values: tuple[tuple[str, str], ...] = ()
    """The values of the sentence, by name."""
    before: Place | None = None
    """The place before; the nearest group around where it did not stand."""
    after: Place | None = None
    """The place now, likewise."""
    amount: int = 0
    """By how much satisfaction or severity changed."""
    at_moment: bool = False
    """Whether the step was or is a moment of truth."""
    uses: tuple[Place, ...] = ()
    """Where what was removed, renamed or retired is still used."""

    @property
    def weight(self) -> int:
        """The weight for customers: the heaviest is shown first."""
        own = WORDINGS[self.kind].weight
        if own < _GOOD:
            return own
        return (
            own
            + _A_POINT * max(0, abs(self.amount) - 1)
            + _AT_MOMENT * self.at_moment
            + _USED * bool(self.uses)
        )

    @property
    def places(self) -> tuple[str, ...]:
        """The places before and after, as `path:line`; one of them where both are the same."""
        known = (place for place in (self.before, self.after) if place)
        return tuple(dict.fromkeys(place.line_of_file for place in known))

    def sentence(
        self,
        translate: Callable[[str], str] = lambda template: template,
        escape: Callable[[str], str] = lambda value: value,
    ) -> str:
        """Tell the change in one sentence; each value, which somebody wrote, is escaped by itself."""
        template = translate(WORDINGS[self.kind].sentence)
        return template.format(**{name: escape(value) for name, value in self.values})
