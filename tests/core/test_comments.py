"""Comments of twenty changes as reviewers read them; each stands as a file beside the change."""

import html
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from core.changed_handbooks import TODAY, base, difference, write
from journeybook.diff import State, change_tree, compare
from journeybook.language import language
from journeybook.load import HashedFiles
from journeybook.pages.proposal import ChangeReport, SiteLinks, proposal_of
from journeybook.project import findings_between
from journeybook.report.differences import diff_html, diff_json, diff_markdown, diff_text
from journeybook.settings import Settings

HERE = Path(__file__).parent / "comments"
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))
NAMES = [case["name"] for case in CASES]


def states(case: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
    """The files before and after a change."""
    before = base() | case.get("before", {})
    after = dict(before)
    for path, old, new in case.get("edits", ()):
        assert after[path].count(old) == 1, (case["name"], old)
        after[path] = after[path].replace(old, new)
    for path, old, new in case.get("replace", ()):
        after[path] = after[path].replace(old, new)
    after |= case.get("add", {})
    after = {case.get("move", {}).get(path, path): text for path, text in after.items()}
    return before, {path: text for path, text in after.items() if path not in case.get("remove", ())}


@cache
def told(name: str) -> ChangeReport:
    """What a case proposes."""
    case = CASES[NAMES.index(name)]
    with TemporaryDirectory() as folder:
        before, after = (
            State(name=side, label="journeys", source=HashedFiles(write(Path(folder) / side, files)))
            for side, files in zip(("before", "after"), states(case), strict=True)
        )
        return proposal_of(
            language(case["language"]),
            change_tree(compare(before, after, today=TODAY)),
            findings=findings_between(before, after, Settings(), Path(folder) / "after", TODAY),
            links=SiteLinks(published=case.get("site", ""), preview=case.get("preview", "")),
        )


def above_the_fold(comment: str) -> str:
    """The text that is read before anything is unfolded."""
    page = MarkdownIt("gfm-like", {"linkify": False}).render(comment.partition("<details>")[0])
    return " ".join(html.unescape(re.sub(r"<!--.*?-->|<[^>]+>", " ", page)).split())


@pytest.mark.parametrize("name", NAMES)
def test_the_comment_is_the_one_that_was_read(name: str) -> None:
    assert diff_markdown(told(name)) == (HERE / f"{name}.md").read_text(encoding="utf-8")


def test_there_are_twenty_and_no_file_too_many() -> None:
    assert len(NAMES) >= 20
    assert {file.stem for file in HERE.glob("*.md")} == set(NAMES)


def test_the_median_is_read_in_a_minute() -> None:
    lengths = [len(above_the_fold(diff_markdown(told(name)))) for name in NAMES]

    assert median(lengths) <= 1200
    assert max(lengths) <= 2400


@pytest.mark.parametrize("name", NAMES)
def test_every_format_says_the_same_point(name: str) -> None:
    proposal = told(name)
    if not proposal.tree:
        assert diff_text(proposal) == ""
        return
    report = json.loads(diff_json(proposal))["report"]
    page = html.unescape(re.sub(r"<[^>]+>", " ", diff_html(proposal)))

    assert (report["verdict"], report["breaks"]) == (proposal.verdict, proposal.breaks)
    for question in proposal.questions:
        assert question.text in " ".join(page.split())
        assert question.text in diff_text(proposal)
    assert [row["where"] for journey in report["journeys"] for row in journey["rows"]] == [
        list(row.where) for journey in proposal.journeys for row in journey.rows
    ]
    assert f'<html lang="{proposal.language.code}">' in diff_html(proposal)


@pytest.mark.parametrize("name", NAMES)
def test_a_comment_has_no_diagram_and_one_fold(name: str) -> None:
    comment = diff_markdown(told(name))

    assert "```" not in comment
    assert comment.count("<details>") == comment.count("</details>") == bool(told(name).tree)
    assert comment.startswith("<!-- journeybook diff -->\n**")


def test_what_strangers_wrote_stays_text() -> None:
    proposal = told("hostile")
    comment, page = diff_markdown(proposal), diff_html(proposal)
    rendered = (
        MarkdownIt("commonmark")
        .enable("table")
        .render(comment.replace("<details>", "").replace("</details>", ""))
    )

    assert not re.search(r"@(acme|everyone)", comment)
    assert set(re.findall(r"<(script|img|a)\b", rendered + page)) == set()
    assert "##[error]" not in comment + diff_text(proposal)
    assert not re.search(r"^::", comment + diff_text(proposal), re.MULTILINE)


@pytest.mark.parametrize(
    ("edits", "note"),
    [
        ({"remove": ("B", 1)}, "only because a step is gone; the others stay at 4.0"),
        ({"add": ("Ganz anderes zuerst", 5)}, "only because a step is new; the others stay at 2.5"),
        (
            {"remove": ("B", 1), "add": ("Ganz anderes zuerst", 5)},
            "only because steps came and went; the others stay at 4.0",
        ),
        ({"remove": ("B", 1), "now": 5}, "of the steps that stay: 4.0 → 5.0"),
        ({"now": 5}, ""),
    ],
    ids=["one is gone", "one is new", "one for another", "one is gone and one changes", "one changes"],
)
def test_a_mean_says_what_it_owes_to_steps_that_came_or_went(
    tmp_path: Path, edits: dict[str, Any], note: str
) -> None:
    before = {"A, wie es immer war": 4, "B": 1}
    after = {"A, wie es immer war": edits.get("now", 4), "B": 1}
    if "remove" in edits:
        del after[edits["remove"][0]]
    if "add" in edits:
        after = dict([edits["add"], *after.items()])
    files = [base() | {"wege.md": _journey(steps)} for steps in (before, after)]
    proposal = proposal_of(language("en"), change_tree(difference(tmp_path, *files)))

    assert [fact.note for fact in proposal.journeys[0].facts if fact.label == "Satisfaction"] == [note]


def _journey(steps: Mapping[str, int]) -> str:
    listed = ", ".join(f"{{title: '{title}', satisfaction: {value}}}" for title, value in steps.items())
    return f"---\ntitle: Wege\npersona: anna\nstages: {{stage: purchase, steps: [{listed}]}}\n---\n"


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        ("2026-03,nps,38,\n", "2026-03,nps,31,\n", "▼ NPS of March 2026 corrected from 38 to 31."),
        (
            "2026-03,wait,4,kauf\n",
            "2026-03,wait,3,kauf\n",
            "▲ Wartezeit (kauf) of March 2026 corrected from 4 to 3.",
        ),
        (
            "2026-03,nps,38,\n",
            "2026-03,nps,38,\n2026-04,nps,38,\n",
            "● NPS of April 2026 is 38, before it was 38.",
        ),
        ("2026-01,nps,30,\n", "2025-12,nps,29,\n2026-01,nps,30,\n", "● NPS of December 2025 is 29."),
        (
            "2026-01,nps,30,\n",
            "",
            "● Removed values of 'NPS': 1, the latest 30 (January 2026).",
        ),
    ],
    ids=["worse", "better where less is", "the same", "the first", "gone"],
)
def test_measured_values_say_of_when_they_are_and_which_way_they_went(
    tmp_path: Path, old: str, new: str, verdict: str
) -> None:
    after = base()
    after["metrics/werte.csv"] = after["metrics/werte.csv"].replace(old, new)

    assert proposal_of(language("en"), change_tree(difference(tmp_path, base(), after))).verdict == verdict
