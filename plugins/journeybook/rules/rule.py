"""A rule: one kind of defect, and the family it belongs to."""

from dataclasses import dataclass
from enum import StrEnum
from string import Formatter

from journeybook.findings import Severity


class Family(StrEnum):
    """A family of rules."""

    SCHEMA = "schema"
    REFERENCE = "reference"
    STRUCTURE = "structure"
    COVERAGE = "coverage"
    FRESHNESS = "freshness"
    PLAN = "plan"
    SATISFACTION = "satisfaction"
    EVIDENCE = "evidence"
    WORDING = "wording"
    MARKUP = "markup"
    ACCESSIBILITY = "accessibility"
    TRANSLATION = "translation"
    SIZE = "size"

    @property
    def guards_pages(self) -> bool:
        """Whether its errors keep pages from being made."""
        return self in {Family.SCHEMA, Family.REFERENCE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of defect. Its texts are English; catalogues translate them for readers."""

    id: str
    """Kebab-case; names the defect."""
    family: Family
    title: str
    """One line that names the defect in words."""
    why: str
    """The cost for a handbook and its readers."""
    fix: str
    """The fix by an author."""
    message: str = ""
    """The sentence of a finding, with `{names}` of its values; empty where each finding has its own."""
    hint: str = ""
    """A second sentence, for findings that have what it names among their values."""
    severity: Severity = Severity.ERROR
    """The weight, unless settings say otherwise."""

    @property
    def hinted(self) -> tuple[str, ...]:
        """The values that the second sentence needs."""
        return tuple(name for _, name, _, _ in Formatter().parse(self.hint) if name)

    @property
    def is_fixed(self) -> bool:
        """Whether settings have no say: without what it guards, a page cannot be made."""
        return self.family.guards_pages and self.severity is Severity.ERROR
