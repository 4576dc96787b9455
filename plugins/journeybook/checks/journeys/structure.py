"""Check how the steps and stages of each journey hang together."""

from collections.abc import Iterator
from itertools import pairwise

from journeybook import model
from journeybook.catalogue import Journey, Step, in_circles
from journeybook.checks.inspection import Inspection, found
from journeybook.checks.journeys.flow import Flow, is_known, lacks_other_way
from journeybook.checks.positions import of_stage, of_step
from journeybook.findings import Finding
from journeybook.frontmatter import Path
from journeybook.kinds import ThingKind


def ways(inspection: Inspection) -> Iterator[Finding]:
    """Steps that cannot be reached, and loops that cannot be left."""
    for journey in inspection.catalogue.mapped:
        if not journey.is_linear and is_known(journey):
            yield from _ways(journey)


def _ways(journey: Journey) -> Iterator[Finding]:
    flow = Flow(journey)
    stages = {step: stage for stage in journey.stages for step in stage.steps}
    for at in flow.unreachable():
        step, before = flow.steps[at], flow.steps[at - 1]
        place = (*of_step(stages[step], step), "title")
        yield found(journey.document, place, "unreachable-step", step=step.title, before=before.title)
    for loop in flow.loops():
        step = flow.steps[max(loop)]
        place = (*of_step(stages[step], step), "next")
        yield found(journey.document, place, "loop-without-exit", step=step.title)


def branches(inspection: Inspection) -> Iterator[Finding]:
    """Steps that do not say for everybody, or not clearly, where customers go on."""
    for visit in inspection.catalogue.visits:
        step = visit.step.record
        if not step.next:
            continue
        document, at = visit.journey.document, (*of_step(visit.stage, visit.step), "next")
        if lacks_other_way(step):
            yield found(document, (*at, 0, "when"), "dead-end", step=step.title, when=step.next[0].when)
        plain = [number for number, way in enumerate(step.next) if way.when is None]
        if len(plain) > 1:
            yield found(
                document, (*at, plain[1]), "branch-without-condition", step=step.title, count=len(plain)
            )


def circles(inspection: Inspection) -> Iterator[Finding]:
    """Journeys that are their own parent or their own variant by way of others."""
    yield from _circles(inspection, "parent", "parent-cycle")
    yield from _circles(inspection, "variant_of", "variant-cycle")


def _circles(inspection: Inspection, field: str, rule: str) -> Iterator[Finding]:
    documents = [
        (document, getattr(document.record, field))
        for document in inspection.catalogue.folder.of_kind(ThingKind.JOURNEY)
        if isinstance(document.record, model.Journey)
    ]
    # A journey that names itself is a finding of its own.
    named = {document.id: name for document, name in documents if name and name != document.id}
    found_in = in_circles(named)
    for document, name in documents:
        if document.id in found_in:
            yield found(document, (field,), rule, **{field: name})


def variants_of_nothing(inspection: Inspection) -> Iterator[Finding]:
    """Journeys that say what is other about them, and not of which one they are a variant."""
    for journey in inspection.catalogue.journeys.values():
        variant = journey.record.variant
        if variant and not journey.record.variant_of:
            yield found(journey.document, ("variant",), "variant-without-original", variant=variant)


def stages_out_of_order(inspection: Inspection) -> Iterator[Finding]:
    """The first stage of each journey that the handbook has before the one that precedes it."""
    ranks = {own_id: rank for rank, own_id in enumerate(inspection.catalogue.stages)}
    for journey in inspection.catalogue.mapped:
        # A stage that comes again is a return loop, which leads back on purpose.
        first = {stage.record.stage: stage for stage in reversed(journey.stages)}
        known = [stage for stage in journey.stages if stage.stage and first[stage.record.stage] is stage]
        for before, stage in pairwise(known):
            if ranks[stage.record.stage] < ranks[before.record.stage]:
                at, rule = (*of_stage(stage), "stage"), "stages-out-of-order"
                yield found(journey.document, at, rule, stage=stage.record.stage, before=before.record.stage)
                break


def parted_phases(inspection: Inspection) -> Iterator[Finding]:
    """Phases that begin again behind stages of another one, or of none."""
    for journey in inspection.catalogue.mapped:
        ended: set[str] = set()
        before = ""
        for stage in journey.stages:
            phase = stage.record.phase or ""
            if phase != before:
                ended.add(before)
                if phase in ended - {""}:
                    yield found(journey.document, (*of_stage(stage), "phase"), "parted-phase", phase=phase)
            before = phase


def optional_moments(inspection: Inspection) -> Iterator[Finding]:
    """Moments of truth that may be skipped, where no text says for whom they decide."""
    for visit in inspection.catalogue.visits:
        step = visit.step.record
        if step.optional and step.moment_of_truth is True:
            at: Path = (*of_step(visit.stage, visit.step), "optional")
            yield found(visit.journey.document, at, "optional-moment-of-truth", step=step.title)


def steps_twice(inspection: Inspection) -> Iterator[Finding]:
    """Steps with the title of an earlier one in their stage."""
    for journey in inspection.catalogue.mapped:
        for stage in journey.stages:
            first: dict[str, Step] = {}
            for step in stage.steps:
                if first.setdefault(step.record.title.casefold(), step) is not step:
                    at = (*of_step(stage, step), "title")
                    yield found(journey.document, at, "step-twice", step=step.title)
