"""The pages of personas: all of them, and each one's profile with the journeys walked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.catalogue import (
    Catalogue,
    Journey,
    Persona,
    Spent,
    Touchpoint,
    Visit,
    Voice,
    mean,
    time_of_journey,
    time_of_persona,
)
from journeybook.kinds import ThingKind
from journeybook.model.lanes import Lane
from journeybook.pages.curves.cells import MapCurve, curve_of
from journeybook.pages.curves.columns import columns_of
from journeybook.pages.frame.addresses import PERSONAS, address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.frame.search import persona_entries
from journeybook.pages.shown.findings import finding_count

QUESTIONS = ("why_interested", "how_researched", "decision_criteria", "alternatives", "why_us", "wishes")
"""The six questions of the interview, in their order."""

_MOST_WALKS = 12
"""Journeys shown step by step; the others are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A step of a journey as one persona lives it."""

    visit: Visit
    satisfaction: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """A journey as one persona lives it."""

    journey: Journey
    curve: MapCurve | None
    stops: tuple[Stop, ...]
    satisfaction: float | None
    """The mean over the steps that this persona has a value for."""
    time: Spent | None
    """What she spends and waits on it; nothing where no time is told."""
    worst: Stop | None
    best: Stop | None
    """Neither where all values are equal."""
    moments: tuple[Stop, ...]
    """Moments of truth."""
    touchpoints: tuple[Touchpoint, ...]
    companions: tuple[Persona, ...]
    """Who else walks the journey."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the gallery, then each profile."""
    yield Page(
        address=PERSONAS,
        template="personas",
        wide=True,
        shows=(ThingKind.PERSONA, ThingKind.JOURNEY),
        title=site.text("Personas"),
        description=site.text("Who our %(customers)s are: goals, frustrations and the journeys they walk."),
        context=lambda: {
            "personas": tuple(item for item in site.catalogue.personas.values() if not item.is_staff),
            "staff": tuple(item for item in site.catalogue.personas.values() if item.is_staff),
            "journeys_of": site.catalogue.journeys_of_persona,
        },
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
        parents=(site.crumb("Personas", PERSONAS),),
        narrative=persona.document.body,
        document=persona.document,
        tags=record.tags,
        entries=lambda: persona_entries(persona),
        wide=True,
    )


def _context(site: Site, persona: Persona, journeys: tuple[Journey, ...]) -> Mapping[str, Any]:
    mapped = (journey for journey in journeys if not journey.is_planned)
    ordered = sorted(mapped, key=lambda journey: journey.record.state == "future")
    visits = site.catalogue.visits_of_journey
    return {
        "persona": persona,
        "walks": [_walk(persona, journey, visits[journey.id]) for journey in ordered[:_MOST_WALKS]],
        "more_journeys": ordered[_MOST_WALKS:],
        "time": time_of_persona(ordered, persona),
        "planned": [journey for journey in journeys if journey.is_planned],
        "questions": _questions(persona),
        "voices": _voices(site.catalogue, persona),
        "mark": finding_count(site, persona),
    }


def _questions(persona: Persona) -> dict[str, tuple[str, ...]]:
    """The answers by question, those that are missing as well; nothing where no question has one."""
    answers: dict[str, tuple[str, ...]] = {
        name: getattr(persona.record.interview, name, ()) for name in QUESTIONS
    }
    return answers if any(answers.values()) else {}


def _voices(catalogue: Catalogue, persona: Persona) -> list[tuple[Lane, list[Voice]]]:
    """Group what a persona says by lane, in the order of the map."""
    found: dict[str, list[Voice]] = {}
    for voice in catalogue.voices_of_persona.get(persona.id, ()):
        found.setdefault(voice.field, []).append(voice)
    return [(lane, found[lane.name]) for lane in catalogue.lanes if lane.name in found]


def _walk(persona: Persona, journey: Journey, visits: tuple[Visit, ...]) -> Walk:
    visits = tuple(visit for visit in visits if persona in visit.step.personas)
    stops = tuple(Stop(visit=visit, satisfaction=_satisfaction(persona, visit)) for visit in visits)
    values: list[float | None] = [stop.satisfaction for stop in stops]
    satisfactions = {stop: stop.satisfaction for stop in stops if stop.satisfaction is not None}
    differ = len(set(satisfactions.values())) > 1
    return Walk(
        journey=journey,
        curve=curve_of([(persona, values)], columns_of(journey, persona), {}) if satisfactions else None,
        stops=stops,
        satisfaction=mean(satisfactions.values()),
        time=time_of_journey(journey, persona),
        worst=min(satisfactions, key=satisfactions.__getitem__) if differ else None,
        best=max(satisfactions, key=satisfactions.__getitem__) if differ else None,
        moments=tuple(stop for stop in stops if stop.visit.step.record.moment_of_truth),
        touchpoints=tuple({p.id: p for visit in visits for p in visit.step.touchpoints}.values()),
        companions=tuple(other for other in journey.personas if other is not persona),
    )


def _satisfaction(persona: Persona, visit: Visit) -> int | None:
    return next((each.satisfaction for each in visit.step.satisfactions if each.persona is persona), None)
