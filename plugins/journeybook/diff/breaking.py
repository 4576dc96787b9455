"""Find the changes that break something for customers or colleagues, each by a rule with a weight."""

from collections.abc import Callable
from dataclasses import dataclass

from journeybook.diff.change import Change
from journeybook.diff.compare import Difference
from journeybook.diff.kinds import Kind, of_things
from journeybook.findings import Severity
from journeybook.kinds import IN_HANDBOOK
from journeybook.settings import Weights

_FAR = 2
_WORST = 5

Test = Callable[[Change, Difference], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakingRule:
    """One kind of change that a reviewer should not overlook."""

    id: str
    """Kebab-case; names what happened."""
    title: str
    """One line."""
    why: str
    """The cost for customers or colleagues, and the way out."""
    question: str
    """What a reviewer asks of whoever proposes it."""
    severity: Severity
    """The weight, unless the settings say otherwise."""
    applies: Test
    """Whether a change is of this kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A breaking change, with the rule that speaks of it."""

    rule: BreakingRule
    severity: Severity


def breaks_of(change: Change, difference: Difference, weights: Weights) -> tuple[Break, ...]:
    """Apply the rules to a change, worst first; a weight of None leaves a rule out."""
    found = [
        Break(rule=rule, severity=weight)
        for rule in BREAKING_RULES.values()
        if (weight := weights.get(rule.id, rule.severity)) and rule.applies(change, difference)
    ]
    return tuple(sorted(found, key=lambda item: item.severity.rank))


def _is(*kinds: Kind) -> Test:
    return lambda change, _: change.kind in kinds


def _at_moment(*kinds: Kind) -> Test:
    return lambda change, _: change.at_moment and change.kind in kinds


def _used(*kinds: Kind) -> Test:
    return lambda change, _: bool(change.uses) and change.kind in kinds


def _last_metric(change: Change, difference: Difference) -> bool:
    """Whether a stage of a journey, or the journey itself, is no longer measured at all."""
    pair = difference.pairs.get(change.subject.journey)
    if change.kind is not Kind.METRIC_DETACHED or change.step or pair is None or pair.after is None:
        return False
    if not change.stage:
        return not pair.after.record.metrics
    return any(stage.id == change.stage and not stage.record.metrics for stage in pair.after.stages)


def _was_published(change: Change, difference: Difference) -> bool:
    pair = difference.pairs.get(change.subject.id)
    was = pair is not None and pair.before is not None and pair.before.record.status == "published"
    return change.kind is Kind.JOURNEY_REMOVED and was


def _withdrawn(change: Change, _: Difference) -> bool:
    at_top = not change.step and not change.stage
    return change.kind is Kind.STATUS_CHANGED and at_top and change.old == "published"


def _severe(change: Change, _: Difference) -> bool:
    severity = dict(change.values).get("severity") or change.new
    is_worse = change.kind in {Kind.PAIN_RAISED, Kind.PAIN_WORSENED}
    return is_worse and (severity == str(_WORST) or change.at_moment)


def _fell_far(change: Change, _: Difference) -> bool:
    return change.kind is Kind.SATISFACTION_FELL and change.amount <= -_FAR


def _later(change: Change, _: Difference) -> bool:
    return change.kind is Kind.DUE_CHANGED and change.new > change.old


_ERRORS = (
    BreakingRule(
        id="moment-of-truth-fell",
        title="Satisfaction fell at a moment of truth",
        why="It is here that customers decide whether they stay. Say what is done about it before it lands.",
        question="Why did it fall, what shows it, and which pain point explains it?",
        severity=Severity.ERROR,
        applies=_at_moment(Kind.SATISFACTION_FELL),
    ),
    BreakingRule(
        id="used-touchpoint-removed",
        title="A touchpoint is gone that journeys still use",
        why="The build fails on an unknown name. Replace it in the journeys, or set 'lifecycle: retired'.",
        question="What replaces it? Do those who still use it know?",
        severity=Severity.ERROR,
        applies=_used(Kind.TOUCHPOINT_REMOVED, Kind.TOUCHPOINT_RENAMED),
    ),
    BreakingRule(
        id="used-persona-removed",
        title="A persona is gone whose journeys are still there",
        why="A journey without its persona is nobody's. Give it to another one, or remove it as well.",
        question="Was it removed or only renamed? What should the places point to that still name it?",
        severity=Severity.ERROR,
        applies=_used(Kind.PERSONA_REMOVED, Kind.PERSONA_RENAMED),
    ),
    BreakingRule(
        id="used-journey-removed",
        title="A journey is gone that others refer to",
        why="Others detail it, replace it or link to it. Change them with it.",
        question="Was it removed or only renamed? What should the places point to that still name it?",
        severity=Severity.ERROR,
        applies=_used(Kind.JOURNEY_REMOVED, Kind.JOURNEY_RENAMED),
    ),
    BreakingRule(
        id="used-word-removed",
        title="Something is gone from handbook.yml that is still used",
        why="The build fails on a name that is unknown, and what was a system or a team under 'systems' or "
        "'actors' is mere text now. Replace it wherever it is used.",
        question="Was it removed or only renamed? What should the places point to that still name it?",
        severity=Severity.ERROR,
        applies=_used(*of_things(IN_HANDBOOK, "removed", "renamed")),
    ),
    BreakingRule(
        id="published-journey-removed",
        title="A published journey was removed",
        why="Colleagues work with it and link to its page. Tell them, or leave a redirect.",
        question="Who still relies on this journey, and what do they use now?",
        severity=Severity.ERROR,
        applies=_was_published,
    ),
)
_WARNINGS = (
    BreakingRule(
        id="satisfaction-fell-far",
        title="Satisfaction fell by two or more",
        why="Such a fall has a reason. Name it as a pain point, with evidence.",
        question="Why did it fall, what shows it, and which pain point explains it?",
        severity=Severity.WARNING,
        applies=_fell_far,
    ),
    BreakingRule(
        id="moment-of-truth-removed",
        title="A moment of truth is gone",
        why="A moment that decides does not vanish by itself. Say what decides now.",
        question="Is nothing decided here any more? Where is it decided now?",
        severity=Severity.WARNING,
        applies=lambda change, _: (
            change.kind is Kind.MOMENT_REMOVED
            or (change.at_moment and change.kind in {Kind.STEP_REMOVED, Kind.STAGE_REMOVED})
        ),
    ),
    BreakingRule(
        id="moment-of-truth-unproven",
        title="Evidence of a moment of truth was removed or expired",
        why="What decides should be what is known best. Replace the evidence.",
        question="Does it still hold, or is just the evidence missing?",
        severity=Severity.WARNING,
        applies=_at_moment(Kind.EVIDENCE_REMOVED, Kind.EVIDENCE_EXPIRED),
    ),
    BreakingRule(
        id="used-touchpoint-retired",
        title="A touchpoint was retired that journeys still use",
        why="Customers are sent to something that is no longer there. Change the journeys as well.",
        question="What replaces it? Do those who still use it know?",
        severity=Severity.WARNING,
        applies=_used(Kind.LIFECYCLE_CHANGED),
    ),
    BreakingRule(
        id="last-metric-removed",
        title="The only metric of a stage or journey is gone",
        why="What is not measured cannot be steered. Name another metric, or say why none is needed.",
        question="How will we know from now on whether this is true?",
        severity=Severity.WARNING,
        applies=_last_metric,
    ),
    BreakingRule(
        id="owner-vanished",
        title="Nobody owns it any more",
        why="What belongs to nobody is fixed by nobody. Name the new owner in the same change.",
        question="Who owns it now?",
        severity=Severity.WARNING,
        applies=_is(Kind.OWNER_WITHDRAWN),
    ),
    BreakingRule(
        id="severe-pain-raised",
        title="A pain point became as severe as can be, or one was raised at a moment of truth",
        why="Customers leave here. Add an opportunity with an owner.",
        question="Who takes care of it?",
        severity=Severity.WARNING,
        applies=_severe,
    ),
    BreakingRule(
        id="journey-unpublished",
        title="A published journey went back to draft or review",
        why="Readers no longer know whether they may rely on it. Say what is open.",
        question="Who still relies on this journey, and what is open in it?",
        severity=Severity.WARNING,
        applies=_withdrawn,
    ),
    BreakingRule(
        id="values-removed",
        title="Measured values were removed",
        why="A course with gaps misleads. Correct values rather than delete them.",
        question="How will we know from now on whether this is true?",
        severity=Severity.WARNING,
        applies=_is(Kind.VALUES_REMOVED),
    ),
)
_HINTS = (
    BreakingRule(
        id="due-date-moved",
        title="An action or a goal is due later",
        why="Customers wait longer. Once is planning; several times is a promise that is not kept.",
        question="Who is on it, and by when?",
        severity=Severity.INFO,
        applies=_later,
    ),
    BreakingRule(
        id="evidence-removed",
        title="Evidence was removed",
        why="What rested on it is an assumption now. Replace it, or say so.",
        question="How will we know from now on whether this is true?",
        severity=Severity.INFO,
        applies=lambda change, _: change.kind is Kind.EVIDENCE_REMOVED and not change.at_moment,
    ),
)

BREAKING_RULES: dict[str, BreakingRule] = {rule.id: rule for rule in (*_ERRORS, *_WARNINGS, *_HINTS)}
"""All rules by their ids."""
