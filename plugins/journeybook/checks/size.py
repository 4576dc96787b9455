"""What is too long to be read, or to fit where it is shown."""

from collections.abc import Iterator
from itertools import chain
from operator import attrgetter

from journeybook import model
from journeybook.catalogue import Visit
from journeybook.checks.inspection import Inspection, found
from journeybook.checks.positions import of_stage, of_step
from journeybook.findings import Finding
from journeybook.frontmatter import Path

_LANES = (
    "actions",
    "thoughts",
    "feelings",
    "needs",
    "motivations",
    "doubts",
    "expectations",
    "frontstage",
    "backstage",
    "systems",
    "actors",
)
_lanes = attrgetter(*_LANES)
_TITLED = (("quotes", "text"), ("pain_points", "title"), ("opportunities", "title"))


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
    entries = _lanes(step)
    # Hardly any step has such an entry: one look at all of them is enough for the others.
    if max(map(len, chain.from_iterable(entries)), default=0) > limit:
        for lane, texts in zip(_LANES, entries, strict=True):
            yield from (((lane, number), text) for number, text in enumerate(texts) if len(text) > limit)
    for lane, name in _TITLED:
        for number, item in enumerate(getattr(step, lane)):
            if len(getattr(item, name)) > limit:
                yield (lane, number, name), getattr(item, name)
    for name in ("moment_of_truth", "micro_conversion"):
        text = getattr(step, name)
        if isinstance(text, str) and len(text) > limit:
            yield (name,), text


def many_steps(inspection: Inspection) -> Iterator[Finding]:
    """Stages and journeys with too many steps."""
    most, most_in_stage = inspection.limits.journey_steps, inspection.limits.stage_steps
    for journey in inspection.catalogue.journeys.values():
        count = sum(len(stage.steps) for stage in journey.stages)
        if count > most:
            yield found(journey.document, ("title",), "journey-too-long", count=count, limit=most)
        for stage in journey.stages:
            count, at = len(stage.steps), (*of_stage(stage), "stage")
            if count > most_in_stage:
                yield found(
                    journey.document, at, "stage-too-long", stage=stage.id, count=count, limit=most_in_stage
                )
