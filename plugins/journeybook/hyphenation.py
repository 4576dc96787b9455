"""Hyphenate words by the patterns of Pyphen's dictionaries.

Pyphen takes the patterns of a language apart when it reads them: half a second and 14 MB for German, of
which a handbook needs little. Here a pattern is taken apart when a word has it.
"""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pyphen

_LEAST = 3
"""The fewest letters before a hyphen and after it."""
_DIGITS = "0123456789"

Levels = tuple[tuple[int, int], ...]
"""The places in a pattern that have a level, each with it: at an odd level a word may be parted."""


class Hyphenation:
    """Parts words by Liang's algorithm, as TeX does."""

    def __init__(self, dictionary: Path) -> None:
        with dictionary.open("rb") as stream:
            encoding = stream.readline().decode("ascii").strip()
        patterns = dictionary.read_text(encoding)
        letters = patterns.translate(dict.fromkeys(map(ord, _DIGITS)))
        shapes = patterns.translate({ord(sign): "." for sign in {*patterns} - {*_DIGITS, "\n"}})
        known: dict[str, str] = {}
        self._shapes = {
            name.rstrip(): known.setdefault(shape, shape)
            for name, shape in zip(letters.split("\n"), shapes.split("\n"), strict=True)
            if len(name) < len(shape) and name[0] not in "#%"
        }
        """The letters of each pattern, and where digits stand between them; many share that."""
        self._longest = max(map(len, self._shapes))

    def parted(self, word: str, hyphen: str) -> str:
        """Put hyphens into a word wherever it may be parted."""
        places = [0, *self._places(word.lower()), len(word)]
        return hyphen.join(word[begin:end] for begin, end in pairwise(places))

    def _places(self, word: str) -> list[int]:
        marked = f".{word}."
        highest = [0] * (len(marked) + 1)
        for begin in range(len(marked)):
            for end in range(begin + 1, min(begin + self._longest, len(marked)) + 1):
                for place, level in _levels(self._shapes.get(marked[begin:end], "")):
                    highest[begin + place] = max(highest[begin + place], level)
        return [at for at in range(_LEAST, len(word) - _LEAST + 1) if highest[at + 1] % 2]


@cache
def _levels(shape: str) -> Levels:
    """Find the digits in a shape such as `.1..2`, by the number of letters before them."""
    levels = []
    letters = 0
    for sign in shape:
        if sign == ".":
            letters += 1
        else:
            levels.append((letters, int(sign)))
    return tuple(levels)


@cache
def hyphenation(code: str) -> Hyphenation:
    """Read the dictionary of a language that has one."""
    return Hyphenation(Path(pyphen.LANGUAGES[pyphen.language_fallback(code)]))
