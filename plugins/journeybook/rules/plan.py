"""Rules for pain points that nobody answers, and plans that nobody follows."""

from functools import partial

from journeybook.findings import Severity
from journeybook.rules.rule import Family, Rule

_rule = partial(Rule, family=Family.PLAN)

PLAN = (
    _rule(
        id="pain-point-without-opportunity",
        severity=Severity.INFO,
        title="No opportunity answers a pain point",
        message="No opportunity would solve '{title}'.",
        why="A problem that is only written down stays one.",
        fix="Write an opportunity at the step, or name the pain point under 'solves' of one elsewhere.",
    ),
    _rule(
        id="severe-pain-without-owner",
        severity=Severity.WARNING,
        title="Nobody is in charge of fixing a severe pain point",
        message="Nobody has an action that would solve '{title}' (severity {severity}).",
        why="Customers leave over it, and no team answers for a way out.",
        fix="Write an opportunity that solves it, with an action that has an owner.",
    ),
    _rule(
        id="rejected-opportunity-for-severe-pain",
        severity=Severity.INFO,
        title="The only answer to a severe pain point was rejected",
        message="The only answer to '{title}' (severity {severity}) was rejected.",
        why="The pain point stays, and readers will ask what happens instead.",
        fix="Look for another opportunity, or say in the narrative why nothing can be done.",
    ),
    _rule(
        id="unanswered-doubt",
        severity=Severity.INFO,
        title="Nothing answers a doubt",
        message="Nothing answers the doubt '{text}'.",
        why="Who doubts and finds no answer goes elsewhere. This is said only in journeys that name of at "
        "least one other doubt what answers it.",
        fix="Name under 'answered_by' the touchpoint at which customers find an answer, or plan one.",
    ),
    _rule(
        id="opportunity-without-impact-or-effort",
        severity=Severity.INFO,
        title="An opportunity lacks its impact or its effort",
        message="Without both impact and effort, '{title}' cannot be ranked among the others.",
        why="What is worth doing first is seen only where both are estimated.",
        fix="Estimate both from 1 to 5; a rough guess of the team will do.",
    ),
    _rule(
        id="planned-opportunity-without-action",
        severity=Severity.INFO,
        title="An opportunity is planned or under way, but has no action",
        message="'{title}' is said to be coming, but no action is written down for it.",
        why="Readers wait for something that nobody has begun.",
        fix="Write the first action with 'owner' and 'due', or set the 'status' back to 'idea'.",
    ),
    _rule(
        id="done-opportunity-with-open-action",
        severity=Severity.WARNING,
        title="An opportunity is done, but one of its actions is not",
        message="'{title}' is done, but its action '{action}' is not.",
        why="One of the two misleads readers about what customers meet today.",
        fix="Set the action to 'done', or the opportunity back to 'doing'.",
    ),
    _rule(
        id="action-without-owner",
        severity=Severity.WARNING,
        title="An action has no owner",
        message="Nobody is named as the owner of '{title}'.",
        why="What everybody should do, nobody does.",
        fix="Name a team of handbook.yml under 'owner'.",
    ),
    _rule(
        id="action-without-due-date",
        severity=Severity.INFO,
        title="An action has no due date",
        message="No due date is set for '{title}'.",
        why="Without a day it is always later, and never overdue.",
        fix="Name a day under 'due'.",
    ),
    _rule(
        id="overdue-action",
        severity=Severity.WARNING,
        title="An action is overdue",
        message="'{title}' was due on {date}.",
        why="Readers believe that the problem has been dealt with by now.",
        fix="Set the action to 'done', or agree on a new day.",
    ),
    _rule(
        id="overdue-goal",
        severity=Severity.WARNING,
        title="A goal is overdue",
        message="'{title}' was due on {date}, and no value shows that it is reached.",
        why="Readers cannot tell whether it was reached, missed or forgotten.",
        fix="Bring the values of its metric up to date, agree on a new day, or delete the goal.",
    ),
)
"""Every rule of the family plan."""
