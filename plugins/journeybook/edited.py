"""Show in a text how it was before: what is gone of it, and what is new."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, Self

from markupsafe import Markup, escape

from journeybook.links import Leading, LinkedText

_LIKE = 0.35
"""The likeness of two texts from which on single words are worth comparing."""
_MOST_PAIRS = 1_000_000
"""Words of the old times words of the new text up to which they are compared one by one."""
_LONELY = 1
"""Words that stay between two changes, of which it reads more easily that they have changed as well."""


class ChangedWords(NamedTuple):
    """The words of a text that are gone, or that are new."""

    words: str
    is_gone: bool


class EditedText(LinkedText):
    """A text that shows in HTML what of it is gone and what is new; elsewhere it reads as it is now.

    A blank stands between its parts.
    """

    __slots__ = ()

    @classmethod
    def of(cls, parts: Iterable[str | Leading | ChangedWords]) -> Self:
        """Put a text together; one of which nothing is left reads as it was."""
        kept = tuple(parts)
        here = [part for part in kept if not (isinstance(part, ChangedWords) and part.is_gone)]
        made = cls(" ".join(part if isinstance(part, str) else part.words for part in here or kept))
        made.parts = kept  # type: ignore[assignment] # edits beside what leads somewhere
        return made

    @property
    def is_gone(self) -> bool:
        """Whether nothing of it is left."""
        return all(isinstance(part, ChangedWords) and part.is_gone for part in self.parts)

    def __html__(self) -> Markup:
        """The text as HTML, with what is gone struck out."""
        return Markup(" ").join(map(_html, self.parts))


def _html(part: str | Leading | ChangedWords) -> Markup:
    if isinstance(part, ChangedWords):
        tag = "del" if part.is_gone else "ins"
        return Markup("<{0}>{1}</{0}>").format(tag, part.words)
    return escape(part if isinstance(part, str) else part.words)


def gone(text: str) -> EditedText:
    """A text that is gone."""
    return EditedText.of([ChangedWords(str(text), is_gone=True)])


def added(text: str) -> EditedText:
    """A text that is new."""
    return EditedText.of([ChangedWords(str(text), is_gone=False)])


def edited(old: str, now: str) -> str:
    """A text with what has changed in it, word by word; whole where it says something else."""
    return now if old.split() == now.split() else EditedText.of(_parts(old, now))


def is_gone(text: str) -> bool:
    """Whether a text is one of which nothing is left."""
    return type(text) is EditedText and text.is_gone


def is_like(old: str, now: str) -> bool:
    """Whether two texts are so alike that one is the other one reworded."""
    one, other = old.split(), now.split()
    is_short = len(one) * len(other) <= _MOST_PAIRS
    return is_short and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKE


def _parts(old: str, now: str) -> Iterator[str | ChangedWords]:
    one, other = old.split(), now.split()
    whole = [("replace", 0, len(one), 0, len(other))]
    alike = is_like(old, now)
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes() if alike else whole
    for start, end, other_start, other_end, is_same in _runs(steps):
        then, words = " ".join(one[start:end]), " ".join(other[other_start:other_end])
        if is_same:
            yield words
            continue
        if then:
            yield ChangedWords(then, is_gone=True)
        if words:
            yield ChangedWords(words, is_gone=False)


_Run = tuple[int, int, int, int, bool]


def _runs(steps: Sequence[tuple[str, int, int, int, int]]) -> Iterator[_Run]:
    """Yield where both texts are the same and where not; a lonely word between two changes is no sameness."""
    open_run: _Run | None = None
    for at, (tag, *ends) in enumerate(steps):
        is_between = 0 < at < len(steps) - 1 and len(steps) > 2  # noqa: PLR2004 - a change on either side
        is_same = tag == "equal" and not (is_between and ends[1] - ends[0] <= _LONELY)
        if open_run and open_run[4] == is_same:
            open_run = (open_run[0], ends[1], open_run[2], ends[3], is_same)
            continue
        if open_run:
            yield open_run
        open_run = (ends[0], ends[1], ends[2], ends[3], is_same)
    if open_run:
        yield open_run
