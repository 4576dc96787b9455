"""Drawings of what authors wrote are cleaned before they enter the page; ordinary ones look as without that."""

import json
from pathlib import Path

from diagram_pages import Visitor
from playwright.sync_api import Page, Route, expect
from test_in_chromium import SETTLED, write

from journeybook.diagrams import block
from page_signs import until

DRAWN = """() => [...document.querySelectorAll(".jb-diagram__drawing")].map(drawing => drawing.shadowRoot.innerHTML)"""
NUMBER = """drawing => drawing.replace(/-?\\d+(\\.\\d+)?(e-\\d+)?/g, "0")"""
"""Parts of a drawing are counted through."""
ORDINARY = {
    "flowchart": """flowchart LR
  subgraph G [Group]
    a([Start]) --> b{Yes?}
  end
  b -->|"yes, <b>really</b>"| c["Line one<br>`code`"]
  c e1@-.-> d[(Data)]
  e1@{ animate: true }
  click c "https://intranet.example.org/" "Tip" _blank
  style a fill:#ffe,stroke:#333
  h["`**Bold** and _italic_`"] --> i["fa:fa-car Car"]""",
    "picture": "flowchart LR\n  a@{ img: 'dot.svg', label: 'A dot', w: 20, h: 20 }",
    "sequence": """sequenceDiagram
  actor A as Anna
  participant B
  A->>+B: Hi
  Note over A,B: <i>Note</i>
  alt one
    B-->>-A: Yes
  end
  links B: {"Intranet": "https://intranet.example.org/"}""",
    "class": 'classDiagram\n  class Shop {\n    +sell() bool\n  }\n  Shop <|-- Web : is\n  note for Shop "A note"',
    "state": "stateDiagram-v2\n  [*] --> open\n  state open {\n    a --> b\n  }\n  note right of open : A note",
    "er": 'erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  ORDER {\n    int id PK "the key"\n  }',
    "gantt": """gantt
  dateFormat YYYY-MM-DD
  section S
  One :done, a1, 2026-01-01, 3d
  click a1 href "https://intranet.example.org/\"""",
    "pie": 'pie showData\n  title P\n  "a": 10\n  "b": 5',
    "quadrant": 'quadrantChart\n  title Q\n  x-axis "a" --> "b"\n  "P": [0.3, 0.6]',
    "xychart": 'xychart-beta\n  x-axis ["a", "b"]\n  line [3, 5]\n  bar [2, 4]',
    "timeline": "timeline\n  title T\n  section S\n    2024 : Idea : Other",
    "journey": "journey\n  title T\n  section S\n    Do: 5: Anna, Ben",
    "gitGraph": 'gitGraph\n  commit id: "one" tag: "v1"\n  branch x\n  commit',
    "requirement": "requirementDiagram\n  requirement r {\n    id: 1\n  }\n  element e {\n    type: t\n  }\n  e - satisfies -> r",
    "c4": 'C4Context\n  Person(a, "Anna", "A customer")\n  System(b, "Shop")\n  Rel(a, b, "buys")',
    "sankey": "sankey-beta\n\nA,B,10\nA,C,5",
    "block": 'block-beta\n  columns 2\n  a["A"] b\n  d(("D"))',
    "packet": 'packet-beta\n  0-15: "Source"',
    "kanban": "kanban\n  Todo\n    a[Write]@{ assigned: 'anna', priority: 'High' }",
    "radar": 'radar-beta\n  axis a["A"], b["B"], c["C"]\n  curve k["K"]{1,2,3}',
    "treemap": 'treemap-beta\n"A"\n    "B": 10',
    "configured": '%%{init: {"theme": "forest", "themeCSS": ".node rect{fill:red}"}}%%\nflowchart LR\n  a --> b',
    "by hand": "---\nconfig:\n  look: handDrawn\n---\nflowchart LR\n  a --> b",
}
DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle cx="10" cy="10" r="9"/></svg>'
HOSTILE = {
    "a picture in a label": 'flowchart LR\n  A["<img src=https://x.example/a.png>x"]',
    "labels set free": (
        '%%{init: {"dompurifyConfig": {"ADD_TAGS": ["img"]}}}%%\nflowchart LR\n  A["<img src=https://x.example/a>x"]'
    ),
    "a style": '%%{init: {"themeCSS": ".none{background:url(https://x.example/a)}"}}%%\nflowchart LR\n  A',
}
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"
 onload="run()" viewBox="0 0 9 9"><script>run()</script><style>@import "https://x.example/a.css";</style>
<style>rect{fill:url(#own)}</style><animate attributeName="href" to="javascript:run()"/><rect
 fill="url(https://x.example/a.svg#b)" stroke="url(#own)" style="background:u\\72l(//x.example)" width="9"/>
<image href="https://x.example/a.png"/><image href="dot.svg" width="9"/><use xlink:href="https://x.example/a.svg#b"/>
<use href="#own"/><a xlink:href="javascript:run()" ping="https://x.example/"><text>a</text></a><a
 href="https://intranet.example.org/">b</a><a href="dat&#9;a:text/html,x">c</a>
<foreignObject width="9"><div><img src="x" onerror="run()"><p style="background: url('https://x.example/b')">p</p>
<iframe src="https://x.example/"></iframe><form action="/"><input></form><style>p{color:red}</style></div>
</foreignObject></svg>"""
CLEANED = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9" \
viewBox="0 0 9 9" part="drawing" style="min-width: 4.5px; max-width: 100%; height: auto;">
<style>rect{fill:url(#own)}</style><rect stroke="url(#own)" width="9"></rect>
<image></image><image href="dot.svg" width="9"></image><use></use>
<use href="#own"></use><a><text>a</text></a><a href="https://intranet.example.org/">b</a><a>c</a>
<foreignObject width="9"><div><p>p</p>
<style>p{color:red}</style></div>
</foreignObject></svg>"""


def drawn(page: Page) -> list[str]:
    """The drawings of a page, once all are there."""
    until(page, SETTLED, patience=60_000)
    expect(page.locator(".jb-diagram--failed")).to_have_count(0)
    found: list[str] = page.evaluate(DRAWN)
    return found


def figures(sources: dict[str, str], *, is_trusted: bool) -> str:
    return "".join(block(source, label=name, is_trusted=is_trusted) for name, source in sources.items())


def test_ordinary_diagrams_look_as_if_they_were_not_cleaned(folder: Path, visit: Visitor) -> None:
    (folder / "dot.svg").write_text(DOT, encoding="utf-8")
    both = "".join(figures(ORDINARY, is_trusted=is_trusted) for is_trusted in (False, True))
    visited = visit(new=True)
    visited.page.add_init_script("Math.random = () => 0.5")
    visited.page.emulate_media(media="print")
    page = visited.open(write(folder, "ordinary.html", both))
    drawings = [page.evaluate(NUMBER, drawing) for drawing in drawn(page)]

    assert len(drawings) == 2 * len(ORDINARY)
    pairs = zip(ORDINARY, drawings[: len(ORDINARY)], drawings[len(ORDINARY) :], strict=True)
    assert [name for name, cleaned, as_it_is in pairs if cleaned != as_it_is] == []


def test_what_a_source_smuggles_in_is_not_drawn(folder: Path, visit: Visitor) -> None:
    """Such sources are shown as text already; this is what happened if one were not seen."""
    visited = visit()
    visited.page.emulate_media(media="print")
    page = visited.open(write(folder, "smuggled.html", figures(HOSTILE, is_trusted=False)))
    drawings = drawn(page)

    assert len(drawings) == len(HOSTILE)
    assert [drawing for drawing in drawings if "x.example" in drawing] == []


def test_a_drawing_that_acts_is_cleaned_where_nothing_runs(folder: Path, visit: Visitor) -> None:
    """The library is another one here, which draws what no library should."""

    def answer(route: Route) -> None:
        script = (
            f"window.mermaid = {{initialize() {{}}, render: async () => ({{svg: {json.dumps(DRAWING)}}})}};"
        )
        route.fulfill(body=script, content_type="text/javascript")

    (folder / "dot.svg").write_text(DOT, encoding="utf-8")
    visited = visit()
    visited.page.route("**/mermaid.tiny.js", answer)
    page = visited.open(write(folder, "acting.html", figures({"a": "flowchart LR"}, is_trusted=False)))

    assert drawn(page) == [CLEANED]
