"""The words in which a workbook names fields and their fixed values, and what they stand for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from journeybook.model import Record
from journeybook.model.words.synonyms import synonym
from journeybook.notation.shapes import shapes_of

TRUTH = "truth"
"""The set of the words for `true` and `false`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SheetWords:
    """The words of a language."""

    fields: Mapping[str, str] = field(default_factory=dict)
    """By the name of a field."""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By set, such as `PainPoint.category`, then by the value as it stands in a file."""

    def of(self, group: str, value: str) -> str:
        """The word for a value, where it has one of its own."""
        return _told_apart(self, group).get(value, value)

    def meant(self, group: str, word: str, known: tuple[str, ...]) -> str:
        """The value that a word stands for; empty if there is none."""
        spelled = word.strip().casefold()
        by_word = {said.casefold(): value for value, said in _told_apart(self, group).items()}
        by_word |= {value.casefold(): value for value in known}
        return by_word.get(spelled) or synonym(word, known)

    def truth(self, word: str) -> bool | None:
        """Whether a word says yes or no, if it says either."""
        said = {"true": True, "false": False}
        said |= {self.of(TRUTH, value).casefold(): is_true for value, is_true in list(said.items())}
        return said.get(word.strip().casefold())


ENGLISH = SheetWords()
"""Fields and values as they stand in files."""


@lru_cache(maxsize=256)
def _told_apart(words: SheetWords, group: str) -> Mapping[str, str]:
    """The words of a set, without those that stand for two of its values."""
    said = words.values.get(group, {})
    spelled = [word.casefold() for word in said.values()]
    return {value: word for value, word in said.items() if spelled.count(word.casefold()) == 1}


@lru_cache(maxsize=256)
def names_within(words: SheetWords, record: type[Record]) -> Mapping[str, str]:
    """The words for the fields of a record; one that two share, or that no notation holds, is not used."""
    names = {name: words.fields.get(name, name) for name in shapes_of(record)}
    spelled = [name.casefold() for name in names.values()]
    return {
        name: word
        if spelled.count(word.casefold()) == 1 and ":" not in word and word not in names.keys() - {name}
        else name
        for name, word in names.items()
    }


def field_meant(words: SheetWords, record: type[Record], word: str) -> str:
    """The field of a record that a word stands for, or a key of the author's own; empty if there is none."""
    if word.startswith("x-"):
        return word
    by_word = {said.casefold(): name for name, said in names_within(words, record).items()}
    by_word |= {name: name for name in shapes_of(record)}
    return by_word.get(word.strip().casefold(), "")
