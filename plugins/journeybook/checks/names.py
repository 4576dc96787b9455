"""The ids that exist, by kind: what a reference may name."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from journeybook import model
from journeybook.catalogue import Catalogue, Journey
from journeybook.findings import listed, nearest, quoted
from journeybook.load import Document

_OF_HANDBOOK = ("stage", "channel", "team", "metric")
_FEW = 6


@dataclass(frozen=True, slots=True)
class Names:
    """Known ids of each kind; a kind whose source cannot be read is not known at all."""

    known: dict[str, frozenset[str]]
    titles: dict[str, dict[str, str]] = field(default_factory=dict)
    """Of each kind, the ids by titles and aliases in small letters."""

    def missing(self, kind: str, name: str) -> str | None:
        """Say that a thing does not exist, or return nothing if it does."""
        ids = self.known.get(kind)
        if ids is None or name in ids:
            return None
        by_title = self.titles.get(kind, {}).get(name.casefold())
        hint = f" Did you mean '{by_title}'?" if by_title else nearest(name, ids) or _known(kind, ids)
        return f"No {kind} {quoted(name)}.{hint}"


def _known(kind: str, ids: Iterable[str]) -> str:
    """Name the few things of a kind, or say where the first one is written."""
    names = sorted(ids)
    if names:
        return _few(kind, [f"'{name}'" for name in names]) if len(names) <= _FEW else ""
    if kind in _OF_HANDBOOK:
        return f" The {kind}s of a handbook are listed in 'handbook.yml'; there are none yet."
    folder = "" if kind == "journey" else f"{kind}s/"
    return f" There are no {kind}s yet; a {kind} is a file such as '{folder}name.md'."


def _few(kind: str, names: list[str]) -> str:
    if len(names) > 1:
        return f" The {kind}s are {listed(names, 'and')}."
    return "" if kind == "journey" else f" The only {kind} is {names[0]}."


def names_of(catalogue: Catalogue) -> Names:
    """Gather the ids of a handbook, those of files with problems included."""
    folder = catalogue.folder
    kinds = {"persona", "touchpoint", "journey"} - folder.unread
    known = {kind: frozenset(document.id for document in folder.of_kind(kind)) for kind in kinds}
    titles = {kind: _by_title(map(_title_of, folder.of_kind(kind))) for kind in kinds}
    handbook = next(folder.of_kind("handbook"), None)
    if handbook is None or handbook.record is not None:
        for kind in _OF_HANDBOOK:
            things = getattr(catalogue, f"{kind}s")
            known[kind] = frozenset(things)
            titles[kind] = _by_title((thing.id, (thing.title, *_aliases(thing))) for thing in things.values())
    return Names(known, titles)


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
    """The written ids of the pain points of each journey that could be read."""
    return {
        journey.id: frozenset(
            pain.id for step in journey.steps for pain in step.pain_points if pain.record.id
        )
        for journey in catalogue.journeys.values()
    }
