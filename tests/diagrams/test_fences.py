"""Blocks, and the fences of hand-written pages that become blocks."""

import html
import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from markdown import markdown
from markupsafe import Markup
from mermaid2 import fence_mermaid, fence_mermaid_custom
from pymdownx.superfences import fence_code_format, fence_div_format

from journeybook.diagrams import Words, block, draw_fences

SOURCE = """flowchart LR
  a["A & B <br> x"] --> b["&lt;script&gt; &amp;amp; #35;"]

  b --> c["<script>alert('1')</script>"]
  c --> d["</div></code></pre> *x* _y_ [l](m) `z` mermaid"]"""
NUMBERED = {"linenums": True, "anchor_linenums": True, "pygments_lang_class": True}


def fence(formatter: Callable[..., str]) -> dict[str, Any]:
    fences = [{"name": "mermaid", "class": "mermaid", "format": formatter}]
    return {"pymdownx.superfences": {"custom_fences": fences}, "attr_list": {}}


DRAWN: dict[str, dict[str, Any]] = {
    "mermaid2.fence_mermaid": fence(fence_mermaid),
    "mermaid2.fence_mermaid_custom": fence(fence_mermaid_custom),
    "superfences.fence_code_format": fence(fence_code_format),
    "superfences.fence_div_format": fence(fence_div_format),
    "fenced_code": {"fenced_code": {}},
    "highlight without Pygments": {"pymdownx.superfences": {}, "pymdownx.highlight": {"use_pygments": False}},
}
LEFT: dict[str, dict[str, Any]] = {
    "highlight": {"pymdownx.superfences": {}},
    "highlight with numbers": {"pymdownx.superfences": {}, "pymdownx.highlight": NUMBERED},
    "codehilite": {"fenced_code": {}, "codehilite": {}},
}


def rendered(text: str, configuration: dict[str, Any]) -> str:
    return markdown(text, extensions=list(configuration), extension_configs=configuration)


def owners(source: str, label: str = "Bild", anchor: str = "") -> Markup:
    """The block of a source for which the site's owner answers, as for all pages written by hand."""
    return block(source, label=label, anchor=anchor, is_trusted=True)


def test_block_is_a_named_scrollable_group() -> None:
    words = Words(copy="Kopieren", copied="Kopiert", failed="Geht nicht")
    assert block("a --> b", label='Reise "1" & <2>', words=words, anchor="reise") == (
        '<figure class="jb-diagram" id="reise" data-jb-copy="Kopieren" data-jb-copied="Kopiert"'
        ' data-jb-failed="Geht nicht" role="group" aria-label="Reise &#34;1&#34; &amp; &lt;2&gt;" tabindex="0"'
        ' style="--jb-room:360px" data-jb-diagram data-search-exclude><pre class="jb-diagram__source">a --&gt; b</pre></figure>'
    )


def test_block_without_words() -> None:
    assert block("\nx\n", label="L") == (
        '<figure class="jb-diagram" role="group" aria-label="L" tabindex="0" style="--jb-room:360px"'
        ' data-jb-diagram data-search-exclude><pre class="jb-diagram__source">x</pre></figure>'
    )


def test_the_owners_block_says_so() -> None:
    own = owners("x").replace(" data-jb-trusted", "")
    assert own == block("x", label="Bild") != owners("x")


def test_markup_is_source_like_any_other() -> None:
    assert block(Markup("<b>"), label=Markup('"')) == block("<b>", label='"')
    page = '<div  class="mermaid"><b>\n</div>'
    assert draw_fences(Markup(page), label="L") == draw_fences(page, label="L") == owners("<b>", label="L")


def test_block_never_contains_the_word_that_mermaid2_looks_for() -> None:
    drawn = block("a[mermaid] & mermaid", label="mermaid", words=Words(failed="mermaid"))
    assert "mermaid" not in drawn
    assert html.unescape(drawn).count("mermaid") == 4


@pytest.mark.parametrize("form", DRAWN)
def test_a_fence_becomes_a_block_with_its_author_s_source(form: str) -> None:
    page = rendered(f"# Titel\n\n```mermaid\n{SOURCE}\n```\n\nDanach\n", DRAWN[form])
    assert draw_fences(page, label="Bild") == f"<h1>Titel</h1>\n{owners(SOURCE)}\n<p>Danach</p>"


@pytest.mark.parametrize("form", [form for form in DRAWN if form != "fenced_code"])
def test_fences_in_lists_and_one_after_the_other(form: str) -> None:
    text = '- eins\n\n    ```mermaid\n    pie\n      "a": 1\n    ```\n\n- zwei\n\n    ```mermaid\n    timeline\n    ```\n'
    page = draw_fences(rendered(text, DRAWN[form]), label="Bild")
    assert re.findall(r"<figure.*?</figure>", page, re.DOTALL) == [
        owners('pie\n  "a": 1'),
        owners("timeline"),
    ]
    assert "mermaid" not in page


@pytest.mark.parametrize("form", ["mermaid2.fence_mermaid", "superfences.fence_code_format"])
def test_an_id_and_more_classes_of_a_fence(form: str) -> None:
    page = rendered("``` {.mermaid .wide #ablauf}\npie\n```\n", DRAWN[form])
    assert draw_fences(page, label="Bild") == owners("pie", anchor="ablauf")


@pytest.mark.parametrize(
    "page",
    [
        '<div class="mermaid">a --> b<br>c</div>',
        '<div class="mermaid">a --&gt; b<br>c</div>',
        '<pre class="mermaid">a --> b<br>c</pre>',
        "<pre><code class='x language-mermaid'>".replace("'", '"') + "a --&gt; b&lt;br&gt;c\n</code></pre>",
    ],
)
def test_diagrams_by_hand_in_html(page: str) -> None:
    assert draw_fences(f"<p>x</p>{page}<p>y</p>", label="Bild") == f"<p>x</p>{owners('a --> b<br>c')}<p>y</p>"


@pytest.mark.parametrize("form", LEFT)
def test_code_that_is_shown_as_code_stays(form: str) -> None:
    page = rendered(f"Text: mermaid\n\n```mermaid\n{SOURCE}\n```\n", LEFT[form])
    assert draw_fences(page, label="Bild") == page


@pytest.mark.parametrize(
    "page",
    [
        "<p>mermaid</p>",
        '<div class="mermaid-note">x</div>',
        '<div class="admonition not-mermaid">x</div>',
        '<pre><code class="language-mermaid2">x</code></pre>',
        '<div id="mermaid" class="x">x</div>',
        '<p class="mermaid">x</p>',
        '<p><code class="language-mermaid">x</code></p>',
        "<pre><code>&lt;div class=&quot;mermaid&quot;&gt;x&lt;/div&gt;</code></pre>",
    ],
)
def test_other_html_stays(page: str) -> None:
    assert draw_fences(page, label="Bild") == page


def test_a_page_without_the_word_is_returned_as_it_is() -> None:
    page = "<p>x</p>" * 1000
    assert draw_fences(page, label="Bild") is page


def test_a_long_page_of_near_misses_takes_no_time() -> None:
    page = '<div class="mermaid' * 20_000 + '<pre  class="mermaid">' * 2_000
    start = time.process_time()
    assert draw_fences(page, label="Bild") == page
    assert time.process_time() - start < 1
