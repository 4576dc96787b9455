"""Rules for satisfaction that is missing, or that the rest of a journey does not bear out."""

from functools import partial

from journeybook.findings import Severity
from journeybook.rules.rule import Family, Rule

_rule = partial(Rule, family=Family.SATISFACTION, severity=Severity.WARNING)

SATISFACTION = (
    _rule(
        id="journey-without-satisfaction",
        title="A journey without any satisfaction",
        message="No step of '{journey}' says how satisfied customers are.",
        why="Without values there is no curve, and nobody can see where it hurts.",
        fix="Give the steps a 'satisfaction' from 1 to 5; an honest guess is a beginning.",
    ),
    _rule(
        id="moment-of-truth-without-satisfaction",
        title="A moment of truth without satisfaction",
        message="'{step}' decides whether customers stay, but says nothing of how satisfied they are.",
        why="The curve leaves out the very moment that counts most.",
        fix="Give the step a 'satisfaction' from 1 to 5.",
    ),
    _rule(
        id="missing-persona-satisfaction",
        severity=Severity.INFO,
        title="A step without satisfaction for some of the personas",
        message="'{step}' gives no satisfaction for '{personas}'.",
        why="Their curve has a gap here, and the mean stands for the others alone.",
        fix="Add their value; where they take no part, name those who do under 'personas' of the step.",
    ),
    _rule(
        id="absent-persona",
        title="A step or a stage speaks of a persona who takes no part in it",
        message="'{persona}' takes no part in '{part}'.",
        why="The curve and the mean leave the value out, and readers wonder whose text it is.",
        fix="Add the persona to 'personas' of the step or of one in the stage, or take value or text away.",
    ),
    _rule(
        id="high-satisfaction-beside-severe-pain",
        title="Customers are happy despite a severe pain point",
        message="At '{step}' satisfaction is {satisfaction} on average, "
        "but '{pain}' has severity {severity}.",
        why="One of the two is wrong, and whoever sees only the curve passes over the pain.",
        fix="Lower the satisfaction or the severity; if the pain is gone, set the opportunity to 'done'.",
    ),
    _rule(
        id="unexplained-fall",
        title="Satisfaction falls and no pain point says why",
        message="Satisfaction falls from {before} at '{former}' to {after}, and '{step}' has no pain point.",
        why="Readers see the fall on the curve and ask for its cause; without one nobody can act.",
        fix="Write under 'pain_points' of the step what disappoints customers.",
    ),
    _rule(
        id="low-satisfaction-without-pain-point",
        title="Satisfaction is low and no pain point says why",
        message="Satisfaction is only {satisfaction} on average, but '{step}' has no pain point.",
        why="A bad value without a reason cannot be worked on.",
        fix="Write under 'pain_points' of the step what annoys customers.",
    ),
    _rule(
        id="touchpoint-rating-disagrees",
        severity=Severity.INFO,
        title="A touchpoint's rating and the steps that use it disagree",
        message="The rating is {rating}, but steps with only this touchpoint have a mean of {satisfaction}.",
        why="Readers find two truths about one thing; often the rating is older than the steps.",
        fix="Look at both again: rate the touchpoint anew, or correct the steps.",
    ),
)
"""Every rule of the family satisfaction."""
