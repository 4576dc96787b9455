"""Read a Markdown file of another handbook: a journey, persona or touchpoint with its header."""

from collections.abc import Iterator, Mapping
from typing import Any

from journeybook.frontmatter import Refused, read_yaml, split
from journeybook.importing.brought_in import BroughtIn, Draft, KeyPath
from journeybook.kinds import ThingKind
from journeybook.workbooks import NotReadable

_TELLING = {"stages": ThingKind.JOURNEY, "channel": ThingKind.TOUCHPOINT}
"""Fields that say what a file describes; without one of them it is a persona."""


def read_handbook_file(source: str, text: str) -> BroughtIn | None:
    """Read a text that begins with a header; nothing of one that does not."""
    if not text.startswith("---\n"):
        return None
    try:
        parts = split(text)
        header = read_yaml(parts.header, parts.header_line)
    except Refused as refused:
        raise NotReadable(f"'{source}', line {refused.line}: {refused.message}") from refused
    if not isinstance(header.data, dict) or not isinstance(header.data.get("title"), str):
        return None
    kind = next((kind for field, kind in _TELLING.items() if field in header.data), ThingKind.PERSONA)
    places = {path: header.places.value(path) for path in _paths(header.data, ())}
    origins = {path: f"line {place[0]}" for path, place in places.items() if place}
    draft = Draft(kind=kind, header=header.data, body=parts.body, origins=origins)
    return BroughtIn(source=source, drafts=(draft,))


def _paths(value: Any, path: KeyPath) -> Iterator[KeyPath]:
    """Yield the places of all texts of a header."""
    pairs = (
        value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, item in pairs:
        if isinstance(item, str):
            yield (*path, key)
        elif isinstance(item, (Mapping, list)):
            yield from _paths(item, (*path, key))
