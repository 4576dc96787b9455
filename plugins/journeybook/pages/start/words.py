"""The five words that a new colleague needs first."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from journeybook.pages.frame.addresses import address_of, word_address
from journeybook.pages.frame.context import Site
from journeybook.pages.glossary.words import METHOD_WORDS

_MOST, _MOST_OWN = 5, 2
_FIRST = ("journey", "touchpoint", "moment-of-truth", "pain-point", "satisfaction")
"""Those of the method, by how soon they are met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWord:
    """A word with what it means, and its place in the glossary."""

    title: str
    definition: str
    address: str


def first_words(site: Site) -> tuple[FirstWord, ...]:
    """The organisation's own words that journeys use most, and words of the method."""
    return (*islice(_own(site), _MOST_OWN), *_of_method(site))[:_MOST]


def method_word(site: Site, name: str) -> FirstWord:
    """A word of the method by its id."""
    word = next(word for word in METHOD_WORDS if word.id == name)
    return FirstWord(
        title=site.text(word.title), definition=site.text(word.definition), address=word_address(word.id)
    )


def _of_method(site: Site) -> Iterator[FirstWord]:
    return (method_word(site, name) for name in _FIRST)


def _own(site: Site) -> Iterator[FirstWord]:
    uses = site.catalogue.spots_of_term
    known = [term for term in site.catalogue.terms.values() if uses.get(term.id)]
    for term in sorted(known, key=lambda term: -len(uses[term.id])):
        yield FirstWord(title=term.title, definition=term.definition, address=address_of(term))
