"""The marks of a preview: what has changed in a thing, a stage or a step, with its value before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from journeybook.catalogue import Journey, Step
from journeybook.diff import Branch, Change, ChangedThing, Kind, ToldChange
from journeybook.diff.kinds import of_things
from journeybook.kinds import LINKED, ThingKind
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.preview import ChangeMark, OldValue
from journeybook.pages.review.both import BothVersions
from journeybook.pages.wording.sentences import ends, field_title, placed_sentence, sentence

_MOVED = {Kind.STEP_MOVED, Kind.STEP_REORDERED, Kind.STAGE_MOVED, Kind.HANDBOOK_STAGE_MOVED}
_REWORDED = {Kind.STEP_REWORDED, Kind.STAGE_RETITLED}
_ADDED = {
    Kind.STAGE_ADDED,
    *of_things((kind for kind in LINKED if kind is not ThingKind.STAGE), "added"),
}
_GONE = {Kind.STEP_REMOVED, Kind.STAGE_REMOVED}
_SIGNS = {"new": "+", "moved": "→", "gone": "−"}


def sentences(site: Site, changes: Iterable[ToldChange]) -> tuple[str, ...]:
    """The changes as sentences; a place within the thing is named before."""
    return tuple(_line(site, told.change) for told in changes)


def _line(site: Site, change: Change) -> str:
    tell = sentence if change.step or change.stage else placed_sentence
    return tell(site.language, change)


def mark_of(site: Site, branch: Branch) -> ChangeMark:
    """A mark on a whole thing in a list."""
    if any(told.change.kind in _ADDED for told in branch.own):
        return new_mark(site)
    word = site.language.plural("%(num)s change", "%(num)s changes", len(branch.changes))
    return ChangeMark(sign="~", word=word)


def card_marks(site: Site, branch: Branch) -> Mapping[str, ChangeMark]:
    """A mark for each pain point and opportunity that was there before and has changed, by its id."""
    steps = (step for stage in branch.parts.values() for step in (stage, *stage.parts.values()))
    items = ((name, item) for step in steps for name, item in step.parts.items() if not item.parts)
    return {name: mark for name, item in items if (mark := _card(site, item))}


def _card(site: Site, item: Branch) -> ChangeMark | None:
    changes = [told.change for told in item.changes]
    shown = (change for change in changes if change.field not in {"", "title"})
    olds = tuple(_old_value(site, change) for change in shown)
    return ChangeMark(sign="~", word=site.text("changed"), olds=olds) if olds else None


def _old_value(site: Site, change: Change) -> OldValue:
    old, now = ends(site.language, change)
    return OldValue(name=field_title(site.language, change), old=old, now=now)


def new_mark(site: Site, told: Iterable[str] = ()) -> ChangeMark:
    """The mark of what is new."""
    return ChangeMark(sign=_SIGNS["new"], word=site.text("new"), sentences=tuple(told))


def _gone_mark(site: Site, step: Step | None = None) -> ChangeMark:
    """The mark of what is gone."""
    olds = _satisfaction(site, step.satisfaction, None) if step else ()
    return ChangeMark(sign=_SIGNS["gone"], word=site.text("removed"), olds=tuple(olds))


def step_marks(
    site: Site, journey: Journey, thing: ChangedThing, both: BothVersions | None
) -> Mapping[str, ChangeMark]:
    """A mark for each step that is not the same as before, by its id."""
    if both is None:
        return {}
    before = {step.id: old for step, old in both.before.items()}
    found: dict[str, ChangeMark] = {step.id: _gone_mark(site, before[step.id]) for step in both.gone}
    for stage in journey.stages:
        branch = thing.branch.part(stage.id)
        if any(told.change.kind is Kind.STAGE_ADDED for told in branch.own):
            continue
        for step in stage.steps:
            own, old = _still_there(branch.part(step.id).changes), before.get(step.id)
            if own or old is None:
                found[step.id] = _step(site, own, old, step)
    return found


def _still_there(changes: Iterable[ToldChange]) -> list[ToldChange]:
    """The changes that do not speak of something else, of that id, which is gone."""
    return [told for told in changes if told.change.kind not in _GONE]


def _step(site: Site, changes: Sequence[ToldChange], old: Step | None, step: Step) -> ChangeMark:
    told = sentences(site, changes)
    if old is None:
        return new_mark(site, told)
    mark = _same(site, changes)
    olds = (*_satisfaction(site, old.satisfaction, step.satisfaction), *mark.olds)
    return replace(mark, olds=olds, sentences=told)


def _satisfaction(site: Site, old: float | None, now: float | None) -> Iterator[OldValue]:
    if old != now:
        before, after = (
            "–" if satisfaction is None else site.language.satisfaction(satisfaction)
            for satisfaction in (old, now)
        )
        yield OldValue(name=site.text("Satisfaction"), old=before, now=after)


def _same(site: Site, changes: Sequence[ToldChange]) -> ChangeMark:
    """The mark of a stage or a step that was there before."""
    kinds = {told.change.kind for told in changes}
    words = {
        "moved": (kinds & _MOVED, site.text("moved")),
        "reworded": (kinds & _REWORDED, site.text("reworded")),
        "changed": (kinds - _MOVED - _REWORDED, site.text("changed")),
    }
    shown = {name: word for name, (hit, word) in words.items() if hit}
    return ChangeMark(
        sign=_SIGNS["moved"] if set(shown) == {"moved"} else "~", word=", ".join(shown.values())
    )


def stage_marks(
    site: Site, journey: Journey, branch: Branch, both: BothVersions | None
) -> Mapping[str, ChangeMark]:
    """A mark for each stage that is new, gone, or has itself changed, by its id."""
    here = {stage.id for stage in journey.stages}
    found = {name: _gone_mark(site) for name in (both.stages if both else ()) if name not in here}
    for stage in journey.stages:
        own = _still_there(branch.part(stage.id).own)
        if any(told.change.kind is Kind.STAGE_ADDED for told in own):
            found[stage.id] = new_mark(site, sentences(site, own))
        elif own:
            found[stage.id] = replace(_same(site, own), sentences=sentences(site, own))
    return found
