"""Say numbers with their nouns."""

from collections.abc import Mapping

from journeybook.findings import Severity
from journeybook.kinds import ThingKind
from journeybook.language import Language
from journeybook.messages import N_

NOUNS = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.INFO: N_("hint")}
"""The nouns for findings, by weight."""


def findings_of(number: int, level: Severity, language: Language) -> str:
    """Return a number of findings of one weight."""
    match level:
        case Severity.ERROR:
            return language.plural("%(num)s error", "%(num)s errors", number)
        case Severity.WARNING:
            return language.plural("%(num)s warning", "%(num)s warnings", number)
    return language.plural("%(num)s hint", "%(num)s hints", number)


def weighed(counts: Mapping[Severity, int], language: Language) -> str:
    """Return how many findings of each weight there are, as in “2 errors, 1 hint”; nothing without any."""
    return ", ".join(findings_of(counts[level], level, language) for level in NOUNS if counts[level])


def files_of(number: int, kind: ThingKind, language: Language) -> str:
    """Return a number of things that have files of their own."""
    match kind:
        case ThingKind.JOURNEY:
            return language.plural("%(num)s journey", "%(num)s journeys", number)
        case ThingKind.PERSONA:
            return language.plural("%(num)s persona", "%(num)s personas", number)
    return language.plural("%(num)s touchpoint", "%(num)s touchpoints", number)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
