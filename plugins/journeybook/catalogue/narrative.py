"""The body of a journey, cut into the sections of its stages and the rest."""

import re
from collections.abc import Iterable

from journeybook.model import JourneyStage, Stage

_HEADING = re.compile(r"##(?!#)\s+(?P<text>.*?)\s*(?:\{[^}]*?#(?P<id>[\w-]+)[^}]*\})?\s*#*\s*")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")


def headings(stages: Iterable[tuple[str, JourneyStage, Stage | None]]) -> dict[str, str]:
    """The texts, in small letters, under which each stage's section may stand, with the stage's own id."""
    found: dict[str, str] = {}
    for own_id, record, stage in stages:
        names = (own_id, record.title, record.stage, *((stage.title, *stage.aliases) if stage else ()))
        for name in names:
            if name:
                found.setdefault(name.lower(), own_id)
    return found


def split_narrative(body: str, names: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Return the text of the journey's own page, and the text of each stage by its own id."""
    parts: dict[str, list[str]] = {"": []}
    current, fence = "", ""
    for line in body.split("\n"):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        heading = None if fence else _HEADING.fullmatch(line)
        if heading:
            current = _stage_of(heading, names)
        if not (heading and current):
            parts.setdefault(current, []).append(line)
    own = "\n".join(parts.pop("")).strip()
    return own, {stage: "\n".join(lines).strip() for stage, lines in parts.items()}


def _stage_of(heading: re.Match[str], names: dict[str, str]) -> str:
    return names.get((heading["id"] or "").lower()) or names.get(heading["text"].lower(), "")
