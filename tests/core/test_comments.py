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

from core.changed_handbooks import TODAY, base, write
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
    assert comment.count("<details>") == comment.count("</details>") == 1
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
