"""The values that a proposal is told in; every text is plain, in the language of its readers."""

from dataclasses import dataclass
from enum import StrEnum

from journeybook.diff import ChangeTree, Subject
from journeybook.findings import Severity
from journeybook.language import Language


class Effect(StrEnum):
    """The effect of a change on customers."""

    WORSE = "worse"
    MIXED = "mixed"
    BETTER = "better"
    NONE = "none"

    @property
    def sign(self) -> str:
        """The sign that stands for it."""
        return _SIGNS[self]


_SIGNS = {Effect.WORSE: "▼", Effect.MIXED: "▲▼", Effect.BETTER: "▲", Effect.NONE: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEdit:
    """Something that changed, with what it was and what it is."""

    label: str = ""
    """Whose or what; empty where the text says so."""
    old: str = ""
    """Empty where there was nothing."""
    new: str = ""
    """Empty where there is nothing any more."""
    text: str = ""
    """A sentence in place of both, where no value took the place of another."""
    note: str = ""
    """What has to be known to read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRow:
    """A place that changes: a step, a stage, or a thing as a whole."""

    subject: Subject
    stage: str = ""
    step: str = ""
    kind: str = ""
    """The word for the kind of thing, where it is no part of a journey."""
    where: tuple[str, ...]
    """The titles that lead there; empty where it is the journey itself."""
    former: str = ""
    """What the last of them was before, where it was called otherwise."""
    is_new: bool = False
    is_gone: bool = False
    effect: Effect = Effect.NONE
    is_moment: bool = False
    """Whether it is a moment of truth, or was one until it went."""
    satisfaction: tuple[ToldEdit, ...] = ()
    edits: tuple[ToldEdit, ...] = ()
    """What else changes, the worst first."""
    more: int = 0
    """How many more changes there are than these."""
    address: str = ""
    """Where it shows in the preview; empty where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldJourney:
    """A journey that changes, is new or is removed."""

    subject: Subject
    title: str
    former: str = ""
    """The title that it had before, where that was another one."""
    is_new: bool = False
    is_gone: bool = False
    facts: tuple[ToldEdit, ...] = ()
    """Mean satisfaction and status, before and after."""
    lines: tuple[ToldEdit, ...] = ()
    """Of a new or a removed one: its stages, its curve, its pain points."""
    rows: tuple[ChangedRow, ...] = ()
    """The worst for customers first."""
    more: int = 0
    """How many more rows there are than these."""
    before: str = ""
    """Where it shows as it is; empty where that is not known."""
    after: str = ""
    """Where it shows as it would be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EqualChanges:
    """The same change in many places."""

    edit: ToldEdit
    count: int
    where: tuple[str, ...]
    """The first places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StillUsed:
    """Something that is gone, renamed or retired, and still used."""

    title: str
    places: tuple[str, ...]
    """The first places, as `path:line`."""
    where: tuple[str, ...] = ()
    """The step or the thing that stands at each; empty where that is not known."""
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """Something that has to be answered before the proposal is taken."""

    rule: str
    where: tuple[str, ...]
    """The first places that it is asked of."""
    text: str
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Somebody who answers for what changes."""

    title: str
    mention: str = ""
    """The name by which the platform calls them, with its sign; empty where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundProblem:
    """A finding of `check`."""

    text: str
    rule: str
    severity: Severity
    place: str
    """As `path:line`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeReport:
    """Everything that is said of a proposal."""

    language: Language
    tree: ChangeTree
    """All changes, for the fold."""
    effect: Effect
    verdict: str
    """What it means for customers, in one sentence."""
    breaks: str
    """What breaks, in one sentence."""
    notes: tuple[str, ...]
    """What has to be known beside it."""
    asked: tuple[Asked, ...]
    unasked: int
    """How many more teams answer for it."""
    preview: str
    """Where the list of changes shows; empty where that is not known."""
    journeys: tuple[ToldJourney, ...]
    """The one with the worst for customers first."""
    others: tuple[ChangedRow, ...]
    """Other things that change."""
    more: int
    """How many more journeys and things there are than these."""
    plan: tuple[ToldEdit, ...]
    """What changes in opportunities and actions."""
    equal: tuple[EqualChanges, ...]
    used: tuple[StillUsed, ...]
    questions: tuple[OpenQuestion, ...]
    new_findings: tuple[FoundProblem, ...]
    """What `check` finds that it did not find before, the worst first."""
    fixed_findings: tuple[FoundProblem, ...]
    is_checked: bool
    """Whether findings were looked for at all."""
