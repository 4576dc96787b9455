"""Find texts that are too long to be read, or to fit where they are shown."""

from collections.abc import Iterator
from itertools import chain
from operator import attrgetter
from typing import Any

from journeybook import model
from journeybook.catalogue import Visit
from journeybook.checks.inspection import Inspection, found
from journeybook.checks.positions import of_stage, of_step
from journeybook.findings import Finding
from journeybook.frontmatter import Path
from journeybook.model.lanes import LaneKind, lanes_of

TEXTS, TITLED, SINGLE = (
    (LaneKind.TEXTS, LaneKind.ACTORS),
    (LaneKind.ENTRIES, LaneKind.QUOTES, LaneKind.RECOVERIES, LaneKind.PAIN_POINTS, LaneKind.OPPORTUNITIES),
    (LaneKind.MOMENT,),
)
"""The kinds of lanes that are measured: lists of texts, lists of groups with a text, and one text or none."""
_TEXT_FIELDS = tuple(field for lane in lanes_of(*TEXTS) for field in lane.fields)
_texts = attrgetter(*_TEXT_FIELDS)
_TITLED_FIELDS = tuple(field for lane in lanes_of(*TITLED) for field in lane.fields)
_SINGLE_FIELDS = tuple(field for lane in lanes_of(*SINGLE) for field in lane.fields)


def long_texts(inspection: Inspection) -> Iterator[Finding]:
    """Titles of steps that head no column, and entries of steps that fit in no cell."""
    limits = inspection.limits
    for visit in inspection.catalogue.visits:
        step = visit.step.record
        if len(step.title) > limits.step_title_length:
            yield _too_long(visit, ("title",), "step-title", step.title, limits.step_title_length)
        for path, text in _long_texts(step, limits.text_length):
            yield _too_long(visit, path, "text", text, limits.text_length)


def _too_long(visit: Visit, path: Path, kind: str, text: str, limit: int) -> Finding:
    at = (*of_step(visit.stage, visit.step), *path)
    return found(visit.journey.document, at, f"{kind}-too-long", length=len(text), limit=limit)


def _long_texts(step: model.Step, limit: int) -> Iterator[tuple[Path, str]]:
    """Yield the entries of a step that are too long, of those that the map shows, with their paths."""
    entries = _texts(step)
    # Hardly any step has such an entry: one look at all of them is enough for the others.
    if max(map(len, chain.from_iterable(entries)), default=0) > limit:
        for field, texts in zip(_TEXT_FIELDS, entries, strict=True):
            yield from (((field, number), text) for number, text in enumerate(texts) if len(text) > limit)
    for field in _TITLED_FIELDS:
        for number, item in enumerate(getattr(step, field)):
            name, text = _titled(item)
            if len(text) > limit:
                yield (field, number, name), text
    for field in _SINGLE_FIELDS:
        text = getattr(step, field)
        if isinstance(text, str) and len(text) > limit:
            yield (field,), text


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
