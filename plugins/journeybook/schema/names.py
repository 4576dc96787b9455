"""A handbook in, the ids that its files may name out, each with the title that an editor shows beside it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from journeybook.catalogue import Catalogue

Names = Mapping[str, Mapping[str, str]]
"""Of each kind of thing, the titles by id."""

NO_NAMES: Names = MappingProxyType({})


class _Thing(Protocol):
    @property
    def title(self) -> str: ...


_END = {"end": "The journey ends here."}


def names_in(catalogue: Catalogue) -> Names:
    """The ids of everything that a handbook's files may name beyond their own steps and pain points."""
    kinds: dict[str, Mapping[str, _Thing]] = {
        "journey": catalogue.journeys,
        "persona": catalogue.personas,
        "touchpoint": catalogue.touchpoints,
        "stage": catalogue.stages,
        "channel": catalogue.channels,
        "team": catalogue.teams,
        "metric": catalogue.metrics,
        "pain-point": catalogue.pain_points,
    }
    titles = {kind: {key: thing.title for key, thing in things.items()} for kind, things in kinds.items()}
    return {**titles, "step": _END}
