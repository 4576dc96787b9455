"""Our loader and the real library in a browser: what a reader sees, hears and fetches."""

from collections.abc import Callable
from pathlib import Path

import pytest
from diagram_pages import LOADER, Entry, Visitor
from playwright.sync_api import Page, expect

from journeybook.diagrams import Edge, Node, Section, Subgraph, Task, Words, block, flowchart, journey_diagram
from page_signs import PAINTED, press, until

WORDS = Words(copy="Quelltext kopieren", copied="Kopiert.", failed="Hier steht der Quelltext.")
FLOW = "flowchart LR\n  a --> b"
BROKEN = "flowchart LR\n  a --> --> ["
SETTLED = """() => [...document.querySelectorAll("[data-jb-diagram]")]
  .every(figure => /--(drawn|failed)/.test(figure.className))"""
DRAWN = ".jb-diagram--drawn"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'"
# A change in one figure must not lay out hundreds of others.
FIXED = "<style>figure { contain: strict; height: 300px }</style>"

PRINTS: dict[str, Callable[[Page], object]] = {
    "media": lambda page: page.emulate_media(media="print"),
    "event": lambda page: page.evaluate("window.dispatchEvent(new Event('beforeprint'))"),
}

READ_JOURNEYS = """() => [...document.querySelectorAll("#journeys figure")].map(figure => {
  const root = figure.querySelector(".jb-diagram__drawing").shadowRoot;
  const all = selector => [...root.querySelectorAll(selector)].map(element => element.textContent);
  return {
    title: all("[part=title]"), svgTitle: all("svg > title"), description: all("svg > desc"),
    sections: all("div.journey-section .label"), tasks: all("div.task .label"),
    legend: all("[part=name]"), people: all("circle > title"),
    intruders: all("script, img, a, iframe, object, embed, image, use"),
  };
})"""
READ_FLOWCHARTS = """() => [...document.querySelectorAll("#flowcharts figure")].map(figure => {
  const root = figure.querySelector(".jb-diagram__drawing").shadowRoot;
  const all = selector => [...root.querySelectorAll(selector)].map(element => element.textContent);
  return {
    svgTitle: all("svg > title"), description: all("svg > desc"), nodes: all(".node .nodeLabel"),
    groups: all(".cluster-label .nodeLabel"), edges: all(".edgeLabel span.edgeLabel"),
    intruders: all("script, img, a, iframe, object, embed, image, use"),
  };
})"""


def write(folder: Path, name: str, body: str, *, head: str = "") -> str:
    """Write a page that includes the loader; return its name."""
    page = (
        '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>T</title><link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="diagrams.css">{head}</head>'
        f'<body style="background:#fff;color:#222">{body}<script src="{LOADER}"></script></body></html>'
    )
    (folder / name).write_text(page, encoding="utf-8")
    return name


def figure(source: str | None, label: str = "Bild") -> str:
    assert source is not None
    return str(block(source, label=label, words=WORDS))


def journey(text: str) -> str | None:
    tasks = (Task(title=text, score=3.5, actors=("Anna", text)), Task(title="Danach", score=1))
    return journey_diagram(title=text, description=text, sections=[Section(title=text, tasks=tasks)])


def flow(texts: list[str]) -> str | None:
    """Return a flowchart with each text as a group, a node and an edge."""
    groups = [
        Subgraph(title=text, nodes=(Node(key=str(number), title=text),)) for number, text in enumerate(texts)
    ]
    edges = [Edge(source=str(number), target="0", label=text) for number, text in enumerate(texts)]
    return flowchart(title=texts[0], description=texts[0], groups=groups, edges=edges, direction="TB")


def journey_of(text: str) -> dict[str, list[str]]:
    name = text if len(text) <= 40 else text[:39].rstrip() + "…"
    return {
        "title": [text],
        "svgTitle": [text],
        "description": [text],
        "sections": [text],
        "tasks": [text, "Danach"],
        "legend": ["Anna", name],
        "people": ["Anna", name],
        "intruders": [],
    }


def flowchart_of(texts: list[str]) -> dict[str, list[str]]:
    return {
        "svgTitle": [texts[0]],
        "description": [texts[0]],
        "nodes": texts,
        "groups": texts,
        "edges": texts,
        "intruders": [],
    }


def normal(read: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return what was read, sorted and without the word joiners that part placeholders."""
    return {key: sorted(text.replace("\u2060", "") for text in texts) for key, texts in read.items()}


def test_every_string_reaches_the_reader(folder: Path, visit: Visitor, strings: list[Entry]) -> None:
    parts = [strings[start : start + 20] for start in range(0, len(strings), 20)]
    journeys = "".join(figure(journey(entry.input)) for entry in strings)
    flowcharts = "".join(figure(flow([entry.input for entry in part])) for part in parts)
    body = f'<div id="journeys">{journeys}</div><div id="flowcharts">{flowcharts}</div>'
    visited = visit()
    page = visited.open(write(folder, "strings.html", body, head=FIXED))
    page.emulate_media(media="print")
    until(page, SETTLED, patience=60_000)
    intended = [journey_of(entry.intended) for entry in strings]
    assert list(map(normal, page.evaluate(READ_JOURNEYS))) == list(map(normal, intended))
    intended = [flowchart_of([entry.intended for entry in part]) for part in parts]
    assert list(map(normal, page.evaluate(READ_FLOWCHARTS))) == list(map(normal, intended))
    assert page.locator("script, img, a, iframe").count() == 1
    assert visited.requests == ["/strings.html", "/diagrams.css", f"/{LOADER}", "/mermaid.tiny.js"]


def test_nothing_is_fetched_before_a_diagram_comes_into_view(folder: Path, visit: Visitor) -> None:
    visited = visit()
    page = visited.open(write(folder, "far.html", '<div style="height:5000px"></div>' + figure(FLOW)))
    page.evaluate(PAINTED)
    assert visited.requests == ["/far.html", "/diagrams.css", f"/{LOADER}"]
    page.locator("figure").scroll_into_view_if_needed()
    expect(page.locator(DRAWN)).to_have_count(1)
    assert visited.requests[3:] == ["/mermaid.tiny.js"]


def test_a_page_without_diagrams_fetches_nothing(folder: Path, visit: Visitor) -> None:
    visited = visit()
    visited.open(write(folder, "none.html", "<p>Nichts</p>")).evaluate(PAINTED)
    assert visited.requests == ["/none.html", "/diagrams.css", f"/{LOADER}"]


def test_the_source_is_readable_without_javascript(folder: Path, visit: Visitor) -> None:
    page = visit(java_script_enabled=False).open(write(folder, "plain.html", figure(FLOW)))
    assert page.locator("figure").inner_text() == FLOW
    expect(page.get_by_role("group", name="Bild")).to_be_visible()


def test_a_strict_policy_for_scripts_is_kept(folder: Path, visit: Visitor) -> None:
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}; img-src data:">'
    page = visit().open(write(folder, "policy.html", figure(FLOW), head=policy))
    expect(page.locator(DRAWN)).to_have_count(1)


def test_another_mermaid_of_the_page_stays(folder: Path, visit: Visitor) -> None:
    (folder / "other.js").write_text("window.mermaid = {version: 'other'};")
    page = visit().open(write(folder, "other.html", figure(FLOW), head='<script src="other.js"></script>'))
    expect(page.locator(DRAWN)).to_have_count(1)
    assert page.evaluate("window.mermaid") == {"version": "other"}


def test_no_mermaid_is_left_behind(folder: Path, visit: Visitor) -> None:
    page = visit().open(write(folder, "alone.html", figure(FLOW) + '<div class="mermaid">x</div>'))
    expect(page.locator(DRAWN)).to_have_count(1)
    assert page.evaluate("'mermaid' in window") is False
    assert page.locator("div.mermaid").inner_html() == "x"
    assert page.locator("body > *").evaluate_all("list => list.map(e => e.localName)") == [
        "figure",
        "div",
        "script",
    ]


def test_a_source_that_cannot_be_drawn_stays_with_a_note(folder: Path, visit: Visitor) -> None:
    warning = "warning: journeybook: a diagram cannot be drawn: Parse error on line 2:"
    page = visit(expected=[warning]).open(write(folder, "broken.html", figure(BROKEN) + figure(FLOW)))
    expect(page.locator(DRAWN)).to_have_count(1)
    broken = page.locator(".jb-diagram--failed")
    assert broken.inner_text().split("\n") == [
        "Hier steht der Quelltext.",
        "",
        *BROKEN.split("\n"),
        "Quelltext kopieren",
    ]
    assert page.locator("svg").count() == 1


def test_a_source_that_is_too_long_stays_with_a_note(folder: Path, visit: Visitor) -> None:
    warning = "warning: journeybook: a diagram cannot be drawn: its source is longer than 50000 characters"
    page = visit(expected=[warning]).open(write(folder, "long.html", figure(FLOW + "\n%% " + "x" * 50_000)))
    expect(page.locator(".jb-diagram--failed .jb-diagram__note")).to_have_text("Hier steht der Quelltext.")


def test_a_library_that_cannot_be_loaded_leaves_the_source(folder: Path, visit: Visitor) -> None:
    visited = visit(
        expected=[
            "error: Failed to load resource: net::ERR_FAILED",
            "warning: journeybook: a diagram cannot be drawn: cannot load BASE/mermaid.tiny.js",
        ]
    )
    visited.page.route("**/mermaid.tiny.js", lambda route: route.abort())
    page = visited.open(write(folder, "offline.html", figure(FLOW)))
    expect(page.locator(".jb-diagram--failed .jb-diagram__source")).to_be_visible()
    visited.messages[:] = [message.replace(visited.base, "BASE") for message in visited.messages]


@pytest.mark.parametrize("way", PRINTS)
def test_printing_draws_what_was_never_in_view(folder: Path, visit: Visitor, way: str) -> None:
    page = visit().open(write(folder, "print.html", '<div style="height:9000px"></div>' + figure(FLOW) * 3))
    expect(page.locator(DRAWN)).to_have_count(0)
    PRINTS[way](page)
    expect(page.locator(DRAWN)).to_have_count(3)


def test_a_printout_has_every_diagram_once_the_library_is_here(folder: Path, visit: Visitor) -> None:
    visited = visit(new=True)
    visited.page.add_init_script("window.requestIdleCallback = () => {}")
    far = figure(FLOW) + '<div style="height:9000px"></div>' + figure(FLOW) * 3
    page = visited.open(write(folder, "paper.html", far))
    expect(page.locator(DRAWN)).to_have_count(1)
    page.pdf()
    assert page.locator(DRAWN).count() == 4


def test_details_draw_when_they_open(folder: Path, visit: Visitor) -> None:
    visited = visit()
    body = f"<details><summary>Mehr</summary>{figure(journey('Reise'))}</details>"
    page = visited.open(write(folder, "details.html", body))
    page.evaluate(PAINTED)
    assert "/mermaid.tiny.js" not in visited.requests
    page.get_by_text("Mehr").click()
    expect(page.locator(DRAWN)).to_have_count(1)
    size = page.locator("svg").bounding_box()
    assert size is not None
    assert (size["width"] > 200, size["height"] > 200) == (True, True)


@pytest.mark.parametrize("secure", [True, False])
def test_the_button_copies_the_source(folder: Path, visit: Visitor, *, secure: bool) -> None:
    source = journey("A; B & <C>")
    visited = visit(permissions=["clipboard-read", "clipboard-write"])
    page = visited.open(write(folder, "copy.html", figure(source)))
    if not secure:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})")
    page.get_by_role("button", name="Quelltext kopieren").click()
    expect(page.get_by_role("status")).to_have_text("Kopiert.")
    page.evaluate("delete navigator.clipboard")
    assert page.evaluate("navigator.clipboard.readText()") == (source or "").rstrip("\n")


def test_no_button_without_its_label(folder: Path, visit: Visitor) -> None:
    page = visit().open(write(folder, "silent.html", str(block(FLOW, label="Bild"))))
    expect(page.locator(DRAWN)).to_have_count(1)
    assert page.locator("button").count() == 0


def test_a_source_with_its_own_configuration_is_left_alone(folder: Path, visit: Visitor) -> None:
    own = "---\nconfig:\n  theme: forest\n---\n" + FLOW
    directive = '%%{init: {"theme": "forest"}}%%\n' + FLOW
    titled = "---\ntitle: Reise\n---\n" + FLOW
    page = visit().open(write(folder, "own.html", figure(own) + figure(directive) + figure(titled)))
    expect(page.locator(DRAWN)).to_have_count(3)
    strokes = page.locator("rect.label-container").evaluate_all(
        "list => list.map(e => getComputedStyle(e).strokeOpacity)"
    )
    assert strokes == ["1"] * 4 + ["0.55"] * 2


def test_the_figure_scrolls_by_keyboard(folder: Path, visit: Visitor) -> None:
    wide = journey_diagram(
        title="Lang",
        description="",
        sections=[Section(title="S", tasks=tuple(Task(title=f"Schritt {n}", score=3) for n in range(20)))],
    )
    page = visit(viewport={"width": 390, "height": 800}).open(write(folder, "wide.html", figure(wide)))
    expect(page.locator(DRAWN)).to_have_count(1)
    press(page, "Tab")
    press(page, "ArrowRight")
    until(page, "() => document.activeElement.scrollLeft > 0")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(("width", "is_across"), [(390, False), (1280, True)])
def test_layers_without_room_side_by_side_lie_one_below_the_other(
    folder: Path, visit: Visitor, width: int, *, is_across: bool
) -> None:
    kinds = ("flowchart LR", "stateDiagram-v2\n  direction LR")
    sources = (
        f"{kind}\n" + "\n".join(f"  schritt{n} --> schritt{n + 1}" for n in range(6)) for kind in kinds
    )
    page = visit(viewport={"width": width, "height": 1600}).open(
        write(folder, "layers.html", "".join(map(figure, sources)))
    )
    expect(page.locator(DRAWN)).to_have_count(2)
    shapes = page.locator(".jb-diagram__drawing").evaluate_all(
        "list => list.map(e => e.shadowRoot.querySelector('svg').getBoundingClientRect()).map(b => b.width > b.height)"
    )

    assert shapes == [is_across, is_across]
    assert page.locator("figure").evaluate_all("list => list.every(f => f.scrollWidth <= f.clientWidth)")
