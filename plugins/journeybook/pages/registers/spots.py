"""Say where the things of a register stand: words for the filters that all registers have."""

from collections.abc import Iterable
from itertools import chain

from journeybook.catalogue import Spot, Team, teams_at, visits_at
from journeybook.pages.frame.context import Site
from journeybook.pages.registers.scope import state_facet
from journeybook.pages.shown.lists import NONE, Choice, pairs, words

Offered = tuple[str, str, Iterable[Choice]]
"""A filter: name, title and choices."""


def place_facets(spot: Spot) -> dict[str, str]:
    """The words by which something at a spot is found."""
    visits = visits_at(spot)
    return {
        "journey": spot.journey.id,
        "stage": spot.stage.stage.id if spot.stage.stage else "",
        "persona": words(*dict.fromkeys(item.id for visit in visits for item in visit.step.personas)),
        "touchpoint": words(*dict.fromkeys(item.id for visit in visits for item in visit.step.touchpoints)),
        "state": state_facet([spot.journey.record.state]),
    }


def owners(spot: Spot) -> tuple[Team, ...]:
    """The teams that answer for what is at a spot."""
    return tuple(dict.fromkeys(chain.from_iterable(map(teams_at, visits_at(spot)))))


def offered_places(site: Site) -> tuple[Offered, ...]:
    """The filters by where something is."""
    catalogue = site.catalogue
    return (
        ("stage", site.text("Stage"), pairs(catalogue.stages.values())),
        ("persona", site.text("Persona"), pairs(catalogue.personas.values())),
        ("touchpoint", site.text("Touchpoint"), pairs(catalogue.touchpoints.values())),
        ("journey", site.text("Journey"), pairs(catalogue.journeys.values())),
    )


def offered_teams(site: Site, nobody: str = "") -> Offered:
    """The filter by team, with words for what has none, if that is looked for."""
    left = [(NONE, nobody)] if nobody else []
    return "team", site.text("Team"), [*pairs(site.catalogue.teams.values()), *left]
