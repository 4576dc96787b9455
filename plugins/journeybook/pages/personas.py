"""The pages of personas: all of them, and each one's profile with the journeys walked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.catalogue import Journey, Persona, Touchpoint, Visit
from journeybook.charts import Curve
from journeybook.pages.addresses import PERSONAS, address_of
from journeybook.pages.context import Site
from journeybook.pages.curves import persona_curve
from journeybook.pages.page import Page
from journeybook.pages.search import persona_entries

QUESTIONS = ("why_interested", "how_researched", "decision_criteria", "alternatives", "why_us", "wishes")
"""The six questions of the interview, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """A journey as one persona lives it."""

    journey: Journey
    curve: Curve | None
    touchpoints: tuple[Touchpoint, ...]
    moments: tuple[Visit, ...]
    """Moments of truth."""
    worst: Visit | None
    best: Visit | None
    scores: dict[str, int]
    """This persona's satisfaction by step id."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the gallery, then each profile."""
    yield Page(
        address=PERSONAS,
        template="personas",
        title=site.text("Personas"),
        description=site.text("Who our customers are: goals, frustrations and the journeys they walk."),
        context=lambda: {
            "personas": tuple(site.catalogue.personas.values()),
            "journeys_of": site.catalogue.journeys_of_persona,
        },
        inputs=site.everything,
    )
    for persona in site.catalogue.personas.values():
        yield _page(site, persona)


def _page(site: Site, persona: Persona) -> Page:
    journeys = site.catalogue.journeys_of_persona.get(persona.id, ())
    record = persona.record
    return Page(
        address=address_of(persona),
        template="persona",
        title=persona.title,
        description=record.quote or record.role or "",
        context=lambda: _context(site, persona, journeys),
        inputs=site.inputs(persona, *journeys),
        parents=(site.crumb("Personas", PERSONAS),),
        narrative=persona.document.body,
        document=persona.document,
        tags=record.tags,
        entries=lambda: persona_entries(persona),
    )


def _context(site: Site, persona: Persona, journeys: tuple[Journey, ...]) -> Mapping[str, Any]:
    return {
        "persona": persona,
        "walks": [
            _walk(persona, journey, site.catalogue.visits_of_journey[journey.id]) for journey in journeys
        ],
        "questions": [name for name in QUESTIONS if persona.record.interview and _answers(persona, name)],
    }


def _answers(persona: Persona, question: str) -> tuple[str, ...]:
    answers: tuple[str, ...] = getattr(persona.record.interview, question)
    return answers


def _walk(persona: Persona, journey: Journey, visits: tuple[Visit, ...]) -> Walk:
    scores = {
        visit.step.id: score.score
        for visit in visits
        for score in visit.step.scores
        if score.persona is persona
    }
    rated = [visit for visit in visits if visit.step.id in scores]
    return Walk(
        journey=journey,
        curve=persona_curve(journey, persona),
        touchpoints=tuple({p.id: p for visit in visits for p in visit.step.touchpoints}.values()),
        moments=tuple(visit for visit in visits if visit.step.record.moment_of_truth),
        worst=min(rated, key=lambda visit: scores[visit.step.id], default=None),
        best=max(rated, key=lambda visit: scores[visit.step.id], default=None),
        scores=scores,
    )
