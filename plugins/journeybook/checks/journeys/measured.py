"""Find values that stand on no page of what they are measured for, and funnels that count too little."""

from collections.abc import Iterable, Iterator

from journeybook.catalogue import Catalogue, Journey, Level, Step, funnel_of
from journeybook.catalogue.measured.courses import scope_of
from journeybook.checks.inspection import Inspection, found, found_at
from journeybook.findings import Finding, Place
from journeybook.kinds import ThingKind
from journeybook.model import SCOPES, Value


def unseen_values(inspection: Inspection) -> Iterator[Finding]:
    """Series for parts of a journey that do not meet there; each is told once, at its first row."""
    catalogue = inspection.catalogue
    seen: set[tuple[object, ...]] = set()
    for document in catalogue.folder.of_kind(ThingKind.VALUES):
        for line, value in document.values:
            series = value.metric, scope_of(value)
            if series in seen or not value.journey:
                continue
            seen.add(series)
            metric = catalogue.metrics.get(value.metric)
            if metric and not _meets(catalogue, value):
                place = Place(path=document.path, line=line)
                scope = ", ".join(_titles(catalogue, value))
                yield found_at(place, "unseen-values", metric=metric.title, scope=scope)


def _titles(catalogue: Catalogue, value: Value) -> Iterator[str]:
    for kind in (kind for kind in SCOPES if kind is not ThingKind.CHANNEL):
        thing = catalogue.tables[kind].get(getattr(value, kind) or "")
        if thing:
            yield f"'{thing.title}'"


def _meets(catalogue: Catalogue, value: Value) -> bool:
    """Whether a step of the journey brings together what a value is for; of what is unknown, yes."""
    journey = catalogue.journeys.get(value.journey or "")
    if journey is None or journey.is_planned or _names_unknown(catalogue, value):
        return True
    return any(_takes_part(step, value) for step in _steps(journey, value))


def _names_unknown(catalogue: Catalogue, value: Value) -> bool:
    names = ((kind, getattr(value, kind)) for kind in SCOPES)
    return any(name and name not in catalogue.tables[kind] for kind, name in names)


def _steps(journey: Journey, value: Value) -> Iterable[Step]:
    stages = (stage for stage in journey.stages if value.stage in {None, stage.record.stage})
    return (step for stage in stages for step in stage.steps)


def _takes_part(step: Step, value: Value) -> bool:
    # not channels: a journey may be measured on some of which it does not speak
    parts = ((value.touchpoint, step.touchpoints), (value.persona, step.personas))
    return all(name is None or any(thing.id == name for thing in things) for name, things in parts)


def funnels_with_gaps(inspection: Inspection) -> Iterator[Finding]:
    """Levels of funnels that nothing counts, so that nobody sees how many are lost there."""
    if not inspection.has_all_values:
        return
    for journey, levels in _funnels(inspection):
        for level in levels:
            if level.value is None:
                yield found(journey.document, ("funnel",), "funnel-without-value", level=level.title)


def funnels_of_several_dates(inspection: Inspection) -> Iterator[Finding]:
    """Funnels whose latest values are not of the same day or month."""
    for journey, levels in _funnels(inspection):
        days = sorted({level.value.date for level in levels if level.value})
        if len(days) > 1:
            yield found(
                journey.document, ("funnel",), "funnel-of-several-dates", first=days[0], last=days[-1]
            )


def _funnels(inspection: Inspection) -> Iterator[tuple[Journey, tuple[Level, ...]]]:
    for journey in inspection.catalogue.journeys.values():
        if journey.record.funnel:
            yield journey, funnel_of(inspection.catalogue, journey)
