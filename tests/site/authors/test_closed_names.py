"""What authors write neither steers the site's own parts nor has a reader's browser ask another host."""

import re

import pytest
from small_sites import Make

from journeybook.cleaning import asked_by_diagram, clean_html

FENCE = "```mermaid\n{}\n```\n"
STEERING = """
<div id="__config" hidden>{"base": "https://x.example"}</div>

# Suche {#__search}

## __drawer

Absatz
{: #__toc .md-overlay data-md-component=search }

<label for="__drawer">Menü</label> <a name="__palette_0">Farbe</a> <p id="mkdocs_search_modal">Suche</p>

<figure data-jb-diagram class="jb-diagram">kein Diagramm</figure>

<p class="mermaid">kein Zaun</p>

[Suche](#__search)

<div data-tabs="1:1">keine Reiter</div>

<input type="image" src="https://x.example/a" name="__palette">
"""
ASKING = """
![a](http://x.example/a.png) ![b](//x.example/b.png) ![c][d] ![e](e.svg){src=http://x.example/e.png}

[d]: https://x.example/d.png

<img src="http://x.example/a.png" srcset="http://x.example/b.png 2x"> <img src="\\\\x.example\\a.png">

<video poster="http://x.example/a"></video> <audio src="http://x.example/a"></audio>

<table background="http://x.example/a"><tr><td style="background: url(http://x.example/a)">a</td></tr></table>

<svg><use href="http://x.example/a#b"/><image href="http://x.example/a"/></svg>

<link rel="stylesheet" href="http://x.example/a"> <base href="http://x.example/">

<form action="http://x.example/"><button formaction="http://x.example/">Senden</button></form>

<embed src="http://x.example/a"> <object data="http://x.example/a"></object>

<a ping="http://x.example/" href="https://intranet.example.org/">Link</a>
"""
ASKS = re.compile(
    r'(?:src|srcset|poster|background|action|formaction|data|ping)="[^"]*example|<(?:link|base)[^>]*x.example'
)


def anna(body: str) -> dict[str, str]:
    return {"journeys/personas/anna.md": f"---\ntitle: Anna\n---\n{body}"}


def test_no_name_of_the_site_is_an_authors(make: Make) -> None:
    made = make(anna(STEERING), theme="material", markdown_extensions=["attr_list", "md_in_html"])
    page = (made.site / "personas/anna/index.html").read_text(encoding="utf-8")
    for name in ("__config", "__search", "__drawer"):
        assert len(re.findall(f' id="?{name}["> ]', page)) == 1
    written = page[page.index("text-__config") : page.index("keine Reiter")]
    closed = ("md-overlay", "data-md-", "data-jb-", "jb-diagram", "mermaid", "data-tabs", "image")
    assert [word for word in closed if word in written] == []
    assert '<label for="__drawer">Menü' not in page
    assert 'href="#text-__search"' in page


def test_no_picture_is_asked_of_another_host(make: Make) -> None:
    files = {**anna(ASKING), "journeys/personas/e.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'}
    made = make(files, markdown_extensions=["attr_list"])
    page = (made.site / "personas/anna/index.html").read_text(encoding="utf-8")
    assert ASKS.findall(page) == []
    assert '<a href="http://x.example/a.png">a</a>' in page
    assert '<a href="https://x.example/d.png">c</a>' in page


def test_no_title_is_a_tag_for_the_tooltips_of_material(make: Make) -> None:
    harm = "<img src=x onerror=alert(1)>"
    files = {
        "journeys/handbook.yml": f"channels: [{{id: store, setting: offline, title: '{harm}'}}]\n",
        "journeys/touchpoints/kasse.md": f"---\ntitle: '{harm}'\nchannel: store\n---\n",
        "journeys/kauf.md": (
            f"---\ntitle: '{harm}'\npersona: anna\nstages:\n- stage: purchase\n"
            "  steps: [{title: Zahlen, touchpoints: kasse}]\n---\n"
        ),
        **anna(""),
    }
    made = make(files, theme={"name": "material", "font": False, "features": ["content.tooltips"]})
    pages = [page.read_text(encoding="utf-8") for page in made.site.rglob("*.html")]
    tips = [tip for page in pages for tip in re.findall(r' title="([^"]*)"', page)]
    names = [name for page in pages for name in re.findall(r'class="md-ellipsis">\s*([^<]*)<', page)]

    assert [text for text in (*tips, *names) if "&lt;img" in text] == []
    assert len([text for text in tips if "onerror" in text]) >= 1
    assert len([text for text in names if "onerror" in text]) >= 1


def test_a_diagram_is_drawn_whatever_stands_around_it(make: Make) -> None:
    body = f"<figure data-jb-diagram data-jb-trusted>x</figure>\n\n{FENCE.format('flowchart LR')}\n[hinauf](#__search)\n"
    made = make(anna(body), markdown_extensions=["fenced_code"])
    page = (made.site / "personas/anna/index.html").read_text(encoding="utf-8")
    assert page.count("data-jb-diagram") == 1
    assert "data-jb-trusted" not in page


ASKING_DIAGRAMS = (
    'flowchart LR\n A@{ img: "http://x.example/a.png" }',
    'flowchart LR\n A@{ img: "//x.example/a.png" }',
    'flowchart LR\n A@{ "im\\x67": "\\x68ttp://x.example" }',
    'flowchart LR\n A@{ img: "\\\n  //x.example" }',
    'flowchart LR\n click A "https://x.example" {img: 1}',
    '%%{init: {"themeCSS": "a{background:u\\\\72l(//x.example)}"}}%%\nflowchart LR',
    "---\nconfig: {themeCSS: \"@import 'a.css'\"}\n---\nflowchart LR",
    'sequenceDiagram\n properties A: {"icon": "https#colon;//x.example"}',
    "classDiagram\n classDef a background:url#40;#47;#47;x.example#41;",
    'flowchart LR\n A["<img src=x>"]',
)
DRAWN = (
    'flowchart LR\n A[/x/] --> B[\\y\\]\n click A "https://x.example/a" "Tipp" _blank',
    "sequenceDiagram\n Alice-\\\\Bob: hi\n Alice-//Bob: und/oder",
    'flowchart LR\n A["C:\\neu"] --> B{Ja?}\n style A fill:#fff\n %% so // nicht',
    "journey\n title T\n section S\n  Tun: 5: Anna",
)


@pytest.mark.parametrize("source", ASKING_DIAGRAMS)
def test_a_diagram_that_would_ask_another_host_is_shown_as_text(source: str, make: Make) -> None:
    assert asked_by_diagram(source)
    made = make(anna(FENCE.format(source)), markdown_extensions=["fenced_code"])
    assert "data-jb-diagram" not in (made.site / "personas/anna/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("source", DRAWN)
def test_a_diagram_that_asks_nobody_is_drawn(source: str, make: Make) -> None:
    made = make(anna(FENCE.format(source)), markdown_extensions=["fenced_code"])
    assert "data-jb-diagram" in (made.site / "personas/anna/index.html").read_text(encoding="utf-8")


def test_tabs_and_tasks_work_as_before() -> None:
    tabs = (
        '<div class="tabbed-set tabbed-alternate" data-tabs="1:1">'
        '<input checked="" id="__tabbed_1_1" name="__tabbed_1" type="radio">'
        '<div class="tabbed-labels"><label for="__tabbed_1_1">A</label></div></div>'
        '<label class="task-list-control"><input disabled="" type="checkbox"></label>'
    )
    assert clean_html(tabs) == tabs


def test_a_title_is_no_html_for_a_theme_that_takes_it_for_that() -> None:
    assert clean_html('<b title="&lt;img src=x onerror=alert(1)>">a</b>') == (
        '<b title="&lt;\u2060img src=x onerror=alert(1)&gt;">a</b>'
    )
