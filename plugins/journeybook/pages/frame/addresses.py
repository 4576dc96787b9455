"""Give every thing that has a page its address, below the site's root."""

from journeybook.catalogue import (
    Catalogue,
    Goal,
    Journey,
    JourneyStage,
    Persona,
    Spot,
    System,
    Touchpoint,
    Visit,
    WholeStage,
)
from journeybook.kinds import LINKED, ThingKind
from journeybook.links import Leading, Link
from journeybook.model import Channel, Metric, Principle, Segment, Stage, Team, Term

JOURNEYS, STAGES, TOUCHPOINTS = (
    kind.row.pages for kind in (ThingKind.JOURNEY, ThingKind.STAGE, ThingKind.TOUCHPOINT)
)
CHANNELS, PERSONAS, TEAMS, METRICS = (
    kind.row.pages for kind in (ThingKind.CHANNEL, ThingKind.PERSONA, ThingKind.TEAM, ThingKind.METRIC)
)
GOALS, SEGMENTS, SYSTEMS, PRINCIPLES = (
    kind.row.pages for kind in (ThingKind.GOAL, ThingKind.SEGMENT, ThingKind.SYSTEM, ThingKind.PRINCIPLE)
)
ATLAS = f"{JOURNEYS}atlas/"
GLOSSARY = ThingKind.TERM.row.pages
CONTENT = "content/"
PAIN_POINTS, OPPORTUNITIES, ACTIONS, MOMENTS = "pain-points/", "opportunities/", "actions/", "moments/"
QUALITY, QUALITY_RULES = "quality/", "rules/"
DATA = "data/"
REVIEW = "review/"
REVIEWS, AGENDA = "reviews/", "reviews/agenda/"
START = "start/"
HOME = ""
WHOLE_STAGE = "whole_stage"
"""The anchor of what belongs to no single step, on the page of a stage; no step's id has such a sign."""

_KINDS: dict[type, ThingKind] = {
    Journey: ThingKind.JOURNEY,
    Persona: ThingKind.PERSONA,
    Touchpoint: ThingKind.TOUCHPOINT,
    Channel: ThingKind.CHANNEL,
    Stage: ThingKind.STAGE,
    Team: ThingKind.TEAM,
    Metric: ThingKind.METRIC,
    Goal: ThingKind.GOAL,
    Segment: ThingKind.SEGMENT,
    System: ThingKind.SYSTEM,
    Principle: ThingKind.PRINCIPLE,
    Term: ThingKind.TERM,
}

Thing = (
    Journey
    | Persona
    | Touchpoint
    | Channel
    | Stage
    | Team
    | Metric
    | Goal
    | Segment
    | System
    | Principle
    | Term
)
"""A thing that has a page of its own, or a place on the page of its kind."""


def address_of(thing: Thing | Spot) -> str:
    """Return the address of a thing's page, or of a step or a stage as a whole on the page of the stage."""
    if isinstance(thing, (Visit, WholeStage)):
        anchor = thing.step.id if isinstance(thing, Visit) else WHOLE_STAGE
        return f"{stage_address(thing.journey, thing.stage)}#{anchor}"
    return _KINDS[type(thing)].row.address(thing.id)


def named_address(catalogue: Catalogue, kind: ThingKind, name: str) -> str:
    """Return the address of the page of a thing that is known by its kind and id; empty where it has none."""
    is_there = kind in LINKED and name in catalogue.tables.get(kind, {})
    return kind.row.address(name) if is_there else ""


def stage_address(journey: Journey, stage: JourneyStage) -> str:
    """Return the address of a stage of a journey."""
    return f"{JOURNEYS}{journey.id}/{stage.id}/"


def rule_address(rule: str) -> str:
    """Return the address of the page of a rule, by its id."""
    return f"{QUALITY_RULES}{rule}/"


def word_anchor(word: str) -> str:
    """Return the id of a word of the method in the glossary; the ids of terms have no underscore."""
    return f"word_{word}"


def word_address(word: str) -> str:
    """Return the address of that place."""
    return f"{GLOSSARY}#{word_anchor(word)}"


def linked_address(link: Link | Leading) -> str:
    """Return the address of what a link of a known kind names."""
    name, _, stage = link.id.partition("/")
    address = ThingKind(link.kind).row.address(name)
    return f"{address}{stage}/" if stage else address


def header_links(catalogue: Catalogue) -> tuple[tuple[str, str, tuple[str, str] | None], ...]:
    """Return what the links in headers lead to, each with its words: texts show both."""
    links = (link for document in catalogue.folder.documents for link in document.links if link.at)
    return tuple((link.kind, link.id, link_target(catalogue, link)) for link in links)


def link_target(catalogue: Catalogue, link: Link) -> tuple[str, str] | None:
    """Return the address and the title that a [[kind:id]] link stands for, if it leads anywhere."""
    if link.kind not in LINKED:
        return None
    kind = ThingKind(link.kind)
    name, _, stage_id = link.id.partition("/") if kind is ThingKind.JOURNEY else (link.id, "", "")
    thing = catalogue.tables[kind].get(name)
    if thing is None:
        return None
    if not (stage_id and isinstance(thing, Journey)):
        return kind.row.address(name), thing.title
    stage = next((stage for stage in thing.stages if stage.id == stage_id), None)
    return (stage_address(thing, stage), f"{thing.title}: {stage.title}") if stage else None
