"""Markdown and HTML of narratives: what `check` says of it is what becomes of it."""

from pathlib import Path

import nh3
import pytest

from core.checks.test_rules import findings
from journeybook.bodies import Body
from journeybook.checks.texts.formatting import formatting_in
from journeybook.cleaning import clean_html, drops_address, drops_attribute, drops_tag
from journeybook.rules import RULES, Family

HEAD = """---
title: Schuhe umtauschen
persona: anna
reviewed: 2026-11-01
stages:
  - stage: purchase
    steps:
      - Schuhe zurückgeben
---
"""
MEGABYTE = 1_000_000


def said_of(root: Path, body: str, header: str = HEAD) -> list[str]:
    """What rules about Markdown and HTML say of a journey's text, which begins in line 10."""
    found = findings(root, {"journeys/umtausch.md": f"{header}{body}\n"})
    own = [item for item in found if RULES[item.rule].family is Family.MARKUP]
    return [f"{item.place.line}:{item.place.column} {item.rule} {item.message}" for item in own]


def rules_of(root: Path, body: str) -> list[str]:
    """The places and rules alone."""
    return [" ".join(said.split()[:2]) for said in said_of(root, body)]


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        ("<iframe\n  src='https://x.example'>\n</iframe>", ["10:1 dropped-embed"]),
        ("a <video src=x.mp4></video>", ["10:3 dropped-embed"]),
        ("<STYLE>p {}</STYLE> <b onclick='x()'>a</b>", ["10:1 dropped-html", "10:21 dropped-attribute"]),
        ("<script>'<form>'</script><form></form>", ["10:1 dropped-html", "10:26 dropped-html"]),
        ("\\<iframe></iframe>", ["10:2 dropped-embed"]),
        ("Der <Name> der Kundin", ["10:5 dropped-html"]),
        (
            "[a](javascript:alert(1)) [b][c]\n\n[c]: file:///x",
            ["10:1 dropped-address", "12:6 dropped-address"],
        ),
        ("<a href='&#106;avascript:x()'>a</a>", ["10:1 dropped-address"]),
        ("Siehe <file:///S:/x.pdf>", ["10:7 dropped-address"]),
        ("[![Plan](C:\\plan.png)](x.example)", ["10:2 dropped-address"]),
        ("[zwei\nZeilen](<file:///a b>)", ["10:1 dropped-address"]),
    ],
)
def test_what_is_dropped_is_named(body: str, rules: list[str], tmp_path: Path) -> None:
    assert rules_of(tmp_path, body) == rules


@pytest.mark.parametrize(
    "body",
    [
        "`<iframe>` und &lt;iframe>",
        "```html\n<script>x</script>\n```\n\n    <style>\n\n<!-- <form> [a](file:///x) -->",
        "a < b, c > d, 3<4>2, <https://x.example>, <anna@x.example>",
        "[a](https://x.example) [b](tel:+49) [c](mailto:a@x.example) [d](umtausch.md#a:b)",
        "<div markdown='1' class='x' id='y'><b title='z'>a</b><br></div>",
        "<details open><summary>a</summary></details>",
        "Der Link \\[a](file) steht in [eckigen] (runden: Klammern).",
    ],
)
def test_what_is_published_is_left_alone(body: str, tmp_path: Path) -> None:
    assert said_of(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "## Stage 1: Kauf",
            "'## Stage 1: Kauf' is not the name of a stage. If you mean one, write '## Kauf'.",
        ),
        (
            "## 2. purchase",
            "'## 2. purchase' is not the name of a stage. If you mean one, write '## purchase'.",
        ),
        ("## II) Kauf:", "'## II) Kauf:' is not the name of a stage. If you mean one, write '## Kauf'."),
        (
            "## **Kauf** {#k}",
            "'## **Kauf** {#k}' is not the name of a stage. If you mean one, write '## Kauf {#k}'.",
        ),
        ("### Kauf", "'### Kauf' is not the name of a stage. If you mean one, write '## Kauf'."),
        ("# Kauf", "'# Kauf' is not the name of a stage. If you mean one, write '## Kauf'."),
        ("Kauf\n----", "'Kauf' is not the name of a stage. If you mean one, write '## Kauf'."),
    ],
)
def test_a_heading_that_nearly_names_a_stage_is_named(body: str, said: str, tmp_path: Path) -> None:
    assert said_of(tmp_path, body) == [f"10:1 heading-almost-a-stage {said}"]


@pytest.mark.parametrize(
    "body",
    [
        "## Kauf\n\n### Kauf",
        "## Kaufhaus",
        "## 1. Ausblick",
        "## KAUF",
        "```\n### Kauf\n```",
        "Text\nKauf\n---",
        "## Phase",
    ],
)
def test_a_heading_of_its_own_is_left_alone(body: str, tmp_path: Path) -> None:
    assert said_of(tmp_path, body) == []


@pytest.mark.parametrize("body", ["# Umtausch", "Umtausch\n===", "<h1>Umtausch</h1>"])
def test_a_title_in_the_body_is_named(body: str, tmp_path: Path) -> None:
    assert rules_of(tmp_path, body) == ["10:1 title-in-body"]


@pytest.mark.parametrize(
    "body", ["![Plan](https://x.example/p.png)", "<img src='//x.example/p.png' alt='Plan'>"]
)
def test_a_picture_of_another_host_is_named(body: str, tmp_path: Path) -> None:
    assert rules_of(tmp_path, body) == ["10:1 picture-of-another-host"]


@pytest.mark.parametrize(
    ("address", "is_broken"),
    [
        ("../schuhe-kaufen.md#purchase", False),
        ("schuhe-kaufen.md", False),
        ("../personas/anna.md", False),
        ("assets/plan.pdf", False),
        ("plan.png", False),
        ("../../docs/index.md", False),
        ("../kauf/", False),
        ("https://x.example/a.md", False),
        ("#kauf", False),
        ("assets/bild%20neu.pdf", False),
        ("schuhe-kauf.md", True),
        ("personas/anna", True),
        ("assets/fehlt.png", True),
        ("vertrag.pdf", True),
        ("<mit leer.md>", True),
        ("../../docs/regeln.md", False),
        ("../../docs/bild.png", False),
        ("../../docs/regel.md", True),
        ("../../docs/personas/index.md", False),
        ("../../README.md", False),
        ("anhang.md", False),
        ("../rueckgabe/index.md", False),
        ("../fehlt/index.html", True),
    ],
)
def test_links_are_followed_from_the_file_and_from_the_top(
    address: str, *, is_broken: bool, tmp_path: Path
) -> None:
    files = {
        "journeys/b2c/umtausch.md": f"{HEAD}Siehe [den Plan]({address}).\n",
        "journeys/assets/plan.pdf": "",
        "journeys/assets/bild neu.pdf": "",
        "journeys/b2c/plan.png": "",
        "journeys/b2c/vertrag.pdf": "x",
        "docs/regeln.md": "# Regeln",
        "docs/bild.png": "x",
        "docs/journeys/umtausch/anhang.md": "# Anhang",
    }
    found = [f"{item.place}" for item in findings(tmp_path, files) if item.rule == "broken-link"]
    assert found == (["journeys/b2c/umtausch.md:10:7"] if is_broken else [])


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("[a](schuhe-kaufn.md)", ["10:1 schuhe-kaufn.md → ../schuhe-kaufen.md"]),
        ("[a](../person/anna.md)", ["10:1 ../person/anna.md → ../personas/anna.md"]),
        ("[a](anna.md#x)", ["10:1 anna.md#x → ../personas/anna.md"]),
        ("![a](Plan.PNG)", ["10:1 Plan.PNG → plan.png"]),
        ("[a](personas/anna)", ["10:1 personas/anna → ../personas/anna.md"]),
        ("[a](nirgends.md)", ["10:1 nirgends.md → "]),
        ("<a href='schuhe-kaufn.md'>a</a>", ["10:1 schuhe-kaufn.md → ../schuhe-kaufen.md"]),
        ("a\n<img alt='b'\n src=\"assets/fehlt.png\">", ["11:1 assets/fehlt.png → "]),
        ("<a href='../schuhe-kaufen/index.html'>a</a> <a href='?q=a.b'>c</a> <img src='plan.png'>", []),
        ("[a][b] und [c]\n\n[b]: fehlt.md\n[C]: auch.md", ["12:6 fehlt.md → ", "13:6 auch.md → "]),
        ("[b]: fehlt.md", []),
        ("`[a](fehlt.md)` <!-- <a href='fehlt.md'> -->", []),
    ],
)
def test_a_link_to_nothing_says_what_was_probably_meant(body: str, said: list[str], tmp_path: Path) -> None:
    files = {"journeys/b2c/umtausch.md": f"{HEAD}{body}\n", "journeys/b2c/plan.png": ""}
    found = [item for item in findings(tmp_path, files) if item.rule == "broken-link"]
    values = [(item, dict(item.values)) for item in found]
    assert [
        f"{item.place.line}:{item.place.column} {told['address']} → {told.get('meant', '')}"
        for item, told in values
    ] == said
    assert all(item.message.endswith("?") == ("meant" in told) for item, told in values)


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("**Topf** kaufen", ["**Topf**"]),
        ("_Topf_ *kaufen*", ["*kaufen*", "_Topf_"]),
        (
            "Siehe [Plan](https://x.example) und [[persona:niemand]].<br>Ja",
            ["<br>", "[Plan](https://x.example)", "[[persona:niemand]]"],
        ),
        ("Zahlen &amp; gehen `hier`", ["&amp;", "`hier`"]),
        ("Kund*innen und Leser*innen, 2 * 3 * 4, snake_case_name, R&D; <Name> [x] (y) a_b", []),
    ],
)
def test_formatting_in_a_header_is_named(title: str, written: list[str], tmp_path: Path) -> None:
    header = HEAD.replace("title: Schuhe umtauschen", f'title: "{title}"')
    assert sorted(said_of(tmp_path, "", header)) == sorted(
        f"2:8 markup-in-header '{text}' is shown as it stands here: a header takes no formatting."
        for text in written
    )


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        ("Von [[anna]] und ![[bild.png]]", ["10:5 link-without-kind", "10:18 link-without-kind"]),
        ("[[anna|Anna]]", ["10:1 link-without-kind"]),
        ("[[1]](https://x.example) `[[anna]]` \\[[anna]] [[ persona:anna ]] [[persona : anna]]", []),
        ("Das sind:\n- a\n- b", ["11:1 list-without-empty-line"]),
        ("Eine Zeile\nund noch eine:\n1. a\n2. b", ["12:1 list-without-empty-line"]),
        ("- a\n  b\n- c\n\n1. d\n2. e", []),
        ("## Titel\n- a\n\nAm\n3. Mai\n\n> - a\n> - b", []),
        ("Text\n\n- a\n\n```\nText\n- b\n```\n\nText\n--", []),
        ("1) a\n2) b\n\nText\n\n3) c", ["10:1 list-with-other-marks", "15:1 list-with-other-marks"]),
        ("Mit:\n1) a\n2) b", ["11:1 list-with-other-marks"]),
        ("• a\n• b", ["10:1 list-with-other-marks"]),
        ("·\u00a0a", ["10:1 list-with-other-marks"]),
        ("`1) a` und 1) b\n\n    1) c\n\n1)b", []),
        ("- a\n  - b\n    - c\n- d\n  - e", ["11:3 list-nested-too-little"]),
        ("1. a\n   - b", ["11:4 list-nested-too-little"]),
        ("* a\n    * b\n      * c", ["12:7 list-nested-too-little"]),
        (
            "- a\n\n  - b\n\nText\n\n- c\n  1. d",
            ["12:3 list-nested-too-little", "17:3 list-nested-too-little"],
        ),
        ("- a\n    - b\n        - c\n- d\n - e\n\n1. f\n  2. g", []),
    ],
)
def test_what_becomes_no_link_and_no_list_is_named(body: str, rules: list[str], tmp_path: Path) -> None:
    assert rules_of(tmp_path, body) == rules


ELEMENTS = [
    *sorted(nh3.ALLOWED_TAGS),
    *["iframe", "script", "style", "form", "input", "button", "svg", "g", "video", "label", "font", "h1"],
]
INSIDE = {"caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"}
"""What stands in a table alone."""


@pytest.mark.parametrize("name", [name for name in ELEMENTS if name not in INSIDE])
def test_the_cleaning_drops_the_elements_that_are_named(name: str) -> None:
    assert drops_tag(name) == (f"<{name}" not in clean_html(f"<{name} id='x'>a</{name}>"))


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("a", "target"),
        ("a", "hreflang"),
        ("p", "style"),
        ("p", "onclick"),
        ("p", "class"),
        ("img", "width"),
        ("b", "data-x"),
    ],
)
def test_the_cleaning_drops_the_attributes_that_are_named(tag: str, name: str) -> None:
    assert drops_attribute(tag, name) == (
        f" {name}=" not in clean_html(f'<{tag} id="x" {name}="1">a</{tag}>')
    )


@pytest.mark.parametrize(
    "address",
    [
        "x.md",
        "#a",
        "//x.example",
        "https://x",
        "TEL:1",
        "file:///x",
        "JavaScript:x",
        " java\tscript:x",
        "data:,x",
        "C:/x",
        "a/b:c",
    ],
)
def test_the_cleaning_drops_the_addresses_that_are_named(address: str) -> None:
    assert drops_address(address) == ("href=" not in clean_html(f'<a href="{address}">a</a>'))


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ('<a href="file:///x">Brett</a>', "Brett"),
        ('<a href="javascript:x()" title="<a>">a <b>b</b></a>', "a <b>b</b>"),
        ('<a id="x"></a><a href="#x">y</a>', '<a id="x"></a><a href="#x">y</a>'),
        (
            '<i title="</a><a>">x</i><a href="y">z</a>',
            '<i title="&lt;\u2060/a&gt;&lt;\u2060a&gt;">x</i><a href="y">z</a>',
        ),
    ],
)
def test_a_link_without_an_address_is_plain_text(html: str, cleaned: str) -> None:
    assert clean_html(html) == cleaned


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "[",
        "![",
        "](",
        "x](a(",
        "<a ",
        "<a '",
        '<a b="',
        "<script>",
        "`",
        "``` x ` ",
        "# ",
        "[a]:",
        "a\n-\n",
        "](   ",
        "<a:",
    ],
)
def test_a_megabyte_of_anything_is_read(piece: str) -> None:
    body = Body(piece * (MEGABYTE // len(piece)) + "\n\n# Ende")
    assert len(list(body.tags())) + len(list(body.targets())) < MEGABYTE
    assert [heading.text for heading in body.headings()][-1:] in (["Ende"], [])


@pytest.mark.parametrize("piece", ["\n", "a\n \n ", "*", "*a ", "_", "[", "[a](", "`", "<b ", "&a", "[["])
def test_a_large_text_of_a_header_is_read(piece: str) -> None:
    assert len(list(formatting_in(piece * (MEGABYTE // len(piece))))) < MEGABYTE
