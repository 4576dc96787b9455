"""Read the scores of a list's columns; on which scale they lie is decided by a column as a whole."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from journeybook.importing.lists.records import ListedValue
from journeybook.importing.words.scales import (
    OURS,
    ScoreScale,
    decide,
    read_number,
    score_of_word,
    signs_in,
    stated_scale,
)

_NUMBER = re.compile(r"[-−–+]?\s?\d{1,4}(?:[.,]\d{1,3})?")
_OUT_OF = re.compile(
    rf"(?P<number>{_NUMBER.pattern})\s*(?:/|von|of|out of|aus)\s*(?P<most>\d{{1,3}})"
    r"(?:\s*(?:points?|punkten?|sternen?|stars?))?",
    re.IGNORECASE,
)
_FULL, _EMPTY = "★⭐●⬤■", "☆○◯□"
_KINDS = {"rating": "satisfaction"}
"""The kinds of words for the fields that are no level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListScores:
    """The scale of a column and the kind of its words."""

    scale: ScoreScale | None
    kind: str

    def is_other(self, value: ListedValue) -> bool:
        """Whether a value is a number of another scale than ours."""
        return self.scale is not None and self.scale != OURS and _number(value) is not None

    def score(self, value: ListedValue) -> int | None:
        """The score from 1 to 5 of a number, a word, stars or signs; nothing if it is none."""
        text = value.cell.text.strip()
        if (number := _number(value)) is not None:
            return self.scale.score(number) if self.scale else None
        if found := _OUT_OF.fullmatch(text):
            scale = stated_scale(f"1-{found['most']}")
            return scale.score(read_number(found["number"])) if scale else None
        if text and all(sign in _FULL + _EMPTY for sign in text) and len(text) == OURS.best:
            return max(sum(sign in _FULL for sign in text), 1)
        words = score_of_word(text, self.kind) or score_of_word(text, "level")
        signs = {score for kind in (self.kind, "level") for _, score in signs_in(text, kind)}
        return words or (signs.pop() if len(signs) == 1 else None)


def scores_of(field: str, values: Iterable[ListedValue]) -> ListScores:
    """Decide the scale of a field: by its name, or by all of its numbers."""
    several = list(values)
    stated = next((scale for value in several if (scale := stated_scale(value.label))), None)
    return ListScores(scale=stated or _decided(several), kind=_KINDS.get(field, "level"))


def _decided(values: Sequence[ListedValue]) -> ScoreScale | None:
    numbers = [number for value in values if (number := _number(value)) is not None]
    decided = decide(numbers) if numbers else None
    is_share = decided is not None and decided.scale.is_percent
    is_written_so = any(value.cell.is_percent or "%" in value.cell.text for value in values)
    return decided.scale if decided and (is_written_so or not is_share) else None


def _number(value: ListedValue) -> Decimal | None:
    if value.cell.number is not None:
        return value.cell.number
    text = value.cell.text.strip()
    return read_number(text) if _NUMBER.fullmatch(text) else None
