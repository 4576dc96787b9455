"""Turn the scores of the scales that people use into ours, from 1 to 5."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from journeybook.importing.words.labels import plain_name, synonyms
from journeybook.model.fields import HIGHEST, LOWEST

_NUMBER = r"[+\-−–]?\s?\d{1,4}(?:[.,]\d{1,3})?"
_RANGE = re.compile(
    rf"(?<![\d.,])(?P<low>{_NUMBER})\s*%?\s*(?:-|–|—|\.\.\.?|…|bis|to)\s*(?P<high>{_NUMBER})\s*(?P<percent>%?)(?![\d])",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"(?:/|von|of|out of|max\.?)\s*(\d{1,3})\b", re.IGNORECASE)
_GRADES = re.compile(r"schulnote|school grade|\bnoten?\b|\bgrades?\b", re.IGNORECASE)
_BEST_IS_LOW = re.compile(r"\b1\s*(?:=|ist|:|is)\s*(?P<word>[^\d,;/)=]+)", re.IGNORECASE)
_GOOD = re.compile(
    r"best|sehr gut|sehr zufrieden|very (?:good|satisfied|happy)|excellent|top|begeistert|delight|hoch|high"
)
_MINUS = str.maketrans({"−": "-", "–": "-", "—": "-", ",": ".", " ": None})


@dataclass(frozen=True, slots=True)
class ScoreScale:
    """A scale from its worst to its best number; the worst may be the larger one."""

    worst: Decimal
    best: Decimal
    is_percent: bool = False

    def score(self, number: Decimal) -> int | None:
        """The score from 1 to 5; nothing for a number that lies outside."""
        low, high = sorted((self.worst, self.best))
        if not low <= number <= high:
            return None
        share = (number - self.worst) / (self.best - self.worst)
        return int((LOWEST + share * (HIGHEST - LOWEST)).quantize(Decimal(1), rounding=ROUND_HALF_UP))

    @property
    def is_turned(self) -> bool:
        """Whether its lowest number is the best."""
        return self.worst > self.best

    @property
    def is_ours(self) -> bool:
        """Whether its numbers are ours already."""
        return (self.worst, self.best) == (Decimal(LOWEST), Decimal(HIGHEST))

    def __str__(self) -> str:
        mark = " %" if self.is_percent else ""
        low, high = sorted((self.worst, self.best))
        sign = "+" if low < 0 else ""
        return f"{_shown(low)} to {sign}{_shown(high)}{mark}"


def _shown(number: Decimal) -> str:
    return f"{number.normalize():f}".replace("-", "−")


def scale_of(low: int, high: int, *, is_turned: bool = False, is_percent: bool = False) -> ScoreScale:
    """Make a scale of its ends."""
    ends = (Decimal(high), Decimal(low)) if is_turned else (Decimal(low), Decimal(high))
    return ScoreScale(*ends, is_percent)


OURS = scale_of(LOWEST, HIGHEST)
GRADES = scale_of(1, 6, is_turned=True)
PERCENT = scale_of(0, 100, is_percent=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The scale of a row of numbers, and how sure it is."""

    scale: ScoreScale
    other: ScoreScale | None = None
    """Another reading by which a number would be scored otherwise."""


def read_number(text: str) -> Decimal:
    """Read a number of a table, with a point or a comma, and any minus sign."""
    return Decimal(text.translate(_MINUS).lstrip("+"))


def stated_scale(text: str) -> ScoreScale | None:
    """The scale that a name or a legend states: `1-10`, `−2 bis +2`, `Schulnote`, `0–100 %`."""
    found = _RANGE.search(text)
    if not found:
        return _stated_otherwise(text)
    low, high = read_number(found["low"]), read_number(found["high"])
    if low == high:
        return None
    is_best_first = low < high and bool(_good_is_one(text) or _GRADES.search(text))
    worst, best = (high, low) if is_best_first else (low, high)
    return ScoreScale(worst, best, bool(found["percent"]))


def _stated_otherwise(text: str) -> ScoreScale | None:
    if _GRADES.search(text):
        return GRADES
    if found := _OUT_OF.search(text):
        return scale_of(_lowest_of(int(found[1])), int(found[1])) if int(found[1]) > 1 else None
    return PERCENT if "%" in text or "percent" in text.casefold() or "prozent" in text.casefold() else None


def _lowest_of(highest: int) -> int:
    return 0 if highest == PERCENT.best else 1


def _good_is_one(text: str) -> bool:
    found = _BEST_IS_LOW.search(text)
    return found is not None and _GOOD.search(found["word"].casefold()) is not None


def decide(numbers: Sequence[Decimal]) -> Decided | None:
    """Decide the scale of all numbers of a row together; nothing if they lie on none that people use."""
    readings = [scale for scale in _readings(numbers) if all(scale.score(n) is not None for n in numbers)]
    if not readings:
        return None
    first = readings[0]
    differing = (scale for scale in readings[1:] if any(scale.score(n) != first.score(n) for n in numbers))
    return Decided(scale=first, other=next(differing, None))


def _readings(numbers: Sequence[Decimal]) -> tuple[ScoreScale, ...]:
    """The scales that a row may be of, the likeliest first; what is usual is not doubted."""
    low, high = min(numbers), max(numbers)
    if low < 0:
        return _around_zero(max(high, -low))
    if high > 10:  # noqa: PLR2004 - the highest of the scales that are no shares
        return (PERCENT,)
    if high > HIGHEST:
        # 6 is also the worst of the German school grades, but those are named so
        return (scale_of(1, 10), scale_of(0, 10)) if low >= 1 else (scale_of(0, 10),)
    if low < LOWEST:
        return (scale_of(0, 5), scale_of(0, 10)) if high > 1 else (scale_of(0, 1), scale_of(0, 5))
    return (OURS, scale_of(1, 3)) if high <= 3 else (OURS,)  # noqa: PLR2004 - the other usual scale


def _around_zero(most: Decimal) -> tuple[ScoreScale, ...]:
    ends = [end for end in (1, 2, 3, 5, 10, 100) if most <= end]
    likely = [scale_of(-end, end) for end in ends]
    # one step further is only doubted where the numbers are whole and few
    return tuple(likely[:2]) if most <= 1 else tuple(likely[:1])


@cache
def _by_word(kind: str) -> dict[str, int]:
    return {
        plain_name(word): int(score)
        for score, names in synonyms()[kind].items()
        for language in ("en", "de")
        for word in names[language]
    }


@cache
def _by_sign(kind: str) -> dict[str, int]:
    pairs = ((sign, int(score)) for score, names in synonyms()[kind].items() for sign in names["signs"])
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))


def score_of_word(text: str, kind: str) -> int | None:
    """The score of a word such as “sehr zufrieden” (kind `satisfaction`) or “hoch” (kind `level`)."""
    return _by_word(kind).get(plain_name(text)) if plain_name(text) else None


def signs_in(text: str, kind: str) -> tuple[tuple[str, int], ...]:
    """The signs of a scale in a text, such as smileys, with their scores."""
    found, rest = [], text
    for sign, score in _by_sign(kind).items():
        if sign in rest:
            found.append((sign, score))
            rest = rest.replace(sign, " ")
    return tuple(found)
