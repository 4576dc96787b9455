"""Rules for pages that everybody can use."""

from functools import partial

from journeybook.findings import Severity
from journeybook.rules.rule import Family, Rule

_rule = partial(Rule, family=Family.ACCESSIBILITY)

ACCESSIBILITY = (
    _rule(
        id="picture-without-alt",
        severity=Severity.WARNING,
        title="A picture in the narrative has no alternative text",
        message="The picture '{src}' has no text for those who do not see it.",
        why="Screen readers pass over it or read out a file name.",
        fix="Say between the square brackets what the picture shows: ![Two feet on a scale](scale.png).",
    ),
    _rule(
        id="alt-says-nothing",
        severity=Severity.INFO,
        title="An alternative text does not say what the picture shows",
        message="'{alt}' does not say what the picture shows.",
        why="Those who do not see the picture learn only that there is one.",
        fix="Say what matters in the picture, as you would on the telephone.",
    ),
    _rule(
        id="skipped-heading-level",
        severity=Severity.INFO,
        title="A heading skips a level",
        message="'{title}' is a heading of level {level}, below one of level {above}.",
        why="People who move by headings look for a section that does not exist.",
        fix="Use the next level; the page's own title is level 1, so sections begin with ##.",
    ),
    _rule(
        id="vague-link-text",
        severity=Severity.INFO,
        title="The text of a link does not say where it leads",
        message="'{text}' does not say where the link leads.",
        why="In a list of links, as screen readers show it, all of them sound the same.",
        fix="Make the words that name the target the link.",
    ),
)
"""Every rule of the family accessibility."""
