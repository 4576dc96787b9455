"""The closed set of kinds of change, each with its sentence and its weight for the customer."""

from journeybook.diff.kinds.kind import BAD_NEWS, GOOD_NEWS, Kind, of_things, word_of
from journeybook.diff.kinds.wordings import WORDINGS, Wording

__all__ = ["BAD_NEWS", "GOOD_NEWS", "WORDINGS", "Kind", "Wording", "of_things", "word_of"]
