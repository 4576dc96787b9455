"""Rules for references that name nothing."""

from functools import partial

from journeybook.findings import Severity, listed
from journeybook.kinds import LINKED, NAMED
from journeybook.rules.rule import Family, Rule

_rule = partial(Rule, family=Family.REFERENCE)

REFERENCE = (
    *(
        _rule(
            id=f"unknown-{kind}",
            title=f"A reference to {kind.row.noun} that does not exist",
            why="The link would lead nowhere.",
            fix="Correct the id, or write what it names.",
        )
        for kind in NAMED
    ),
    _rule(
        id="unknown-kind",
        title="A [[kind:id]] link of a kind that does not exist",
        why="The link would lead nowhere.",
        fix=f"Name a {listed(LINKED, 'or')}.",
    ),
    _rule(
        id="foreign-persona",
        title="A step speaks of a persona whose journey this is not",
        why="Its satisfaction would be in no line of the curve, and its texts nobody's.",
        fix="Add the persona to personas, or correct the id.",
    ),
    _rule(
        id="self-reference",
        title="A journey leads back to itself as its parent, its sub-journey or what it is compared with",
        why="The trail of pages would never end.",
        fix="Name another journey, or leave the field out.",
    ),
    _rule(
        id="missing-picture",
        title="A picture does not exist below the journeys folder",
        why="Readers would see a broken picture.",
        fix="Put the file into assets/ and write assets/name.png.",
    ),
    _rule(
        id="broken-link",
        severity=Severity.WARNING,
        title="A link or a picture of the narrative leads to nothing",
        message="'{address}' leads to no page, no picture and no file in assets/.",
        hint="Did you mean '{meant}'?",
        why="Readers find an error instead of what was promised.",
        fix="Correct the path: it begins at the file's own folder or at the journeys folder. What is no "
        "picture must lie in assets/.",
    ),
    _rule(
        id="invalid-row",
        title="A row of a CSV file cannot be read",
        why="Its value would be missing from the charts.",
        fix="Correct the column that the message names.",
    ),
    _rule(
        id="answer-off-scale",
        title="An answer is not on the scale of its metric's formula",
        why="It would be left out, or make the figure another one than was measured.",
        fix="Correct the answer: whole numbers from 0 to 10 for nps, 1 to 5 for csat, 1 to 7 for ces. "
        "Figures that are computed already belong to a metric without a formula.",
    ),
    _rule(
        id="repeated-value",
        title="A metric has two values for the same day and scope",
        why="A page could show only one of them, and nobody could tell which.",
        fix="Keep the row that is right, and delete the other one; the message names both.",
    ),
)
"""Every rule of the family reference."""
