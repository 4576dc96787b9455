"""Find missing satisfaction, and satisfaction that the rest of a journey does not bear out."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from journeybook.catalogue import Journey, JourneyStage, Persona, Step, mean, of_customers
from journeybook.catalogue.mean import rounded
from journeybook.checks.inspection import Inspection, found
from journeybook.checks.positions import neighbours, of_stage, of_step
from journeybook.findings import Finding
from journeybook.frontmatter import Path
from journeybook.model.lanes import ENTRY_FIELDS


def without_satisfaction(inspection: Inspection) -> Iterator[Finding]:
    """Journeys without any value, and moments of truth without one."""
    for journey in inspection.catalogue.mapped:
        if not any(step.record.satisfaction for step in journey.steps):
            yield found(journey.document, ("title",), "journey-without-satisfaction", journey=journey.title)
            continue
        for stage, step in _steps(journey):
            if step.record.moment_of_truth and not step.record.satisfaction:
                at = (*of_step(stage, step), "moment_of_truth")
                yield found(journey.document, at, "moment-of-truth-without-satisfaction", step=step.title)


def _steps(journey: Journey) -> Iterator[tuple[JourneyStage, Step]]:
    return ((stage, step) for stage in journey.stages for step in stage.steps)


def missing_personas(inspection: Inspection) -> Iterator[Finding]:
    """Steps with values for some of those who take part; a persona without any value is missed once."""
    for journey in inspection.catalogue.mapped:
        if len(journey.personas) > 1:
            yield from _missing_personas(journey)


def _missing_personas(journey: Journey) -> Iterator[Finding]:
    names = [persona.id for persona in journey.personas]
    never = set(names).difference(each.persona.id for step in journey.steps for each in step.satisfactions)
    told: set[str] = set()
    for stage, step in _steps(journey):
        known = {each.persona.id for each in step.satisfactions}
        taking_part = [persona.id for persona in step.personas]
        missing = [name for name in taking_part if name not in known and name not in told]
        if known and missing:
            told |= never
            at, personas = (*of_step(stage, step), "satisfaction"), ", ".join(missing)
            yield found(
                journey.document, at, "missing-persona-satisfaction", step=step.title, personas=personas
            )


def absent_personas(inspection: Inspection) -> Iterator[Finding]:
    """Satisfaction and texts of personas who take no part in their step, or in no step of their stage."""
    for journey in inspection.catalogue.mapped:
        own = {persona.id for persona in journey.personas}
        for part, place, taking_part in _parts(journey):
            absent = own.difference(persona.id for persona in taking_part)
            for path, persona in _spoken_for(part) if absent else ():
                if persona in absent:
                    at = (*place, *path)
                    yield found(journey.document, at, "absent-persona", persona=persona, part=part.title)


def _parts(journey: Journey) -> Iterator[tuple[JourneyStage | Step, Path, Iterable[Persona]]]:
    """Yield stages and steps, each with its path and who takes part."""
    for stage in journey.stages:
        yield stage, of_stage(stage), [persona for step in stage.steps for persona in step.personas]
        yield from ((step, of_step(stage, step), step.personas) for step in stage.steps)


def _spoken_for(part: JourneyStage | Step) -> Iterator[tuple[Path, str]]:
    """Yield whom the values and texts of a part are of, with their paths in it; quotes may be of anybody."""
    if isinstance(part, Step):
        yield from ((("satisfaction", persona), persona) for persona in part.record.satisfaction)
    for field, entries in part.entries.items():
        for number, entry in enumerate(entries if field != "quotes" else ()):
            for place, persona in enumerate(entry.record.persona):
                yield (*_path(field), number, "persona", place), persona


def _path(field: str) -> Path:
    return (field,) if field in ENTRY_FIELDS else ("lanes", field)


def severe_pains(inspection: Inspection) -> Iterator[Finding]:
    """Steps at which customers are happy despite a severe pain point that nobody has solved."""
    limits = inspection.limits
    for visit in inspection.catalogue.visits:
        step, value = visit.step, visit.step.satisfaction
        if not step.pain_points or value is None or value < limits.high_satisfaction:
            continue
        severe = [pain for pain in step.pain_points if pain.record.severity >= limits.severe]
        for pain in [pain for pain in severe if inspection.catalogue.is_open(pain)][:1]:
            yield found(
                visit.journey.document,
                (*of_step(visit.stage, step), "satisfaction"),
                "high-satisfaction-beside-severe-pain",
                step=step.title,
                satisfaction=_number(value),
                pain=pain.title,
                severity=pain.record.severity,
            )


def _number(value: float) -> str:
    """A mean as readers see it, without digits that say nothing."""
    return f"{rounded(value, 1):g}"


def unexplained_values(inspection: Inspection) -> Iterator[Finding]:
    """Steps with a fall or a low value, and without a pain point; a fall says it for both."""
    for journey in inspection.catalogue.mapped:
        falls = {
            step: (before, fall)
            for stage, before, step in neighbours(journey)
            if not _is_explained(stage, step)
            and (fall := _fall(before, step)).before - fall.after >= inspection.limits.fall
        }
        for stage, step in _steps(journey):
            if step in falls:
                yield _unexplained_fall(journey, stage, step, *falls[step])
            elif not _is_explained(stage, step) and _is_low(step, inspection.limits.low_satisfaction):
                at, rule = (*of_step(stage, step), "satisfaction"), "low-satisfaction-without-pain-point"
                value = _number(step.satisfaction or 0)
                yield found(journey.document, at, rule, satisfaction=value, step=step.title)


def _is_explained(stage: JourneyStage, step: Step) -> bool:
    """Whether a step or its stage says what is wrong, or the step leaves it to a journey of its own."""
    return bool(step.pain_points or stage.pain_points or step.record.journey)


class _Fall(NamedTuple):
    """The values between which satisfaction falls."""

    before: float
    after: float
    who: str = ""
    """The persona for whom it falls, where it falls otherwise for others."""


def _unexplained_fall(
    journey: Journey, stage: JourneyStage, step: Step, former: Step, fall: _Fall
) -> Finding:
    return found(
        journey.document,
        (*of_step(stage, step), "satisfaction"),
        "unexplained-fall",
        before=_number(fall.before) + (f" ({fall.who})" if fall.who else ""),
        former=former.title,
        after=_number(fall.after),
        step=step.title,
    )


def _fall(before: Step, step: Step) -> _Fall:
    """The values between which satisfaction falls most: of one persona, or of nobody in particular."""
    if step.satisfaction is None or before.satisfaction is None:
        return _Fall(0, 0)
    if not (before.satisfactions and step.satisfactions):
        return _Fall(before.satisfaction, step.satisfaction)
    earlier = {each.persona.id: each.satisfaction for each in before.satisfactions}
    falls = [
        _Fall(earlier[each.persona.id], each.satisfaction, each.persona.title)
        for each in step.satisfactions
        if each.persona.id in earlier
    ]
    worst = max(falls, key=lambda fall: fall.before - fall.after, default=_Fall(0, 0))
    is_of_all = len({fall[:2] for fall in falls}) <= 1
    return worst._replace(who="") if is_of_all else worst


def _is_low(step: Step, limit: int) -> bool:
    return step.satisfaction is not None and step.satisfaction <= limit


def disagreeing_ratings(inspection: Inspection) -> Iterator[Finding]:
    """Touchpoints whose rating is far from how satisfied customers are where they meet nothing else."""
    catalogue = inspection.catalogue
    for touchpoint in catalogue.touchpoints.values():
        rating = touchpoint.record.rating
        if rating is None or touchpoint.record.lifecycle != "live":
            continue
        visits = of_customers(catalogue.visits_of_touchpoint.get(touchpoint.id, ()))
        satisfaction = mean(
            visit.step.satisfaction
            for visit in visits
            if len(visit.step.touchpoints) == 1 and visit.journey.record.state == "current"
        )
        if satisfaction is not None and abs(satisfaction - rating) >= inspection.limits.rating_gap:
            document, rule = touchpoint.document, "touchpoint-rating-disagrees"
            yield found(document, ("rating",), rule, rating=rating, satisfaction=_number(satisfaction))
