"""Rules for wording."""

from functools import partial

from journeybook.findings import Severity
from journeybook.rules.rule import Family, Rule

_rule = partial(Rule, family=Family.WORDING)

WORDING = (
    _rule(
        id="invisible-character",
        severity=Severity.INFO,
        title="An invisible character stands in a text",
        message="The invisible character {character} stands here.",
        why="It was copied along from another program. Nobody sees it; an id with it names nothing, and the "
        "search does not find the word.",
        fix="Delete the characters around the place and type them anew.",
    ),
    _rule(
        id="near-duplicate-names",
        severity=Severity.INFO,
        title="Two things have nearly the same name",
        message="'{title}' and '{other}' look like one thing written twice.",
        why="What belongs together is spread over two pages, and neither counts it all.",
        fix="Keep one of them, or give them names that tell them apart.",
    ),
    _rule(
        id="system-spelling",
        severity=Severity.WARNING,
        title="One system is spelled in two ways",
        message="The system '{text}' is probably '{other}', spelled in another way.",
        why="What hurts at one system is spread over two names, and the page of neither shows it all.",
        fix="Write the id of a system that handbook.yml lists, and one spelling of any other.",
    ),
    _rule(
        id="firm-side-title",
        severity=Severity.WARNING,
        title="A step is told from the firm's side instead of the customer's",
        message="'{title}' says what the firm does, not what the customer does.",
        why="A journey that follows the firm's process hides what customers live through meanwhile.",
        fix="Say what the customer does, in the customer's words: “I wait for the invoice”.",
    ),
    _rule(
        id="placeholder-text",
        severity=Severity.WARNING,
        title="A placeholder is left in a text",
        message="'{text}' is a placeholder.",
        why="Readers see that something is missing, and trust the rest less.",
        fix="Write what belongs there, or delete it.",
    ),
    _rule(
        id="shouting-title",
        severity=Severity.INFO,
        title="A title is written in capitals",
        message="'{title}' is written in capitals.",
        why="Capitals are harder to read, and some screen readers spell them out.",
        fix="Write it as any other sentence.",
    ),
    _rule(
        id="vague-pain-point",
        severity=Severity.INFO,
        title="A pain point does not say what hurts",
        message="'{title}' does not say what holds the customer back.",
        why="Nobody can fix what nobody can picture.",
        fix="Say in one sentence what happens to the customer.",
    ),
    _rule(
        id="nearly-known-word",
        severity=Severity.WARNING,
        title="A free text is nearly a word that has a meaning there",
        message="'{text}' is read as a text, not as '{word}'.",
        why="As a text it leads to no page, or even says the opposite of what was meant.",
        fix="Write the id, or true or false; if a text is meant, word it so that nobody takes it for a slip.",
    ),
)
"""Every rule of the family wording."""
