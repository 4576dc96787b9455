"""The parts that all formats for people share: a summary, short texts, places."""

from collections import Counter

from journeybook.characters import shown
from journeybook.diff import Change, ChangeTree
from journeybook.findings import listed
from journeybook.kinds import ThingKind
from journeybook.report.counting import NOUNS, counted

_LONGEST = 220


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
