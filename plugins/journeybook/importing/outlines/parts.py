"""A journey of data on its way to a table: stages, steps, and the entries of their lanes."""

from dataclasses import dataclass, field

from journeybook.importing.brought_in import KeyPath
from journeybook.importing.outlines.words import in_words


@dataclass(kw_only=True)
class DataLane:
    """The entries of a step or a stage under a key."""

    label: str
    entries: list[str] = field(default_factory=list)
    path: KeyPath = ()


@dataclass(kw_only=True)
class DataPart:
    """A step, or a stage with its steps."""

    title: str
    path: KeyPath
    lanes: dict[str, DataLane] = field(default_factory=dict)
    steps: "list[DataPart]" = field(default_factory=list)
    keys: frozenset[str] = frozenset()
    """The ids and names by which others may call it."""

    def lane(self, label: str, path: KeyPath) -> DataLane:
        """The lane under a key, by the words of it."""
        return self.lanes.setdefault(in_words(label), DataLane(label=in_words(label), path=path))


@dataclass(kw_only=True)
class DataJourney:
    """A journey in data."""

    path: KeyPath
    title: str = ""
    personas: list[str] = field(default_factory=list)
    facts: dict[str, DataLane] = field(default_factory=dict)
    stages: list[DataPart] = field(default_factory=list)
    technical: set[str] = field(default_factory=set)
    """Keys whose values mean nothing to readers."""
