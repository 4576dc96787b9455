"""Say how far evidence proves a claim, and whether it still holds."""

from collections.abc import Collection
from datetime import date
from enum import IntEnum

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
