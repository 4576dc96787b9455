"""Write changes as lines for a terminal."""

from collections.abc import Iterator

from journeybook.characters import shown, unheard
from journeybook.diff import GOOD_NEWS, ChangedThing, ChangeTree, ToldChange
from journeybook.kinds import ThingKind
from journeybook.report.colors import BOLD, FAINT, GOOD, OF_WEIGHT, Paint, paint
from journeybook.report.differences.outline import notes, noun, on_terminal, places


def diff_text(tree: ChangeTree, *, has_color: bool = False) -> str:
    """Write what has changed: a heading for each thing, below it two or three lines for each change."""
    painted = paint(has_color=has_color)
    blocks = ["".join(f"{shown(note)}\n" for note in notes(tree))]
    blocks += ["".join(_thing(thing, painted)) for thing in tree.things]
    return unheard("\n".join(filter(None, blocks)))


def _thing(thing: ChangedThing, painted: Paint) -> Iterator[str]:
    name = "" if thing.subject.kind is ThingKind.HANDBOOK else f" ({thing.subject.id})"
    yield painted(BOLD, f"{noun(thing)}: {on_terminal(thing.title)}{name}") + "\n"
    for told in thing.changes:
        yield from _told(told, painted)


def _told(told: ToldChange, painted: Paint) -> Iterator[str]:
    change = told.change
    sentence = change.sentence(escape=on_terminal)
    if change.kind in GOOD_NEWS:
        sentence = painted(GOOD, sentence)
    yield "  " + ": ".join(filter(None, (" › ".join(map(on_terminal, change.where)), sentence))) + "\n"
    for item in told.breaks:
        weight = painted(OF_WEIGHT[item.severity], f"{item.severity.value}: {item.rule.id}")
        yield f"    {weight}: {item.rule.title}.\n"
    yield painted(FAINT, f"    {places(change)}") + "\n"
    if change.uses:
        first = change.uses[0]
        more = f" and {len(change.uses) - 1} more" if len(change.uses) > 1 else ""
        yield f"    still used in {first.line_of_file}{more}\n"
