"""Markdown and HTML: whether it comes out as it was meant."""

from functools import partial

from journeybook.findings import Severity
from journeybook.rules.rule import Family, Rule

_rule = partial(Rule, family=Family.MARKUP)

MARKUP = (
    _rule(
        id="dropped-embed",
        severity=Severity.WARNING,
        title="Something is embedded that will not be published",
        message="'<{tag}>' will not be published. Link to it instead: [What it shows]({address}).",
        why="It vanishes from the page, and readers do not know that something was there. Only a site with "
        "trust_markdown: true publishes it; switch the rule off there.",
        fix="Write a link, or save a picture of it in assets/ and show that.",
    ),
    _rule(
        id="dropped-html",
        severity=Severity.WARNING,
        title="An HTML element will not be published",
        message="'<{tag}>' will not be published.",
        why="It is taken away, and a script or a style with all that stands in it. Only a site with "
        "trust_markdown: true publishes it; switch the rule off there.",
        fix="Say it in Markdown, or link to where it works. What shall show angle brackets stands between "
        "backticks: `<Name>`.",
    ),
    _rule(
        id="dropped-attribute",
        severity=Severity.INFO,
        title="An attribute of an HTML element will not be published",
        message="'{name}' of '<{tag}>' will not be published.",
        why="The element looks and acts as if it had none. Only a site with trust_markdown: true publishes "
        "it; switch the rule off there.",
        fix="Delete it; looks belong into the site's own styles.",
    ),
    _rule(
        id="dropped-address",
        severity=Severity.WARNING,
        title="An address will not be published",
        message="The address '{address}' will not be published; a link to it becomes plain text.",
        why="Files on a drive open for nobody else, and addresses that run code are dangerous. Only a site "
        "with trust_markdown: true publishes it; switch the rule off there.",
        fix="Put the file into assets/ and link to it, or write an address that begins with https:, http:, "
        "mailto: or tel:.",
    ),
)
"""Every rule of the family markup."""
