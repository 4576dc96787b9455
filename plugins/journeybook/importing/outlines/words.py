"""The keys by which people call the parts of a journey in data."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

_HUMPS = re.compile(r"(?<=[a-zäöüß0-9])(?=[A-ZÄÖÜ])|[_\-.]+")


def in_words(key: str) -> str:
    """Write a key as words: `painPoints`, `pain_points` and `pain-points` alike."""
    return " ".join(_HUMPS.sub(" ", key).split()).lower()


def _set(listed: str) -> frozenset[str]:
    return frozenset(part.strip() for part in listed.split(","))


STAGE_KEYS = _set(
    "stages, phases, journey stages, journey phases, sections, phasen, etappen, abschnitte, chapters"
)
STEP_KEYS = _set(
    "steps, tasks, nodes, moments, events, interactions, journey steps, schritte, substages, sub stages"
)
MAYBE_STEPS = _set(
    "touchpoints, touch points, actions, activities, items, children, cards, entries, kontaktpunkte"
)
"""Lists that are steps only if their entries say more than a name."""
ROWS = _set("rows, lanes, swimlanes, categories, zeilen, spuren")
CELLS = _set("cells, values, items, entries, content, zellen, werte")
OF_STAGE = _set("stage, phase, stage id, phase id, section, etappe")
_TITLES = (
    "title name label heading titel bezeichnung step task action activity event schritt stage phase text "
    "description what"
)
TITLES = tuple(_TITLES.split())
PERSONA_KEYS = _set(
    "persona, personas, actor, actors, user, customer, persona name, kunde, persona ids, persona id"
)
TECHNICAL = _set(
    "id, ids, uuid, key, slug, order, index, position, x, y, width, height, color, colour, icon, image, "
    "cover image, created at, updated at, created, updated, version, schema, kind, type, author, style"
)
META = _set("meta, metadata, info, overview, header, details, about")
DESCRIPTIONS = _set("description, details, beschreibung, summary, text")
"""Keys under which a step says what happens, besides its title."""
SCORES = _set("score, value, level, rating, intensity, emotion score, satisfaction")


def title_of(group: Mapping[str, Any]) -> tuple[str, str]:
    """The key and the text that name a thing."""
    by_words = {in_words(key): key for key in group}
    for word in TITLES:
        key = by_words.get(word, "")
        if key and isinstance(group[key], str | int | float) and str(group[key]).strip():
            return key, " ".join(str(group[key]).split())
    return "", ""


def key_among(group: Mapping[str, Any], words: Iterable[str]) -> str:
    """The first key of a group that is one of some words."""
    known = frozenset(words)
    return next((key for key in group if in_words(key) in known), "")
