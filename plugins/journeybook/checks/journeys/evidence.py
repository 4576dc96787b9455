"""Find claims without evidence, and evidence that no longer holds."""

import re
from collections.abc import Collection, Iterator

from journeybook import model
from journeybook.catalogue import (
    EvidenceLevel,
    Journey,
    JourneyPart,
    claims_of,
    claims_of_part,
    evidence_level,
    is_expired,
    spots_of,
)
from journeybook.checks.inspection import Inspection, found
from journeybook.checks.positions import of_spot, spots_in
from journeybook.findings import Finding
from journeybook.frontmatter import Path
from journeybook.load import Document

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def unfounded_journeys(inspection: Inspection) -> Iterator[Finding]:
    """Published journeys, moments of truth and quotes that name no evidence."""
    for journey in inspection.catalogue.mapped:
        if journey.record.status == "published" and not _has_evidence(journey):
            yield found(journey.document, ("title",), "journey-without-evidence", title=journey.title)
        elif journey.record.state == "current" and not journey.record.evidence:
            yield from _unfounded_moments(journey)
        if len(journey.record.personas) > 1:
            yield from _unsigned_quotes(journey)


def _has_evidence(journey: Journey) -> bool:
    return bool(journey.record.evidence) or any(_is_founded(spot.part) for spot in spots_of(journey.visits))


def _is_founded(part: JourneyPart) -> bool:
    return any(claim.evidence for claim in claims_of_part((), part.record))


def _unfounded_moments(journey: Journey) -> Iterator[Finding]:
    for visit in journey.visits:
        is_proven = visit.stage.record.evidence or _is_founded(visit.step)
        if visit.step.record.moment_of_truth and not is_proven:
            at, rule = (*of_spot(visit), "moment_of_truth"), "moment-of-truth-without-evidence"
            yield found(journey.document, at, rule, title=visit.step.title)


def _unsigned_quotes(journey: Journey) -> Iterator[Finding]:
    for path, spot in spots_in(journey):
        for number, quote in enumerate(spot.part.record.quotes):
            if not quote.persona and not quote.evidence:
                at = (*path, "quotes", number, "text")
                yield found(journey.document, at, "quote-without-source", text=quote.text)


def unfounded_personas(inspection: Inspection) -> Iterator[Finding]:
    """Personas that nobody has met; those for whom the offer is not made are left alone.

    The interview asks what customers decided, so that staff need none.
    """
    for persona in inspection.catalogue.personas.values():
        record = persona.record
        if record.type == "negative":
            continue
        if not record.evidence:
            yield found(persona.document, ("title",), "persona-without-evidence", title=persona.title)
        elif record.type != "staff" and not _was_interviewed(record):
            yield found(persona.document, ("title",), "persona-without-interview", title=persona.title)


def _was_interviewed(persona: model.Persona) -> bool:
    """Whether somebody talked to such customers; that all is assumed is a finding of its own."""
    methods = {evidence.method for evidence in persona.evidence}
    answers = any(texts for _, texts in persona.interview or ())
    return answers or methods == {"assumption"} or not methods.isdisjoint({"interview", "focus-group"})


def worn_evidence(inspection: Inspection) -> Iterator[Finding]:
    """Evidence that has expired, is old or has no date, and claims that rest on assumptions alone."""
    for document in inspection.catalogue.folder.documents:
        for claim in claims_of(document):
            if _is_assumed(document, claim.evidence):
                at = (*claim.at, "evidence", 0, "method")
                yield found(document, at, "assumption-only", title=claim.title)
            for number, item in enumerate(claim.evidence):
                yield from _worn(inspection, document, (*claim.at, "evidence", number), item)


def _is_assumed(document: Document, evidence: Collection[model.Evidence]) -> bool:
    """Whether nothing but assumptions is named; of the future, nothing else can be."""
    is_future = isinstance(document.record, model.Journey) and document.record.state == "future"
    return not is_future and evidence_level(evidence) is EvidenceLevel.ASSUMED


def _worn(
    inspection: Inspection, document: Document, at: Path, evidence: model.Evidence
) -> Iterator[Finding]:
    days, title = inspection.limits.evidence_days, evidence.title
    if evidence.expires is not None:
        if is_expired(evidence, inspection.today):
            yield found(document, (*at, "expires"), "expired-evidence", title=title, date=evidence.expires)
    elif evidence.date is not None:
        if (inspection.today - evidence.date).days > days:
            yield found(document, (*at, "date"), "old-evidence", title=title, date=evidence.date, days=days)
    elif evidence.method != "assumption" and not _YEAR.search(title):
        yield found(document, (*at, "title"), "evidence-without-date", title=title)
