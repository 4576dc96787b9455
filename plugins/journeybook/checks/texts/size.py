"""Find texts that are too long to be read, or to fit where they are shown."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any

from journeybook import model
from journeybook.catalogue import Spot
from journeybook.checks.inspection import Inspection, found
from journeybook.checks.positions import of_spot, of_stage
from journeybook.findings import Finding
from journeybook.frontmatter import Path
from journeybook.model.base import Record
from journeybook.model.lanes import LaneKind, holds, lanes_of

TEXTS, TITLED, SINGLE = (
    (LaneKind.TEXTS, LaneKind.SYSTEMS, LaneKind.ACTORS),
    (
        LaneKind.ENTRIES,
        LaneKind.QUOTES,
        LaneKind.RECOVERIES,
        LaneKind.CONTENT,
        LaneKind.PAIN_POINTS,
        LaneKind.OPPORTUNITIES,
    ),
    (LaneKind.MOMENT,),
)
"""The kinds of lanes that are measured: lists of texts, lists of groups with a text, and one text or none."""


def long_texts(inspection: Inspection) -> Iterator[Finding]:
    """Titles of steps that head no column, and entries of steps and stages that fit in no cell."""
    limits = inspection.limits
    for spot in inspection.catalogue.spots:
        record = spot.part.record
        if isinstance(record, model.Step) and len(record.title) > limits.step_title_length:
            yield _too_long(spot, ("title",), "step-title", record.title, limits.step_title_length)
        for path, text in _long_texts(record, limits.text_length):
            yield _too_long(spot, path, "text", text, limits.text_length)


def _too_long(spot: Spot, path: Path, kind: str, text: str, limit: int) -> Finding:
    at = (*of_spot(spot), *path)
    return found(spot.journey.document, at, f"{kind}-too-long", length=len(text), limit=limit)


@cache
def _fields(kind: type[Record]) -> tuple[tuple[str, ...], ...]:
    """The fields of a step or a stage that are measured, by the ways in which they hold texts."""
    lanes = (lanes_of(*kinds) for kinds in (TEXTS, TITLED, SINGLE))
    return tuple(
        tuple(
            field for lane in each if holds(lane, kind) for field in lane.fields if field in kind.model_fields
        )
        for each in lanes
    )


def _long_texts(record: model.PartRecord, limit: int) -> Iterator[tuple[Path, str]]:
    """Yield the entries that are too long, of those that the map shows, with their paths."""
    plain, titled, single = _fields(type(record))
    entries = [getattr(record, field) for field in plain]
    # Hardly any step has such an entry: one look at all of them is enough for the others.
    if max(map(len, chain.from_iterable(entries)), default=0) > limit:
        for field, texts in zip(plain, entries, strict=True):
            yield from (((field, number), text) for number, text in enumerate(texts) if len(text) > limit)
    for field in titled:
        for number, item in enumerate(getattr(record, field)):
            name, text = _titled(item)
            if len(text) > limit:
                yield (field, number, name), text
    yield from _long_own_texts(record, limit)
    for field in single:
        value = getattr(record, field)
        is_group = isinstance(value, model.MicroConversion)
        path, text = ((field, "title"), value.title) if is_group else ((field,), value)
        if isinstance(text, str) and len(text) > limit:
            yield path, text


def _long_own_texts(record: model.PartRecord, limit: int) -> Iterator[tuple[Path, str]]:
    for name, entries in record.lanes.items():
        for number, entry in enumerate(entries):
            if len(entry.text) > limit and not entry.url:
                yield ("lanes", name, number, "text"), entry.text


def _titled(item: Any) -> tuple[str, str]:
    """The text that may stand for a whole group, by its key."""
    return item.short, getattr(item, item.short)


def many_steps(inspection: Inspection) -> Iterator[Finding]:
    """Stages and journeys with too many steps."""
    most, most_in_stage = inspection.limits.journey_steps, inspection.limits.stage_steps
    for journey in inspection.catalogue.mapped:
        count = sum(len(stage.steps) for stage in journey.stages)
        if count > most:
            yield found(journey.document, ("title",), "journey-too-long", count=count, limit=most)
        for stage in journey.stages:
            count, at = len(stage.steps), (*of_stage(stage), "stage")
            if count > most_in_stage:
                yield found(
                    journey.document, at, "stage-too-long", stage=stage.id, count=count, limit=most_in_stage
                )
