"""The formats of a difference: text, Markdown, JSON, HTML; whatever people wrote stays text."""

import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from core.changed_handbooks import base, difference, proposal
from journeybook.diff import ChangeTree, change_tree
from journeybook.report.blocks import MAX_COMMENT
from journeybook.report.differences import diff_html, diff_json, diff_markdown, diff_text
from journeybook.report.safe_markdown import code, plain

HOSTILE = (
    "</details><script>alert(1)</script>",
    "@team #12 !3 GH-4 owner/repo#5 a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
    "[a](javascript:alert(1)) ![b](https://example.org/x.png) <img src=x onerror=alert(1)>",
    "https://example.org www.example.org mailto:a@example.org",
    "`code` **bold** _it_ | cell | $x$ ~~~ ``` --- ## head",
)
HERE = Path(__file__).parents[1]


def changed(root: Path, edits: dict[str, tuple[str, str]]) -> ChangeTree:
    after = base()
    for old, new in edits.values():
        assert old in after["kauf.md"]
        after["kauf.md"] = after["kauf.md"].replace(old, new)
    return change_tree(difference(root, base(), after))


@pytest.fixture
def fell(tmp_path: Path) -> ChangeTree:
    return changed(
        tmp_path,
        {
            "fall": ("satisfaction: 5", "satisfaction: 2"),
            "word": ("Vom Fenster", "Vom Schaufenster"),
            "team": ("owner: shop\n", ""),
        },
    )


def test_text_says_the_point_first_then_each_change_the_worst_first(fell: ChangeTree) -> None:
    step = "Kauf › Ich probiere die Schuhe an und laufe eine Runde"

    assert diff_text(proposal(fell)) == (
        "▼ It gets worse for Anna and Bodo at 1 step (“Ich probiere die Schuhe an und laufe eine Runde”), a "
        "moment of truth. It breaks: Satisfaction fell at a moment of truth. 1 warning: Nobody owns it any "
        "more.\n"
        "To be asked: Filialbetrieb\n"
        "Schuhe im Laden kaufen: Satisfaction 3.8 → 3.0 · Status: Published\n"
        "? Schuhe im Laden kaufen › Ich probiere die Schuhe an und laufe eine Runde: Why did it fall, what shows "
        "it, and which pain point explains it?\n"
        "? Schuhe im Laden kaufen: Who owns it now?\n"
        "\n"
        "Journey: Schuhe im Laden kaufen (kauf)\n"
        f"  {step}: The satisfaction of Anna fell from 5 to 2.\n"
        "    error: moment-of-truth-fell: Satisfaction fell at a moment of truth.\n"
        "    warning: satisfaction-fell-far: Satisfaction fell by two or more.\n"
        "    journeys/kauf.md:41 → journeys/kauf.md:40\n"
        f"  {step}: The satisfaction of Bodo fell from 5 to 2.\n"
        "    error: moment-of-truth-fell: Satisfaction fell at a moment of truth.\n"
        "    warning: satisfaction-fell-far: Satisfaction fell by two or more.\n"
        "    journeys/kauf.md:41 → journeys/kauf.md:40\n"
        "  There is no owner any more; it was 'Filialbetrieb'.\n"
        "    warning: owner-vanished: Nobody owns it any more.\n"
        "    journeys/kauf.md:7 → journeys/kauf.md:2\n"
        "  Summary changed from 'Vom Fenster bis zur Kasse.' to 'Vom Schaufenster bis zur Kasse.'.\n"
        "    journeys/kauf.md:4\n"
    )


def test_markdown_is_a_comment_with_the_point_first(fell: ChangeTree) -> None:
    assert diff_markdown(proposal(fell)) == (HERE / "changes/comment.md").read_text(encoding="utf-8")


def test_json_holds_everything_under_stable_names(fell: ChangeTree) -> None:
    data = json.loads(diff_json(proposal(fell)))

    assert {key: data[key] for key in ("version", "before", "after", "summary", "unread")} == {
        "version": 1,
        "before": {"name": "before", "folder": "journeys", "exists": True, "commit": None},
        "after": {"name": "after", "folder": "journeys", "exists": True, "commit": None},
        "summary": {"changes": 4, "unread": 0, "error": 2, "warning": 3, "info": 0},
        "unread": [],
    }
    assert data["changes"][0] == {
        "kind": "satisfaction-fell",
        "subject": {"kind": "journey", "id": "kauf", "title": "Schuhe im Laden kaufen"},
        "stage": "purchase",
        "step": "probieren",
        "item": None,
        "where": ["Kauf", "Ich probiere die Schuhe an und laufe eine Runde"],
        "field": "satisfaction",
        "old": "5",
        "new": "2",
        "sentence": "The satisfaction of Anna fell from 5 to 2.",
        "weight": 103,
        "momentOfTruth": True,
        "before": {"path": "journeys/kauf.md", "line": 41, "column": 23},
        "after": {"path": "journeys/kauf.md", "line": 40, "column": 23},
        "breaks": [
            {"rule": "moment-of-truth-fell", "severity": "error"},
            {"rule": "satisfaction-fell-far", "severity": "warning"},
        ],
        "usedIn": [],
    }


class Page(HTMLParser):
    """Collects the elements and the text of a page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.text = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        assert not any(name.startswith("on") or name in {"src", "href"} for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", HOSTILE)
def test_html_shows_what_people_wrote_as_text(tmp_path: Path, text: str) -> None:
    quoted = json.dumps(text)
    page = Page(
        diff_html(
            proposal(changed(tmp_path, {"title": ("title: Schuhe im Laden kaufen", f"title: {quoted}")}))
        )
    )

    assert text in page.text
    assert {"script", "img", "a"}.isdisjoint(page.elements)


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_what_people_wrote_as_text(tmp_path: Path, text: str) -> None:
    quoted = json.dumps(text)
    comment = diff_markdown(
        proposal(changed(tmp_path, {"title": ("title: Schuhe im Laden kaufen", f"title: {quoted}")}))
    )

    for dangerous in (
        "<script",
        "</details><",
        "<img",
        "@team",
        "#12",
        "](",
        "https://",
        "www.ex",
        "mailto:a",
        "GH-4",
        "a94a8fe5",
        "**bold",
        " | cell",
    ):
        assert dangerous not in comment
    shown = html.unescape(comment).replace("\u200b", "").replace("\\", "")
    assert text in shown


def test_text_at_the_start_of_a_line_makes_no_list() -> None:
    assert [plain(text) for text in ("- a", "+ b", "1. c", "2026-03 d", "a\n\nb")] == [
        "\\- a",
        "\\+ b",
        "1\u200b. c",
        "2026-03 d",
        "a b",
    ]


def test_code_can_hold_backticks() -> None:
    assert [code(text) for text in ("a", "a`b", "`a``")] == ["`a`", "``a`b``", "``` `a`` ```"]


@pytest.mark.parametrize("limit", [MAX_COMMENT, 8_000, 2_000])
def test_a_long_comment_is_cut_between_lines_and_says_how_much_is_missing(tmp_path: Path, limit: int) -> None:
    steps = "".join(
        f"        - Ich gehe {number} Schritte weiter und sehe {'🥾' * 40}\n" for number in range(900)
    )
    neu = "---\ntitle: Weit\npersona: anna\nstages:\n    - stage: purchase\n      steps:\n"
    found = difference(
        tmp_path,
        {**base(), "weit.md": f"{neu}        - Ich bleibe\n---\n"},
        {**base(), "weit.md": f"{neu}{steps}---\n"},
    )
    comment = diff_markdown(proposal(change_tree(found)), limit=limit)

    assert len(comment.encode("utf-16-le")) // 2 <= limit
    assert comment.count("<details>") == comment.count("</details>")
    assert comment.count("```") % 2 == 0
    assert comment.splitlines()[-1].startswith("This comment is full: ")
    missing = int(comment.splitlines()[-1].split()[4])
    assert missing + comment.count("was added. (") == len(found.changes) - comment.count("was removed. (")


def test_a_terminal_gets_the_same_words_in_colors(fell: ChangeTree) -> None:
    colored = diff_text(proposal(fell), has_color=True)

    assert re.sub(r"\x1b\[\d*m", "", colored) == diff_text(proposal(fell))
    assert "\x1b[1mJourney: Schuhe im Laden kaufen (kauf)\x1b[0m\n" in colored
    assert "    \x1b[31merror: moment-of-truth-fell\x1b[0m: Satisfaction fell" in colored


def test_good_news_is_green(tmp_path: Path) -> None:
    rose = changed(tmp_path, {"rise": ("satisfaction: 3", "satisfaction: 4")})

    assert "\x1b[32mThe satisfaction of" in diff_text(proposal(rose), has_color=True)
