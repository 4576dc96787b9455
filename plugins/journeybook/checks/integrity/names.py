"""The known ids of each kind, which references may name."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from journeybook import model
from journeybook.catalogue import Catalogue, Journey
from journeybook.findings import listed, nearest, quoted
from journeybook.kinds import IN_FILES, IN_HANDBOOK, ThingKind
from journeybook.load import Document
from journeybook.model.references import written_ids

_FEW = 6


@dataclass(frozen=True, slots=True)
class KnownIds:
    """Known ids of each kind; a kind whose source cannot be read is not known at all."""

    known: dict[ThingKind, frozenset[str]]
    titles: dict[ThingKind, dict[str, str]] = field(default_factory=dict)
    """Of each kind, the ids by titles and aliases in small letters."""

    def missing(self, kind: ThingKind, name: str, *, advises: bool = True) -> str | None:
        """Say that a thing does not exist, and what was meant if wanted; return nothing if it does."""
        ids = self.known.get(kind)
        if ids is None or name in ids:
            return None
        return f"No {kind} {quoted(name)}.{self._hint(kind, name, ids) if advises else ''}"

    def _hint(self, kind: ThingKind, name: str, ids: frozenset[str]) -> str:
        """Say what was meant: a thing by its title, one of another kind, or one with another spelling."""
        by_title = self.titles.get(kind, {}).get(name.casefold())
        if by_title:
            return f" Did you mean '{by_title}'?"
        other = next((other for other in sorted(self.known) if name in self.known[other]), None)
        if other:
            return f" '{name}' is a {other}."
        return nearest(name, ids) or few(kind, ids) or _first(kind, name, ids)


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
    titles = {kind: _by_title(map(_title_of, folder.of_kind(kind))) for kind in kinds}
    handbook = folder.handbook
    if handbook is None or handbook.record is not None:
        for kind in set(IN_HANDBOOK) - folder.unread:
            # As written: in the language of a site its messages would differ from those of `check`.
            things = getattr(catalogue.handbook, kind.row.plural)
            known[kind] = frozenset(thing.id for thing in things)
            titles[kind] = _by_title((thing.id, (thing.title, *_aliases(thing))) for thing in things)
    return KnownIds(known, titles)


def _title_of(document: Document) -> tuple[str, tuple[str, ...]]:
    match document.record:
        case model.Journey() | model.Persona() as record:
            return document.id, (record.title,)
        case model.Touchpoint() as record:
            return document.id, (record.title, *record.aliases)
    return document.id, ()


def _aliases(thing: object) -> tuple[str, ...]:
    return thing.aliases if isinstance(thing, model.Stage) else ()


def _by_title(things: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    return {title.casefold(): own_id for own_id, titles in things for title in titles}


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
