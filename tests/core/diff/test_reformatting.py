"""A text that is typed otherwise and says the same has not changed; one that says something else has."""

import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.changed_handbooks import base, difference, told

HEADER = "---\ntitle: Kauf\npersona: anna\nstages:\n  - stage: purchase\n    steps:\n      - title: Ich zahle\n---\n"

SAME = {
    "a table is laid out": (
        "| A | B |\n|---|---|\n| x | y |\n",
        "| A   | B   |\n| --- | --- |\n| x   | y   |\n",
    ),
    "a table gets outer bars": ("A|B\n-|-:\nx|y\n", "| A   |   B |\n| --- | --: |\n| x   |   y |\n"),
    "emphasis": ("Das ist *gut* so.\n", "Das ist _gut_ so.\n"),
    "strong emphasis": ("Das ist **gut** so, (**sehr**).\n", "Das ist __gut__ so, (__sehr__).\n"),
    "the marks of a list": ("* eins\n* zwei\n", "- eins\n- zwei\n"),
    "the numbers of a list": ("1. eins\n2. zwei\n", "1. eins\n1. zwei\n"),
    "the indent of a list": ("- eins\n    - zwei\n", "*   eins\n    *   zwei\n"),
    "emphasis in a list": ("- eins\n\n    *mehr*\n", "- eins\n\n    _mehr_\n"),
    "an underlined heading": ("## Eins\n\nText\n", "Eins\n----\n\nText\n"),
    "a closed heading": ("## Eins ##\n\nText\n", "## Eins\n\nText\n"),
    "how umlauts are stored": ("Größe überall\n", unicodedata.normalize("NFD", "Größe überall\n")),
    "where lines end": ("Ein langer Satz der umbricht.\n", "Ein langer Satz\nder umbricht.\n"),
    "where quoted lines end": ("> Ein Satz\n> zu Ende\n", "> Ein Satz zu Ende\n"),
    "needless backslashes": ("a_b und 1 * 2\n", "a\\_b und 1 \\* 2\n"),
    "the fence of code": ("```\ncode\n```\n", "~~~\ncode\n~~~\n"),
    "a rule": ("a\n\n---\n\nb\n", "a\n\n* * *\n\nb\n"),
    "empty lines": ("# Titel\nText\n\n\n\nmehr\n", "# Titel\n\nText\n\nmehr\n"),
}
OTHER = {
    "strength of emphasis": ("a **b** c\n", "a *b* c\n"),
    "a list with numbers": ("- a\n", "1. a\n"),
    "code in a line": ("`*a*`\n", "`_a_`\n"),
    "fenced code": ("```\n*a*\n```\n", "```\n_a_\n```\n"),
    "indented code": ("x\n\n    *a*\n", "x\n\n    _a_\n"),
    "the language of code": ("```yaml\na\n```\n", "```\na\n```\n"),
    "a mark that is text": ("\\*a\\*\n", "*a*\n"),
    "a cell": ("| A | B |\n|---|---|\n| x | y |\n", "| A | B |\n|---|---|\n| x | z |\n"),
    "the side of a column": ("| A | B |\n|---|---|\n| x | y |\n", "| A | B |\n|:--|---|\n| x | y |\n"),
    "the level of a heading": ("### A\n\nb\n", "#### A\n\nb\n"),
    "a word in a link": ("[a](x.md)\n", "[a](y.md)\n"),
}


def sentences(root: Path, old: str, new: str) -> list[str]:
    """What is told of a text that takes the place of another."""
    before, after = ({**base(), "kauf-2.md": HEADER + text} for text in (old, new))
    return [told(change) for change in difference(root, before, after).changes]


@pytest.mark.parametrize("name", SAME)
def test_what_is_typed_otherwise_is_no_change(tmp_path: Path, name: str) -> None:
    assert sentences(tmp_path / "to", *SAME[name]) == []
    assert sentences(tmp_path / "fro", *SAME[name][::-1]) == []


@pytest.mark.parametrize("name", OTHER)
def test_what_says_something_else_is_a_change(tmp_path: Path, name: str) -> None:
    assert len(sentences(tmp_path / "to", *OTHER[name])) == 1
    assert len(sentences(tmp_path / "fro", *OTHER[name][::-1])) == 1


def test_a_heading_is_found_again_by_what_stands_below_it(tmp_path: Path) -> None:
    text = "\n\nWer zu zweit kommt, teilt sich die Bank am Fenster.\n"

    assert sentences(tmp_path / "renamed", f"## Eins{text}", f"## Zwei{text}") == [
        "heading-changed: The heading 'Eins' is now 'Zwei'."
    ]
    assert sentences(tmp_path / "both", f"## Eins{text}", f"## Zwei{text}Und wer nicht?\n") == [
        "heading-changed: The heading 'Eins' is now 'Zwei'.",
        "narrative-changed: The text below 'Zwei' changed; words added: 3, words removed: 0.",
    ]
    assert len(sentences(tmp_path / "other", f"## Eins{text}", "## Zwei\n\nGanz anderes steht hier.\n")) == 2


WORDS = st.lists(st.sampled_from(("Schuhe", "passen", "größer", "a_b", "3", "nicht")), min_size=1, max_size=6)
STYLES = (
    {"item": "-", "soft": "*", "strong": "**", "space": "", "rule": "---", "form": "NFC"},
    {"item": "*", "soft": "_", "strong": "__", "space": "  ", "rule": "* * *", "form": "NFD"},
)
BLOCKS = st.lists(
    st.tuples(
        st.sampled_from(("text", "soft", "strong", "items", "table", "heading", "rule", "quote")), WORDS
    ),
    max_size=8,
)


def typed(blocks: list[tuple[str, list[str]]], style: dict[str, str]) -> str:
    """Blocks of text in the style of one formatter."""
    text = "\n\n".join(_block(*block, style) for block in blocks) + "\n"
    return unicodedata.normalize("NFD", text) if style["form"] == "NFD" else text


def _block(kind: str, words: list[str], style: dict[str, str]) -> str:
    line, space = " ".join(words), style["space"]
    match kind:
        case "soft" | "strong":
            return f"Das: {style[kind]}{line}{style[kind]}."
        case "items":
            return "\n".join(f"{style['item']} {space}{word}" for word in words)
        case "table":
            rows = [words, ["---" + "-" * len(space)] * len(words), words[::-1]]
            return "\n".join(f"|{'|'.join(f'{space}{cell}{space}' for cell in row)}|" for row in rows)
        case "heading":
            return f"{line}\n{'-' * 5}" if space else f"## {line}"
        case "quote":
            return "\n".join(f"> {word}" for word in words) if space else f"> {line}"
    return style["rule"] if kind == "rule" else line


@given(BLOCKS)
def test_a_formatter_changes_nothing(blocks: list[tuple[str, list[str]]]) -> None:
    with TemporaryDirectory() as folder:
        assert sentences(Path(folder), *(typed(blocks, style) for style in STYLES)) == []
