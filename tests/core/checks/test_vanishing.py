"""No word of a narrative vanishes without a finding: what Markdown and the cleaning leave is compared with it."""

import random
import re
from html import unescape
from itertools import count
from pathlib import Path

import markdown
import pytest

from core.checks.test_markup import rules_of, said_of
from journeybook.cleaning import clean_html

EXTENSIONS = [
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.superfences",
]
PIECES = [
    "W <y$ W $z> W",
    "W $a<b$ W $c>d$",
    "W <b und W> W",
    "W \\<W> W",
    "<tel:+49W>",
    "<W>",
    "</W>",
    "<a/W>",
    "<W\nW>",
    "<math>\nW",
    "<math><mi>W</mi></math>",
    "<math><mtext>W",
    "<math><semantics>W<p>",
    "<style>W",
    "<style>W</style>",
    "<script>W",
    "<template>W</template>",
    "<template>W",
    "<title>W",
    "<textarea>W",
    "<select><option>W",
    "<svg>W",
    "<svg><text>W</text></svg>",
    "<svg><style>W</style></svg>",
    "<xmp>W",
    "<plaintext>W",
    "<noscript>W",
    "<iframe>W</iframe>",
    "<object>W</object>",
    "<details>W",
    "<table><tr><td>W</table>W",
    "<frameset>W",
    "<?W?>",
    "<![CDATA[W]]>",
    "<!W>",
    "<!-- W",
    "[W]: W",
    '[W]: W "W"',
    "[^W]: W",
    "!!! W W W",
    "!!! note W W\n    W",
    '!!! note "W"\n    W',
    "??? tip W W\n    W",
    "| a | b |\n| - | - |\n| W | W | W |",
    "a | b\n- | -\nW | W | W | W",
    "&W; {W} {{ W }} {% W %} <% W %>",
    "$$\nW\n$$",
    "**W** *W* ~~W~~ ==W==",
    "- W\n- W\n\n1. W",
    "> W\n\n    W",
    "# W\n\n## W",
    "```\nW\n```",
    "Begriff\n:   W",
    "<W@example.org> <https://example.org/W>",
    "<p>W</p>\n<div markdown>W</div>",
    "<ruby>W<rt>W</rt></ruby>",
]


def with_words(piece: str, numbers: "count[int]") -> str:
    """Put a word of its own for each W."""
    return re.sub(r"W(?![a-z])", lambda _: f"wort{next(numbers)}x", piece)


def vanished(body: str) -> set[str]:
    """The words of a body that no reader can see."""
    html = clean_html(markdown.markdown(body, extensions=EXTENSIONS))
    text = unescape(re.sub(r"<[^>]*>", " ", html)).lower()
    return {word for word in re.findall(r"wort\d+x", body) if word not in text}


@pytest.mark.parametrize("piece", PIECES)
def test_no_word_vanishes_without_a_finding(piece: str, tmp_path: Path) -> None:
    body = with_words(f"W\n\n{piece}\n\nW", count(1))
    assert not vanished(body) or said_of(tmp_path, body)


def test_what_vanishes_and_what_does_not_are_both_tried() -> None:
    lost = [piece for piece in PIECES if vanished(with_words(f"W\n\n{piece}\n\nW", count(1)))]
    assert len(PIECES) // 3 < len(lost) < len(PIECES)


@pytest.mark.parametrize("seed", range(12))
def test_no_word_of_a_mixture_vanishes_without_a_finding_in_or_above_its_line(
    seed: int, tmp_path: Path
) -> None:
    chosen, numbers = random.Random(seed), count(1)
    body = "\n\n".join(with_words(piece, numbers) for piece in chosen.choices(PIECES, k=4))
    lines = [int(place.partition(":")[0]) - 10 for place in rules_of(tmp_path, body)]
    for word in vanished(body):
        assert min(lines, default=99) <= body[: body.index(word)].count("\n"), (word, body)


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        ("<details>\n<summary>a</summary>\n\nb", ["10:1 unclosed-html"]),
        ("<div>\n<b>a</div>", ["11:1 unclosed-html"]),
        ("<div><p>a<p>b<ul><li>c<li>d</ul></div>", []),
        ("<p>a\n\nb", ["10:1 unclosed-html"]),
        ("<DIV/>\n\na", ["10:1 unclosed-html"]),
        ("a<br>b<hr>c<img src='#' alt='x'>", []),
        ("a <!-- b\n\nc", ["10:3 unclosed-html"]),
        ("`<div>` und\n\n```\n<details>\n```\n\n<!-- <div> -->", []),
        ("</div> a", []),
    ],
)
def test_what_is_not_closed_is_named(body: str, rules: list[str], tmp_path: Path) -> None:
    assert rules_of(tmp_path, body) == rules


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("$x<y$ und $z>w$", "10:3 dropped-html '<y$ und $z>' will not be published."),
        ("Ruf <tel:+4930> an", "10:5 dropped-html '<tel:+4930>' will not be published."),
        ("Von </Name> hier", "10:5 dropped-html '</Name>' will not be published."),
        ("a <? b ?> c", "10:3 vanishing-text '<? b ?>' is taken for markup and not shown."),
        ("!!! note Bitte lesen", "10:10 vanishing-text 'Bitte lesen' is taken for markup and not shown."),
        ("| a |\n|---|\n| b | c |", "12:7 vanishing-text 'c' is taken for markup and not shown."),
        (
            "[Ach so]: Ja!",
            "10:1 unused-definition '[Ach so]: Ja!' defines what nothing names; the line is not shown.",
        ),
    ],
)
def test_what_vanishes_is_named_at_its_place(body: str, said: str, tmp_path: Path) -> None:
    assert said_of(tmp_path, body) == [said]


@pytest.mark.parametrize(
    "body",
    [
        "| a \\| b | c |\n|---|---|\n| `x|y` | d |\n\n| e | f | g",
        '!!! note "Bitte lesen"\n    a',
        "!!! note inline end\n    a",
        "[der Plan][plan] und [Plan]\n\n[Plan]: https://x.example",
        "Ein Satz.[^1]\n\n[^1]: Die Fußnote.",
        "[x]: mehr als ein Wort",
        "*[NPS]: Net Promoter Score",
    ],
)
def test_what_is_shown_is_left_alone(body: str, tmp_path: Path) -> None:
    assert said_of(tmp_path, body) == []


@pytest.mark.parametrize(
    "piece",
    [
        "<b>",
        "<b></i>",
        "</b>",
        "[a]: ",
        "[a]:b\n",
        "| ",
        "|-",
        "-| \n",
        "!!! a ",
        "<?",
        "<a\n",
        "]:   \n",
        "<!--",
        "\u200b",
    ],
)
def test_a_large_text_of_anything_is_read(piece: str, tmp_path: Path) -> None:
    assert len(said_of(tmp_path, piece * (20_000 // len(piece)))) < 20_000


@pytest.mark.parametrize(
    ("body", "is_named"),
    [
        ("<details>\n<summary>a</summary>\n\n- b\n- c\n\n</details>", True),
        ("<div>\n\nSiehe [[persona:anna]].\n\n</div>", True),
        ("<p>Siehe [hier](#a).</p>", True),
        ("Text\n\n  <section>\n## b\n<section>c</section></section>", True),
        ("<div markdown>\n**a**\n</div>", False),
        ("<div markdown='1'>\n<p>**a**</p>\n</div>", False),
        ("a <span>**b**</span> und <p>**c**</p>", False),
        ("<div>a * b, x - y, [1]</div>\n\n**c**", False),
        ("```\n<div>\n**a**\n</div>\n```", False),
    ],
)
def test_markdown_within_html_is_named_where_it_is_not_read(
    body: str, *, is_named: bool, tmp_path: Path
) -> None:
    named = any(rule.endswith(" markdown-in-html") for rule in rules_of(tmp_path, body))
    html = markdown.markdown(body, extensions=EXTENSIONS)
    assert named == is_named
    assert not named or any(mark in html for mark in ("[[", "](", "\n- ", "\n## "))
