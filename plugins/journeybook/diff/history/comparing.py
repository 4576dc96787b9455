"""Compare two versions of one file amid what both share."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from journeybook.catalogue import Catalogue, FileThing, Journey, build_catalogue
from journeybook.diff.change import Change
from journeybook.diff.compare import (
    JourneyPair,
    added_thing,
    changed_handbook,
    heaviest_first,
    location_of,
    removed_thing,
    same_thing,
)
from journeybook.diff.files import by_path
from journeybook.diff.parts.measured import compare_values
from journeybook.diff.states.measurements import Measurements
from journeybook.diff.states.names import Names
from journeybook.diff.states.state import is_broken
from journeybook.kinds import ThingKind
from journeybook.load import Document, Folder

FileComparison = tuple[JourneyPair | None, tuple[Change, ...]]
"""Both versions of a journey, and the changes of a file, the worst first."""

_TABLES: Mapping[ThingKind, Callable[[Catalogue], Mapping[str, FileThing]]] = {
    ThingKind.JOURNEY: lambda catalogue: catalogue.journeys,
    ThingKind.PERSONA: lambda catalogue: catalogue.personas,
    ThingKind.TOUCHPOINT: lambda catalogue: catalogue.touchpoints,
}


def compare_versions(
    old: Document | None, new: Document | None, shared: Iterable[Document], *, today: date
) -> FileComparison | None:
    """Compare two versions of a file, of which one may not be there; nothing where one cannot be read."""
    versions = (old, new)
    if any(version and is_broken(version) for version in versions):
        return None
    around = tuple(shared)
    before, after = (
        build_catalogue(
            Folder(root=Path(), label="", documents=(*around, version) if version else around), {}
        )
        for version in versions
    )
    names = Names(old=before, new=after)
    kind = next(version.kind for version in (new, old) if version)
    if kind in _TABLES:
        return _things(kind, names, old, new, today)
    return None, heaviest_first(_listed(kind, names, old, new, today))


def _things(
    kind: ThingKind, names: Names, old: Document | None, new: Document | None, today: date
) -> FileComparison | None:
    one = by_path(_TABLES[kind](names.old)).get(old.inside) if old else None
    other = by_path(_TABLES[kind](names.new)).get(new.inside) if new else None
    if (old and one is None) or (new and other is None):
        return None
    if other is None:
        return None, (removed_thing(kind, names, one),) if one else ()
    if one is None:
        return None, (added_thing(kind, names, other),)
    pair = None
    if isinstance(one, Journey) and isinstance(other, Journey):
        pair = JourneyPair(id=other.id, before=one, after=other)
    return pair, heaviest_first(same_thing(location_of(kind, names, one, other), one, other, today))


def _listed(
    kind: ThingKind, names: Names, old: Document | None, new: Document | None, today: date
) -> Iterator[Change]:
    """Yield the changes of a file that describes no single thing."""
    if kind is ThingKind.VALUES:
        yield from compare_values(names, _measured(names.old, old), _measured(names.new, new))
    elif old and new:
        yield from changed_handbook(names, old, new, today)


def _measured(catalogue: Catalogue, version: Document | None) -> Measurements:
    return Measurements(documents=(version,) if version else (), metrics=tuple(catalogue.metrics.values()))
