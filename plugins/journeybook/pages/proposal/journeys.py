"""Tell each journey: one that changes in facts and rows, a new or a removed one in a few lines."""

from collections.abc import Callable, Collection, Iterable, Iterator

from journeybook.catalogue import Journey, Step, mean
from journeybook.diff import ChangedThing, Kind, ToldChange
from journeybook.language import Language
from journeybook.pages.proposal.edits import edit_of, short_text
from journeybook.pages.proposal.links import SiteLinks
from journeybook.pages.proposal.rows import places_of, row_of
from journeybook.pages.proposal.told import ToldEdit, ToldJourney
from journeybook.pages.wording.labels import LABELS

_MOST_ROWS = 8
_MOST_LINES = 3
_BARS = "▁▃▅▆█"
"""Of a curve, by satisfaction from 1 to 5."""
_NONE = "·"
WHOLE_JOURNEY = {Kind.JOURNEY_ADDED, Kind.JOURNEY_REMOVED}


def told_journey(
    language: Language, thing: ChangedThing, left_out: Collection[ToldChange], links: SiteLinks
) -> ToldJourney:
    """Tell a journey that changes."""
    kinds = {told.change.kind for told in thing.changes}
    is_new, is_gone = Kind.JOURNEY_ADDED in kinds, Kind.JOURNEY_REMOVED in kinds
    version = thing.pair and (thing.pair.after or thing.pair.before)
    places = [] if is_new or is_gone else places_of(thing, {*left_out, *_in_facts(thing)})
    shown = places[:_MOST_ROWS]
    return ToldJourney(
        subject=thing.subject,
        title=short_text(thing.title),
        former=short_text(_former(thing)),
        is_new=is_new,
        is_gone=is_gone,
        facts=tuple(_facts(language, thing)),
        lines=tuple(_lines(language, version)) if version and (is_new or is_gone) else (),
        rows=tuple(row_of(language, place, links) for place in shown),
        more=len(places) - len(shown),
        before="" if is_new else links.before(thing.subject),
        after="" if is_gone else links.after(thing.subject),
    )


def _in_facts(thing: ChangedThing) -> Iterator[ToldChange]:
    """Yield what the line of facts tells: the title and the status of a journey that is in both states."""
    for told in thing.changes:
        is_status = told.change.kind is Kind.STATUS_CHANGED
        if told.change.kind is Kind.JOURNEY_RETITLED or (
            is_status and not told.change.stage and not told.change.item
        ):
            yield told


def _former(thing: ChangedThing) -> str:
    titles = (told.change.old for told in thing.changes if told.change.kind is Kind.JOURNEY_RETITLED)
    return next(titles, "")


def _facts(language: Language, thing: ChangedThing) -> Iterator[ToldEdit]:
    pair = thing.pair
    if pair is None:
        return
    old, new = (_mean(language, version) for version in (pair.before, pair.after))
    if old != new and old and new:
        yield ToldEdit(label=language.text("Satisfaction"), old=old, new=new, note=_due_to(language, thing))
    elif old or new:
        yield ToldEdit(label=language.text("Satisfaction"), new=new or old)
    facts = (told for told in _in_facts(thing) if told.change.kind is Kind.STATUS_CHANGED)
    changed = next(facts, None)
    if changed:
        yield edit_of(language, changed.change)
    elif version := pair.after or pair.before:
        yield ToldEdit(
            label=language.text("Status"), new=language.text(LABELS["status"][version.record.status])
        )


def _mean(language: Language, version: Journey | None) -> str:
    return _figure(language, version.satisfaction if version else None)


def _figure(language: Language, known: float | None) -> str:
    return language.number(known, 1) if known else ""


def _due_to(language: Language, thing: ChangedThing) -> str:
    """Say what the mean of a journey is worth where steps with values came or went."""
    before, after = (thing.pair.before, thing.pair.after) if thing.pair else (None, None)
    if before is None or after is None:
        return ""
    changed = _came_or_went(thing)
    gone, new = (sum(step.satisfaction is not None for step in changed(side)) for side in (before, after))
    if not gone and not new:
        return ""
    stayed = (
        mean(step.satisfaction for step in side.steps if step not in changed(side))
        for side in (before, after)
    )
    old, now = (_figure(language, value) for value in stayed)
    if old == now:
        return _only_because(language, gone, new, now)
    return language.text("of the steps that stay: %(old)s → %(new)s", old=old, new=now)


def _only_because(language: Language, gone: int, new: int, value: str) -> str:
    if gone and new:
        return language.text("only because steps came and went; the others stay at %(value)s", value=value)
    if gone:
        return language.plural(
            "only because a step is gone; the others stay at %(value)s",
            "only because %(num)s steps are gone; the others stay at %(value)s",
            gone,
            value=value,
        )
    return language.plural(
        "only because a step is new; the others stay at %(value)s",
        "only because %(num)s steps are new; the others stay at %(value)s",
        new,
        value=value,
    )


def _came_or_went(thing: ChangedThing) -> Callable[[Journey], list[Step]]:
    """Return a function that finds the steps of a version that the other one lacks."""
    kinds = {Kind.STEP_ADDED, Kind.STEP_REMOVED, Kind.STAGE_ADDED, Kind.STAGE_REMOVED}
    places = {(told.change.stage, told.change.step) for told in thing.changes if told.change.kind in kinds}
    return lambda version: [
        step
        for stage in version.stages
        for step in stage.steps
        if not places.isdisjoint(((stage.id, step.id), (stage.id, "")))
    ]


def _lines(language: Language, journey: Journey) -> Iterator[ToldEdit]:
    """Tell a whole journey: for whom, its stages, its curve with the low point, its pain points."""
    text = language.text
    yield ToldEdit(
        label=text("Personas"), new=short_text(", ".join(persona.title for persona in journey.personas))
    )
    stages = (f"{short_text(stage.title, 40)} ({len(stage.steps)})" for stage in journey.stages)
    yield ToldEdit(label=text("Stages"), new=short_text(" → ".join(stages), 200))
    if any(step.satisfaction is not None for step in journey.steps):
        yield ToldEdit(label=text("Curve"), new=_curve(language, journey))
    yield from _pains(language, journey)


def _curve(language: Language, journey: Journey) -> str:
    drawn = " ".join("".join(map(_bar, stage.steps)) for stage in journey.stages)
    low = min(
        (step for step in journey.steps if step.satisfaction is not None),
        key=lambda step: step.satisfaction or 0,
    )
    value = language.satisfaction(low.satisfaction or 0)
    said = language.text("low point %(value)s at “%(step)s”", value=value, step=short_text(low.title))
    return f"{drawn} ({said})"


def _bar(step: Step) -> str:
    return _NONE if step.satisfaction is None else _BARS[round(step.satisfaction) - 1]


def _pains(language: Language, journey: Journey) -> Iterator[ToldEdit]:
    pains = [pain for stage in journey.stages for part in stage.parts for pain in part.pain_points]
    pains.sort(key=lambda pain: -pain.record.severity)
    if pains:
        named = (f"{short_text(pain.title)} ({pain.record.severity})" for pain in pains[:_MOST_LINES])
        more = tuple(more_of(language, len(pains) - _MOST_LINES))
        yield ToldEdit(label=language.text("Pain points"), new="; ".join((*named, *more)))


def more_of(language: Language, left: int) -> Iterable[str]:
    """Say how many are left out, where any are."""
    return (language.plural("and %(num)s more", "and %(num)s more", left),) if left > 0 else ()
