"""The address of everything that has a page, below the site's root."""

from functools import singledispatch

from journeybook.catalogue import Catalogue, Journey, JourneyStage, Persona, Touchpoint, Visit
from journeybook.links import Link
from journeybook.model import Channel, Metric, Stage, Team

JOURNEYS, STAGES, TOUCHPOINTS = "journeys/", "stages/", "touchpoints/"
CHANNELS, PERSONAS, TEAMS, METRICS = "channels/", "personas/", "teams/", "metrics/"
HOME = ""

_FOLDERS = {
    "journey": JOURNEYS,
    "persona": PERSONAS,
    "touchpoint": TOUCHPOINTS,
    "channel": CHANNELS,
    "stage": STAGES,
    "team": TEAMS,
    "metric": METRICS,
}


@singledispatch
def address_of(thing: object) -> str:
    """Return the address of a thing's page."""
    raise TypeError(f"{type(thing).__name__} has no page")


@address_of.register
def _(thing: Journey) -> str:
    return f"{JOURNEYS}{thing.id}/"


@address_of.register
def _(thing: Persona) -> str:
    return f"{PERSONAS}{thing.id}/"


@address_of.register
def _(thing: Touchpoint) -> str:
    return f"{TOUCHPOINTS}{thing.id}/"


@address_of.register
def _(thing: Channel) -> str:
    return f"{CHANNELS}{thing.id}/"


@address_of.register
def _(thing: Stage) -> str:
    return f"{STAGES}{thing.id}/"


@address_of.register
def _(thing: Team) -> str:
    return f"{TEAMS}{thing.id}/"


@address_of.register
def _(thing: Metric) -> str:
    return f"{METRICS}{thing.id}/"


@address_of.register
def _(thing: Visit) -> str:
    return f"{stage_address(thing.journey, thing.stage)}#{thing.step.id}"


def stage_address(journey: Journey, stage: JourneyStage) -> str:
    """Return the address of a stage of a journey."""
    return f"{JOURNEYS}{journey.id}/{stage.id}/"


def link_target(catalogue: Catalogue, link: Link) -> tuple[str, str] | None:
    """Return the address and the title that a [[kind:id]] link stands for, if it leads anywhere."""
    name, _, stage_id = link.id.partition("/")
    things = getattr(catalogue, f"{link.kind}s", {}) if link.kind in _FOLDERS else {}
    thing = things.get(name if link.kind == "journey" else link.id)
    if thing is None:
        return None
    if not (stage_id and isinstance(thing, Journey)):
        return address_of(thing), thing.title
    stage = next((stage for stage in thing.stages if stage.id == stage_id), None)
    return (stage_address(thing, stage), f"{thing.title}: {stage.title}") if stage else None
