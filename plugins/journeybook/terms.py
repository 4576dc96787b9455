"""Find the words of an organisation's own in a text: whole words, by one compiled alternation."""

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import NamedTuple, Protocol

_BRANCHES = 4
"""The letters by which the alternation is parted, so that thousands of words cost little more than a few."""
_INSIDE = r"\w&#\xad-"
"""What a word does not begin behind: letters, what parts a longer word, and the beginning of an entity."""
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"

Atoms = tuple[str, ...]
"""A word in pieces of a pattern, one for each sign."""


class Worded(Protocol):
    """A term: what it is called, and what else."""

    @property
    def id(self) -> str:
        """The id."""
        ...

    @property
    def title(self) -> str:
        """The word itself."""
        ...

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other words for it."""
        ...


class FoundTerm(NamedTuple):
    """A place in a text where a term is used."""

    start: int
    end: int
    id: str


class TermFinder:
    """Finds terms by their titles and aliases; of two terms with one word the first counts."""

    def __init__(
        self,
        terms: Iterable[Worded],
        *,
        nouns_are_capital: bool = False,
        spellings: Callable[[str], Iterable[str]] = lambda word: (word,),
    ) -> None:
        self._ids: dict[str, str] = {}
        written: set[str] = set()
        for term in terms:
            for name in (term.title, *term.aliases):
                for word in _cases(" ".join(name.split()), nouns_are_capital=nouns_are_capital):
                    self._ids.setdefault(word, term.id)
                    written.update(spellings(word))
        self._pattern = _compiled(written) if written else None

    def __bool__(self) -> bool:
        return self._pattern is not None

    def find(self, text: str) -> Iterator[FoundTerm]:
        """Yield the terms of a text in their order; in HTML those within tags too."""
        for found in self._pattern.finditer(text) if self._pattern else ():
            own_id = self._ids.get(_plain(found[0]))
            if own_id is not None:
                yield FoundTerm(found.start(), found.end(), own_id)


def _plain(written: str) -> str:
    return " ".join(unescape(written).replace(_SOFT_HYPHEN, "").split())


def _cases(word: str, *, nouns_are_capital: bool) -> Iterator[str]:
    """The word, and as it begins a sentence or stands within one; a noun of German is no verb."""
    yield word
    first, rest = word[:1], word[1:]
    if first.islower():
        yield first.upper() + rest
    elif rest[:1].islower() and (" " in word or not nouns_are_capital):
        yield first.lower() + rest


def _compiled(words: Iterable[str]) -> re.Pattern[str]:
    by_first: dict[str, list[Atoms]] = {}
    for word in words:
        atoms = tuple(r"\s+" if sign == " " else re.escape(sign) for sign in word)
        by_first.setdefault(atoms[0], []).append(atoms[1:])
    # the first sign stands before what must not be before it, so that a search can jump from one to the next
    parts = (
        rf"{first}(?<![{_INSIDE}].){_alternation(rests, _BRANCHES)}"
        for first, rests in sorted(by_first.items())
    )
    return re.compile(rf"(?:{'|'.join(parts)})(?![\w\xad-])", re.DOTALL)


def _alternation(words: list[Atoms], branches: int) -> str:
    """A pattern of any of the words, the longer before those that they begin with."""
    if len(words) == 1 or not branches:
        return f"(?:{'|'.join(''.join(word) for word in sorted(words, key=len, reverse=True))})"
    by_first: dict[Atoms, list[Atoms]] = {}
    for word in words:
        by_first.setdefault(word[:1], []).append(word[1:])
    ends = "|" if by_first.pop((), None) else ""
    parts = (f"{first[0]}{_alternation(rests, branches - 1)}" for first, rests in sorted(by_first.items()))
    return f"(?:{'|'.join(parts)}{ends})"
