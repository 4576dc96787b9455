"""The parts that all formats for people share: headings, a summary, both curves."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from journeybook.catalogue import Step
from journeybook.characters import shown
from journeybook.diff import Change, ChangedThing, ChangeTree
from journeybook.findings import listed
from journeybook.kinds import ThingKind
from journeybook.report.counting import NOUNS, counted

_LONGEST = 160


def noun(thing: ChangedThing) -> str:
    """The noun for the kind of thing."""
    return thing.subject.kind.capitalize()


def summary(tree: ChangeTree) -> str:
    """Say in one line how much has changed, and how bad it is."""
    kinds = Counter(thing.subject.kind for thing in tree.things)
    parts = [_of_kind(number, kind) for kind, number in kinds.items()]
    changed = counted(len(tree.changes), "change")
    text = f"{changed} in {listed(parts, 'and')}" if parts else "no changes"
    told = [counted(tree.weights[level], name) for level, name in NOUNS.items() if tree.weights[level]]
    unread = tree.difference.unread
    told += [f"{counted(len(unread), 'file problem')} in the way"] if unread else []
    return ": ".join((text, ", ".join(told))) if told else text


def notes(tree: ChangeTree) -> Iterator[str]:
    """Say what has to be known beside the changes: a state without a folder, files that cannot be read."""
    for state in (tree.difference.before, tree.difference.after):
        if not state.source.exists():
            missing = f"There is no folder '{state.label}' in {state.name}"
            yield f"{missing}; everything counts as added or removed."
    for item in tree.difference.unread:
        yield f"Not compared, because it cannot be read in {item.state}: {item.finding}"


def _of_kind(number: int, kind: ThingKind) -> str:
    return f"{number} {kind if number == 1 else kind.row.plural}"


def short(text: str) -> str:
    """Put a text on one line, and cut a long one."""
    line = " ".join(text.split())
    return f"{line[: _LONGEST - 1]}…" if len(line) > _LONGEST else line


def on_terminal(text: str) -> str:
    """Put a text on one line for a terminal, which none of its characters can drive."""
    return shown(short(text))


def places(change: Change) -> str:
    """The places before and after, on one line."""
    return " → ".join(change.places)


class SatisfactionChange(NamedTuple):
    """The satisfaction at a step, a stage or all of a journey, in both states."""

    name: tuple[str, ...]
    """Titles of the stage and the step; empty for the whole journey."""
    before: str
    after: str


def curves(thing: ChangedThing) -> tuple[SatisfactionChange, ...]:
    """Both curves of a journey, as far as they differ: the whole, and the steps that differ."""
    pair = thing.pair
    if pair is None or pair.before is None or pair.after is None:
        return ()
    rows = [
        SatisfactionChange((step.stage, step.title), _satisfaction(step.before), _satisfaction(step.after))
        for step in pair.steps
        if _numbers(step.before) != _numbers(step.after)
    ]
    whole = SatisfactionChange((), _number(pair.before.satisfaction), _number(pair.after.satisfaction))
    return (whole, *rows) if rows or whole.before != whole.after else ()


def _numbers(step: Step | None) -> tuple[float | None, dict[str, int]]:
    return (
        (step.satisfaction, {each.persona.id: each.satisfaction for each in step.satisfactions})
        if step
        else (None, {})
    )


def _satisfaction(step: Step | None) -> str:
    """The mean, with what it is the mean of where it is of several personas."""
    if step is None:
        return "–"
    each = ", ".join(f"{each.persona.title} {each.satisfaction}" for each in step.satisfactions)
    return (
        f"{_number(step.satisfaction)} ({each})"
        if len(step.satisfactions) > 1
        else _number(step.satisfaction)
    )


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"
