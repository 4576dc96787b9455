"""List the ids that the files of a handbook may name, each with the title that an editor shows."""

from collections.abc import Mapping
from types import MappingProxyType

from journeybook.catalogue import Catalogue
from journeybook.kinds import ThingKind

TitlesOfKinds = Mapping[str, Mapping[str, str]]
"""Of each kind of thing, the titles by id."""

NO_NAMES: TitlesOfKinds = MappingProxyType({})


_END = {"end": "The journey ends here."}


def names_in(catalogue: Catalogue) -> TitlesOfKinds:
    """The ids of everything that a handbook's files may name beyond their own steps and pain points."""
    titles: dict[str, Mapping[str, str]] = {
        kind: {own_id: thing.title for own_id, thing in things.items()}
        for kind, things in catalogue.tables.items()
    }
    pains = {own_id: pain.title for own_id, pain in catalogue.pain_points.items()}
    return {**titles, ThingKind.STEP: _END, ThingKind.PAIN_POINT: pains}
