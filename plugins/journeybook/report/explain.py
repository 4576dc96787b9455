"""A rule in, all that a handbook's author needs to know about it out."""

from collections.abc import Iterable, Iterator
from textwrap import fill, indent

from journeybook.report.characters import shown
from journeybook.rules import RULES, Example, Rule, example

_COLUMNS = 88


def explanation(rule: Rule) -> str:
    """Write a rule's title, family and weight, why it matters, how to mend it, and its examples."""
    parts = [
        f"{rule.id}: {rule.title}",
        f"Family: {rule.family.value}. Weight: {rule.severity.value}{_weight_note(rule)}.",
        fill(f"Why it matters: {rule.why}", _COLUMNS),
        fill(f"How to mend it: {rule.mend}", _COLUMNS),
        *_examples(_example(rule)),
    ]
    return "\n\n".join(parts) + "\n"


def _weight_note(rule: Rule) -> str:
    return ", which settings cannot change" if rule.is_fixed else ""


def _example(rule: Rule) -> Example | None:
    """The rule's examples, if it has some."""
    try:
        return example(rule.id)
    except FileNotFoundError:
        return None


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


def _files(files: dict[str, str]) -> Iterator[str]:
    for path, text in files.items():
        lines = "\n".join(map(shown, text.rstrip().split("\n")))
        yield f"    {path}\n{indent(lines, '      | ', lambda _: True)}"


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
