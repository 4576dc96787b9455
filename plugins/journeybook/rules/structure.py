"""Rules for steps and stages that do not hang together, and for journeys among each other."""

from functools import partial

from journeybook.findings import Severity
from journeybook.rules.rule import Family, Rule

_rule = partial(Rule, family=Family.STRUCTURE, severity=Severity.WARNING)

STRUCTURE = (
    _rule(
        id="unreachable-step",
        title="No way leads to this step",
        message="Nothing leads to '{step}': '{before}' leads elsewhere.",
        why="Customers never get there, but the map and the curve show the step as if they did.",
        fix="Name the step under 'next' of the step that customers come from, or delete it.",
    ),
    _rule(
        id="dead-end",
        title="A step's only way on has a condition",
        message="'{step}' leads on only in the case '{when}'; where customers go otherwise is not said.",
        why="For everybody else the journey breaks off here, and nobody has decided what happens to them.",
        fix="Add the other way to 'next' without a condition: a step's id, or 'end'.",
    ),
    _rule(
        id="loop-without-exit",
        title="Steps lead only to each other",
        message="No way leads out of the loop that '{step}' closes.",
        why="Read literally, customers go round in circles for ever and the journey has no outcome.",
        fix="Add to 'next' of one of the steps the way on, or 'end'.",
    ),
    _rule(
        id="branch-without-condition",
        title="A step leads to several others and does not say when",
        message="'{step}' leads to {count} steps without a condition.",
        why="Readers cannot tell which customers go which way.",
        fix="Give each way a 'when'; one may do without, for everybody else.",
    ),
    _rule(
        id="parted-phase",
        severity=Severity.INFO,
        title="A phase that stands in two places",
        message="The phase '{phase}' stands in two places that are not beside each other.",
        why="The map puts a head over neighbouring stages, so that readers see two parts of one name.",
        fix="Put its stages beside each other, or give one of the parts another name.",
    ),
    _rule(
        id="parent-cycle",
        severity=Severity.ERROR,
        title="A journey is its own parent by way of others",
        message="The journey is its own parent by way of '{parent}'.",
        why="None of the journeys is the largest, so readers cannot go up to the whole.",
        fix="Leave out 'parent' in the largest of them.",
    ),
    _rule(
        id="variant-cycle",
        severity=Severity.ERROR,
        title="A journey is its own variant by way of others",
        message="The journey is a variant of itself by way of '{variant_of}'.",
        why="None of the journeys is the original, so readers cannot tell what the variants differ from.",
        fix="Leave out 'variant_of' in the original.",
    ),
    _rule(
        id="variant-without-original",
        title="A variant does not say of which journey",
        message="The journey is called the variant '{variant}', and not of which journey.",
        why="It stands in the list as a journey of its own, and readers miss it beside the original.",
        fix="Name the original under 'variant_of', or leave out 'variant'.",
    ),
    _rule(
        id="stages-out-of-order",
        severity=Severity.INFO,
        title="The stages stand in another order than in the handbook",
        message="The stage '{stage}' comes after '{before}'; in the handbook it comes before it.",
        why="Whoever compares journeys stage by stage relies on one order.",
        fix="Move the stage, or change the order of 'stages' in handbook.yml.",
    ),
    _rule(
        id="future-journey-without-changes",
        title="A future journey changes nothing",
        message="Nothing changes against '{current}': steps, satisfaction and touchpoints are the same.",
        why="It shows no plan; usually it is a copy that still waits to be worked on.",
        fix="Describe what will be different for customers or behind the scenes, or delete the journey.",
    ),
    _rule(
        id="future-journey-without-current",
        severity=Severity.INFO,
        title="A future journey does not say what it replaces",
        message="The future journey '{journey}' is not compared with a current one.",
        why="Readers see the goal, but not what has to change to get there.",
        fix="Name the current journey under 'compares_to'; for something wholly new, leave it as it is.",
    ),
    _rule(
        id="compares-with-future",
        title="A journey is compared with one that does not exist yet",
        message="'{journey}' is a future journey itself.",
        why="The comparison shows the step from one plan to another, not from today.",
        fix="Name the current journey under 'compares_to'.",
    ),
    _rule(
        id="current-journey-with-comparison",
        title="A current journey says what it replaces",
        message="The journey is compared with '{journey}', but its 'state' is not 'future'.",
        why="What is only planned passes for what customers live through today.",
        fix="Write 'state: future', or leave out 'compares_to'.",
    ),
    _rule(
        id="optional-moment-of-truth",
        severity=Severity.INFO,
        title="A moment of truth may be skipped",
        message="'{step}' decides whether customers stay, but may be skipped.",
        why="What decides cannot be left out, unless it decides for some customers only.",
        fix="Leave out 'optional', or write under 'moment_of_truth' for whom it decides and why.",
    ),
    _rule(
        id="step-twice",
        title="Two steps of a stage have the same title",
        message="'{step}' is also the title of an earlier step of this stage.",
        why="On the map readers cannot tell the two apart; usually one is a copy.",
        fix="Say in the titles what differs, or merge the steps.",
    ),
)
"""Every rule of the family structure."""
