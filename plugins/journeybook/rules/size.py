"""Rules for texts that are too long to be read, or to fit where they are shown."""

from functools import partial

from journeybook.findings import Severity
from journeybook.rules.rule import Family, Rule

_rule = partial(Rule, family=Family.SIZE, severity=Severity.INFO)

SIZE = (
    _rule(
        id="step-title-too-long",
        title="A step's title is too long",
        message="The title has {length} characters, more than {limit}.",
        why="Titles head the narrow columns of the map and name the points of the curve.",
        fix="Say in a few words what customers do; the rest belongs under 'actions' or 'thoughts'.",
    ),
    _rule(
        id="text-too-long",
        title="An entry of a step is too long",
        message="The text has {length} characters, more than {limit}.",
        why="It stretches a whole row of the map, and hardly anybody reads it there.",
        fix="Split it into several entries, or tell it in the narrative below the header.",
    ),
    _rule(
        id="stage-too-long",
        title="A stage has too many steps",
        message="The stage '{stage}' has {count} steps, more than {limit}.",
        why="What matters drowns among small steps.",
        fix="Merge steps, or describe them in a journey of their own and name it under 'journey'.",
    ),
    _rule(
        id="journey-too-long",
        title="A journey has too many steps",
        message="The journey has {count} steps, more than {limit}.",
        why="Nobody can take in so many steps at once, neither on a screen nor in a workshop.",
        fix="Move the details into journeys of their own that name this one as their 'parent'.",
    ),
)
"""Every rule of the family size."""
