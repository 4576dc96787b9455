"""The pages of segments: what each is promised, its personas, and how they fare."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.catalogue import Journey, Persona, Visit, of_today
from journeybook.catalogue.spots import mean_of_personas
from journeybook.kinds import ThingKind
from journeybook.model import Segment
from journeybook.pages.frame.addresses import SEGMENTS, address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.frame.search import segment_entries
from journeybook.pages.shown.excerpt import Excerpt, excerpt
from journeybook.pages.shown.improvement import ListedPainPoint, pain_points

_MOST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """A journey as the personas of one segment live it."""

    journey: Journey
    satisfaction: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A segment with its personas and what they live through."""

    segment: Segment
    personas: tuple[Persona, ...]
    journeys: tuple[Lived, ...]
    pain_points: Excerpt[ListedPainPoint]
    """At the steps in which its personas take part today, the worst first."""
    satisfaction: float | None
    """Of its personas alone, as it is today."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of segments, then each segment; nothing where the handbook has none."""
    segments = tuple(site.catalogue.segments.values())
    if not segments:
        return
    yield Page(
        address=SEGMENTS,
        template="segment/segments",
        wide=True,
        shows=(ThingKind.HANDBOOK, ThingKind.PERSONA, ThingKind.JOURNEY),
        title=site.text("Segments"),
        description=site.text(
            "The groups of our %(customers)s: how many they are, and what we promise them."
        ),
        context=lambda: {"groups": [_group(site, segment) for segment in segments]},
    )
    for segment in segments:
        yield _page(site, segment)


def _page(site: Site, segment: Segment) -> Page:
    return Page(
        address=address_of(segment),
        template="segment/segment",
        shows=(ThingKind.HANDBOOK, ThingKind.PERSONA, ThingKind.JOURNEY),
        title=segment.title,
        description=segment.value_proposition or segment.description or "",
        context=lambda: {"segment": segment, "group": _group(site, segment)},
        parents=(site.crumb("Segments", SEGMENTS),),
        entries=lambda: segment_entries(segment),
    )


def _group(site: Site, segment: Segment) -> Group:
    catalogue = site.catalogue
    personas = tuple(persona for persona in catalogue.personas.values() if persona.segment is segment)
    visits = catalogue.visits_of_segment.get(segment.id, ())
    today = of_today(visits)
    return Group(
        segment=segment,
        personas=personas,
        journeys=tuple(_lived(visits, personas)),
        pain_points=excerpt(pain_points(today), _MOST),
        satisfaction=mean_of_personas(today, personas),
    )


def _lived(visits: tuple[Visit, ...], personas: tuple[Persona, ...]) -> Iterator[Lived]:
    of_journeys: dict[Journey, list[Visit]] = {}
    for visit in visits:
        of_journeys.setdefault(visit.journey, []).append(visit)
    for journey, own in of_journeys.items():
        yield Lived(journey=journey, satisfaction=mean_of_personas(own, personas))
