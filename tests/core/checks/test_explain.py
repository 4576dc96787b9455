"""`journeybook explain`: every rule in words."""

from typing import Any

import pytest
from click.testing import CliRunner

from journeybook.cli import main
from journeybook.report.explain import explanation
from journeybook.rules import RULES, Example


def explain(*arguments: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(main, ["explain", *arguments])
    return found.exit_code, found.stdout, found.stderr


@pytest.mark.parametrize("arguments", [(), ("--list",)])
def test_all_rules_are_listed_one_a_line(arguments: tuple[str, ...]) -> None:
    code, out, _ = explain(*arguments)
    named = [line.split()[0] for line in out.splitlines() if line.startswith("  ")]
    assert (code, named) == (0, list(RULES))


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained(rule: str) -> None:
    code, out, _ = explain(rule)
    words = " ".join(out.split())
    assert code == 0
    assert out.startswith(f"{rule}: {RULES[rule].title}\n\nFamily: {RULES[rule].family.value}. ")
    assert f"Why it matters: {RULES[rule].why}" in words
    assert f"How to fix it: {RULES[rule].fix}" in words


def test_examples_are_shown_with_what_is_said_of_them() -> None:
    out = explain("unused-team")[1]
    spoken, silent = out.split("It speaks here:")[1].split("It is silent here:")
    assert "    journeys/handbook.yml:10:10: Nothing refers to the team 'kundendienst'.\n" in spoken
    assert "      | owner: kundendienst\n" in silent


@pytest.mark.parametrize(
    ("content", "written"),
    [
        ("a\n\nb\n", "    x.md\n      | a\n      | \n      | b\n"),
        ({"link": "../y.md"}, "    x.md (a link to ../y.md)\n"),
        ({"text": "Größe\n", "encoding": "latin-1"}, "    x.md (stored as latin-1)\n      | Größe\n"),
        ({"parts": [["a\n", 1], ["b", 100000]]}, "    x.md (its end 100,000 times)\n      | a\n      | b\n"),
        ("\x1b[31m", "    x.md\n      | \\x1b[31m\n"),
    ],
)
def test_examples_show_what_a_text_cannot_say(content: Any, written: str) -> None:
    given = Example(bad={"x.md": content}, good={}, finds=("x.md:1:1: So.",), settings="fail_on = 'info'")
    assert explanation(RULES["not-utf8"], given).partition("With these settings:")[2] == (
        f"\n\n    fail_on = 'info'\n\nIt speaks here:\n\n{written}\n    x.md:1:1: So.\n\nIt is silent here:\n"
    )


def test_an_unknown_rule_is_told_with_the_nearest() -> None:
    assert explain("unused-mteric") == (
        2,
        "",
        "Error: There is no rule 'unused-mteric'. Did you mean 'unused-metric'?\n",
    )
    assert explain("x")[2] == "Error: There is no rule 'x'. All rules: journeybook explain --list\n"


def test_a_breaking_change_is_explained_by_the_name_that_diff_has_for_it() -> None:
    found = CliRunner().invoke(main, ["explain", "satisfaction-fell-far"])

    assert (found.exit_code, found.stdout.split("\n\n")[:2]) == (
        0,
        [
            "satisfaction-fell-far: Satisfaction fell by two or more",
            "A breaking change, told by journeybook diff. Weight: warning.",
        ],
    )
