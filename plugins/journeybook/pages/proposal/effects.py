"""Sort changes by what they mean for customers."""

from collections.abc import Collection, Iterable

from journeybook.diff import Change, JourneyPair, Kind, ToldChange
from journeybook.diff.kinds import of_things
from journeybook.kinds import IN_FILES, IN_HANDBOOK
from journeybook.pages.proposal.measured import effect_of_measured
from journeybook.pages.proposal.told import Effect

OF_SATISFACTION = frozenset(
    {
        Kind.SATISFACTION_FELL,
        Kind.SATISFACTION_ROSE,
        Kind.SATISFACTION_GIVEN,
        Kind.SATISFACTION_WITHDRAWN,
    }
)
PATH = frozenset(kind for kind in Kind if kind.startswith(("step-", "stage-"))) - {
    Kind.STEP_REWORDED,
    Kind.STEP_RENAMED,
    Kind.STAGE_RETITLED,
    Kind.STAGE_RENAMED,
}
"""The kinds of change of the way itself."""
WHOLE = of_things((*IN_FILES, *IN_HANDBOOK), "added", "removed")
NEW_IDS = of_things((*IN_FILES, *IN_HANDBOOK), "renamed") | {Kind.STEP_RENAMED, Kind.STAGE_RENAMED}
_PLAN = frozenset(kind for kind in Kind if kind.startswith(("opportunity-", "action-")))
_PAIN_WORSE, _PAIN_BETTER = {Kind.PAIN_RAISED, Kind.PAIN_WORSENED}, {Kind.PAIN_EASED, Kind.PAIN_SOLVED}
PAIN = _PAIN_WORSE | _PAIN_BETTER | {Kind.PAIN_REMOVED, Kind.PAIN_REWORDED}


def effect_of(changes: Iterable[Change]) -> Effect:
    """Say what some changes mean for customers.

    Satisfaction decides, where it stays pain points, of a touchpoint how far it meets expectations, and at
    last what was measured.
    """
    known = tuple(changes)
    kinds = {change.kind for change in known}
    of_satisfaction = _effect(kinds, {Kind.SATISFACTION_FELL}, {Kind.SATISFACTION_ROSE})
    of_pain = _effect(kinds, _PAIN_WORSE, _PAIN_BETTER)
    return (
        of_satisfaction
        or of_pain
        or _single(map(_of_rating, known))
        or _single(map(effect_of_measured, known))
        or Effect.NONE
    )


def _single(effects: Iterable[Effect | None]) -> Effect | None:
    """The one effect that there is; of better and worse, both."""
    found = set(filter(None, effects))
    return Effect.MIXED if len(found) > 1 else next(iter(found), None)


def rating_change(change: Change) -> int:
    """Tell by how much a touchpoint meets expectations better; 0 where a change is another one."""
    if change.field != "rating" or not (change.old.isdecimal() and change.new.isdecimal()):
        return 0
    return int(change.new) - int(change.old)


def _of_rating(change: Change) -> Effect | None:
    rise = rating_change(change)
    return (Effect.BETTER if rise > 0 else Effect.WORSE) if rise else None


def _effect(kinds: Collection[Kind], worse: Collection[Kind], better: Collection[Kind]) -> Effect | None:
    match any(kind in worse for kind in kinds), any(kind in better for kind in kinds):
        case True, True:
            return Effect.MIXED
        case True, False:
            return Effect.WORSE
        case False, True:
            return Effect.BETTER
    return None


def harm(effect: Effect, changes: Collection[ToldChange]) -> tuple[int, int]:
    """Rank changes by harm to customers: the less, the worse."""
    is_moment = any(told.change.at_moment for told in changes)
    order = {Effect.WORSE: 1 - is_moment, Effect.MIXED: 2, Effect.BETTER: 4, Effect.NONE: 5}[effect]
    if effect is Effect.NONE and any(told.breaks for told in changes):
        order = 3
    return order, -max((told.change.weight for told in changes), default=0)


def is_plan(change: Change, pair: JourneyPair | None) -> bool:
    """Whether a change is one of what is to be done, not of what is."""
    if change.kind in _PLAN:
        return True
    versions = (pair.before, pair.after) if pair and change.item else ()
    return any(
        item.id == change.item
        for version in versions
        if version
        for stage in version.stages
        for part in stage.parts
        for item in part.opportunities
    )
