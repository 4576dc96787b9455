"""Say how far evidence proves a claim, whether it still holds, and how many claims rest on evidence."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from journeybook import model
from journeybook.catalogue.things import Journey, JourneyPart, JourneyStage, Step
from journeybook.model.lanes import LANES, Lane


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
    """Whether evidence has ceased to hold."""
    return evidence.expires is not None and is_over(evidence.expires, today)


def is_over(expires: date, today: date) -> bool:
    """Whether the day has come from which on evidence is no longer relied on."""
    return expires <= today


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


_Claim = tuple[model.Evidence, ...]
"""What a claim rests on: its own evidence alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenShare:
    """The share of claims that rests on evidence which still holds."""

    proven: int = 0
    all: int = 0

    @property
    def percent(self) -> float:
        """The share in percent; of nothing it is none."""
        return 100 * self.proven / self.all if self.all else 0

    def __add__(self, other: "ProvenShare") -> "ProvenShare":
        """Put two shares together."""
        return ProvenShare(proven=self.proven + other.proven, all=self.all + other.all)


_NOTHING = ProvenShare()


def share_of_stage(stage: JourneyStage, today: date, lanes: Sequence[Lane] = LANES) -> ProvenShare:
    """Count the claims of a stage as a whole and of its steps."""
    fields = tuple(field for lane in lanes if lane.is_claimed for field in lane.fields)
    claims = (claim for part in (stage, *stage.steps) for claim in _claims(part, fields))
    return _share(claims, today)


def share_of_journey(journey: Journey, today: date, lanes: Sequence[Lane] = LANES) -> ProvenShare:
    """Count the claims of a journey."""
    return sum((share_of_stage(stage, today, lanes) for stage in journey.stages), _NOTHING)


def share_of_handbook(journeys: Iterable[Journey], today: date, lanes: Sequence[Lane] = LANES) -> ProvenShare:
    """Count the claims of the journeys that customers walk today; of the future nothing can be proven."""
    return sum((share_of_journey(journey, today, lanes) for journey in walked(journeys)), _NOTHING)


def walked(journeys: Iterable[Journey]) -> Iterator[Journey]:
    """Yield the journeys that customers walk today."""
    for journey in journeys:
        if journey.record.state == "current" and not journey.is_planned and not journey.is_of_staff:
            yield journey


def _share(claims: Iterable[_Claim], today: date) -> ProvenShare:
    found = [bool(claim) and evidence_mark(claim, today).is_proof for claim in claims]
    return ProvenShare(proven=sum(found), all=len(found))


def _claims(part: JourneyPart, fields: Iterable[str]) -> Iterator[_Claim]:
    """Yield each claim; satisfaction and a moment of truth rest on what the step itself names."""
    if isinstance(part, Step):
        yield from (part.record.evidence for _ in range(_judgements(part)))
    yield from (pain.record.evidence for pain in part.pain_points)
    for field in fields:
        yield from (entry.record.evidence for entry in part.entries.get(field, ()))


def _judgements(step: Step) -> int:
    return (step.satisfaction is not None) + bool(step.record.moment_of_truth)
