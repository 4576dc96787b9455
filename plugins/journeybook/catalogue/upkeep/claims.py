"""Gather what a file claims, each with the evidence that it rests on and its path in the header."""

from collections.abc import Iterator

from journeybook import model
from journeybook.catalogue.vocabulary import value
from journeybook.frontmatter import Path
from journeybook.load import Document
from journeybook.model.lanes import ENTRY_FIELDS


@value
class Claim:
    """Something that is claimed."""

    at: Path
    """Where it stands in the header."""
    title: str
    """Its words, or what it is said of."""
    evidence: tuple[model.Evidence, ...]


def claims_of(document: Document) -> Iterator[Claim]:
    """Yield the claims of a journey, persona or touchpoint; what is kept for the record claims nothing."""
    if is_set_aside(document):
        return
    match document.record:
        case model.Persona() | model.Touchpoint() as record:
            yield Claim(at=(), title=record.title, evidence=record.evidence)
        case model.Journey() as journey:
            yield Claim(at=(), title=journey.title, evidence=journey.evidence)
            for path, part in journey.parts:
                yield from claims_of_part(path, part)


def is_set_aside(document: Document) -> bool:
    """Whether a thing is of the past or not meant to be: retired touchpoints, personas to turn away."""
    match document.record:
        case model.Persona(type="negative") | model.Touchpoint(lifecycle="retired"):
            return True
    return False


def claims_of_part(path: Path, part: model.PartRecord) -> Iterator[Claim]:
    """Yield the claims of a step, or of a stage as a whole, at a path."""
    title = part.title or (part.stage if isinstance(part, model.JourneyStage) else "")
    yield Claim(at=path, title=title, evidence=part.evidence)
    for at, pain in enumerate(part.pain_points):
        yield Claim(at=(*path, "pain_points", at), title=pain.title, evidence=pain.evidence)
    for name, entries in part.lanes.items():
        for at, item in enumerate(entries):
            yield Claim(at=(*path, "lanes", name, at), title=item.text, evidence=item.evidence)
    for field in ENTRY_FIELDS:
        for at, entry in enumerate(getattr(part, field)):
            yield Claim(at=(*path, field, at), title=entry.text, evidence=entry.evidence)
