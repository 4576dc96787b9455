"""The address of everything that has a page, below the site's root."""

from journeybook.catalogue import Catalogue, Journey, JourneyStage, Persona, Touchpoint, Visit
from journeybook.links import Link
from journeybook.model import Channel, Metric, Stage, Team

JOURNEYS, STAGES, TOUCHPOINTS = "journeys/", "stages/", "touchpoints/"
CHANNELS, PERSONAS, TEAMS, METRICS = "channels/", "personas/", "teams/", "metrics/"
QUALITY, QUALITY_RULES = "quality/", "rules/"
REVIEW = "review/"
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


_FOLDERS_OF: dict[type, str] = {
    Journey: JOURNEYS,
    Persona: PERSONAS,
    Touchpoint: TOUCHPOINTS,
    Channel: CHANNELS,
    Stage: STAGES,
    Team: TEAMS,
    Metric: METRICS,
}

Thing = Journey | Persona | Touchpoint | Channel | Stage | Team | Metric
"""What has a page of its own."""


def address_of(thing: Thing | Visit) -> str:
    """Return the address of a thing's page, or of a step on the page of its stage."""
    if isinstance(thing, Visit):
        return f"{stage_address(thing.journey, thing.stage)}#{thing.step.id}"
    return f"{_FOLDERS_OF[type(thing)]}{thing.id}/"


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
