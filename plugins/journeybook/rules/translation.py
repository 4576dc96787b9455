"""Rules for languages and letters that did not come through."""

from functools import partial

from journeybook.findings import Severity
from journeybook.rules.rule import Family, Rule

_rule = partial(Rule, family=Family.TRANSLATION)

TRANSLATION = (
    _rule(
        id="mixed-languages",
        severity=Severity.INFO,
        title="A text is in another language than the rest of the handbook",
        message="'{title}' is in another language here than the rest of the handbook.",
        why="Some readers will not understand it, and screen readers pronounce it wrongly.",
        fix="Translate it, or keep a handbook of its own for each language.",
    ),
    _rule(
        id="garbled-umlaut",
        severity=Severity.WARNING,
        title="Letters were garbled on the way into the file",
        message="Garbled letters: '{text}'. Texts in this file that have some: {count}.",
        why="The page shows signs such as Ã¼ where readers expect an umlaut or a quotation mark.",
        fix="Type the letters anew, or copy the text again from a program that stores UTF-8.",
    ),
    _rule(
        id="spelled-out-umlaut",
        severity=Severity.INFO,
        title="Umlauts are written as ae, oe or ue",
        message="The umlaut in '{text}' is spelled out. Such words in this file: {count}.",
        why="It is harder to read, and a search for the right spelling does not find it.",
        fix="Write ä, ö and ü; only ids do without them.",
    ),
)
"""Every rule of the family translation."""
