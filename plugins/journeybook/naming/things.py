"""Find the things that have an id in a handbook, and where the id is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from journeybook import model
from journeybook.catalogue import Catalogue
from journeybook.findings import Place
from journeybook.kinds import IN_FILES, IN_HANDBOOK, ThingKind
from journeybook.load import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A thing with an id."""

    kind: ThingKind
    id: str
    """Of steps and pain points `journey-id/own-id`."""
    document: Document | None
    """The file that describes it; nothing for stages and groups that the handbook does not name itself."""
    place: Place | None
    """The place of the written id, if it is written."""


def named_things(catalogue: Catalogue) -> Iterator[Named]:
    """Yield everything that can be named, files with problems included."""
    for kind in IN_FILES:
        for document in catalogue.folder.of_kind(kind):
            yield Named(kind=kind, id=document.id, document=document, place=_own(document, ()))
    if catalogue.folder.handbook:
        yield from _vocabulary(catalogue.folder.handbook)
    if "stages" not in catalogue.handbook.model_fields_set:
        for stage in catalogue.stages:
            yield Named(kind=ThingKind.STAGE, id=stage, document=None, place=None)
    own = {group.id for group in catalogue.handbook.groups}
    for group in sorted(catalogue.groups.keys() - own):
        yield Named(kind=ThingKind.GROUP, id=group, document=None, place=None)
    for document in catalogue.folder.of_kind(ThingKind.JOURNEY):
        yield from _parts(document)


def _own(document: Document, path: tuple[str | int, ...]) -> Place | None:
    """The place of a written id."""
    place = (*path, "id")
    return document.place(place) if document.header.places.value(place) else None


def _vocabulary(document: Document) -> Iterator[Named]:
    data = document.header.data if isinstance(document.header.data, dict) else {}
    for kind in IN_HANDBOOK:
        key = kind.row.plural
        for number, item in _items(data.get(key)):
            own = item.get("id") if isinstance(item, dict) else None
            if isinstance(own, str):
                path = (key, "id") if number is None else (key, number, "id")
                yield Named(kind=kind, id=own, document=document, place=document.place(path))


def _items(value: Any) -> Iterable[tuple[int | None, Any]]:
    """The items of a list with their numbers; a single value stands for a list of one."""
    return enumerate(value) if isinstance(value, list) else [(None, value)]


def _parts(document: Document) -> Iterator[Named]:
    """The steps and pain points of a journey whose ids are written."""
    if not isinstance(document.record, model.Journey):
        return
    for path, part in document.record.parts:
        if isinstance(part, model.Step):
            yield from _part(document, ThingKind.STEP, part.id, path)
        for count, pain in enumerate(part.pain_points):
            yield from _part(document, ThingKind.PAIN_POINT, pain.id, (*path, "pain_points", count))


def _part(
    document: Document, kind: ThingKind, own: str | None, path: tuple[str | int, ...]
) -> Iterator[Named]:
    if own:
        place = document.place((*path, "id"))
        yield Named(kind=kind, id=f"{document.id}/{own}", document=document, place=place)
