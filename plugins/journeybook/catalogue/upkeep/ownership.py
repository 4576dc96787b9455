"""Tell which teams answer for a thing, a stage or a step."""

from collections.abc import Iterator

from journeybook.catalogue.catalogue import Catalogue
from journeybook.catalogue.things import Journey, JourneyStage, Touchpoint
from journeybook.catalogue.vocabulary import System, Team
from journeybook.kinds import ThingKind


def teams_of(
    catalogue: Catalogue, kind: ThingKind, name: str, stage: str = "", step: str = ""
) -> frozenset[str]:
    """Return the ids of the teams that answer for a thing, or for a part of a journey; none if it is gone."""
    thing = catalogue.tables.get(kind, {}).get(name)
    match thing:
        case Journey():
            teams = _of_journey(thing, stage, step)
        case Touchpoint() | System():
            teams = iter((thing.owner,))
        case Team():
            teams = iter((thing,))
        case _:
            return frozenset()
    return frozenset(team.id for team in teams if team)


def _of_journey(journey: Journey, stage: str, step: str) -> Iterator[Team | None]:
    """Yield the teams of a journey, of a stage in it, and of a step with its touchpoints and actions."""
    yield journey.owner
    for part in (item for item in journey.stages if item.id == stage):
        yield from _of_stage(part, step)


def _of_stage(stage: JourneyStage, step: str) -> Iterator[Team | None]:
    yield stage.owner
    for part in (stage, *(item for item in stage.steps if item.id == step)):
        yield part.owner
        yield from (action.owner for item in part.opportunities for action in item.actions)
    for item in (item for item in stage.steps if item.id == step):
        yield from (point.owner for point in item.touchpoints)
