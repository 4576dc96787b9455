"""Say how far evidence proves a claim, and whether it still holds."""

from collections.abc import Collection
from datetime import date
from enum import IntEnum, StrEnum

from journeybook import model


class EvidenceLevel(IntEnum):
    """The strength of evidence for a claim; of several pieces, the best counts."""

    NONE = 0
    ASSUMED = 1
    """Somebody believes it."""
    ANECDOTAL = 2
    """Single voices, a workshop, or a source without a method."""
    RESEARCHED = 3
    """Customers were asked, watched or counted with a method."""


_RESEARCHED = frozenset({"interview", "observation", "survey", "focus-group", "usability-test", "analytics"})


def evidence_level(evidence: Collection[model.Evidence]) -> EvidenceLevel:
    """Say how far some evidence proves a claim."""
    return max(map(_level, evidence), default=EvidenceLevel.NONE)


def _level(evidence: model.Evidence) -> EvidenceLevel:
    if evidence.method == "assumption":
        return EvidenceLevel.ASSUMED
    return EvidenceLevel.RESEARCHED if evidence.method in _RESEARCHED else EvidenceLevel.ANECDOTAL


def is_expired(evidence: model.Evidence, today: date) -> bool:
    """Whether evidence has ceased to hold; it does on the day that it names."""
    return evidence.expires is not None and evidence.expires <= today


class EvidenceMark(StrEnum):
    """The sum of a claim's evidence on a day, as maps mark it."""

    RESEARCHED = "researched"
    """Customers were asked, watched or counted, and it still holds."""
    ANECDOTAL = "anecdotal"
    """Single voices or a workshop say it, and it still holds."""
    ASSUMED = "assumed"
    """Nothing says it, or somebody believes it."""
    EXPIRED = "expired"
    """Something proved it, and does not hold any more."""

    @property
    def is_proof(self) -> bool:
        """Whether the claim rests on evidence."""
        return self in {EvidenceMark.RESEARCHED, EvidenceMark.ANECDOTAL}


def evidence_mark(evidence: Collection[model.Evidence], today: date) -> EvidenceMark:
    """Say what a claim's evidence comes to; what has expired counts only where nothing else proves it."""
    valid = evidence_level([item for item in evidence if not is_expired(item, today)])
    if valid is EvidenceLevel.RESEARCHED:
        return EvidenceMark.RESEARCHED
    if valid is EvidenceLevel.ANECDOTAL:
        return EvidenceMark.ANECDOTAL
    has_proved = evidence_level(evidence) > EvidenceLevel.ASSUMED
    return EvidenceMark.EXPIRED if has_proved else EvidenceMark.ASSUMED
