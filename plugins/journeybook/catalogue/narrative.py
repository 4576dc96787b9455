"""Cut the body of a journey into the sections of its stages and the rest."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from journeybook.bodies import fenced
from journeybook.model import JourneyStage, Stage

_HEADING = re.compile(r"##(?!#)\s*(?P<text>.*)")

_DEFINITION = re.compile(r" {0,3}(?P<mark>\*?\[[^\]]+\]):(?:\s|$)")
"""The beginning of a footnote, of a link's address, or of an abbreviation."""


def headings(stages: Iterable[tuple[str, JourneyStage, Stage | None]]) -> dict[str, str]:
    """The texts, in small letters, under which each stage's section may stand, with the stage's own id."""
    rows = [(own_id, _names(own_id, record, stage)) for own_id, record, stage in stages]
    found: dict[str, str] = {}
    for rank in range(max((len(names) for _, names in rows), default=0)):
        for own_id, names in rows:
            for name in names[rank : rank + 1]:
                found.setdefault(name.casefold(), own_id)
    return found


def _names(own_id: str, record: JourneyStage, stage: Stage | None) -> tuple[str, ...]:
    """The names of a stage, the surest first: ids before titles, titles before aliases."""
    canonical = (stage.title, *stage.aliases) if stage else ()
    return (own_id, record.title or own_id, record.stage, *canonical)


def split_narrative(body: str, names: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Return the text of the journey's own page, and the text of each stage by its own id."""
    body, definitions = _definitions(body)
    parts: dict[str, list[str]] = {"": []}
    current = ""
    for line, heading in _lines(body):
        if heading is not None:
            current = stage_of(heading, names)
        if heading is None or not current:
            parts.setdefault(current, []).append(line)
    texts = {stage: _with_used("\n".join(lines).strip(), definitions) for stage, lines in parts.items()}
    return texts.pop(""), texts


def _definitions(body: str) -> tuple[str, dict[str, str]]:
    """Take notes, addresses and abbreviations out of a body: they serve all of it, wherever they are."""
    if "]:" not in body:
        return body, {}
    found: dict[str, list[str]] = {}
    rest: list[str] = []
    mark = ""
    lines = body.split("\n")
    for line, is_code in zip(lines, fenced(lines), strict=True):
        definition = None if is_code else _DEFINITION.match(line)
        if definition:
            mark = definition["mark"]
        elif not (mark.startswith("[^") and (not line.strip() or line.startswith("    "))):
            mark = ""
        (found.setdefault(mark, []) if mark else rest).append(line)
    return "\n".join(rest), {mark: "\n".join(lines).rstrip() for mark, lines in found.items()}


def _with_used(text: str, definitions: dict[str, str]) -> str:
    """Put below a text the definitions that it uses."""
    small = text.casefold()
    used = [lines for mark, lines in definitions.items() if mark.strip("*[]").casefold() in small]
    return "\n\n".join([text, *used]) if used else text


def _lines(body: str) -> Iterator[tuple[str, str | None]]:
    """Yield each line with the text of the level-2 heading that it is."""
    lines = body.split("\n")
    for line, is_code in zip(lines, fenced(lines), strict=True):
        heading = None if is_code else _HEADING.fullmatch(line)
        yield line, heading["text"].strip() if heading else None


def stage_of(heading: str, names: dict[str, str]) -> str:
    """The stage that a heading names by its `{#id}` or its text."""
    text, own_id = heading, ""
    if heading.endswith("}") and "{" in heading:
        text, _, attributes = heading.removesuffix("}").rpartition("{")
        marks = attributes.removeprefix(":").split()
        own_id = next((mark.removeprefix("#") for mark in marks if mark.startswith("#")), "")
    told = unicodedata.normalize("NFC", text).rstrip(" #").casefold()
    return names.get(own_id.casefold()) or names.get(told, "")
