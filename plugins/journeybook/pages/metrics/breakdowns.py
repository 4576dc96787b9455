"""The parts for which a metric is measured, each sort for itself: no series of the files is left out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeybook.catalogue import Catalogue, Series, parts_of
from journeybook.charts import MOST_LINES, LineChart
from journeybook.kinds import ThingKind
from journeybook.model import SCOPES, Metric, Value
from journeybook.pages.frame.addresses import stage_address
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Crumb
from journeybook.pages.shown.courses import course_charts
from journeybook.pages.shown.lists import Filter, attributes, filters, key
from journeybook.pages.wording.labels import labels

_MOST_PARTS = 40
"""Above so many parts a table can be narrowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the whole for which a metric is measured, such as one stage of a journey."""

    things: tuple[Crumb, ...]
    """What it is measured for, one for each kind of the breakdown."""
    series: Series
    facets: Mapping[str, str]
    """The ids of what it is measured for, by their kinds."""

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes in which scripts find them, and the latest value to sort by."""
        latest = self.series.values[-1]
        return attributes(self.facets, {"value": key(latest.value), "n": key(latest.n)})

    @property
    def title(self) -> str:
        """The names of what it is measured for, in one line."""
        return ", ".join(thing.title for thing in self.things)


@dataclass(frozen=True, slots=True, kw_only=True)
class LongBreakdown:
    """The breakdown that nobody reads to its end, with the choices that narrow it."""

    anchor: str
    filters: tuple[Filter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """The parts of one sort, such as all stages of journeys."""

    anchor: str
    kinds: tuple[ThingKind, ...]
    """By what the metric is broken down."""
    title: str
    parts: tuple[Part, ...]
    has_cases: bool
    """Whether it is known for any part on how many cases it rests."""
    pictures: tuple[LineChart, ...] = ()
    """The lines of all parts; none where they are too many, or none was measured twice."""
    moments: tuple[tuple[Value, tuple[Value | None, ...]], ...] = ()
    """What the pictures show: of each day, the newest first, one of its values, and that of each part."""


def breakdowns(site: Site, metric: Metric) -> tuple[Breakdown, ...]:
    """Put the series of a metric together by the kinds of things that they are measured for."""
    found: dict[tuple[ThingKind, ...], list[Part]] = {}
    for series in sorted(parts_of(site.catalogue, metric), key=_places(site.catalogue)):
        named = {kind: name for kind, name in zip(SCOPES, series.scope, strict=True) if name}
        things = tuple(_thing(site.catalogue, kind, named) for kind in named)
        facets = {kind.value: name for kind, name in named.items()}
        found.setdefault(tuple(named), []).append(Part(things=things, series=series, facets=facets))
    return tuple(_breakdown(site, metric, kinds, found[kinds]) for kinds in sorted(found, key=_order))


def longest(site: Site, parted: Sequence[Breakdown]) -> LongBreakdown | None:
    """The longest breakdown, if it is too long to be read as it is; one list of a page can be narrowed."""
    found = max(parted, key=lambda item: len(item.parts), default=None)
    if found is None or len(found.parts) <= _MOST_PARTS:
        return None
    told, tables = labels(site.language), site.catalogue.tables
    offered = (
        (kind.value, told("thing", kind), [(name, thing.title) for name, thing in tables[kind].items()])
        for kind in found.kinds
    )
    rows = [part.facets for part in found.parts]
    return LongBreakdown(anchor=found.anchor, filters=tuple(filters(rows, offered)))


def _order(kinds: tuple[ThingKind, ...]) -> tuple[int, list[int]]:
    """Put the coarse sorts before the fine ones."""
    return len(kinds), [SCOPES.index(kind) for kind in kinds]


def _places(catalogue: Catalogue) -> Callable[[Series], list[int]]:
    """Make the key that sorts series as the handbook sorts what they are measured for."""
    places = [{name: at for at, name in enumerate(catalogue.tables[kind])} for kind in SCOPES]
    return lambda series: [
        known.get(name or "", -1) for known, name in zip(places, series.scope, strict=True)
    ]


def _breakdown(site: Site, metric: Metric, kinds: tuple[ThingKind, ...], parts: Sequence[Part]) -> Breakdown:
    told = labels(site.language)
    is_drawn = len(parts) <= MOST_LINES and any(len(part.series.values) > 1 for part in parts)
    lines = [(part.title, part.series.values) for part in parts]
    return Breakdown(
        anchor="_".join(("by", *kinds)),
        kinds=kinds,
        title=", ".join(told("thing", kind) for kind in kinds),
        parts=tuple(parts),
        has_cases=any(part.series.values[-1].n is not None for part in parts),
        pictures=course_charts(site.language, metric, lines) if is_drawn else (),
        moments=tuple(_moments(parts)) if is_drawn else (),
    )


def _moments(parts: Sequence[Part]) -> Iterator[tuple[Value, tuple[Value | None, ...]]]:
    values = [{item.date: item for item in part.series.values} for part in parts]
    for day in sorted({day for known in values for day in known}, reverse=True):
        there = tuple(known.get(day) for known in values)
        yield next(item for item in there if item), there


def _thing(catalogue: Catalogue, kind: ThingKind, named: Mapping[ThingKind, str]) -> Crumb:
    """Lead to what is measured; a stage of a journey to the first time that the journey goes through it."""
    name = named[kind]
    journey = catalogue.journeys.get(named.get(ThingKind.JOURNEY, ""))
    if kind is ThingKind.STAGE and journey:
        for stage in journey.stages:
            if stage.record.stage == name:
                return Crumb(title=stage.title, address=stage_address(journey, stage))
    thing = catalogue.tables[kind].get(name)
    return Crumb(title=thing.title if thing else name, address=f"{kind.row.pages}{name}/")
