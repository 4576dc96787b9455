"""Texts made to be slow or deep end a build with their place, and no traceback."""

import re
from pathlib import Path

import pytest
from markdown import Markdown
from small_sites import Make

from journeybook import project
from journeybook.load.density import overload
from journeybook.plugin.narrative.budget import OverBudget, within_budget
from journeybook.plugin.narrative.long_code import BEFORE_FENCES, PlainLongCode

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


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a\n\n" * 5_001, 10_000, "more than 5,000 paragraphs, headings, entries and rows"),
        ("# a\n" * 5_001, 5_000, "more than 5,000 paragraphs, headings, entries and rows"),
        ("- a\n" * 5_001, 5_000, "more than 5,000 paragraphs, headings, entries and rows"),
        ("a\n-\n" * 5_001, 9_999, "more than 5,000 paragraphs, headings, entries and rows"),
        ("> a\n\nb\n\n" * 2_501, 10_000, "more than 5,000 paragraphs, headings, entries and rows"),
        ("```\na\n```\n" * 2_501, 7_500, "more than 5,000 paragraphs, headings, entries and rows"),
        ("Vorab.\n\n" + "a  \n" * 20_000, 2, "more marks than Markdown can read"),
        ("++a" * 20_000, 0, "more marks than Markdown can read"),
        ("|a" * 7_000 + "\n" + "|-" * 7_000 + "\n" + "|b" * 7_000, 0, "more than 20,000 cells"),
        ("|a" * 3_000 + "\n" + "|-" * 3_000 + "\n" + "|b\n" * 10, 0, "more than 20,000 cells"),
        ("*[A]: b\n\n" * 1_200 + "A " * 5_000, 0, "more abbreviations than Markdown can look for"),
    ],
)  # fmt: skip
def test_the_bounds_are_of_counts_and_name_their_line(text: str, line: int, said: str) -> None:
    found = overload(text)
    assert found is not None
    assert (found[0], said in found[1]) == (line, True), found


def test_long_code_is_shown_without_colors() -> None:
    md = Markdown(extensions=["pymdownx.highlight", "pymdownx.superfences"])
    md.preprocessors.register(PlainLongCode(md), "long_code", BEFORE_FENCES)
    short, long = '```py title="A"\nimport a\n```', f"```perl hl_lines='1'\n{'s{' * 100_000}\n```"
    html = md.convert(f"{short}\n{long}\n{short}\n```\n{short}")
    assert html.count('<span class="kn">import</span>') == 2
    assert f"<code>{'s{' * 100_000}" in html.replace("<span></span>", "")


LONG = "a+" * 4_000
MANY = 4
"""So many times it is too much."""
ELSEWHERE = {
    "indented": (["codehilite"], f"a\n\n    :::py\n    {LONG}\n\n", f"<code>{LONG}"),
    "a path": (
        ["codehilite"],
        f"a\n\n    #!/usr/bin/python\n    {LONG}\n\n",
        f"<code>#!/usr/bin/python\n{LONG}",
    ),
    "in a list": (["codehilite"], f"- a\n\n        :::py\n        {LONG}\n\nb\n\n", f"<code>{LONG}"),
    "inline": (["pymdownx.inlinehilite"], f"a `:::py {LONG}`\n\n", f">{LONG}</code>"),
    "inline by #!": (["pymdownx.inlinehilite"], f"a `#!py {LONG}`\n\n", f">{LONG}</code>"),
}


@pytest.mark.parametrize("kind", ELSEWHERE)
def test_code_outside_of_fences_is_counted_as_well(kind: str) -> None:
    extensions, text, plain = ELSEWHERE[kind]
    md = Markdown(extensions=extensions)
    md.preprocessors.register(PlainLongCode(md), "long_code", BEFORE_FENCES)
    html = md.convert(text * MANY).replace("<span></span>", "")
    assert 0 < html.count(plain) < MANY
    assert html.count("a") >= MANY


def test_no_language_is_guessed(make: Make) -> None:
    text = f"{HEAD}    <?php echo 1; ?>\n"
    made = make({"journeys/personas/anna.md": text}, markdown_extensions=["codehilite"])
    page = (made.site / "personas/anna/index.html").read_text(encoding="utf-8")
    assert "&lt;?php echo 1; ?&gt;" in page


def test_of_a_text_that_is_too_much_only_its_links_are_looked_at(tmp_path: Path) -> None:
    (tmp_path / "personas").mkdir()
    (tmp_path / "personas/anna.md").write_text(f"{HEAD}[[persona:ana]]\n\n" + "# a\n" * 5_001)
    found = project.read(tmp_path, "journeys")
    assert {finding.rule for finding in found.findings if finding.place.line > 3} == {
        "overloaded-text",
        "unknown-persona",
    }
