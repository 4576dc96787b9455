"""The sentence of each kind of change, and its weight for the customer."""

from collections.abc import Iterator
from typing import NamedTuple

from journeybook.diff.kinds.kind import Kind, word_of
from journeybook.kinds import ThingKind
from journeybook.messages import N_


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
    Kind.EVIDENCE_REWORDED: Wording(N_("The evidence '{old}' is now called '{new}'."), 14),
    Kind.METRIC_ATTACHED: Wording(N_("The metric '{new}' is now measured here."), 20),
    Kind.METRIC_DETACHED: Wording(N_("The metric '{old}' is no longer measured here."), 57),
    Kind.VALUES_ADDED: Wording(N_("New values of '{title}': {count}, the latest {new} ({date})."), 11),
    Kind.VALUES_CHANGED: Wording(
        N_("Changed values of '{title}': {count}, the latest from {old} to {new} ({date})."), 41
    ),
    Kind.VALUES_REMOVED: Wording(N_("Removed values of '{title}': {count}, the latest {old} ({date})."), 55),
    Kind.HEADING_CHANGED: Wording(N_("The heading '{old}' is now '{new}'."), 12),
    Kind.SECTION_MOVED: Wording(N_("The text below '{heading}' moved from place {old} to place {new}."), 7),
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
