"""Findings: what is wrong in a handbook and where, the value that every layer above speaks in."""

import difflib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache, reduce
from heapq import nlargest
from itertools import islice, pairwise
from operator import or_
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
MOST_SHOWN = 50
"""Of so many findings of a rule in a file each is shown; of the others, their number."""
MOST_ADVISED = 200
"""So many of a file get a word that was probably meant, which is dear to find among thousands."""
MOST_KEPT = 1000
"""So many are told from one another at all, for instance by a baseline."""

_LONGEST = 80
_LIKENESS = 0.65
_MOST_KNOWN = 20_000
_MOST_LIKE = 2_000
_MOST_TRIED = 40
_CANDIDATES = 5
_MOST = 3
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


def typed(path: str | Path) -> str:
    """Return a path as its reader would type it: as seen from the working folder, where that is possible."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except (OSError, ValueError):  # the working folder is gone; on Windows, the path is on another drive
        return Path(path).as_posix()


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
    others: int = 0
    """How many more it stands for, which are not shown."""

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
    return _nearest(wrong.lower(), frozenset(known)) if len(wrong) <= _LONGEST else ""


@lru_cache(maxsize=4096)
def _nearest(wrong: str, known: frozenset[str]) -> str:
    words = _words(known)
    # found by what is quick to tell, since both a wrong word and the known ones may be many and long
    alike = islice(words.like(wrong), _MOST_LIKE)
    own = _pairs(wrong)
    best = nlargest(_MOST_TRIED, alike, key=lambda word: len(own & _pairs(word)))
    near = list(islice((word for word in best if _is_near(wrong, word)), _CANDIDATES))
    matches = difflib.get_close_matches(wrong, near, n=1, cutoff=_LIKENESS)
    return words.by_small_letters[matches[0]] if matches else ""


@dataclass(frozen=True, slots=True)
class _Words:
    """Known words, each with what tells at once that another is far from it: its length and its letters."""

    by_small_letters: dict[str, str]
    facts: tuple[tuple[str, int, int], ...]

    def like(self, wrong: str) -> Iterator[str]:
        """Yield the words of about as many and the same letters, and those that one is a part of."""
        size, letters = len(wrong), _letters(wrong)
        for word, its_size, its_letters in self.facts:
            if (
                abs(its_size - size) <= _MOST
                and (its_letters & ~letters).bit_count() <= _MOST
                and (letters & ~its_letters).bit_count() <= _MOST
            ) or (word in wrong if its_size < size else wrong in word):
                yield word


@lru_cache(maxsize=64)
def _words(known: frozenset[str]) -> _Words:
    """Prepare known words for comparing; of more than a handbook has, none is the one that was meant."""
    words = sorted(word for word in known if len(word) <= _LONGEST) if len(known) <= _MOST_KNOWN else ()
    by_small_letters = {word.lower(): word for word in reversed(words)}
    return _Words(by_small_letters, tuple((word, len(word), _letters(word)) for word in by_small_letters))


def _letters(word: str) -> int:
    """The letters of a word as bits of a number."""
    return reduce(or_, (1 << ord(letter) % 64 for letter in word), 0)


@lru_cache(maxsize=32768)
def _pairs(word: str) -> frozenset[str]:
    """The neighbouring letters of a word."""
    return frozenset(map("".join, pairwise(word)))


def _is_near(wrong: str, known: str) -> bool:
    """Whether a word is a slip of another, or one is a whole part of the other, as of `kauf/schlange`."""
    longest = max(len(wrong), len(known))
    slips = next(slips for length, slips in _MOST_SLIPS if longest >= length)
    return _is_part(wrong, known) or _is_part(known, wrong) or _slips(wrong, known, slips) <= slips


def _is_part(short: str, long: str) -> bool:
    return short in long and re.search(rf"(?<![^\W_]){re.escape(short)}(?![^\W_])", long) is not None


def _slips(wrong: str, known: str, most: int) -> int:
    """Count the letters that are too many, missing, wrong, or swapped with their neighbour, up to `most`."""
    far = most + 1
    older: list[int] = []
    before, row = older, list(range(len(known) + 1))
    for at, letter in enumerate(wrong, 1):
        older, before, row = before, row, [at, *[far] * len(known)]
        for to in range(max(1, at - most), min(len(known), at + most) + 1):
            other = known[to - 1]
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != other))
            if at > 1 and to > 1 and (letter, wrong[at - 2]) == (known[to - 2], other):
                cost = min(cost, older[to - 2] + 1)
            row[to] = cost
        if min(row) > most:
            return far
    return min(row[-1], far)


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


def cut(findings: Iterable[Finding], most: int = MOST_SHOWN) -> tuple[Finding, ...]:
    """Keep the first findings of each rule in each file, and one that tells the number of the others.

    A file can be made to hold a hundred thousand, and nobody reads them.
    """
    kept: list[Finding] = []
    seen: Counter[tuple[str, str, Severity]] = Counter()
    others: Counter[int] = Counter()
    last: dict[tuple[str, str, Severity], int] = {}
    for finding in findings:
        kind = (finding.place.path, finding.rule, finding.severity)
        seen[kind] += 1
        if seen[kind] <= most + 1:
            last[kind] = len(kept)
            kept.append(finding)
        else:
            others[last[kind]] += 1 + finding.others
    for at, number in others.items():
        kept[at] = _more(kept[at], number + kept[at].others)
    return tuple(kept)


def _more(finding: Finding, others: int) -> Finding:
    """Return what stands in the place of a finding and of others of its kind."""
    message = f"{others + 1:,} more of this kind from here on, which are not shown."
    return replace(finding, message=message, values=(), others=others)


def tally(findings: Iterable[Finding], kind: Callable[[Finding], T]) -> Counter[T]:
    """Count findings by kind, those included that are not shown."""
    counts: Counter[T] = Counter()
    for finding in findings:
        counts[kind(finding)] += 1 + finding.others
    return counts


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by weight; those of one weight stay in reading order."""
    return tuple(sorted(findings, key=lambda finding: finding.severity.rank))
