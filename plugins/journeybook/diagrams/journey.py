"""Write Mermaid `journey` source from the stages and steps of a journey."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from journeybook.diagrams.text import PLACEHOLDER, clean, escape, fitting, heading
from journeybook.model.fields import HIGHEST, LOWEST

MAX_NAME = 40
"""Characters of an actor's name; the legend breaks longer words inside an entity."""


_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_ZERO_WIDTH_JOINER = "\u200d"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A step of a journey with its satisfaction."""

    title: str
    """The task in words."""
    score: float
    """Satisfaction from 1 to 5."""
    actors: tuple[str, ...] = ()
    """Names of the people in this step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stage of a journey."""

    title: str
    """The stage's name."""
    tasks: tuple[Task, ...] = ()
    """Its steps in order; a section without one is left out."""


def journey_diagram(*, title: str, description: str, sections: Sequence[Section]) -> str | None:
    """Return the source of a journey diagram that GitHub, GitLab and wikis draw as well.

    None if there is no task to draw, or the source passes `text.MAX_LENGTH`.
    A score outside 1…5 is a ValueError.
    """
    drawn = [section for section in sections if section.tasks]
    if not drawn:
        return None
    lines = ["journey", *heading(title=title, description=description)]
    if clean(title):
        lines.insert(1, f"    title {escape(title, 'title')}")
    for name, section in zip(_distinct(section.title for section in drawn), drawn, strict=True):
        lines += [f"    section {escape(name, 'section')}", *map(_task_line, section.tasks)]
    return fitting("\n".join(lines) + "\n")


def _task_line(task: Task) -> str:
    # Without a space after each colon Mermaid's protection of style statements eats the last entity.
    line = f"      {escape(task.title, 'task')}: {_score(task.score)}"
    names = dict.fromkeys(_short(clean(actor)) for actor in task.actors)
    return f"{line}: {', '.join(escape(name, 'actor') for name in names)}" if names else line


def _score(score: float) -> str:
    if not LOWEST <= score <= HIGHEST:
        raise ValueError(f"score {score!r} is not a number from 1 to 5")
    return f"{score:.2f}".rstrip("0").rstrip(".")


def _distinct(titles: Iterable[str]) -> Iterator[str]:
    """Yield the titles with a number on repeats, for Mermaid merges neighbours of the same name."""
    previous: str | None = None
    shown: str | None = None
    number = 1
    for title in titles:
        name = clean(title) or PLACEHOLDER
        number = number + 1 if name == previous else 1
        if _numbered(name, number) == shown:
            number += 1
        previous, shown = name, _numbered(name, number)
        yield shown


def _numbered(title: str, number: int) -> str:
    return title if number == 1 else f"{title} ({number})"


def _short(name: str) -> str:
    if len(name) <= MAX_NAME:
        return name
    end = MAX_NAME - 1
    while end > 1 and _continues(name, end):
        end -= 1
    return name[:end].rstrip() + "…"


def _continues(name: str, index: int) -> bool:
    """Return whether the character at the index belongs to the one before it."""
    char = name[index]
    joined = _ZERO_WIDTH_JOINER in {char, name[index - 1]}
    return joined or char in _SKIN_TONES or unicodedata.category(char).startswith("M")
