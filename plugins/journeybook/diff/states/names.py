"""The titles of things in both states, for the values of sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeybook.catalogue import Catalogue
from journeybook.kinds import ThingKind
from journeybook.load import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The titles of things, by kind and id; journeys go by their ids."""

    old: Catalogue
    new: Catalogue
    renamed: Mapping[tuple[ThingKind, str], Document] = field(default_factory=dict)
    """The files that things with new ids had before, by their kinds and new ids."""

    def before(self, kind: ThingKind, name: str) -> str:
        """The title of a thing before the change."""
        return _title(self.old, kind, name) or _title(self.new, kind, name) or name

    def after(self, kind: ThingKind, name: str) -> str:
        """The title of a thing after the change."""
        return _title(self.new, kind, name) or _title(self.old, kind, name) or name


def _title(catalogue: Catalogue, kind: ThingKind, name: str) -> str:
    # Journeys that are equal on both sides are not read, so all of them go by their ids.
    table = catalogue.tables.get(kind, {}) if kind is not ThingKind.JOURNEY else {}
    return table[name].title if name in table else ""
