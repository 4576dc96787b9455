"""Find the same change in many places, which is told once."""

from collections.abc import Iterator

from journeybook.diff import ChangedThing, ChangeTree, ToldChange
from journeybook.language import Language
from journeybook.pages.proposal.edits import edit_of, short_text
from journeybook.pages.proposal.effects import OF_SATISFACTION, PAIN, PATH, WHOLE
from journeybook.pages.proposal.told import EqualChanges

_FEWEST = 3
_MOST_PLACES = 3
_EACH = OF_SATISFACTION | PAIN | PATH | WHOLE
"""What is told of each place, however often it is the same."""

Told = tuple[ChangedThing, ToldChange]


def equal_changes(tree: ChangeTree) -> list[list[Told]]:
    """Return the changes that are the same in three places or more, the most frequent first."""
    found: dict[object, list[Told]] = {}
    for thing in tree.things:
        for told in thing.changes:
            change = told.change
            if change.kind not in _EACH and (change.old or change.new):
                found.setdefault((change.kind, change.field, change.old, change.new), []).append(
                    (thing, told)
                )
    groups = [group for group in found.values() if len(group) >= _FEWEST]
    return sorted(groups, key=len, reverse=True)


def told_equal(language: Language, group: list[Told]) -> EqualChanges:
    """Tell a change once, with how often and where."""
    change = group[0][1].change
    edit = edit_of(language, change, depth=len(change.where))
    return EqualChanges(edit=edit, count=len(group), where=tuple(_places(group)))


def _places(group: list[Told]) -> Iterator[str]:
    titles = dict.fromkeys(
        (short_text(thing.title, 40), *(short_text(title, 40) for title in told.change.where[-1:]))
        for thing, told in group
    )
    yield from (" › ".join(title) for title in list(titles)[:_MOST_PLACES])
