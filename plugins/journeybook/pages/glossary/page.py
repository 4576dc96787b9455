"""The page of the glossary: every word, sorted by the alphabet, each with an example of the handbook."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from journeybook.catalogue import Spot, Term, WholeStage
from journeybook.kinds import ThingKind
from journeybook.pages.frame.addresses import GLOSSARY, address_of, stage_address, word_anchor
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Crumb, Page, SearchEntry
from journeybook.pages.glossary.method_word import MethodWord
from journeybook.pages.glossary.words import METHOD_WORDS

_MOST_PLACES = 3
"""The places that are named of those where a term is used."""

_OTHER = "#"
"""The heading of words that begin with no letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry:
    """A word with what it means."""

    anchor: str
    """The id of its place on the page; it never changes."""
    title: str
    definition: str
    aliases: tuple[str, ...] = ()
    is_own: bool = False
    """Whether it is the organisation's, and not the method's."""
    places: tuple[Crumb, ...] = ()
    """An example of a word of the method, or where a word of the organisation's own is used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The words that begin with one letter."""

    letter: str
    entries: tuple[GlossaryEntry, ...]

    @property
    def anchor(self) -> str:
        """The id of its heading."""
        return f"letter_{self.letter.lower() if self.letter != _OTHER else 'other'}"


def pages(site: Site) -> Iterator[Page]:
    """Yield the glossary."""
    yield Page(
        address=GLOSSARY,
        template="glossary",
        title=site.text("Glossary"),
        description=site.text("The words of this handbook: our own, and those of the method."),
        context=lambda: {"letters": _letters(_entries(site))},
        entries=lambda: _search_entries(site),
    )


def _entries(site: Site) -> Iterator[GlossaryEntry]:
    for term in site.catalogue.terms.values():
        spots = site.catalogue.spots_of_term.get(term.id, ())
        yield _own(term, tuple(map(_place, spots[:_MOST_PLACES])))
    for word in METHOD_WORDS:
        example = word.example(site)
        yield _of_method(site, word, (example,) if example else ())


def _own(term: Term, places: tuple[Crumb, ...] = ()) -> GlossaryEntry:
    return GlossaryEntry(
        anchor=term.id,
        title=term.title,
        definition=term.definition,
        aliases=term.aliases,
        is_own=True,
        places=places,
    )


def _place(spot: Spot) -> Crumb:
    if isinstance(spot, WholeStage):
        return Crumb(title=spot.stage.title, address=stage_address(spot.journey, spot.stage))
    return Crumb(title=spot.step.title, address=address_of(spot))


def _of_method(site: Site, word: MethodWord, places: tuple[Crumb, ...] = ()) -> GlossaryEntry:
    return GlossaryEntry(
        anchor=word_anchor(word.id),
        title=site.text(word.title),
        definition=site.text(word.definition),
        places=places,
    )


def _letters(entries: Iterator[GlossaryEntry]) -> tuple[Letter, ...]:
    in_order = sorted(entries, key=lambda entry: (_sorted_as(entry.title), entry.anchor))
    return tuple(
        Letter(letter=letter, entries=tuple(found)) for letter, found in groupby(in_order, key=_letter)
    )


def _letter(entry: GlossaryEntry) -> str:
    first = _sorted_as(entry.title)[:1].upper()
    return first if first.isalpha() else _OTHER


def _sorted_as(title: str) -> str:
    """A word as dictionaries sort it: an umlaut beside its letter."""
    parts = unicodedata.normalize("NFKD", title.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _search_entries(site: Site) -> tuple[SearchEntry, ...]:
    """The page and each word; of a word of the organisation's own, its aliases too."""
    words = (*map(_own, site.catalogue.terms.values()), *(_of_method(site, word) for word in METHOD_WORDS))
    return (
        SearchEntry(title=site.text("Glossary"), text=""),
        *(
            SearchEntry(
                title=word.title,
                text="\n".join(" ".join(text.split()) for text in (word.definition, *word.aliases)),
                anchor=word.anchor,
                kind=ThingKind.TERM,
                names=word.aliases,
            )
            for word in words
        ),
    )
