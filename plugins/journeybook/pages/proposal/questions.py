"""Ask what has to be answered before a proposal is taken, by rule.

Each breaking rule asks its own question. Others are asked of what is no break but leaves something open.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from journeybook.catalogue import Journey, PainPoint, Step
from journeybook.diff import ChangedThing, ChangeTree, Kind, ToldChange
from journeybook.findings import Severity
from journeybook.language import Language
from journeybook.messages import N_
from journeybook.pages.proposal.edits import short_text
from journeybook.pages.proposal.effects import rating_change
from journeybook.pages.proposal.told import OpenQuestion

_FAR = 2
_SEVERE = 4
_MOST_PLACES = 3
_ALIKE = 0.8
"""From how much likeness on a step is taken for the same in other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRule:
    """A question that is asked of some changes of a thing."""

    id: str
    """Kebab-case; names what is open."""
    text: str
    """With the title of what it is about in braces, where it is about something of a place."""
    open_at: Callable[[ChangedThing], Iterator[tuple[tuple[str, ...], str]]]
    """Yields each place where it is open, with what it is about."""


def questions_of(language: Language, tree: ChangeTree) -> tuple[OpenQuestion, ...]:
    """Ask what is open, the breaks first."""
    asked: dict[tuple[str, str, str], list[str]] = {}
    for rule, text, about, where in (*_of_breaks(tree), *_of_rules(tree)):
        asked.setdefault((rule, text, about), []).append(" › ".join(map(_short, where)))
    return tuple(
        OpenQuestion(
            rule=rule,
            text=language.text(text, title=about),
            where=tuple(dict.fromkeys(filter(None, places)))[:_MOST_PLACES],
            more=max(0, len(dict.fromkeys(places)) - _MOST_PLACES),
        )
        for (rule, text, about), places in asked.items()
    )


_Open = tuple[str, str, str, tuple[str, ...]]


def _short(title: str) -> str:
    return short_text(title, 60)


def _of_breaks(tree: ChangeTree) -> Iterator[_Open]:
    """Yield the question of the worst rule that speaks of a change; what weighs little asks nothing."""
    for thing, told in tree.breaking:
        worst = told.breaks[0]
        if worst.severity is not Severity.INFO:
            yield worst.rule.id, worst.rule.question, "", (thing.title, *told.change.where[-1:])


def _of_rules(tree: ChangeTree) -> Iterator[_Open]:
    for rule in QUESTION_RULES.values():
        for thing in tree.things:
            for where, about in rule.open_at(thing):
                yield rule.id, rule.text, _short(about), where


def _rose_without_evidence(thing: ChangedThing) -> Iterator[tuple[tuple[str, ...], str]]:
    """Find steps where satisfaction rose though nothing new shows it there, at the stage or the journey."""
    shown = {_place(told) for told in thing.changes if told.change.kind in _SHOWN}
    for told in thing.changes:
        change = told.change
        if change.kind is Kind.SATISFACTION_ROSE and not shown & {
            (change.stage, change.step),
            (change.stage, ""),
            ("", ""),
        }:
            yield change.where[-1:], ""


_SHOWN = {Kind.EVIDENCE_ADDED, Kind.VALUES_ADDED, Kind.VALUES_CHANGED}


def _place(told: ToldChange) -> tuple[str, str]:
    return told.change.stage, told.change.step


def _pain_left_behind(thing: ChangedThing) -> Iterator[tuple[tuple[str, ...], str]]:
    """Find pain points that are gone, alone or with their step, though nothing solved them."""
    for told in thing.changes:
        if told.change.kind is Kind.PAIN_REMOVED:
            yield told.change.where[-1:], told.change.old
    if thing.pair and thing.pair.before and thing.pair.after:
        yield from _gone_with_steps(thing, thing.pair.before, thing.pair.after)


def _gone_with_steps(
    thing: ChangedThing, before: Journey, after: Journey
) -> Iterator[tuple[tuple[str, ...], str]]:
    left = {name for pain in _pains(after) for name in pain.names}
    gone = {told.change.step for told in thing.changes if told.change.kind is Kind.STEP_REMOVED}
    stages = {told.change.stage for told in thing.changes if told.change.kind is Kind.STAGE_REMOVED}
    for stage in before.stages:
        for step in stage.steps:
            if step.id in gone or stage.id in stages:
                for pain in step.pain_points:
                    if not left & set(pain.names):
                        yield (step.title,), pain.title


def _pains(journey: Journey) -> Iterator[PainPoint]:
    return (pain for stage in journey.stages for part in stage.parts for pain in part.pain_points)


def _rose_above_pain(thing: ChangedThing) -> Iterator[tuple[tuple[str, ...], str]]:
    """Find steps where satisfaction rose and a severe pain point did not change."""
    rose = {told.change.step for told in thing.changes if told.change.kind is Kind.SATISFACTION_ROSE}
    touched = {told.change.item for told in thing.changes}
    for step in _steps_after(thing):
        for pain in step.pain_points if step.id in rose else ():
            if pain.record.severity >= _SEVERE and pain.id not in touched:
                yield (step.title,), pain.title


def _steps_after(thing: ChangedThing) -> Iterator[Step]:
    return thing.pair.after.steps if thing.pair and thing.pair.after else iter(())


def _next_to_removed(thing: ChangedThing) -> Iterator[tuple[tuple[str, ...], str]]:
    """Find steps that lead to one that is gone."""
    if not thing.pair or not thing.pair.before:
        return
    there = {step.record.id for step in _steps_after(thing)}
    gone = {step.record.id: step.title for step in thing.pair.before.steps if step.record.id not in there}
    for step in _steps_after(thing):
        for target in step.record.next:
            if target.to in gone:
                yield (step.title,), gone[target.to]


def _rating_fell(thing: ChangedThing) -> Iterator[tuple[tuple[str, ...], str]]:
    """Find touchpoints whose rating fell by two or more."""
    for told in thing.changes:
        change = told.change
        if rating_change(change) <= -_FAR:
            yield (thing.title,), ""


def _corrected(thing: ChangedThing) -> Iterator[tuple[tuple[str, ...], str]]:
    """Find measured values that are others now."""
    for told in thing.changes:
        if told.change.kind is Kind.VALUES_CHANGED:
            yield (dict(told.change.values)["title"],), ""


def _touchpoint_left(thing: ChangedThing) -> Iterator[tuple[tuple[str, ...], str]]:
    """Find steps that are gone though customers met a touchpoint there."""
    if not thing.pair or not thing.pair.before or not thing.pair.after:
        return
    gone = {told.change.step for told in thing.changes if told.change.kind is Kind.STEP_REMOVED}
    for step in thing.pair.before.steps:
        if step.id in gone and step.touchpoints:
            yield (step.title,), ", ".join(touchpoint.title for touchpoint in step.touchpoints)


def _another_step(thing: ChangedThing) -> Iterator[tuple[tuple[str, ...], str]]:
    """Find steps whose new words have little in common with the old ones."""
    for told in thing.changes:
        change = told.change
        is_reworded = change.kind is Kind.STEP_REWORDED
        if is_reworded and SequenceMatcher(None, change.old, change.new).ratio() < _ALIKE:
            yield (change.new,), change.old


_ALL = (
    QuestionRule(
        id="step-leads-nowhere",
        text=N_("The step leads to “%(title)s”, which was removed. Where does it lead now?"),
        open_at=_next_to_removed,
    ),
    QuestionRule(
        id="touchpoint-left",
        text=N_("The step is removed, and with it “%(title)s”. What do %(customers)s do there now?"),
        open_at=_touchpoint_left,
    ),
    QuestionRule(
        id="another-step",
        text=N_("It was “%(title)s”. Is it the same step, and do satisfaction and evidence still hold?"),
        open_at=_another_step,
    ),
    QuestionRule(
        id="value-corrected",
        text=N_("A value that was measured already was corrected. Why?"),
        open_at=_corrected,
    ),
    QuestionRule(
        id="rating-fell-far",
        text=N_("The rating fell by two points or more. What happened, and what shows it?"),
        open_at=_rating_fell,
    ),
    QuestionRule(
        id="rose-without-evidence",
        text=N_("Satisfaction rises without new evidence. What got better, and what shows it?"),
        open_at=_rose_without_evidence,
    ),
    QuestionRule(
        id="pain-left-behind",
        text=N_("The pain point “%(title)s” is gone, and nothing says that it is solved. What became of it?"),
        open_at=_pain_left_behind,
    ),
    QuestionRule(
        id="pain-stays",
        text=N_("Satisfaction rises, but the pain point “%(title)s” stays as severe. Does it still hold?"),
        open_at=_rose_above_pain,
    ),
)
QUESTION_RULES: Mapping[str, QuestionRule] = {rule.id: rule for rule in _ALL}
"""What is asked beside the questions of breaking rules, by id."""
