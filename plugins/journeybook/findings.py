"""Findings: what is wrong in a handbook and where, the value that every layer above speaks in."""

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

_LONGEST = 200
_CANDIDATES = 5
_MOST_SLIPS = ((12, 3), (5, 2), (0, 1))
"""From which length on how many slips still make a word look like another."""


class Severity(StrEnum):
    """The weight of a finding, heaviest first: `check` fails on errors, the others are shown."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in a file."""

    path: str
    """The file's path as its reader would type it, with forward slashes."""
    line: int = 1
    """Counted from 1."""
    column: int = 1
    """Counted from 1, in characters."""

    def __str__(self) -> str:
        return f"{self.line_of_file}:{self.column}"

    @property
    def line_of_file(self) -> str:
        """The place without its column, for people."""
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One defect of a handbook, named by the rule that found it."""

    place: Place
    """The place to fix it."""
    rule: str
    """The id of a rule in `journeybook.rules`."""
    message: str
    """One sentence, with the value in quotes, what was expected and the nearest match."""
    severity: Severity = Severity.ERROR
    """The weight in this handbook."""
    at: tuple[str | int, ...] = ()
    """The path in the file's header, for example `("stages", 0, "steps", 2)`."""
    values: tuple[tuple[str, str], ...] = ()
    """What fills the rule's sentence, by name, to say it in another language."""

    def __str__(self) -> str:
        return f"{self.place}: {self.rule}: {self.message}"


def in_reading_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by path, line, column and rule, and leave out repetitions."""

    def position(finding: Finding) -> tuple[str, int, int, str, str]:
        place = finding.place
        return place.path, place.line, place.column, finding.rule, finding.message

    return tuple(sorted(set(findings), key=position))


def nearest(wrong: str, known: Iterable[str]) -> str:
    """Return “ Did you mean 'x'?” for the most similar known word, or nothing."""
    match = nearest_word(wrong, known)
    return f" Did you mean '{match}'?" if match else ""


def nearest_word(wrong: str, known: Iterable[str]) -> str:
    """Return the most similar known word, or nothing."""
    return _nearest(wrong[:_LONGEST].lower(), frozenset(known))


@lru_cache(maxsize=4096)
def _nearest(wrong: str, known: frozenset[str]) -> str:
    by_small_letters = {word.lower(): word for word in sorted(known, reverse=True)}
    matches = difflib.get_close_matches(wrong, by_small_letters, n=_CANDIDATES, cutoff=0.65)
    return next((by_small_letters[match] for match in matches if _is_near(wrong, match)), "")


def _is_near(wrong: str, known: str) -> bool:
    """Whether a word is a slip of another, or one is a whole part of the other, as of `kauf/schlange`."""
    longest = max(len(wrong), len(known))
    slips = next(slips for length, slips in _MOST_SLIPS if longest >= length)
    return _is_part(wrong, known) or _is_part(known, wrong) or _slips(wrong, known) <= slips


def _is_part(short: str, long: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(short)}(?![^\W_])", long) is not None


def _slips(wrong: str, known: str) -> int:
    """Count the letters that are too many, missing, wrong, or swapped with their neighbour."""
    older: list[int] = []
    before, row = older, list(range(len(known) + 1))
    for at, letter in enumerate(wrong, 1):
        older, before, row = before, row, [at]
        for to, other in enumerate(known, 1):
            cost = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != other))
            if at > 1 and to > 1 and (letter, wrong[at - 2]) == (known[to - 2], other):
                cost = min(cost, older[to - 2] + 1)
            row.append(cost)
    return row[-1]


def listed(words: Sequence[str], conjunction: str) -> str:
    """Join words as in a sentence: a, b and c."""
    *first, last = words
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def quoted(value: object, *, limit: int = 60) -> str:
    """Show a value of a header in a message: text in quotes and shortened, anything else by its kind."""
    match value:
        case str():
            text = " ".join(value.split())
            if not text:
                return "an empty text"
            return f"'{text[: limit - 1]}…'" if len(text) > limit else f"'{text}'"
        case dict():
            return "a group of keys"
        case list() | tuple():
            return "a list"
        case None:
            return "an empty value"
    return f"'{value}'"


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by weight; those of one weight stay in reading order."""
    return tuple(sorted(findings, key=lambda finding: finding.severity.rank))
