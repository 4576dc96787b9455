"""Collect what a table says of steps and stages, and write it as the header of a journey."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from journeybook.importing.brought_in import KeyPath
from journeybook.model.slugs import slug

_LISTS = frozenset(
    [
        "actions",
        "thoughts",
        "feelings",
        "needs",
        "motivations",
        "doubts",
        "expectations",
        "quotes",
        "touchpoints",
        "devices",
        "frontstage",
        "backstage",
        "systems",
        "actors",
        "recovery",
        "pain_points",
        "opportunities",
        "metrics",
        "evidence",
        "links",
        "content",
        "principles",
        "personas",
    ]
)
"""The fields that hold several values; of the others the first one counts."""


@dataclass(frozen=True, slots=True)
class SaidValue:
    """A value, and the cell that says it."""

    value: Any
    address: str
    place: int = 0
    """Where it stands among the columns of its table: what stands in one belongs together."""


@dataclass(kw_only=True)
class DraftPart:
    """A step, or a stage as a whole."""

    name: str
    address: str
    said: dict[str, list[SaidValue]] = field(default_factory=dict)
    lanes: dict[str, list[SaidValue]] = field(default_factory=dict)

    @property
    def called(self) -> str:
        """The name by which notes call it."""
        return self.name

    def add(self, name: str, value: Any, address: str, place: int = 0) -> bool:
        """Add a value to a field; say whether there is room for it."""
        found = self.said.setdefault(name, [])
        if found and name not in _LISTS:
            return bool(found[0].value == value)
        if all(said.value != value for said in found):
            found.append(SaidValue(value, address, place))
        return True

    def values(self, name: str) -> list[SaidValue]:
        """The values that are said for a field."""
        return self.said.get(name, [])


@dataclass(kw_only=True)
class DraftStep(DraftPart):
    """A step as a table tells it."""


@dataclass(kw_only=True)
class DraftStage(DraftPart):
    """A stage as a table tells it, with its steps."""

    steps: list[DraftStep] = field(default_factory=list)

    @property
    def called(self) -> str:
        """Its name, or that of its first step where it has none yet."""
        return self.name or next((step.name for step in self.steps), "")


@dataclass(kw_only=True)
class DraftJourney(DraftPart):
    """A journey as a table tells it."""

    stages: list[DraftStage] = field(default_factory=list)

    @property
    def parts(self) -> Iterator[DraftPart]:
        """Each stage, followed by its steps."""
        for stage in self.stages:
            yield stage
            yield from stage.steps


@dataclass
class WrittenHeader:
    """A header with the addresses of its values."""

    header: dict[str, Any] = field(default_factory=dict)
    origins: dict[KeyPath, str] = field(default_factory=dict)


def header_of(journey: DraftJourney) -> WrittenHeader:
    """Write a journey as the header of a file."""
    result = WrittenHeader()
    result.header["title"] = journey.name
    result.origins["title",] = journey.address
    _write(result, result.header, (), journey)
    result.header["stages"] = [
        _stage(result, number, stage, journey) for number, stage in enumerate(journey.stages)
    ]
    result.origins = {path: address for path, address in result.origins.items() if address}
    return result


def _stage(result: WrittenHeader, number: int, stage: DraftStage, journey: DraftJourney) -> dict[str, Any]:
    path: KeyPath = ("stages", number)
    group: dict[str, Any] = {"stage": stage.name}
    result.origins[*path, "stage"] = stage.address
    before = [other.name.casefold() for other in journey.stages[:number]]
    if times := before.count(stage.name.casefold()):
        group["id"] = f"{slug(stage.name, fallback='stage')}-{times + 1}"
    _write(result, group, path, stage)
    group["steps"] = []
    for at, step in enumerate(stage.steps):
        inner: KeyPath = (*path, "steps", at)
        result.origins[*inner, "title"] = step.address
        found: dict[str, Any] = {"title": step.name}
        _write(result, found, inner, step)
        group["steps"].append(found)
    return group


def _write(result: WrittenHeader, group: dict[str, Any], path: KeyPath, part: DraftPart) -> None:
    for name, found in part.said.items():
        _write_field(result, group, (*path, name), found)
    if part.lanes:
        group["lanes"] = {}
        for lane, found in part.lanes.items():
            group["lanes"][lane] = [said.value for said in found]
            _note(result, (*path, "lanes", lane), found)


def _write_field(result: WrittenHeader, group: dict[str, Any], path: KeyPath, found: list[SaidValue]) -> None:
    name = str(path[-1])
    if not found:
        return
    if name in _LISTS:
        group[name] = [said.value for said in found]
        _note(result, path, found)
    elif isinstance(found[0].value, Mapping):
        group[name] = dict(found[0].value)
        result.origins[path] = found[0].address
    else:
        group[name] = found[0].value
        result.origins[path] = found[0].address


def _note(result: WrittenHeader, path: KeyPath, found: list[SaidValue]) -> None:
    for number, said in enumerate(found):
        result.origins[*path, number] = said.address
