"""Gather what an import adds to a handbook besides its drafts: entries of lists, personas and touchpoints."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from journeybook.importing.joining.known import KnownNames, usual_stage
from journeybook.kinds import ThingKind
from journeybook.scaffold import ASSUMED

_LANE = {"side": "firm", "kind": "text"}
UNKNOWN = "unknown"
"""The channel of a touchpoint of which nobody has said one."""


@dataclass(kw_only=True)
class Additions:
    """The things that an import adds to a handbook besides the drafts."""

    known: KnownNames
    unknown_title: str
    """What the channel of a touchpoint without one is called."""
    lists_stages: bool = False
    """Whether the handbook is to list each stage that is used, since it has no list of its own yet."""
    names: dict[tuple[ThingKind, str], str] = field(default_factory=dict)
    """The ids that were made for names."""
    entries: list[tuple[ThingKind, Mapping[str, Any]]] = field(default_factory=list)
    """Entries of handbook.yml, in the order in which they were met."""
    things: list[tuple[ThingKind, str, dict[str, Any], str]] = field(default_factory=list)
    """Personas and touchpoints with files of their own: kind, id, header, and the address of the name."""

    def entry(self, kind: ThingKind, fields: Mapping[str, Any]) -> str:
        """Add an entry to handbook.yml under a new id, and return that."""
        title = " ".join(str(fields.get("title") or fields.get("id")).split())
        usual = usual_stage(title) if kind is ThingKind.STAGE and self.lists_stages else ""
        own_id = self.known.new_id(kind, title, wanted=str(fields.get("id") or usual))
        assumed = _LANE if kind is ThingKind.LANE else ASSUMED.get(kind, {})
        self.entries.append((kind, {"id": own_id, "title": title, **assumed, **_others(fields)}))
        self._learn(kind, own_id, title)
        return own_id

    def thing(self, kind: ThingKind, header: dict[str, Any], address: str) -> str:
        """Add a persona or touchpoint as a file, and return its id."""
        own_id = self.known.new_id(kind, str(header["title"]))
        self.things.append((kind, own_id, header, address))
        self._learn(kind, own_id, str(header["title"]))
        return own_id

    def _learn(self, kind: ThingKind, own_id: str, name: str) -> None:
        self.known.add(kind, own_id, name)
        self.names[kind, name] = own_id

    def unknown_channel(self) -> str:
        """The channel of touchpoints without one, added with the first."""
        if not self.known.has(ThingKind.CHANNEL, UNKNOWN):
            self.entry(ThingKind.CHANNEL, {"id": UNKNOWN, "title": self.unknown_title})
        return UNKNOWN


def _others(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key not in {"id", "title"} and value is not None}
