"""List what journeys name and a handbook has to know, such as stages, channels and touchpoints."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from journeybook.importing.brought_in import Draft, KeyPath, ListEntry
from journeybook.importing.words.labels import plain_words, synonyms
from journeybook.kinds import ThingKind
from journeybook.model.lanes import TAKEN_LANE_IDS
from journeybook.model.slugs import slug


@dataclass
class Listed:
    """Names in the order in which they are met, each once."""

    entries: dict[tuple[ThingKind, str], ListEntry] = field(default_factory=dict)
    touchpoints: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """The name, channel and address by the name in small letters."""

    def add(self, thing: ThingKind, title: str, address: str, **fields: str) -> None:
        """Add a name of a list of handbook.yml."""
        entry = ListEntry(kind=thing, fields={"title": title, **fields}, address=address)
        self.entries.setdefault((thing, title.casefold()), entry)

    def add_lane(self, title: str, address: str, *, side: str, kind: str) -> None:
        """Add a lane of the handbook's own, under an id that no field has."""
        name = slug(title, fallback="lane")
        own = {"id": f"{name}-lane"} if name in TAKEN_LANE_IDS else {}
        self.add(ThingKind.LANE, title, address, **own, side=side, kind=kind)

    def add_channel(self, title: str, address: str) -> None:
        """Add a channel; whether it is online is told by its name."""
        self.add(ThingKind.CHANNEL, title, address, setting=setting_of(title))

    def add_metric(self, title: str, address: str, shown: str) -> None:
        """Add a metric; its unit and direction are told by its name, and by what stands beside it."""
        self.add(
            ThingKind.METRIC, title, address, unit=unit_of(f"{title} {shown}"), direction=_direction(title)
        )

    def add_touchpoint(self, title: str, channel: str, address: str) -> None:
        """Add a touchpoint; the first channel that is known of it counts."""
        name, known, first = self.touchpoints.get(title.casefold(), (title, "", address))
        self.touchpoints[title.casefold()] = (name, known or channel, first)

    def drafts(self) -> list[Draft]:
        """The touchpoints as files of their own."""
        return [_touchpoint(*found) for found in self.touchpoints.values()]


def _touchpoint(title: str, channel: str, address: str) -> Draft:
    header: Mapping[str, Any] = {"title": title, **({"channel": channel} if channel else {})}
    origins: dict[KeyPath, str] = {("title",): address, **({("channel",): address} if channel else {})}
    return Draft(kind=ThingKind.TOUCHPOINT, header=header, origins=origins)


def setting_of(channel: str) -> str:
    """Whether a channel is `online`, `offline` or `both`, by its name."""
    online, offline = _says(channel, "setting", "online"), _says(channel, "setting", "offline")
    return "online" if online and not offline else "offline" if offline and not online else "both"


def unit_of(metric: str) -> str:
    """The unit of a metric by its name and value."""
    return next((unit for unit in synonyms()["unit"] if _says(metric, "unit", unit)), "count")


def _direction(metric: str) -> str:
    return "down" if _says(metric, "direction", "down") else "up"


def _says(text: str, part: str, name: str) -> bool:
    """Whether one of the words of a name begins a word of a text, or stands in it as a sign."""
    words = plain_words(text)
    for listed in synonyms()[part][name].values():
        for each in listed:
            plain = "".join(plain_words(each))
            if any(plain in word for word in words) if plain else each in text:
                return True
    return False
