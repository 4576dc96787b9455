"""The known ids of each kind, which references may name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from journeybook import model
from journeybook.catalogue import Catalogue, Journey
from journeybook.findings import listed, nearest_word, quoted
from journeybook.kinds import IN_FILES, IN_HANDBOOK, ThingKind
from journeybook.load import Document
from journeybook.model.references import written_ids

_FEW = 6
_DEFAULTS: Mapping[ThingKind, Sequence[Any]] = MappingProxyType({ThingKind.GROUP: model.DEFAULT_GROUPS})
"""What every handbook has besides what it names itself."""


@dataclass(frozen=True)
class Titles:
    """The titles and aliases of some things, each with the id of its thing."""

    pairs: tuple[tuple[str, str], ...] = ()
    """Title and id."""

    def exactly(self, name: str) -> str:
        """Return the id of the thing with a title, in whichever case it is written, or nothing."""
        return self._by_title.get(name.casefold(), "")

    def nearest(self, name: str, ids: Iterable[str]) -> str:
        """Return the id that is most similar to a name, or whose title is, or nothing."""
        by_id, by_title = nearest_word(name, ids), nearest_word(model.slug(name, fallback=""), self._words)
        if not (by_id and by_title):
            return by_id or self._by_word.get(by_title, "")
        nearer = nearest_word(name, (by_id, by_title))
        return by_id if nearer == by_id else self._by_word[by_title]

    def advice(self, name: str, ids: Iterable[str]) -> str:
        """Return “ Did you mean 'x'?” for the id that was probably meant, or nothing."""
        meant = self.exactly(name) or self.nearest(name, ids)
        return f" Did you mean '{meant}'?" if meant else ""

    @cached_property
    def _by_title(self) -> dict[str, str]:
        return {title.casefold(): own_id for title, own_id in self.pairs}

    @cached_property
    def _by_word(self) -> dict[str, str]:
        """The ids by titles as these would be written as ids, without titles that several things have."""
        found: dict[str, set[str]] = {}
        for title, own_id in self.pairs:
            found.setdefault(model.slug(title, fallback=""), set()).add(own_id)
        return {word: ids.pop() for word, ids in found.items() if word and len(ids) == 1}

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._by_word)


_NO_TITLES = Titles()


@dataclass(frozen=True, slots=True)
class KnownIds:
    """Known ids of each kind; a kind whose source cannot be read is not known at all."""

    known: dict[ThingKind, frozenset[str]]
    titles: dict[ThingKind, Titles] = field(default_factory=dict)

    def titles_of(self, kind: ThingKind) -> Titles:
        """The titles of a kind, none where its source cannot be read."""
        return self.titles.get(kind, _NO_TITLES)

    def missing(self, kind: ThingKind, name: str, *, advises: bool = True) -> str | None:
        """Say that a thing does not exist, and what was meant if wanted; return nothing if it does."""
        ids = self.known.get(kind)
        if ids is None or name in ids:
            return None
        return f"No {kind} {quoted(name)}.{self._hint(kind, name, ids) if advises else ''}"

    def _hint(self, kind: ThingKind, name: str, ids: frozenset[str]) -> str:
        """Say what was meant: a thing by its title, one of another kind, or one with another spelling."""
        titles = self.titles_of(kind)
        # The ids of groups are words such as 'support', by which something else is meant more often.
        others = sorted(self.known.keys() - {ThingKind.GROUP})
        other = next((other for other in others if name in self.known[other]), None)
        if other and not titles.exactly(name):
            return f" '{name}' is a {other}."
        return titles.advice(name, ids) or few(kind, ids) or _first(kind, name, ids)


def few(kind: ThingKind, ids: Iterable[str]) -> str:
    """Name the things of a kind, where they are few."""
    names = [f"'{name}'" for name in sorted(ids)]
    if not 0 < len(names) <= _FEW:
        return ""
    return (
        f" The {kind.row.plural} are {listed(names, 'and')}."
        if len(names) > 1
        else f" The only {kind} is {names[0]}."
    )


def _first(kind: ThingKind, name: str, ids: Iterable[str]) -> str:
    """Say where the first thing of a kind is written, in a handbook that has none."""
    if any(ids):
        return ""
    if kind in IN_HANDBOOK:
        return f" The {kind.row.plural} of a handbook are listed in 'handbook.yml'; there are none yet."
    file = f"{kind.row.plural}/{model.slug(name, fallback='name')}.md"
    return f" There are no {kind.row.plural} yet; a {kind} is a file such as '{file}'."


def names_of(catalogue: Catalogue) -> KnownIds:
    """Gather the ids of a handbook, those of files with problems included."""
    folder = catalogue.folder
    kinds = set(IN_FILES) - folder.unread
    known = {
        kind: frozenset(name for item in folder.of_kind(kind) for name in (item.id, *item.other_ids))
        for kind in kinds
    }
    titles = {kind: Titles(tuple(_titles_of(folder.of_kind(kind)))) for kind in kinds}
    handbook = folder.handbook
    if handbook is None or handbook.record is not None:
        for kind in set(IN_HANDBOOK) - folder.unread:
            # As written: in the language of a site its messages would differ from those of `check`.
            things = [*getattr(catalogue.handbook, kind.row.plural), *_DEFAULTS.get(kind, ())]
            known[kind] = frozenset(thing.id for thing in things)
            titles[kind] = Titles(
                tuple((title, thing.id) for thing in things for title in (thing.title, *_aliases(thing)))
            )
    return KnownIds(known, titles)


def _titles_of(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    for document in documents:
        match document.record:
            case model.Journey() | model.Persona() as record:
                yield record.title, document.id
            case model.Touchpoint() as record:
                yield from ((title, document.id) for title in (record.title, *record.aliases))


def _aliases(thing: object) -> tuple[str, ...]:
    return thing.aliases if isinstance(thing, model.Stage) else ()


def stages_of(journey: Journey) -> frozenset[str]:
    """The ids by which the stages of a journey are known."""
    return frozenset(stage.id for stage in journey.stages)


def pain_points_of(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    """The written ids of the pain points of each journey whose header could be read, whatever its values."""
    journeys = catalogue.folder.of_kind(ThingKind.JOURNEY)
    return {
        document.id: written_in(document, model.PainPoint) for document in journeys if document.header.data
    }


def written_in(document: Document, kind: type[model.Record]) -> frozenset[str]:
    """The ids that a journey gives to records of a kind, even where other values of its header are wrong."""
    return frozenset(
        own for record, own in written_ids(model.Journey, document.header.data) if record is kind
    )
