"""The closed set of kinds of change, each with its sentence and its weight for the customer."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from journeybook.kinds import ThingKind
from journeybook.messages import N_


class Kind(StrEnum):
    """A kind of change."""

    JOURNEY_ADDED = "journey-added"
    JOURNEY_REMOVED = "journey-removed"
    JOURNEY_RENAMED = "journey-renamed"
    JOURNEY_RETITLED = "journey-retitled"
    JOURNEY_MAPPED = "journey-mapped"
    JOURNEY_UNMAPPED = "journey-unmapped"
    PERSONA_ADDED = "persona-added"
    PERSONA_REMOVED = "persona-removed"
    PERSONA_RENAMED = "persona-renamed"
    PERSONA_RETITLED = "persona-retitled"
    TOUCHPOINT_ADDED = "touchpoint-added"
    TOUCHPOINT_REMOVED = "touchpoint-removed"
    TOUCHPOINT_RENAMED = "touchpoint-renamed"
    TOUCHPOINT_RETITLED = "touchpoint-retitled"
    CHANNEL_ADDED = "channel-added"
    CHANNEL_REMOVED = "channel-removed"
    CHANNEL_RENAMED = "channel-renamed"
    CHANNEL_RETITLED = "channel-retitled"
    TEAM_ADDED = "team-added"
    TEAM_REMOVED = "team-removed"
    TEAM_RENAMED = "team-renamed"
    TEAM_RETITLED = "team-retitled"
    METRIC_ADDED = "metric-added"
    METRIC_REMOVED = "metric-removed"
    METRIC_RENAMED = "metric-renamed"
    METRIC_RETITLED = "metric-retitled"
    GOAL_ADDED = "goal-added"
    GOAL_REMOVED = "goal-removed"
    GOAL_RENAMED = "goal-renamed"
    GOAL_RETITLED = "goal-retitled"
    SEGMENT_ADDED = "segment-added"
    SEGMENT_REMOVED = "segment-removed"
    SEGMENT_RENAMED = "segment-renamed"
    SEGMENT_RETITLED = "segment-retitled"
    SYSTEM_ADDED = "system-added"
    SYSTEM_REMOVED = "system-removed"
    SYSTEM_RENAMED = "system-renamed"
    SYSTEM_RETITLED = "system-retitled"
    PRINCIPLE_ADDED = "principle-added"
    PRINCIPLE_REMOVED = "principle-removed"
    PRINCIPLE_RENAMED = "principle-renamed"
    PRINCIPLE_RETITLED = "principle-retitled"
    TERM_ADDED = "term-added"
    TERM_REMOVED = "term-removed"
    TERM_RENAMED = "term-renamed"
    TERM_RETITLED = "term-retitled"
    GROUP_ADDED = "group-added"
    GROUP_REMOVED = "group-removed"
    GROUP_RENAMED = "group-renamed"
    GROUP_RETITLED = "group-retitled"
    LANE_ADDED = "lane-added"
    LANE_REMOVED = "lane-removed"
    LANE_RENAMED = "lane-renamed"
    LANE_RETITLED = "lane-retitled"
    HANDBOOK_STAGE_ADDED = "handbook-stage-added"
    HANDBOOK_STAGE_REMOVED = "handbook-stage-removed"
    HANDBOOK_STAGE_RENAMED = "handbook-stage-renamed"
    HANDBOOK_STAGE_RETITLED = "handbook-stage-retitled"
    HANDBOOK_STAGE_MOVED = "handbook-stage-moved"
    FILE_MOVED = "file-moved"
    STAGE_ADDED = "stage-added"
    STAGE_REMOVED = "stage-removed"
    STAGE_RENAMED = "stage-renamed"
    STAGE_RETITLED = "stage-retitled"
    STAGE_MOVED = "stage-moved"
    STEP_ADDED = "step-added"
    STEP_REMOVED = "step-removed"
    STEP_RENAMED = "step-renamed"
    STEP_REWORDED = "step-reworded"
    STEP_MOVED = "step-moved"
    STEP_REORDERED = "step-reordered"
    STEP_SPLIT = "step-split"
    STEP_MERGED = "step-merged"
    SATISFACTION_FELL = "satisfaction-fell"
    SATISFACTION_ROSE = "satisfaction-rose"
    SATISFACTION_GIVEN = "satisfaction-given"
    SATISFACTION_WITHDRAWN = "satisfaction-withdrawn"
    TOUCHPOINT_USED = "touchpoint-used"
    TOUCHPOINT_REPLACED = "touchpoint-replaced"
    TOUCHPOINT_DROPPED = "touchpoint-dropped"
    CHANNEL_USED = "channel-used"
    CHANNEL_REPLACED = "channel-replaced"
    CHANNEL_DROPPED = "channel-dropped"
    PERSONA_JOINED = "persona-joined"
    PERSONA_LEFT = "persona-left"
    PAIN_RAISED = "pain-raised"
    PAIN_WORSENED = "pain-worsened"
    PAIN_EASED = "pain-eased"
    PAIN_SOLVED = "pain-solved"
    PAIN_REMOVED = "pain-removed"
    PAIN_REWORDED = "pain-reworded"
    PAIN_MOVED = "pain-moved"
    OPPORTUNITY_ADDED = "opportunity-added"
    OPPORTUNITY_DONE = "opportunity-done"
    OPPORTUNITY_DROPPED = "opportunity-dropped"
    OPPORTUNITY_REMOVED = "opportunity-removed"
    OPPORTUNITY_REWORDED = "opportunity-reworded"
    OPPORTUNITY_MOVED = "opportunity-moved"
    ACTION_ADDED = "action-added"
    ACTION_DONE = "action-done"
    ACTION_DROPPED = "action-dropped"
    ACTION_REMOVED = "action-removed"
    ACTION_REWORDED = "action-reworded"
    MOMENT_ADDED = "moment-added"
    MOMENT_REMOVED = "moment-removed"
    MOMENT_TOUCHED = "moment-touched"
    OWNER_GIVEN = "owner-given"
    OWNER_CHANGED = "owner-changed"
    OWNER_WITHDRAWN = "owner-withdrawn"
    STATUS_CHANGED = "status-changed"
    STATE_CHANGED = "state-changed"
    LIFECYCLE_CHANGED = "lifecycle-changed"
    DUE_GIVEN = "due-given"
    DUE_CHANGED = "due-changed"
    DUE_WITHDRAWN = "due-withdrawn"
    REVIEWED = "reviewed"
    REVIEW_WITHDRAWN = "review-withdrawn"
    EVIDENCE_ADDED = "evidence-added"
    EVIDENCE_REMOVED = "evidence-removed"
    EVIDENCE_EXPIRED = "evidence-expired"
    METRIC_ATTACHED = "metric-attached"
    METRIC_DETACHED = "metric-detached"
    VALUES_ADDED = "values-added"
    VALUES_CHANGED = "values-changed"
    VALUES_REMOVED = "values-removed"
    HEADING_CHANGED = "heading-changed"
    NARRATIVE_CHANGED = "narrative-changed"
    FIELD_GIVEN = "field-given"
    FIELD_CHANGED = "field-changed"
    FIELD_WITHDRAWN = "field-withdrawn"
    HEADER_CHANGED = "header-changed"


def word_of(kind: ThingKind) -> str:
    """The word that changes of whole things begin with; stages of a journey have the plain word."""
    return "handbook-stage" if kind is ThingKind.STAGE else kind


def of_things(kinds: Iterable[ThingKind], *ends: str) -> frozenset[Kind]:
    """The changes of whole things that end in one of some words, such as `removed`."""
    words = {f"{word_of(kind)}-{end}" for kind in kinds for end in ends}
    return frozenset(change for change in Kind if change in words)


GOOD_NEWS = frozenset(
    {Kind.SATISFACTION_ROSE, Kind.PAIN_EASED, Kind.PAIN_SOLVED, Kind.OPPORTUNITY_DONE, Kind.ACTION_DONE}
)
"""The kinds of change that customers are glad of."""


class Wording(NamedTuple):
    """The wording of a kind of change."""

    sentence: str
    """With the change's values by name in braces."""
    weight: int
    """From 100, what hurts customers most, to 0; what is good news or housekeeping stands below 30."""


_WEIGHTS_OF_REMOVALS = {
    ThingKind.JOURNEY: 90,
    ThingKind.PERSONA: 85,
    ThingKind.TOUCHPOINT: 76,
    ThingKind.CHANNEL: 73,
    ThingKind.TEAM: 69,
    ThingKind.METRIC: 66,
    ThingKind.STAGE: 77,
    ThingKind.GOAL: 68,
    ThingKind.SEGMENT: 67,
    ThingKind.SYSTEM: 71,
    ThingKind.PRINCIPLE: 64,
    ThingKind.TERM: 30,
    ThingKind.GROUP: 29,
    ThingKind.LANE: 63,
}


def _of_whole(thing: ThingKind, weight_of_removal: int) -> Iterator[tuple[Kind, Wording]]:
    """Yield the wordings of what can happen to a whole thing; stages of journeys have their own."""
    word, most = word_of(thing), weight_of_removal - 5
    noun = "handbook's stage" if thing is ThingKind.STAGE else thing.words
    yield Kind(f"{word}-added"), Wording(f"The {noun} '{{title}}' was added.", min(35, most))
    yield Kind(f"{word}-removed"), Wording(f"The {noun} '{{title}}' was removed.", weight_of_removal)
    renamed = f"The id of the {noun} '{{title}}' changed from '{{old}}' to '{{new}}'."
    yield Kind(f"{word}-renamed"), Wording(renamed, min(40, most))
    yield Kind(f"{word}-retitled"), Wording(f"The {noun} '{{old}}' is now called '{{new}}'.", min(30, most))


_THINGS = dict(wording for removal in _WEIGHTS_OF_REMOVALS.items() for wording in _of_whole(*removal))
_STEPS = {
    Kind.STAGE_ADDED: Wording(N_("Stage '{title}' was added; its steps: {count}."), 45),
    Kind.STAGE_REMOVED: Wording(N_("Stage '{title}' was removed; its steps were: {count}."), 75),
    Kind.STAGE_RENAMED: Wording(N_("The id of the stage '{title}' changed from '{old}' to '{new}'."), 35),
    Kind.STAGE_RETITLED: Wording(N_("Stage '{old}' is now called '{new}'."), 25),
    Kind.STAGE_MOVED: Wording(N_("Stage '{title}' moved from place {old} to place {new}."), 40),
    Kind.STEP_ADDED: Wording(N_("Step '{title}' was added."), 45),
    Kind.STEP_REMOVED: Wording(N_("Step '{title}' was removed."), 65),
    Kind.STEP_RENAMED: Wording(N_("The id of the step changed from '{old}' to '{new}'."), 35),
    Kind.STEP_REWORDED: Wording(N_("The step was reworded from '{old}' to '{new}'."), 25),
    Kind.STEP_MOVED: Wording(N_("Step '{title}' moved from the stage '{old}' to the stage '{new}'."), 42),
    Kind.STEP_REORDERED: Wording(
        N_("Step '{title}' moved from place {old} of its stage to place {new}."), 40
    ),
    Kind.STEP_SPLIT: Wording(N_("Step '{old}' was split into '{new}' and '{other}'."), 44),
    Kind.STEP_MERGED: Wording(N_("The steps '{old}' and '{other}' were merged into '{new}'."), 44),
    Kind.SATISFACTION_FELL: Wording(N_("The satisfaction of {persona} fell from {old} to {new}."), 80),
    Kind.SATISFACTION_ROSE: Wording(N_("The satisfaction of {persona} rose from {old} to {new}."), 20),
    Kind.SATISFACTION_GIVEN: Wording(N_("The satisfaction of {persona} is now given: {new}."), 28),
    Kind.SATISFACTION_WITHDRAWN: Wording(
        N_("The satisfaction of {persona} is no longer given; it was {old}."), 60
    ),
    Kind.TOUCHPOINT_USED: Wording(N_("The touchpoint '{new}' is now used here."), 36),
    Kind.TOUCHPOINT_REPLACED: Wording(N_("The touchpoint '{old}' was replaced by '{new}'."), 50),
    Kind.TOUCHPOINT_DROPPED: Wording(N_("The touchpoint '{old}' is no longer used here."), 52),
    Kind.CHANNEL_USED: Wording(N_("The channel is now '{new}'."), 36),
    Kind.CHANNEL_REPLACED: Wording(N_("The channel changed from '{old}' to '{new}'."), 50),
    Kind.CHANNEL_DROPPED: Wording(N_("The channel '{old}' is no longer given."), 45),
    Kind.MOMENT_ADDED: Wording(N_("The step is now a moment of truth."), 48),
    Kind.MOMENT_REMOVED: Wording(N_("The step is no longer a moment of truth."), 70),
    Kind.MOMENT_TOUCHED: Wording(
        N_("Why this is a moment of truth was reworded from '{old}' to '{new}'."), 40
    ),
}
_IMPROVEMENT = {
    Kind.PAIN_RAISED: Wording(N_("A new pain point of severity {severity}: '{title}'."), 72),
    Kind.PAIN_WORSENED: Wording(N_("The pain point '{title}' became more severe: from {old} to {new}."), 74),
    Kind.PAIN_EASED: Wording(N_("The pain point '{title}' was eased: from severity {old} to {new}."), 18),
    Kind.PAIN_SOLVED: Wording(N_("The pain point '{title}' is solved by '{solution}'."), 15),
    Kind.PAIN_REMOVED: Wording(
        N_("The pain point '{title}' was removed; nothing says that it is solved."), 46
    ),
    Kind.PAIN_REWORDED: Wording(N_("The pain point '{old}' was reworded to '{new}'."), 24),
    Kind.PAIN_MOVED: Wording(N_("The pain point '{title}' moved from '{old}' to '{new}'."), 26),
    Kind.OPPORTUNITY_ADDED: Wording(N_("A new opportunity: '{title}'."), 22),
    Kind.OPPORTUNITY_DONE: Wording(N_("The opportunity '{title}' is done."), 16),
    Kind.OPPORTUNITY_DROPPED: Wording(N_("The opportunity '{title}' was dropped."), 50),
    Kind.OPPORTUNITY_REMOVED: Wording(N_("The closed opportunity '{title}' was removed."), 14),
    Kind.OPPORTUNITY_REWORDED: Wording(N_("The opportunity '{old}' was reworded to '{new}'."), 23),
    Kind.OPPORTUNITY_MOVED: Wording(N_("The opportunity '{title}' moved from '{old}' to '{new}'."), 23),
    Kind.ACTION_ADDED: Wording(N_("A new action: '{title}'."), 21),
    Kind.ACTION_DONE: Wording(N_("The action '{title}' is done."), 15),
    Kind.ACTION_DROPPED: Wording(N_("The action '{title}' was dropped."), 48),
    Kind.ACTION_REMOVED: Wording(N_("The action '{title}', which was done, was removed."), 12),
    Kind.ACTION_REWORDED: Wording(N_("The action '{old}' was reworded to '{new}'."), 22),
}
_CARE = {
    Kind.JOURNEY_MAPPED: Wording(N_("The journey, which was planned, is mapped now."), 37),
    Kind.JOURNEY_UNMAPPED: Wording(N_("The journey, which was mapped, is only planned now."), 78),
    Kind.FILE_MOVED: Wording(N_("The file moved from '{old}' to '{new}'."), 10),
    Kind.HANDBOOK_STAGE_MOVED: Wording(
        N_("Stage '{title}' moved from place {old} of the handbook to place {new}."), 35
    ),
    Kind.PERSONA_JOINED: Wording(N_("It is now also a journey of {new}."), 38),
    Kind.PERSONA_LEFT: Wording(N_("It is no longer a journey of {old}."), 62),
    Kind.OWNER_GIVEN: Wording(N_("'{new}' is now the owner."), 22),
    Kind.OWNER_CHANGED: Wording(N_("The owner changed from '{old}' to '{new}'."), 40),
    Kind.OWNER_WITHDRAWN: Wording(N_("There is no owner any more; it was '{old}'."), 68),
    Kind.STATUS_CHANGED: Wording(N_("The status changed from '{old}' to '{new}'."), 34),
    Kind.STATE_CHANGED: Wording(N_("The state changed from '{old}' to '{new}'."), 44),
    Kind.LIFECYCLE_CHANGED: Wording(N_("The lifecycle changed from '{old}' to '{new}'."), 58),
    Kind.DUE_GIVEN: Wording(N_("It is now due on {new}."), 20),
    Kind.DUE_CHANGED: Wording(N_("The due date changed from {old} to {new}."), 42),
    Kind.DUE_WITHDRAWN: Wording(N_("There is no due date any more; it was {old}."), 47),
    Kind.REVIEWED: Wording(N_("It was reviewed on {new}."), 13),
    Kind.REVIEW_WITHDRAWN: Wording(N_("The date of the review is no longer given; it was {old}."), 32),
    Kind.EVIDENCE_ADDED: Wording(N_("New evidence: '{title}'."), 17),
    Kind.EVIDENCE_REMOVED: Wording(N_("The evidence '{title}' was removed."), 56),
    Kind.EVIDENCE_EXPIRED: Wording(N_("The evidence '{title}' expired on {new}."), 54),
    Kind.METRIC_ATTACHED: Wording(N_("The metric '{new}' is now measured here."), 20),
    Kind.METRIC_DETACHED: Wording(N_("The metric '{old}' is no longer measured here."), 57),
    Kind.VALUES_ADDED: Wording(N_("New values of '{title}': {count}, the latest {new} ({date})."), 11),
    Kind.VALUES_CHANGED: Wording(
        N_("Changed values of '{title}': {count}, the latest from {old} to {new} ({date})."), 41
    ),
    Kind.VALUES_REMOVED: Wording(N_("Removed values of '{title}': {count}, the latest {old} ({date})."), 55),
    Kind.HEADING_CHANGED: Wording(N_("The heading '{old}' is now '{new}'."), 12),
    Kind.NARRATIVE_CHANGED: Wording(
        N_("The text below '{heading}' changed; words added: {added}, words removed: {removed}."), 10
    ),
    Kind.FIELD_GIVEN: Wording(N_("{field}: '{new}' was added."), 8),
    Kind.FIELD_CHANGED: Wording(N_("{field} changed from '{old}' to '{new}'."), 9),
    Kind.FIELD_WITHDRAWN: Wording(N_("{field}: '{old}' was removed."), 12),
    Kind.HEADER_CHANGED: Wording(N_("Something else in the header changed."), 5),
}

WORDINGS: dict[Kind, Wording] = {**_THINGS, **_STEPS, **_IMPROVEMENT, **_CARE}
"""The wording of each kind of change."""
