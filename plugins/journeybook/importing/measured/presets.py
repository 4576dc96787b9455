"""Know the exports of surveys and analytics by the names of their columns."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from journeybook.frontmatter import read_yaml
from journeybook.importing.words.labels import plain_name

_FILE = Path(__file__).with_name("presets.yml")
_WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """The export of a tool for surveys; all names are plain."""

    title: str
    known_by: tuple[frozenset[str], ...]
    """Names of columns; a file that has all of one of these is such an export."""
    days: tuple[str, ...]
    """The columns of days, the best first."""
    filled: frozenset[str]
    """Columns that only finished answers fill."""
    kept: Mapping[str, frozenset[str]]
    """Values by which an answer counts, by column."""
    dropped: Mapping[str, frozenset[str]]
    """Values by which it does not."""
    personal: frozenset[str]
    """Columns about people."""
    passed: frozenset[str]
    """Columns that measure nothing."""


def preset_for(names: Collection[str]) -> Preset | None:
    """Find the preset of a file by the plain names of its columns."""
    found = set(names)
    return next((preset for preset in presets() if any(known <= found for known in preset.known_by)), None)


@cache
def presets() -> tuple[Preset, ...]:
    """All presets, as they stand in their file."""
    return tuple(_preset(entry) for key, entry in _data().items() if key != _WORDS)


@cache
def words_that_say(sort: str) -> tuple[str, ...]:
    """The parts of names that tell something of values: that they are percentages, that less is better."""
    return tuple(_data()[_WORDS][sort])


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = read_yaml(_FILE.read_text(encoding="utf-8")).data
    return MappingProxyType(data)


def _preset(entry: Mapping[str, Any]) -> Preset:
    return Preset(
        title=entry["title"],
        known_by=tuple(_plain(names) for names in entry["known_by"]),
        days=tuple(plain_name(name) for name in entry["days"]),
        filled=_plain(entry["filled"]),
        kept={plain_name(name): _plain(values) for name, values in entry["kept"].items()},
        dropped={plain_name(name): _plain(values) for name, values in entry["dropped"].items()},
        personal=_plain(entry["personal"]),
        passed=_plain(entry["passed"]),
    )


def _plain(names: Collection[str]) -> frozenset[str]:
    return frozenset(map(plain_name, names))
