"""Write changes as a comment for a pull request, within GitHub's limit."""

from collections.abc import Iterable, Iterator

from journeybook.advice import DEFAULT_FOLDER, command
from journeybook.catalogue import Journey, JourneyStage
from journeybook.characters import unheard
from journeybook.diagrams import Section, Task, journey_diagram
from journeybook.diff import WORK_TREE, Change, ChangedThing, ChangeTree, Difference, ToldChange
from journeybook.report.blocks import MAX_COMMENT, Block, fill, size_of
from journeybook.report.counting import counted
from journeybook.report.differences.outline import (
    SatisfactionChange,
    curves,
    notes,
    noun,
    places,
    short,
    summary,
)
from journeybook.report.safe_markdown import code, plain

MARK = "<!-- journeybook diff -->"
"""The first line, by which a program finds the comment again."""
_TAIL = 300
"""Characters kept for the last line of a comment that is cut."""


def diff_markdown(tree: ChangeTree, *, limit: int = MAX_COMMENT) -> str:
    """Write a comment of at most so many characters: what breaks first, then thing by thing."""
    written, missing = fill(MARK + "\n", _blocks(tree), limit - _TAIL)
    if missing:
        written += f"\nThis comment is full: {missing} more lines are shown by {_command(tree.difference)}.\n"
    return unheard(written)


def _command(difference: Difference) -> str:
    before, after = difference.before.name, difference.after.name
    is_told = after == WORK_TREE or before.endswith(f"...{after}")
    line = code(command("diff", (before,) if is_told else (before, after), _folder(difference)))
    return line if size_of(line) < _TAIL // 2 else code("journeybook diff")


def _folder(difference: Difference) -> str:
    """The folder of journeys, unless each state was typed with its own."""
    states = (difference.after, difference.before)
    shared = (
        state.label for state in states if state.name == WORK_TREE or (state.commit and ":" not in state.name)
    )
    return next(shared, DEFAULT_FOLDER)


def _blocks(tree: ChangeTree) -> Iterator[Block]:
    ends = f"{code(tree.difference.before.name[:100])} → {code(tree.difference.after.name[:100])}"
    yield Block(f"## Journeys: {summary(tree)}\n\n{ends}\n")
    known = tuple(f"- {plain(note)}\n" for note in notes(tree))
    if known:
        yield Block("\n### To know\n\n", known)
    broken = tuple(_break(thing, told) for thing, told in tree.breaking)
    if broken:
        yield Block("\n### Breaking changes\n\n", broken)
    for thing in tree.things:
        yield from _thing(thing)


def _break(thing: ChangedThing, told: ToldChange) -> str:
    rules = ", ".join(f"**{item.severity.value}** {code(item.rule.id)}" for item in told.breaks)
    return f"- {rules}: {plain(short(thing.title))} › {_sentence(told.change)}{_place(told.change)}\n"


def _sentence(change: Change) -> str:
    where = " › ".join(plain(short(title)) for title in change.where)
    sentence = change.sentence(escape=lambda value: plain(short(value)))
    return f"{where}: {sentence}" if where else sentence


def _place(change: Change) -> str:
    told = places(change)
    return f" ({code(told)})" if told else ""


def _thing(thing: ChangedThing) -> Iterator[Block]:
    yield Block(f"\n### {noun(thing)}: {plain(short(thing.title))}\n")
    changed = curves(thing)
    if changed:
        yield Block("\n| Satisfaction | Before | After |\n|---|---|---|\n", tuple(map(_row, changed)))
    diagram = _diagram(thing)
    if diagram:
        yield Block(f"\n```mermaid\n{diagram}```\n")
    opening = f"\n<details><summary>{counted(len(thing.changes), 'change')}</summary>\n\n"
    items = tuple(f"- {_sentence(told.change)}{_place(told.change)}\n" for told in thing.changes)
    yield Block(opening, items, "\n</details>\n")


def _row(change: SatisfactionChange) -> str:
    name = " › ".join(plain(short(part)) for part in change.name) or "**Whole journey**"
    return f"| {name} | {plain(change.before)} | {plain(change.after)} |\n"


def _diagram(thing: ChangedThing) -> str | None:
    """The stages with changes as Mermaid draws them, before and after."""
    pair = thing.pair
    if pair is None or pair.before is None or pair.after is None:
        return None
    names = {name for name, stage in thing.branch.parts.items() if stage.parts}
    before = {step.before.id: step.after for step in pair.steps if step.before and step.after}
    wanted = [stage for stage in pair.after.stages if stage.id in names]
    kept = {step.id for stage in wanted for step in stage.steps}
    old = [
        stage
        for stage in pair.before.stages
        if stage.id in names or any((now := before.get(step.id)) and now.id in kept for step in stage.steps)
    ]
    sections = [*_sections(old, pair.before, "before"), *_sections(wanted, pair.after, "after")]
    return journey_diagram(title="", description="", sections=sections)


def _sections(stages: Iterable[JourneyStage], journey: Journey, when: str) -> Iterator[Section]:
    actors = tuple(persona.title for persona in journey.personas)
    for stage in stages:
        tasks = tuple(
            Task(title=short(step.title), score=step.satisfaction, actors=actors)
            for step in stage.steps
            if step.satisfaction is not None
        )
        yield Section(title=f"{short(stage.title)} ({when})", tasks=tasks)
