"""Read moods in data as scores, as they are read in a row of a sheet."""

import re

from journeybook.importing.outlines.parts import DataJourney
from journeybook.importing.words.labels import certain
from journeybook.importing.words.scales import score_of_word, signs_in

MOOD_SCORE = "satisfaction"
"""The lane of scores."""
MOOD_NUMBER = re.compile(r"[-−+]?\d+(?:[.,]\d+)?")
"""A feeling that is a number, and so a score."""


def is_mood(label: str) -> bool:
    """Whether a lane holds feelings."""
    found = certain(label, "map")
    return found is not None and found.field == "feelings"


def score_words(journey: DataJourney) -> None:
    """Let words of mood and smileys be scores where others are, as in a row of scores in a sheet."""
    parts = [part for stage in journey.stages for part in (stage, *stage.steps)]
    if not any(MOOD_SCORE in part.lanes for part in parts):
        return
    for part in parts:
        moods = [lane for label, lane in part.lanes.items() if is_mood(label)]
        if MOOD_SCORE not in part.lanes and len(moods) == 1 and len(moods[0].entries) == 1:
            said = moods[0].entries[0]
            if score_of_word(said, MOOD_SCORE) or signs_in(said, MOOD_SCORE):
                part.lane(MOOD_SCORE, moods[0].path).entries.append(said)
