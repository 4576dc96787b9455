"""Turn a line of scores into ours, by a scale that all of its cells decide together."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from journeybook.importing.journeys.grid import CellKey, GridCell
from journeybook.importing.words.labels import plain_name
from journeybook.importing.words.scales import (
    OURS,
    PERCENT,
    Decided,
    ScoreScale,
    decide,
    read_number,
    scale_of,
    score_of_word,
    signs_in,
    stated_scale,
)
from journeybook.model.fields import HIGHEST, LOWEST

_STARS = re.compile(r"^[★⭐✭✩☆✰\ufe0f\s]+$")
_FULL, _HOLLOW = "★⭐✭", "☆✩✰"
_SIGNS = re.compile(r"^[+\-−–]{1,3}$|^0$|^\+/-$|^o$")
_LEADING = re.compile(
    r"^(?P<number>[+\-−–]?\s?\d{1,3}(?:[.,]\d{1,2})?)\s*(?P<percent>%?)\s*"
    r"(?:(?:/|von|of|out of|aus)\s*(?P<of>\d{1,3})\b)?\s*(?:Punkte?n?|points?|pts?)?\s*"
    r"(?P<rest>(?:[-–—:=,(\n.]|\s).*)?$",
    re.DOTALL | re.IGNORECASE,
)
_EDGES = " -–—:=,()\n."
_MOST_STARS = 5
_MIDDLE = (LOWEST + HIGHEST) // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A cell of a line of scores."""

    number: Decimal | None = None
    """On a scale that is still to be decided."""
    score: int | None = None
    """From 1 to 5, where a word or a sign says so."""
    is_percent: bool = False
    highest: int | None = None
    """The end of its scale, where the cell itself says so: `4/5`."""
    rest: str = ""
    """What it says besides."""
    is_word: bool = False


@dataclass(kw_only=True)
class Scoring:
    """The scores of a line."""

    marks: Mapping[CellKey, Mark]
    """By the cell."""
    scale: ScoreScale | None = None
    other: ScoreScale | None = None
    """Another reading of the numbers, which would give other scores."""
    turned: dict[str, int] = field(default_factory=dict)
    """What each number or word became."""

    def score(self, spot: GridCell) -> int | None:
        """The score of a cell."""
        mark = self.marks.get(spot.key)
        if mark is None:
            return None
        score = mark.score
        if score is None and mark.number is not None and self.scale:
            score = self.scale.score(mark.number)
        if score is not None:
            self.turned.setdefault(words_of_mark(mark, spot), score)
        return score

    def rest(self, spot: GridCell) -> str:
        """The text of a cell besides its score."""
        mark = self.marks.get(spot.key)
        return mark.rest if mark else ""


def words_of_mark(mark: Mark, spot: GridCell) -> str:
    """A number or word as the table has it."""
    text = spot.text.replace(mark.rest, "").strip(_EDGES[1:] + " ") if mark.rest else spot.text
    return " ".join(text.split()) or spot.text


def read_scores(
    spots: Sequence[GridCell], kind: str, label: str, stated: ScoreScale | None = None
) -> Scoring | None:
    """Read cells as scores (kind `satisfaction` or `level`); nothing unless most of them are scores."""
    marks = {spot.key: mark for spot in spots if (mark := read_mark(spot, kind))}
    if not spots or len(marks) * 2 < len(spots) or not marks:
        return None
    if any(_SIGNS.match(spot.text) and spot.number is None for spot in spots):
        marks = {key: _as_sign(mark) for key, mark in marks.items()}
    decided = _decide(marks, stated or stated_scale(label))
    if not decided and any(mark.number is not None for mark in marks.values()):
        return None
    return Scoring(
        marks=marks, scale=decided.scale if decided else None, other=decided.other if decided else None
    )


def _as_sign(mark: Mark) -> Mark:
    """Take a number among pluses and minuses for so many of them: 0 lies in the middle."""
    number = mark.number
    if number is None or abs(number) > _MIDDLE - LOWEST:
        return mark
    return replace(mark, number=None, score=int(_MIDDLE + number))


def _decide(marks: Mapping[CellKey, Mark], stated: ScoreScale | None) -> Decided | None:
    numbers = [mark.number for mark in marks.values() if mark.number is not None]
    if not numbers:
        return None
    if stated and any(stated.score(number) is not None for number in numbers):
        return Decided(scale=stated)
    if any(mark.is_percent for mark in marks.values()):
        return Decided(scale=PERCENT)
    ends = {mark.highest for mark in marks.values() if mark.highest}
    if len(ends) == 1 and (end := ends.pop()) > 1:
        low = 0 if min(numbers) < 1 or end > 10 else 1  # noqa: PLR2004 - larger ones are counted from nothing
        return Decided(scale=scale_of(low, end))
    return decide(numbers)


def read_mark(spot: GridCell, kind: str) -> Mark | None:
    """Read one cell: a number, stars, smileys, pluses, a word, or any of them with a text."""
    text = spot.text.replace("\ufe0f", "")
    if spot.cell.day is not None:
        return None
    if spot.number is not None:
        return Mark(number=spot.number, is_percent=spot.cell.is_percent)
    return _stars(text) or _pluses(text) or _number(text) or _sign(text, kind) or _word(text, kind)


def _stars(text: str) -> Mark | None:
    if not _STARS.match(text) or not text:
        return None
    full = sum(text.count(star) for star in _FULL)
    hollow = sum(text.count(star) for star in _HOLLOW)
    total = full + hollow if hollow else max(full, _MOST_STARS)
    return Mark(number=Decimal(full), highest=total) if full else Mark(score=OURS.score(Decimal(1)))


def _pluses(text: str) -> Mark | None:
    if not _SIGNS.match(text):
        return None
    count = text.count("+") - len(re.findall("[-−–]", text))
    return Mark(score=min(HIGHEST, max(LOWEST, _MIDDLE + count)))


def _number(text: str) -> Mark | None:
    found = _LEADING.match(text)
    if not found:
        return None
    highest = int(found["of"]) if found["of"] else None
    rest = " ".join((found["rest"] or "").strip(_EDGES).split())
    number = read_number(found["number"])
    return Mark(number=number, is_percent=bool(found["percent"]), highest=highest, rest=rest)


def _word(text: str, kind: str) -> Mark | None:
    score = score_of_word(text, kind)
    return Mark(score=score, is_word=True) if score is not None else None


def _sign(text: str, kind: str) -> Mark | None:
    """Read smileys and arrows; several in a cell are one score, their mean."""
    found = signs_in(text, kind)
    if not found:
        return None
    rest = text
    for sign, _ in found:
        rest = rest.replace(sign, " ")
    mean = Decimal(sum(score for _, score in found)) / len(found)
    said = " ".join(rest.split()).strip(_EDGES)
    return Mark(score=OURS.score(mean), rest=said if plain_name(said) else "")
