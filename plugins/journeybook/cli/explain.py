"""`journeybook explain`: say what a rule looks for, why, and how to fix what it finds."""

import click

from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.streams import write
from journeybook.diff import BREAKING_RULES
from journeybook.findings import nearest, quoted
from journeybook.report.explain import explanation, explanation_of_change, rule_list
from journeybook.rules import RULES, Example, example


@click.command
@click.argument("rule", required=False)
@click.option("--list", "lists", is_flag=True, help="Name all rules, one a line, by family.")
def explain(rule: str | None, *, lists: bool) -> int:
    """Explain a rule of `journeybook check`, with a bad and a good example.

    RULE is the name that stands in the message, such as unknown-touchpoint, or that of a breaking change in
    `journeybook diff`. Without it, all rules of check are named.

    The exit code is 0, or 2 if there is no such rule.
    """
    if rule is None or lists:
        write(rule_list())
        return CLEAN
    if rule in BREAKING_RULES:
        write(explanation_of_change(BREAKING_RULES[rule]))
        return CLEAN
    if rule not in RULES:
        hint = nearest(rule, (*RULES, *BREAKING_RULES)) or " All rules: journeybook explain --list"
        raise Failure(f"There is no rule {quoted(rule)}.{hint}")
    write(explanation(RULES[rule], _example(rule)))
    return CLEAN


def _example(rule: str) -> Example | None:
    """The rule's examples, if it has some."""
    try:
        return example(rule)
    except FileNotFoundError:
        return None
