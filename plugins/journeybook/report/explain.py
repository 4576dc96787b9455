"""Explain a rule to a handbook's author."""

from collections.abc import Iterable, Iterator
from textwrap import fill, indent
from typing import Any

from journeybook.characters import shown
from journeybook.diff import BreakingRule
from journeybook.rules import RULES, Example, Rule

_COLUMNS = 88


def explanation(rule: Rule, given: Example | None) -> str:
    """Write a rule's title, family and weight, why it matters, how to fix it, and its examples if any."""
    parts = [
        f"{rule.id}: {rule.title}",
        f"Family: {rule.family.value}. Weight: {rule.severity.value}{_weight_note(rule)}.",
        fill(f"Why it matters: {rule.why}", _COLUMNS),
        fill(f"How to fix it: {rule.fix}", _COLUMNS),
        *_examples(given),
    ]
    return "\n\n".join(parts) + "\n"


def explanation_of_change(rule: BreakingRule) -> str:
    """Write what a breaking change is, what it weighs in `journeybook diff`, and what it costs."""
    parts = (
        f"{rule.id}: {rule.title}",
        f"A breaking change, told by journeybook diff. Weight: {rule.severity.value}.",
        fill(f"Why it matters: {rule.why}", _COLUMNS),
    )
    return "\n\n".join(parts) + "\n"


def _weight_note(rule: Rule) -> str:
    return ", which settings cannot change" if rule.is_fixed else ""


def _examples(given: Example | None) -> Iterator[str]:
    if given is None:
        return
    if given.settings:
        yield f"With these settings:\n\n{indent(given.settings.strip(), '    ')}"
    yield "It speaks here:"
    yield from _files(given.bad)
    yield "\n".join(f"    {said}" for said in given.finds)
    yield "It is silent here:"
    yield from _files(given.good)


def _files(files: dict[str, Any]) -> Iterator[str]:
    for path, content in files.items():
        text, note = _content(content)
        lines = "\n".join(map(shown, text.rstrip().split("\n")))
        yield f"    {path}{note}" + (f"\n{indent(lines, '      | ', lambda _: True)}" if text else "")


def _content(content: Any) -> tuple[str, str]:
    """The text of an example's file, and what a text alone cannot say of it."""
    match content:
        case {"link": target}:
            return "", f" (a link to {target})"
        case {"text": text, "encoding": encoding}:
            return str(text), f" (stored as {encoding})"
        case {"parts": parts}:
            return "".join(str(text) for text, _ in parts), f" (its end {parts[-1][1]:,} times)"
    return str(content), ""


def rule_list(rules: Iterable[Rule] = RULES.values()) -> str:
    """Write all rules by family, one line each, with what they weigh."""
    known = tuple(rules)
    width = max(len(rule.id) for rule in known)
    families = dict.fromkeys(rule.family for rule in known)
    return "\n".join(
        f"{family.value}\n"
        + "".join(
            f"  {rule.id:<{width}}  {rule.severity.value:<7}  {rule.title}\n"
            for rule in known
            if rule.family is family
        )
        for family in families
    )
