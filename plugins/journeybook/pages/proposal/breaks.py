"""Say in a sentence or two what a proposal breaks, and what it warns of."""

from collections import Counter
from collections.abc import Iterator

from journeybook.baseline import Compared
from journeybook.diff import ChangeTree
from journeybook.findings import Severity
from journeybook.language import Language
from journeybook.pages.proposal.findings import found_problems
from journeybook.rules import RULES

_MOST_WARNINGS = 3


def breaks_of_proposal(language: Language, tree: ChangeTree, found: Compared | None) -> str:
    """Say what breaks or that nothing does, what keeps pages from being made, and what the rules warn of."""
    if not tree.changes and not tree.difference.unread and not (found and found.new):
        return ""
    stopped = _stopped(language, found)
    broken = _named(language, tree, Severity.ERROR)
    if broken:
        said = language.text("It breaks: %(what)s.", what="; ".join(broken))
    elif tree.difference.unread:
        said = language.text("Not everything could be compared.")
    else:
        said = "" if stopped else language.text("Nothing breaks.")
    return " ".join(filter(None, (said, stopped, _warned(language, tree))))


def _stopped(language: Language, found: Compared | None) -> str:
    """Say why pages cannot be made any more, by the first error."""
    errors = [finding for finding in found.new if RULES[finding.rule].is_fixed] if found else []
    if not errors:
        return ""
    why = found_problems(language, errors[:1])[0]
    said = language.text(
        "The handbook can't be built: %(why)s (%(place)s).",
        why=language.text(RULES[why.rule].title),
        place=why.place,
    )
    left = len(errors) - 1
    more = language.plural("%(num)s more error.", "%(num)s more errors.", left) if left else ""
    return " ".join(filter(None, (said, more)))


def _warned(language: Language, tree: ChangeTree) -> str:
    warnings = _named(language, tree, Severity.WARNING)
    if not warnings:
        return ""
    left = len(warnings) - _MOST_WARNINGS
    more = [language.plural("and %(num)s more", "and %(num)s more", left)] if left > 0 else []
    return language.plural(
        "%(num)s warning: %(what)s.",
        "%(num)s warnings: %(what)s.",
        len(warnings),
        what="; ".join((*warnings[:_MOST_WARNINGS], *more)),
    )


def _named(language: Language, tree: ChangeTree, severity: Severity) -> list[str]:
    """Name the rules that speak at most so heavily, each with the number of places where it does."""
    rules = Counter(title for title, *_ in sorted(set(_places(tree, severity))))
    return [f"{language.text(title)}{_times(number)}" for title, number in rules.most_common()]


def _places(tree: ChangeTree, severity: Severity) -> Iterator[tuple[str, ...]]:
    for thing, told in tree.breaking:
        if told.breaks[0].severity is severity:
            change = told.change
            yield told.breaks[0].rule.title, *thing.subject, change.stage, change.step


def _times(number: int) -> str:
    return f" ({number} ×)" if number > 1 else ""
