"""Complete a draft so that it is valid at once: whose it is, what it rests on, which stage is which."""

import re
from typing import Any

from journeybook.importing.brought_in import Telling
from journeybook.importing.joining.additions import Additions
from journeybook.importing.joining.paths import value_at
from journeybook.importing.joining.resolving import Resolving
from journeybook.importing.source_names import bare_name, bare_stem
from journeybook.kinds import ThingKind
from journeybook.load.document import MODELS
from journeybook.messages import N_
from journeybook.model import references

_NO_PERSONA = N_("No persona is named; the journey belongs to the new persona “%(name)s”.")
_DAY = re.compile(r"(?<!\d)20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")


def complete(draft: Resolving, source: str, additions: Additions) -> None:
    """Add what a draft must have and does not say, once its names are ids."""
    header = draft.header
    header["evidence"] = [*_as_list(header.get("evidence")), evidence_of(source)]
    if draft.kind is ThingKind.JOURNEY:
        header["status"] = "draft"
        _with_personas(draft, source, additions)
        _with_ids_of_stages(header)
    if draft.kind is ThingKind.TOUCHPOINT and not header.get("channel"):
        header["channel"] = additions.unknown_channel()
    _without_repeated_names(draft)


def evidence_of(source: str) -> dict[str, str]:
    """The evidence of what comes from a file: its name, and the day if its name says one."""
    name = bare_name(source)
    day = _DAY.search(name)
    return {"title": name, "method": "workshop", **({"date": day[0]} if day else {})}


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _with_personas(draft: Resolving, source: str, additions: Additions) -> None:
    """Name every persona of whom a step speaks, or a new one where nobody is named."""
    header = draft.header
    key = "persona" if "persona" in header else "personas"
    named = _as_list(header.get(key))
    uses = references(MODELS[draft.kind], header)
    spoken_of = [use.id for use in uses if use.kind is ThingKind.PERSONA]
    if not spoken_of:
        title = f"({bare_stem(source)})"
        own_id = additions.known.same(ThingKind.PERSONA, title)
        spoken_of = [own_id or additions.thing(ThingKind.PERSONA, {"title": title}, "")]
        draft.tell(Telling.GUESSED, (), _NO_PERSONA, name=title)
    everyone = list(dict.fromkeys([*named, *spoken_of]))
    header.pop(key, None)
    header["persona" if len(everyone) == 1 else "personas"] = everyone[0] if len(everyone) == 1 else everyone


def _with_ids_of_stages(header: dict[str, Any]) -> None:
    """Give a stage that the journey comes to once more an id of its own."""
    taken: set[str] = set()
    for stage in _as_list(header.get("stages")):
        if isinstance(stage, dict) and stage.get("stage"):
            own_id = str(stage.get("id") or stage["stage"])
            number, free = 2, own_id
            while free in taken:
                free, number = f"{own_id}-{number}", number + 1
            if free != stage.get("id", stage["stage"]):
                stage["id"] = free
            taken.add(free)


def _without_repeated_names(draft: Resolving) -> None:
    """Leave each name once in a list, which two names of one thing have filled twice."""
    uses = references(MODELS[draft.kind], draft.header)
    for path in {use.path[:-1] for use in uses if isinstance(use.path[-1], int)}:
        holder = value_at(draft.header, path)
        if all(isinstance(item, str) for item in holder):
            holder[:] = dict.fromkeys(holder)
