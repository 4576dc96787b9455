"""Tell by its fields what a file describes, where it lies in the folder of another kind."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from journeybook.findings import listed
from journeybook.kinds import ThingKind
from journeybook.model import Record

Models = Mapping[ThingKind, type[Record]]
_MOST_TOLD = 3


class Placement(NamedTuple):
    """The kind of thing that a header describes, unlike its folder."""

    kind: ThingKind
    fields: tuple[str, ...]
    """What it has that the kind of its folder does not."""


def placed(kind: ThingKind, data: Any, models: Models) -> Placement | None:
    """Return another kind whose fields a header has, if it has them clearly rather than those of its own."""
    if not isinstance(data, dict):
        return None
    misfits = {other: _misfits(model, data) for other, model in models.items()}
    best = min(misfits, key=lambda other: misfits[other])
    fields = tuple(key for key in data if key in models[best].keys() - models[kind].keys())
    return Placement(best, fields) if fields and misfits[best] < misfits[kind] else None


def _misfits(model: type[Record], data: Mapping[str, Any]) -> int:
    """Count the keys that a kind does not know, and those that it misses."""
    unknown = [key for key in data if key not in model.keys() and not key.startswith("x-")]  # noqa: SIM118 - of a class
    required = (name for name, field in model.model_fields.items() if field.is_required())
    needed = (name for name in required if not model.may_lack(name, data))
    missing = [name for name in needed if name not in data and model.spellings.get(name) not in data]
    return len(unknown) + len(missing)


def say_where(name: str, placement: Placement) -> str:
    """Say of a file where it belongs."""
    fields = listed([f"'{field}'" for field in placement.fields[:_MOST_TOLD]], "and")
    match placement.kind:
        case ThingKind.HANDBOOK:
            where = "Put it into 'handbook.yml' at the top of the journeys folder, without lines of '---'"
        case ThingKind.JOURNEY:
            where = "Move it out of this folder, beside the journeys"
        case kind:
            where = f"Move it to '{kind.row.folder}/'"
    return f"By {fields}, '{name}' describes {placement.kind.row.noun}, which does not lie here. {where}."
