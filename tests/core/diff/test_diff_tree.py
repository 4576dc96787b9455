"""The tree of changes: each change stands in it once, and each format and the page of a preview tells it once."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.changed_handbooks import base, cases, difference, proposal, states
from core.diff.test_diff_properties import files, journeys
from core.handbooks import read
from journeybook.catalogue import Catalogue
from journeybook.characters import shown
from journeybook.diff import Branch, Change, ChangeTree, Kind, Subject, ToldChange, change_tree
from journeybook.findings import Place, Severity
from journeybook.kinds import ThingKind
from journeybook.language import language
from journeybook.pages import Preview, Site
from journeybook.pages.review.page import pages
from journeybook.pages.wording.sentences import sentence
from journeybook.report.differences import diff_html, diff_json, diff_markdown, diff_summary, diff_text
from journeybook.report.differences.outline import places, short
from journeybook.report.safe_markdown import code, plain


def tree(before: dict[str, str], after: dict[str, str]) -> ChangeTree:
    with TemporaryDirectory() as folder:
        return change_tree(difference(Path(folder), before, after))


@st.composite
def trees(draw: Any) -> ChangeTree:
    """Two random journeys under one id; beside them a touchpoint that is gone, and an owner."""
    before, after = files(draw(journeys())), files(draw(journeys()))
    if draw(st.booleans()):
        del after["touchpoints/kasse.md"]
    return tree(before, after)


def within(branch: Branch) -> Iterator[ToldChange]:
    yield from branch.own
    for part in branch.parts.values():
        yield from within(part)


def worst_first(told: list[ToldChange]) -> list[ToldChange]:
    return sorted(told, key=lambda one: -one.change.weight)


@given(trees())
def test_the_tree_the_formats_and_the_page_of_a_preview_tell_each_change_once(found: ChangeTree) -> None:
    assert_the_tree_holds_each_change_once_and_the_worst_first(found)
    assert_text_tells_each_change_once(found)
    assert_markdown_tells_each_change_once_below_its_thing(found)
    assert_json_tells_each_change_once(found)
    assert_html_tells_each_change_once_below_its_thing(found)
    assert_the_page_of_a_preview_tells_each_change_once(found)


def assert_the_tree_holds_each_change_once_and_the_worst_first(found: ChangeTree) -> None:
    assert [told.change for told in found.changes] == list(found.difference.changes)
    for thing in found.things:
        assert sorted(map(repr, within(thing.branch))) == sorted(map(repr, thing.changes))
        assert list(thing.changes) == worst_first(list(thing.changes))
        for name, stage in thing.branch.parts.items():
            assert {told.change.stage for told in stage.changes} == {name}
            assert all(
                told.change.step == step for step, inner in stage.parts.items() for told in inner.changes
            )
    assert [thing.changes[0].change.weight for thing in found.things] == sorted(
        (thing.changes[0].change.weight for thing in found.things), reverse=True
    )


def sentences(text: str) -> list[str]:
    return [line[2:] for line in text.splitlines() if line.startswith("  ") and line[2] != " "]


def assert_text_tells_each_change_once(found: ChangeTree) -> None:
    _, _, details = diff_text(proposal(found)).partition("\n\n")

    assert sentences(details) == [shown(words(told.change)) for told in found.changes]


def assert_markdown_tells_each_change_once_below_its_thing(found: ChangeTree) -> None:
    _, _, fold = diff_markdown(proposal(found)).partition("</summary>")

    assert [row for row in fold.splitlines() if row.startswith("- ")] == [
        line(told) for told in found.changes
    ]
    assert len(re.findall(r"^\w+: \*\*", fold, re.MULTILINE)) == len(found.things)


def line(told: ToldChange) -> str:
    weights = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Hint"}
    rules = "".join(f" **{weights[item.severity]}** {code(item.rule.id)}" for item in told.breaks)
    return f"- {plain(words(told.change))}{rules} ({code(places(told.change))})"


def words(change: Change) -> str:
    where = " › ".join(short(title) for title in change.where)
    values = tuple((name, short(value)) for name, value in change.values)
    return f"{where}{': ' if where else ''}{sentence(language('en'), replace(change, values=values))}"


def assert_json_tells_each_change_once(found: ChangeTree) -> None:
    data = json.loads(diff_json(proposal(found)))

    assert data["summary"]["changes"] == len(found.changes)
    assert [
        (item["kind"], item["subject"]["id"], item["stage"], item["step"], item["item"], item["sentence"])
        for item in data["changes"]
    ] == [
        (
            told.change.kind.value,
            told.change.subject.id,
            told.change.stage or None,
            told.change.step or None,
            told.change.item or None,
            told.change.sentence(),
        )
        for told in found.changes
    ]


class Items(HTMLParser):
    """Collects the items of the lists that stand in sections."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.sections: list[list[str]] = []
        self.is_item = False
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "section" and ("class", "all") in attrs:
            self.sections.append([])
        if tag == "li" and self.sections:
            self.sections[-1].append("")
        self.is_item = (self.is_item or tag == "li") and bool(self.sections) and tag not in {"strong", "code"}

    def handle_endtag(self, tag: str) -> None:
        self.is_item = self.is_item and tag != "li"

    def handle_data(self, data: str) -> None:
        if self.is_item:
            self.sections[-1][-1] += data


def assert_html_tells_each_change_once_below_its_thing(found: ChangeTree) -> None:
    told = [
        [" ".join(item.split()) for item in section] for section in Items(diff_html(proposal(found))).sections
    ]

    assert told == [
        [" ".join(words(item.change).split()) for item in thing.changes] for thing in found.things
    ]


def assert_the_page_of_a_preview_tells_each_change_once(found: ChangeTree) -> None:
    preview = Preview(base="main", tree=found, before=_catalogue())
    site = Site(catalogue=_catalogue(), language=language("en"), today=date(2026, 11, 21), preview=preview)
    (page,) = pages(site)
    context = page.context()
    groups = context["groups"]

    assert context["proposal"] == proposal(found)

    shown = [
        [(row.where, row.places, len(row.rules)) for place in group.places for row in place.rows]
        for group in groups
    ]
    told = [
        [(" › ".join(one.change.where), one.change.places, len(one.breaks)) for one in thing.changes]
        for thing in found.things
    ]
    assert [sorted(rows) for rows in shown] == [sorted(rows) for rows in told]
    assert [rows[0] for rows in shown] == [rows[0] for rows in told]


@cache
def _catalogue() -> Catalogue:
    with TemporaryDirectory() as folder:
        return read(Path(folder), base()).catalogue


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["title"])
def test_what_breaks_is_counted_as_often_as_it_is_told(tmp_path: Path, case: dict[str, Any]) -> None:
    found = change_tree(difference(tmp_path, *states(case)))
    data = json.loads(diff_json(proposal(found)))
    told = [item["severity"] for change in data["changes"] for item in change["breaks"]]

    assert {level: told.count(level) for level in Severity} == {
        level: found.weights[level] for level in Severity
    }
    assert {level.value: data["summary"][level.value] for level in Severity} == {
        level.value: found.weights[level] for level in Severity
    }
    assert [one for _, one in found.breaking] == sorted(
        (one for one in found.changes if one.breaks), key=lambda one: one.breaks[0].severity.rank
    )


def test_where_nothing_has_changed_the_tree_is_empty(tmp_path: Path) -> None:
    found = change_tree(difference(tmp_path, base(), base()))

    assert (found.things, bool(found), diff_text(proposal(found)), diff_summary(found)) == (
        (),
        False,
        "",
        "no changes",
    )


def test_equal_changes_at_different_places_stay_apart(tmp_path: Path) -> None:
    two = "      - {title: Ich warte, satisfaction: 4}\n      - {title: Ich zahle}\n      - {title: Ich warte, satisfaction: 4}\n"
    header = "---\ntitle: Warten\npersona: anna\nstages:\n  - stage: purchase\n    steps:\n"
    found = change_tree(
        difference(
            tmp_path,
            {**base(), "warten.md": f"{header}{two}---\n"},
            {**base(), "warten.md": f"{header}{two.replace('4', '2')}---\n"},
        )
    )
    told = [(one.change.sentence(), one.change.places, len(one.breaks)) for one in found.changes]

    assert told == [
        ("The satisfaction of Anna fell from 4 to 2.", ("journeys/warten.md:7",), 1),
        ("The satisfaction of Anna fell from 4 to 2.", ("journeys/warten.md:9",), 1),
    ]
    assert len({one.change for one in found.changes}) == 2


def test_a_change_is_known_by_what_it_says_and_where() -> None:
    change = Change(
        kind=Kind.SATISFACTION_FELL,
        subject=Subject(ThingKind.JOURNEY, "kauf"),
        values=(("persona", "Anna"),),
        after=Place(path="kauf.md", line=3),
    )

    assert {change: "found"}[replace(change)] == "found"
    assert len({change, replace(change, values=(("persona", "Bodo"),))}) == 2
    assert len({change, replace(change, after=Place(path="kauf.md", line=4))}) == 2


def test_a_step_that_is_gone_is_struck_out_in_the_table(tmp_path: Path) -> None:
    after = base()
    gone = after["kauf.md"].index("      - id: probieren")
    after["kauf.md"] = (
        after["kauf.md"][:gone] + after["kauf.md"][after["kauf.md"].index("      - title: Ich bezahle") :]
    )
    after["kauf.md"] = after["kauf.md"].replace("satisfaction: 3", "satisfaction: 4")
    written = diff_markdown(proposal(change_tree(difference(tmp_path, base(), after))))

    assert [row for row in written.splitlines() if row[:1] == "|"][2:] == [
        "| ★− | Kauf › ~~Ich probiere die Schuhe an und laufe eine Runde~~ | ~~5~~ |",
        "| ▲ | Kauf › Ich bezahle an der Kasse | Anna, Bodo ~~3~~ → 4 |",
    ]
