"""What things are called on either side, for the values of sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from journeybook.catalogue import Catalogue


class _Titled(Protocol):
    @property
    def title(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The titles of things, by kind and id; journeys go by their ids."""

    old: Catalogue
    new: Catalogue

    def before(self, kind: str, name: str) -> str:
        """The title of a thing before the change."""
        return _title(self.old, kind, name) or _title(self.new, kind, name) or name

    def after(self, kind: str, name: str) -> str:
        """The title of a thing after the change."""
        return _title(self.new, kind, name) or _title(self.old, kind, name) or name


def _title(catalogue: Catalogue, kind: str, name: str) -> str:
    tables: Mapping[str, Mapping[str, _Titled]] = {
        "persona": catalogue.personas,
        "touchpoint": catalogue.touchpoints,
        "channel": catalogue.channels,
        "stage": catalogue.stages,
        "team": catalogue.teams,
        "metric": catalogue.metrics,
    }
    thing = tables.get(kind, {}).get(name)
    return thing.title if thing else ""
