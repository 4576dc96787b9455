"""Diagrams in real sites: Material with instant navigation and mermaid2, and MkDocs' own theme."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from diagram_pages import LOADER, Visitor
from playwright.sync_api import Page, expect

import warm
from browser import serve
from journeybook.diagrams import Edge, Node, Section, Subgraph, Task, block, flowchart, journey_diagram
from page_signs import OLD_DRAWINGS, REDRAWN, until

ANNA, BEN = "Anna Berger", "Ben"
JOURNEY = journey_diagram(
    title="Schuhe online kaufen",
    description="Anna kauft Schuhe",
    sections=[
        Section(
            title="Suchen",
            tasks=(Task(title="Liest", score=4, actors=(ANNA, BEN)), Task(title="Fragt", score=3)),
        ),
        Section(title="Kaufen", tasks=(Task(title="Zahlt", score=1.5, actors=(ANNA,)),)),
    ],
)
FLOW = flowchart(
    title="Ablauf",
    description="Wer was tut",
    groups=[
        Subgraph(
            title="Gruppe", nodes=(Node(key="a", title="Eins", kind="start"), Node(key="b", title="Zwei"))
        )
    ],
    edges=[Edge(source="a", target="b", label="dann")],
)
SEQUENCE = "sequenceDiagram\n  Anna->>Ben: Hallo"
OTHERS = {
    "quadrant": 'quadrantChart\n  title Q\n  x-axis "a" --> "b"\n  quadrant-1 "Sofort"\n  "P": [0.3, 0.6]',
    "xychart": 'xychart-beta\n  title "X"\n  x-axis ["a", "b"]\n  line [3, 5]',
    "timeline": "timeline\n  title T\n  section S\n    2024 : Idee",
}
MATERIAL = """
theme:
  name: material
  font: false
  features: [navigation.instant]
  palette: [{scheme: default}]
plugins: [mermaid2]
"""
MKDOCS = """
theme:
  name: mkdocs
  highlightjs: false
  color_mode: light
plugins: [search]
"""
SITE = f"""
site_name: Probe
use_directory_urls: false
markdown_extensions: [md_in_html]
extra_css: [diagrams.css]
extra_javascript: [{LOADER}]
"""
# The colours that meet at each text: its own, and what lies behind it, layers of some opacity over the page.
CONTRASTS = """() => {
  const parse = color => { const n = color.match(/[\\d.]+/g).map(Number); return {rgb: n.slice(0, 3), a: n[3] ?? 1}; };
  const over = (top, a, under) => top.map((c, i) => c * a + under[i] * (1 - a));
  const luminance = rgb => rgb.map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
  const ratio = (x, y) => { const [low, high] = [luminance(x), luminance(y)].sort((p, q) => p - q);
    return (high + .05) / (low + .05); };
  const page = node => { for (; node; node = node.parentElement) {
    const color = parse(getComputedStyle(node).backgroundColor); if (color.a === 1) return color.rgb; }
    return [255, 255, 255]; };
  const found = {};
  for (const figure of document.querySelectorAll("figure.jb-diagram")) {
    const root = figure.querySelector(".jb-diagram__drawing").shadowRoot, paper = page(figure);
    const behind = selector => { const box = selector && root.querySelector(selector); if (!box) return paper;
      const style = getComputedStyle(box), fill = parse(style.fill);
      return over(fill.rgb, fill.a * style.fillOpacity, paper); };
    for (const [selector, box] of Object.entries(TEXTS))
      for (const text of root.querySelectorAll(selector)) {
        const style = getComputedStyle(text), svg = text.namespaceURI.endsWith("svg");
        const value = ratio(parse(svg ? style.fill : style.color).rgb, behind(box));
        found[selector] = Math.min(found[selector] ?? 99, value);
      }
  }
  return found;
}"""
TEXTS: dict[str, str | None] = {
    "[part=title]": None,
    "[part=name]": None,
    "div.journey-section .label": "rect.journey-section",
    "div.task .label": "rect.task",
    ".node .nodeLabel": ".node rect",
    ".cluster-label .nodeLabel": ".cluster rect",
    "span.edgeLabel": None,
    ".quadrant text": ".quadrant rect",
    ".data-point text": ".quadrant rect",
    ".chart-title text": None,
    ".left-axis text": None,
    ".timeline-node tspan": ".timeline-node path",
}


def build(folder: Path, theme: str) -> Path:
    """Build a site of two pages with the theme; return its folder."""
    docs = folder / "docs"
    docs.mkdir()
    figures = [block(source or "", label="Bild") for source in (JOURNEY, FLOW, *OTHERS.values())]
    (docs / "index.md").write_text("# Eins\n\n[Weiter](zwei.md)\n\n" + "\n\n".join(figures), encoding="utf-8")
    (docs / "zwei.md").write_text(f"# Zwei\n\n{block(SEQUENCE, label='Bild')}\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SITE + theme, encoding="utf-8")
    built = warm.run("-m", "mkdocs", "build", "--strict", folder=folder)
    assert built.returncode == 0, built.stderr
    return folder / "site"


ONLY_MATERIAL = pytest.mark.parametrize("site", [MATERIAL], indirect=True)


@pytest.fixture(scope="module", params=[MATERIAL, MKDOCS], ids=["material", "mkdocs"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, folder: Path) -> Path:
    site = build(tmp_path_factory.mktemp("site"), request.param)
    for name in (LOADER, "mermaid.tiny.js", "diagrams.css"):
        (site / name).write_bytes((folder / name).read_bytes())
    return site


@pytest.fixture(scope="module")
def base(site: Path) -> Iterator[str]:
    with serve(site) as base:
        yield base


def switch_to_dark(page: Page) -> None:
    """Do what the theme's own switch does; `REDRAWN` tells when the drawings have followed."""
    page.evaluate(OLD_DRAWINGS)
    page.evaluate("""() => {
      if (document.body.hasAttribute("data-md-color-scheme")) document.body.dataset.mdColorScheme = "slate";
      else document.documentElement.dataset.bsTheme = "dark";
    }""")


def contrasts(page: Page) -> dict[str, float]:
    found: dict[str, float] = page.evaluate(
        f"() => {{ const TEXTS = {json.dumps(TEXTS)}; return ({CONTRASTS})() }}"
    )
    return found


def all_drawn(page: Page) -> None:
    expect(page.locator(".jb-diagram--drawn")).to_have_count(page.locator("figure").count())


def test_every_text_stands_out_from_what_lies_behind_it(visit: Visitor) -> None:
    page = visit().open("index.html")
    all_drawn(page)
    light = contrasts(page)
    switch_to_dark(page)
    until(page, REDRAWN)
    dark = contrasts(page)
    page.evaluate(OLD_DRAWINGS)
    page.emulate_media(media="print")
    until(page, REDRAWN)
    for found in (light, dark, contrasts(page)):
        assert set(found) == set(TEXTS)
        assert {name: ratio for name, ratio in found.items() if ratio < 4.5} == {}


@ONLY_MATERIAL
def test_instant_navigation_draws_the_next_page_and_the_one_before(visit: Visitor) -> None:
    visited = visit()
    page = visited.open("index.html")
    all_drawn(page)
    page.get_by_role("link", name="Weiter").click()
    expect(page.get_by_role("heading", name="Zwei")).to_be_visible()
    all_drawn(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Eins")).to_be_visible()
    all_drawn(page)
    assert page.locator("[part=title]").all_inner_texts() == ["Schuhe online kaufen"]


@ONLY_MATERIAL
def test_a_switch_of_the_scheme_redraws_with_the_other_theme(visit: Visitor) -> None:
    page = visit().open("zwei.html")
    all_drawn(page)
    actor = page.locator("rect.actor").first
    light = actor.evaluate("element => getComputedStyle(element).fill")
    switch_to_dark(page)
    expect(actor).not_to_have_css("fill", light)
    page.evaluate("document.body.dataset.mdColorScheme = 'default'")
    expect(actor).to_have_css("fill", light)


@ONLY_MATERIAL
def test_leaving_in_the_midst_of_drawing_is_quiet(visit: Visitor) -> None:
    page = visit().open("index.html")
    page.locator("figure").first.wait_for()
    page.get_by_role("link", name="Weiter").click()
    expect(page.get_by_role("heading", name="Zwei")).to_be_visible()
    all_drawn(page)


@ONLY_MATERIAL
def test_mermaid2_finds_nothing_to_do(site: Path) -> None:
    pages = {path.name: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert [name for name, text in pages.items() if "mermaid" in text] == []
    assert pages["zwei.html"].count("data-jb-diagram") == 1
