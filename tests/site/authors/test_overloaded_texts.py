"""Texts made to be slow or deep end a build with their place, and no traceback."""

import re

import pytest
from small_sites import Make

from journeybook.load.density import overload
from journeybook.plugin.narrative.budget import OverBudget, within_budget

HEAD = "---\ntitle: Anna\n---\n\nVorab.\n\n"
SLOW_OR_DEEP = {
    "pictures": "![" * 20_000,
    "brackets": "[" * 20_000,
    "paragraphs": f"{'[' * 3_000}\n\n" * 5,
    "declarations": "<![CDATA[" * 5_000,
    "comments": "<!--" * 5_000,
    "list": "".join(f"{'    ' * level}- a\n" for level in range(300)),
    "list in one line": "- " * 1_000 + "a",
    "definitions": "a\n\n" + "".join(f"{'    ' * level}:   a\n\n" for level in range(300)),
    "quotations": "> " * 1_000 + "a",
}


@pytest.mark.parametrize("name", SLOW_OR_DEEP)
def test_a_text_that_is_too_much_ends_the_build_with_its_place(name: str, make: Make) -> None:
    made = make(
        {"journeys/personas/anna.md": f"{HEAD}{SLOW_OR_DEEP[name]}\n"}, markdown_extensions=["def_list"]
    )
    assert made.aborted == "Aborted with a BuildError!"
    assert [line for line in made.log if "journeys/personas/anna.md:" in line and "overloaded-text" in line]


def test_html_that_is_too_deep_ends_the_build_with_a_sentence(make: Make) -> None:
    body = '<div markdown="1">\n' * 2_000 + "a\n" + "</div>\n" * 2_000
    made = make({"journeys/personas/anna.md": f"{HEAD}{body}"}, markdown_extensions=["md_in_html"])
    assert made.aborted in {None, "Aborted with a BuildError!"}
    assert [line for line in made.log if "Traceback" in line] == []


def test_work_without_an_end_is_interrupted() -> None:
    with pytest.raises(OverBudget), within_budget(0.05):
        re.fullmatch("(a|a)*b", "a" * 60)


@pytest.mark.parametrize(
    "text",
    [
        "[ ] Aufgabe\n" * 300,
        "```json\n" + "[[1, 2], [3, 4]],\n" * 3_000 + "```\n",
        "- a\n    - b\n        - c\n",
        "[[persona:anna]] und [Plan](plan.md). " * 200,
    ],
)
def test_texts_of_people_are_not_too_much(text: str) -> None:
    assert overload(text) is None
