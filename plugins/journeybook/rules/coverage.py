"""Rules for things that are left out, unused, or used in the wrong place."""

from functools import partial

from journeybook.findings import Severity
from journeybook.kinds import LINKED, ThingKind
from journeybook.rules.rule import Family, Rule

_rule = partial(Rule, family=Family.COVERAGE, severity=Severity.WARNING)

_UNUSED = tuple(
    _rule(
        id=f"unused-{kind}",
        severity=Severity.INFO,
        title=f"Nothing refers to this {kind}",
        message=f"Nothing refers to the {kind} '{{id}}'.",
        why=f"Either a journey forgot it, or the {kind} is no longer needed.",
        fix=f"Name the {kind} where it belongs, or delete it.",
    )
    for kind in LINKED
    if kind not in {ThingKind.JOURNEY, ThingKind.STAGE, ThingKind.GOAL, ThingKind.TERM}
)

COVERAGE = (
    *_UNUSED,
    _rule(
        id="unused-lane",
        title="Nothing fills this lane",
        message="Nothing fills the lane '{id}'.",
        why="Readers never see it, and authors cannot tell whether it was forgotten.",
        fix="Write something under 'lanes' of a step or a stage, or delete the lane from handbook.yml.",
    ),
    _rule(
        id="unused-stage",
        severity=Severity.INFO,
        title="No journey goes through this stage",
        message="No journey goes through the stage '{id}'.",
        why="Either nobody has looked at this part of the customer's life yet, or the stage is not needed.",
        fix="Describe what customers live through there, or delete the stage.",
    ),
    _rule(
        id="unused-goal",
        severity=Severity.INFO,
        title="Nothing serves this goal",
        message="No journey and no opportunity serves the goal '{id}'.",
        why="A goal that nobody works towards is reached by chance, if at all.",
        fix="Name it under 'goals' of a journey or an opportunity that serves it, or delete it.",
    ),
    _rule(
        id="unused-group",
        severity=Severity.INFO,
        title="No touchpoint belongs to this group",
        message="No touchpoint belongs to the group '{id}'.",
        why="Either a touchpoint does not say where it belongs, or the group is not needed.",
        fix="Name the group under 'group' of a touchpoint, or delete it from handbook.yml.",
    ),
    _rule(
        id="unused-term",
        severity=Severity.INFO,
        title="No text uses this term",
        message="No text uses the term '{id}', under its title or an alias.",
        why="Readers meet the word only in the glossary, which explains what they need not know.",
        fix="Write inflected forms under 'aliases', use the term where it belongs, or delete it.",
    ),
    _rule(
        id="journey-without-touchpoint",
        title="A journey without any touchpoint",
        message="No step of '{journey}' names a touchpoint.",
        why="Nobody can see where customers meet the organisation, nor which team could improve it.",
        fix="Name under 'touchpoints' of the steps where customers are at that moment.",
    ),
    _rule(
        id="stage-without-touchpoint",
        title="A stage without a touchpoint",
        message="In the stage '{stage}' customers meet no touchpoint.",
        why="Either a touchpoint is missing in the description, or customers are left alone here.",
        fix="Name under 'touchpoints' of its steps where customers are.",
    ),
    _rule(
        id="journey-without-metric",
        severity=Severity.INFO,
        title="A journey that nothing measures",
        message="'{journey}' has no metric, and neither have its stages and steps.",
        why="Nobody will see in figures whether it gets better.",
        fix="Name a metric of handbook.yml under 'metrics' of the journey or of its stages.",
    ),
    _rule(
        id="stage-without-metric",
        severity=Severity.INFO,
        title="A stage without a metric",
        message="Nothing is measured in the stage '{stage}'.",
        why="Nobody will see in figures whether this part of the journey gets better.",
        fix="Name a metric of handbook.yml under 'metrics' of the stage or of one of its steps.",
    ),
    _rule(
        id="channel-change-without-touchpoint",
        title="A change of channel without a touchpoint",
        message="Customers change from '{before}' to '{channel}', but the step names no touchpoint.",
        why="Where customers change channels they get lost most easily.",
        fix="Name the touchpoint that they meet on the new channel.",
    ),
    _rule(
        id="touchpoint-outside-its-stages",
        title="A touchpoint is used in a stage that it is not meant for",
        message="The touchpoint '{touchpoint}' is not meant for the stage '{stage}'.",
        why="Its team does not expect customers at that moment.",
        fix="Name another touchpoint, or add the stage to 'stages' of the touchpoint.",
    ),
    _rule(
        id="retired-touchpoint-in-use",
        title="A retired touchpoint is still in use",
        message="The touchpoint '{touchpoint}' is retired.",
        why="The journey sends customers to something that they will not find.",
        fix="Name the touchpoint that took its place.",
    ),
    _rule(
        id="planned-touchpoint-in-current-journey",
        title="A current journey uses a touchpoint that is only planned",
        message="The touchpoint '{touchpoint}' is only planned.",
        why="The journey tells of something that customers cannot meet yet.",
        fix="Keep it for a future journey, or set the touchpoint's 'lifecycle' to 'live'.",
    ),
    _rule(
        id="touchpoint-without-owner",
        severity=Severity.INFO,
        title="Nobody answers for this touchpoint",
        message="The touchpoint '{touchpoint}' has no owner.",
        why="Whoever wants to improve it does not know whom to ask.",
        fix="Name a team of handbook.yml under 'owner'.",
    ),
    _rule(
        id="journey-without-owner",
        title="Nobody answers for this journey",
        message="The journey '{journey}' has no owner.",
        why="What everybody may look after is soon looked after by nobody.",
        fix="Name a team of handbook.yml under 'owner'.",
    ),
    _rule(
        id="unseen-values",
        title="Values for things that do not meet in their journey",
        message="'{metric}' is measured for {scope}, which no step of that journey brings together.",
        why="No page of theirs shows the values; only that of the metric does, where nobody looks for them.",
        fix="Correct the ids in the rows, or say in the journey where customers meet them.",
    ),
    _rule(
        id="funnel-without-value",
        title="Nothing counts who reaches a level of a funnel",
        message="The funnel has no value for '{level}'.",
        why="Nobody sees how many are lost there.",
        fix="Write rows with this journey, and with the stage if the level is one, into a file in metrics/, "
        "or take the level out of the funnel.",
    ),
)
"""Every rule of the family coverage."""
