"""Read the tasks of a Mermaid `journey`: a name, a score, and who takes part."""

import re
from dataclasses import dataclass
from decimal import Decimal

from journeybook.importing.diagrams.grammar import as_drawn

_SCORE = re.compile(r"\s*[-+]?\d{1,3}(?:[.,]\d{1,4})?\s*")
_HIGHEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """A task as the line of a diagram has it."""

    name: str
    score: Decimal | None
    """The number that stands there, on whatever scale; nothing where none does."""
    written: str
    """What stands in the place of the score."""
    actors: tuple[str, ...]
    rest: str = ""
    """What stands behind the actors, which Mermaid itself passes over."""


def task(line: str) -> TaskLine | None:
    """Read a line; nothing if it is no task.

    A colon may belong to the name, as in “Lunch at 12:30: 4: Anna”.
    """
    fields = line.split(":")
    at = _score_at(fields)
    if not at:
        return None
    name = as_drawn(":".join(fields[:at]))
    score = fields[at].strip().replace(",", ".")
    actors = fields[at + 1] if at + 1 < len(fields) else ""
    return TaskLine(
        name=name,
        score=Decimal(score) if _SCORE.fullmatch(score) else None,
        written=as_drawn(fields[at]),
        actors=tuple(dict.fromkeys(filter(None, map(as_drawn, actors.split(","))))),
        rest=as_drawn(":".join(fields[at + 2 :])),
    )


def _score_at(fields: list[str]) -> int:
    """The field with the score: a number that at most one follows, else the first, else the second field."""
    numbers = [at for at in range(1, len(fields)) if _is_score(fields, at)]
    last = [at for at in numbers if at >= len(fields) - 2]
    return next(iter(last or numbers), 1 if len(fields) > 1 else 0)


def _is_score(fields: list[str], at: int) -> bool:
    if not _SCORE.fullmatch(fields[at]) or abs(Decimal(fields[at].strip().replace(",", "."))) > _HIGHEST:
        return False
    is_of_a_clock = fields[at - 1][-1:].isdigit() and re.match(r"\d\d", fields[at]) is not None
    return not is_of_a_clock
