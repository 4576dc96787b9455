"""Find claims without evidence, and evidence that no longer holds."""

import re
from collections.abc import Collection, Iterator

from journeybook import model
from journeybook.catalogue import EvidenceLevel, Journey, JourneyPart, evidence_level, is_expired, spots_of
from journeybook.checks.inspection import Inspection, found
from journeybook.checks.positions import of_spot, spots_in
from journeybook.checks.prose import is_set_aside
from journeybook.findings import Finding
from journeybook.frontmatter import Path
from journeybook.load import Document
from journeybook.model.lanes import ENTRY_FIELDS

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

Claim = tuple[Path, str, tuple[model.Evidence, ...]]
"""Where something is claimed, its words, and what it rests on."""


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
    claims = _claims_of_part((), part.record)
    return any(evidence for _, _, evidence in claims)


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
        for path, title, evidence in () if is_set_aside(document) else _claims(document):
            if _is_assumed(document, evidence):
                at = (*path, "evidence", 0, "method")
                yield found(document, at, "assumption-only", title=title)
            for number, item in enumerate(evidence):
                yield from _worn(inspection, document, (*path, "evidence", number), item)


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


def _claims(document: Document) -> Iterator[Claim]:
    match document.record:
        case model.Persona() | model.Touchpoint() as record:
            yield (), record.title, record.evidence
        case model.Journey() as journey:
            yield (), journey.title, journey.evidence
            for path, part in journey.parts:
                yield from _claims_of_part(path, part)


def _claims_of_part(path: Path, part: model.PartRecord) -> Iterator[Claim]:
    title = part.title or (part.stage if isinstance(part, model.JourneyStage) else "")
    yield path, title, part.evidence
    for at, pain in enumerate(part.pain_points):
        yield (*path, "pain_points", at), pain.title, pain.evidence
    for name, entries in part.lanes.items():
        yield from (((*path, "lanes", name, at), item.text, item.evidence) for at, item in enumerate(entries))
    for field in ENTRY_FIELDS:
        for at, entry in enumerate(getattr(part, field)):
            yield (*path, field, at), entry.text, entry.evidence
