"""Say what a proposal changes where it means nothing for customers."""

from collections import Counter
from datetime import date

from journeybook.diff import Change, ChangedThing, ChangeTree, Kind
from journeybook.language import Language
from journeybook.messages import N_
from journeybook.pages.changes import shortened_change
from journeybook.pages.proposal.edits import short_text
from journeybook.pages.proposal.effects import NEW_IDS, is_plan
from journeybook.pages.wording.sentences import ends, sentence

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


_MINUTES = 24 * 60
"""Of a day."""


def _sort(change: Change, thing: ChangedThing) -> str:
    if is_plan(change, thing.pair):
        return N_("plan")
    if change.kind in NEW_IDS:
        return N_("ids")
    return next((sort for sort, starts in _SORTS if change.kind.startswith(starts)), N_("texts"))


def _told_sorts(language: Language, tree: ChangeTree) -> dict[str, str]:
    """The sorts of which more can be said than their number: owners who all hand over, dates that move."""
    changes = [told.change for told in tree.changes]
    owners = {ends(language, change) for change in changes if change.kind.startswith("owner-")}
    moved = [change for change in changes if change.kind is Kind.DUE_CHANGED]
    told: dict[str, str] = {}
    if len(owners) == 1:
        old, new = owners.pop()
        nobody = language.text("nobody")
        told[N_("owners")] = f"{old or nobody} → {new or nobody}"
    if len(moved) == 1:
        told[N_("plan")] = _moved(language, moved[0])
    return told


def _moved(language: Language, change: Change) -> str:
    """Say by how much a due date moved."""
    days = (date.fromisoformat(change.new) - date.fromisoformat(change.old)).days
    title, (_, new) = short_text(change.where[-1] if change.where else "", 60), ends(language, change)
    length = language.length(abs(days) * _MINUTES, abs(days) * _MINUTES)
    message = (
        N_("“%(title)s” is due later by %(time)s, on %(date)s")
        if days > 0
        else N_("“%(title)s” is due earlier by %(time)s, on %(date)s")
    )
    return language.text(message, title=title, time=length, date=new)


def what_else(language: Language, tree: ChangeTree) -> str:
    """Say what kinds of change there are where nothing gets better or worse."""
    counts: Counter[str] = Counter()
    for thing in tree.things:
        counts.update(_sort(told.change, thing) for told in thing.changes)
    if not counts:
        return language.text("nothing changes: the handbook says the same as before")
    if counts.total() == 1:
        said = sentence(language, shortened_change(tree.changes[0].change))
        return language.text(
            "nothing gets better or worse for %(customers)s: %(what)s", what=said.removesuffix(".")
        )
    told = _told_sorts(language, tree)
    named = (
        f"{language.text(sort)} ({language.number(number)}{f': {told[sort]}' if sort in told else ''})"
        for sort, number in counts.most_common()
    )
    return language.text(
        "nothing gets better or worse for %(customers)s; what changes: %(what)s", what=", ".join(named)
    )
