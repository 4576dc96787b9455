"""The words of the method: every word that marks, badges and heads of the site use, explained once."""

from collections.abc import Mapping
from types import MappingProxyType

from journeybook.pages.glossary.mark_words import MARK_WORDS
from journeybook.pages.glossary.row_words import ROW_WORDS

METHOD_WORDS = (*ROW_WORDS, *MARK_WORDS)
"""Every word of the method."""

WORD_OF_LANE: Mapping[str, str] = MappingProxyType(
    {lane: word.id for word in ROW_WORDS for lane in word.lanes}
)
"""The word that explains the head of a row of the map, by the name of the lane."""
