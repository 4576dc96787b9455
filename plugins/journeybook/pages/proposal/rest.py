"""Say what a proposal changes where it means nothing for customers."""

from collections import Counter

from journeybook.diff import Change, ChangedThing, ChangeTree
from journeybook.language import Language
from journeybook.messages import N_
from journeybook.pages.changes import shortened_change
from journeybook.pages.proposal.effects import NEW_IDS, is_plan
from journeybook.pages.wording.sentences import sentence

_SORTS = (
    (N_("owners"), ("owner-",)),
    (N_("measured values"), ("values-",)),
    (N_("evidence"), ("evidence-",)),
    (N_("status and dates"), ("status-", "state-", "review", "due-", "journey-")),
    (N_("lifecycle"), ("lifecycle-",)),
    (N_("touchpoints and channels"), ("touchpoint-", "channel-")),
    (N_("personas"), ("persona-",)),
    (N_("metrics"), ("metric-",)),
    (N_("pain points"), ("pain-",)),
    (N_("files"), ("file-",)),
)
"""The sorts of change, with what the kinds of each begin with."""


def _sort(change: Change, thing: ChangedThing) -> str:
    if is_plan(change, thing.pair):
        return N_("plan")
    if change.kind in NEW_IDS:
        return N_("ids")
    return next((sort for sort, starts in _SORTS if change.kind.startswith(starts)), N_("texts"))


def what_else(language: Language, tree: ChangeTree) -> str:
    """Say what kinds of change there are where nothing gets better or worse."""
    counts: Counter[str] = Counter()
    for thing in tree.things:
        counts.update(_sort(told.change, thing) for told in thing.changes)
    if not counts:
        return language.text("nothing changes in what is told")
    if counts.total() == 1:
        said = sentence(language, shortened_change(tree.changes[0].change))
        return language.text(
            "nothing gets better or worse for %(customers)s: %(what)s", what=said.removesuffix(".")
        )
    named = (f"{language.text(sort)} ({language.number(number)})" for sort, number in counts.most_common())
    return language.text(
        "nothing gets better or worse for %(customers)s; what changes: %(what)s", what=", ".join(named)
    )
