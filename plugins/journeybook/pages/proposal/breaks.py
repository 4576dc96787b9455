"""Say in a sentence what a proposal breaks."""

from collections import Counter

from journeybook.baseline import Compared
from journeybook.diff import ChangeTree
from journeybook.findings import Severity
from journeybook.language import Language
from journeybook.rules import RULES


def breaks_of_proposal(language: Language, tree: ChangeTree, found: Compared | None) -> str:
    """Say what breaks: what the heaviest rules say of the changes, and what keeps pages from being made."""
    errors = sum(RULES[finding.rule].is_fixed for finding in found.new) if found else 0
    if not errors:
        return _breaking(language, tree)
    stopped = language.plural(
        "The handbook can't be built: %(num)s new error.",
        "The handbook can't be built: %(num)s new errors.",
        errors,
    )
    return " ".join(filter(None, (_broken(language, tree), stopped)))


def _breaking(language: Language, tree: ChangeTree) -> str:
    """Say what breaks, or that nothing does."""
    broken = _broken(language, tree)
    if broken:
        return broken
    number = tree.weights[Severity.WARNING]
    if number:
        return language.plural(
            "Nothing breaks; %(num)s warning.", "Nothing breaks; %(num)s warnings.", number
        )
    return language.text("Nothing breaks.")


def _broken(language: Language, tree: ChangeTree) -> str:
    """Name the rules that speak as errors, or say that not everything is known; else nothing."""
    places = {
        (told.breaks[0].rule.title, thing.subject, told.change.stage, told.change.step)
        for thing, told in tree.breaking
        if told.breaks[0].severity is Severity.ERROR
    }
    rules = Counter(sorted(title for title, *_ in places))
    if rules:
        named = (f"{language.text(title)}{_times(number)}" for title, number in rules.most_common())
        return language.text("It breaks: %(what)s.", what="; ".join(named))
    return language.text("Not everything could be compared.") if tree.difference.unread else ""


def _times(number: int) -> str:
    return f" ({number} ×)" if number > 1 else ""
