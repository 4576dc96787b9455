"""Documents in, one linked whole out: every reference followed, every value computed, every use known."""

from journeybook.catalogue.build import build_catalogue
from journeybook.catalogue.things import (
    Channel,
    Journey,
    JourneyStage,
    Opportunity,
    PainPoint,
    Path,
    Persona,
    PersonaScore,
    Step,
    Team,
    Touchpoint,
    Visit,
)
from journeybook.catalogue.whole import Catalogue, Reach

__all__ = [
    "Catalogue",
    "Channel",
    "Journey",
    "JourneyStage",
    "Opportunity",
    "PainPoint",
    "Path",
    "Persona",
    "PersonaScore",
    "Reach",
    "Step",
    "Team",
    "Touchpoint",
    "Visit",
    "build_catalogue",
]
