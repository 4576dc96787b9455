"""The names of what a handbook has, by which names of a file that is brought in are recognised."""

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from journeybook import model
from journeybook.catalogue import Catalogue
from journeybook.catalogue.catalogue import Titled
from journeybook.checks.texts.likeness import is_near, name_words
from journeybook.kinds import IN_FILES, ThingKind
from journeybook.model import Stage, is_id, slug
from journeybook.settings import Limits

_STAGES: Mapping[str, str] = MappingProxyType(
    {
        "awareness": "Awareness, Bewusstsein, Bekanntheit, Aufmerksamkeit, Wahrnehmung, Discovery, Entdecken",
        "consideration": "Consideration, Überlegung, Abwägung, Erwägung, Evaluation, Vergleich, Vergleichen",
        "purchase": "Purchase, Kauf, Kaufen, Buy, Buying, Erwerb, Kaufabschluss",
        "delivery": "Delivery, Lieferung, Zustellung, Versand, Shipping",
        "support": "Support, Service, Kundenservice, Hilfe, Betreuung, Help",
        "loyalty": "Loyalty, Loyalität, Bindung, Kundenbindung, Treue, Retention",
    }
)
"""What the trade calls the six stages of a handbook that names none."""
_NO_IDS = frozenset({"null", "end"})
"""What an id of a thing would be mistaken for: no value, and the end of a journey."""


class KnownNames:
    """The names of each kind, those that an import adds included."""

    def __init__(self, catalogue: Catalogue, *, without: Container[ThingKind] = ()) -> None:
        self._likeness = Limits().likeness
        self._ids: dict[ThingKind, dict[str, str]] = {}
        self._titles: dict[ThingKind, dict[str, str]] = {}
        for kind, names in _all_names(catalogue):
            for own_id, title in () if kind in without else names:
                self.add(kind, own_id, title)

    def add(self, kind: ThingKind, own_id: str, *names: str) -> None:
        """Let a thing be known by its id and by names; a name that is taken stays with its first thing."""
        self._titles.setdefault(kind, {}).setdefault(own_id, names[0] if names else own_id)
        table = self._ids.setdefault(kind, {})
        for name in (own_id, *names):
            table.setdefault(name_words(name), own_id)

    def has(self, kind: ThingKind, own_id: str) -> bool:
        """Whether there is a thing with an id."""
        return own_id in self._titles.get(kind, ())

    def has_any(self, kind: ThingKind) -> bool:
        """Whether there is any thing of a kind."""
        return bool(self._titles.get(kind))

    def title(self, kind: ThingKind, own_id: str) -> str:
        """The first name of a thing."""
        return self._titles[kind][own_id]

    def same(self, kind: ThingKind, name: str) -> str:
        """The id of the thing that a name means beyond doubt, or nothing."""
        if self.has(kind, name):
            return name
        return self._ids.get(kind, {}).get(name_words(name), "")

    def near(self, kind: ThingKind, name: str) -> str:
        """The id of a thing whose name looks like this one, by the likeness of the linter, or nothing."""
        words = name_words(name)
        ids = self._ids.get(kind, {})
        return next((own for other, own in ids.items() if is_near(other, words, self._likeness)), "")

    def new_id(self, kind: ThingKind, title: str, *, wanted: str = "") -> str:
        """An id for a new thing, of its title or as it is wanted, which nothing else of the kind has."""
        first = wanted if is_id(wanted) else slug(title, fallback=kind)
        first = f"{kind}-{first}" if first in _NO_IDS else first
        own_id, number = first, 2
        while self.has(kind, own_id):
            own_id, number = f"{first}-{number}", number + 1
        return own_id


def _all_names(catalogue: Catalogue) -> Iterator[tuple[ThingKind, Iterable[tuple[str, str]]]]:
    """Yield each kind with pairs of ids and names, ids of files that cannot be read included."""
    for kind in IN_FILES:
        documents = catalogue.folder.of_kind(kind)
        yield (
            kind,
            chain.from_iterable(
                (
                    *((document.id, name) for name in _names(document.record)),
                    *((own, own) for own in (document.id, *document.other_ids)),
                )
                for document in documents
            ),
        )
    for kind, table in catalogue.tables.items():
        if kind not in IN_FILES:
            yield kind, [(own, name) for own, thing in table.items() for name in _entry_names(own, thing)]


def _names(record: object) -> tuple[str, ...]:
    match record:
        case model.Journey() | model.Persona():
            return (record.title,)
        case model.Touchpoint():
            return (record.title, *record.aliases)
    return ()


def _entry_names(own_id: str, thing: Titled) -> Iterator[str]:
    """Yield the title of an entry of handbook.yml, and its other names."""
    yield thing.title
    yield from getattr(thing, "aliases", ())
    yield from getattr(thing, "columns", ())
    if isinstance(thing, Stage) and own_id in _STAGES:
        yield from _STAGES[own_id].split(", ")


def usual_stage(name: str) -> str:
    """The id of the stage that the trade calls so, or nothing."""
    words = name_words(name)
    by_name = {name_words(each): own for own, names in _STAGES.items() for each in (own, *names.split(", "))}
    return by_name.get(words, "")
