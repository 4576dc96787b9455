"""Profiles of personas: what the first screen shows, portraits that are drawn, long texts, and the sheet on paper."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from example_sites import build
from page_looks import FINE, LOOKS, Scheme, Window
from page_types import SCHEMES

from browser import serve
from page_signs import LIGHTNESS

NAMES = {
    "p-0": "Anna Berger",
    "p-1": "Özlem Ünal",
    "p-2": "王小明",
    "p-3": "Wilhelmine Mommsen",
    "p-4": "🦊",
    "p-5": "'<script>alert(1)</script>'",
    "p-6": "Mia",
    "p-7": "Maximiliane Überlang",
    "p-8": "Émile Zola",
    "p-9": "Łukasz Żak",
    "p-10": "Grace Hopper",
    "p-11": "Omar",
}
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz und noch viel mehr. " * 6
TEXTS = "".join(
    f"{name}: [{LONG}, {LONG}]\n"
    for name in ("goals", "frustrations", "needs", "motivations", "behaviours", "hobbies", "devices")
)
WORDY = f"role: {LONG}\nsegment: {LONG}\nlocation: {LONG}\nage: 99\nquote: {LONG}\n{TEXTS}interview: {{wishes: {LONG}}}\n"
SITE = """
site_name: Personas
docs_dir: docs
plugins: [journeybook]
theme: {name: material, language: de, font: false, palette: [
  {media: "(prefers-color-scheme: light)", scheme: default}, {media: "(prefers-color-scheme: dark)", scheme: slate}]}
"""
BOXES = """selectors => selectors.map(selector => {
  const {left, top, right, bottom, width} = document.querySelector(selector).getBoundingClientRect();
  return {left: left >= 0, right: right <= innerWidth, top: top >= 0, bottom: bottom <= innerHeight, seen: width > 0};
})"""
IN_SIGHT = {"left": True, "right": True, "top": True, "bottom": True, "seen": True}
CONTRASTS = """() => [...document.querySelectorAll("svg.jb-portrait text")].map(text => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgb = colour => { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3); };
  const light = colour => rgb(colour).map(v => v / 255)
    .map(v => (v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const coat = text.parentElement.querySelector("path:nth-of-type(2)");
  const [low, high] = [light(getComputedStyle(text).fill), light(getComputedStyle(coat).fill)].sort((a, b) => a - b);
  return [text.parentElement.getAttribute("class"), (high + .05) / (low + .05)];
})"""
FACES = f"""() => [...document.querySelectorAll(".jb-walk .jb-face")].map(face => {{
  const lightness = {LIGHTNESS}, disc = getComputedStyle(face.querySelector("circle")).fill;
  return [...face.querySelectorAll("path")].map(path => {{
    const pair = [lightness(getComputedStyle(path).stroke), lightness(disc)].sort((a, b) => a - b);
    return (pair[1] + .05) / (pair[0] + .05);
  }});
}})"""
"""The contrast of each stroke of a face with its disc."""
OVERLAPS = """points => points.filter((one, at) => points.slice(at + 1).some(other => {
  const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
})).map(point => point.textContent)"""
INSIDE = """() => [...document.querySelectorAll("svg.jb-portrait text")].filter(text => {
  const letters = text.getBoundingClientRect(), whole = text.parentElement.getBoundingClientRect();
  return letters.left < whole.left || letters.right > whole.right || letters.bottom > whole.bottom;
}).length"""


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of personas without pictures, one of them with very much text."""
    root = tmp_path_factory.mktemp("people")
    folder = root / "journeys/personas"
    folder.mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text("# Start\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    for name, title in NAMES.items():
        more = WORDY if name == "p-7" else ""
        (folder / f"{name}.md").write_text(f"---\ntitle: {title}\n{more}---\n", encoding="utf-8")
    ids = ", ".join(NAMES)
    journey = f"---\ntitle: Alle\npersonas: [{ids}]\nstages: {{stage: purchase, steps: {{title: A, satisfaction: 3}}}}\n---\n"
    (root / "journeys/alle.md").write_text(journey, encoding="utf-8")
    with serve(build(root / "mkdocs.yml", root / "site")) as base:
        yield base


def test_the_first_screen_shows_portrait_quote_goals_and_frustrations(window: Window) -> None:
    page = window.visit("personas/anna/")
    parts = [
        ".jb-profile__picture .jb-portrait",
        "h1",
        ".jb-profile__quote",
        ".jb-panel--goals",
        ".jb-panel--frustrations",
    ]

    assert page.evaluate(BOXES, parts) == [IN_SIGHT] * 5
    names = page.locator(".jb-stops__name")
    assert names.count() > 40
    assert names.evaluate_all("all => all.filter(name => name.scrollWidth > name.clientWidth).length") == 0
    assert page.locator(".jb-stops .jb-point > a").evaluate_all(OVERLAPS) == []


@pytest.fixture
def people_window(shared_window: Window, people: str) -> Iterator[Window]:
    with shared_window.at(people) as window:
        yield window


def test_initials_stand_out_and_stay_in_their_portraits(people_window: Window) -> None:
    page = people_window.visit("personas/")
    light = page.evaluate(CONTRASTS)
    people_window.darken()

    for found in (light, page.evaluate(CONTRASTS)):
        assert len(found) == 11
        assert [name for name, ratio in found if ratio < 4.5] == []
    assert page.evaluate(INSIDE) == 0
    people_window.visit("journeys/alle/")
    assert page.locator(".jb-facts svg.jb-portrait").count() == 12
    assert page.evaluate(INSIDE) == 0


def test_without_tabs_the_side_bar_stays_and_all_pages_begin_beside_it(people_window: Window) -> None:
    lefts = set()
    for address in ("personas/", "personas/p-0/", "journeys/", "journeys/alle/"):
        page = people_window.visit(address)
        assert page.locator(".md-sidebar--primary").is_visible()
        lefts.add(page.locator(".jb-page").evaluate("page => Math.round(page.getBoundingClientRect().left)"))

    assert len(lefts) == 1


@pytest.mark.parametrize("persona", ["p-0", "p-7"])
def test_an_empty_and_a_wordy_profile_are_as_they_should_be(people_window: Window, persona: str) -> None:
    assert people_window.looks(f"personas/{persona}/") == dict.fromkeys(LOOKS, FINE)


def test_the_profile_prints_on_one_sheet_and_the_journeys_behind_it(window: Window, tmp_path: Path) -> None:
    page = window.visit("personas/anna/")
    pdf = tmp_path / "anna.pdf"
    page.pdf(path=pdf, format="A4", prefer_css_page_size=True, print_background=True)
    first, *others = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True
    ).stdout.split("\f")
    sizes = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout

    width, height = re.findall(r"Page size: +([\d.]+) x ([\d.]+) pts \(A4\)", sizes)[0]
    assert float(width) < float(height)
    for text in ("Anna Berger", "Ziele", "Hobbys", "Parkplatz vor der Tür", "wann im Laden wenig"):
        assert text in first
    assert "Schuhe im Laden kaufen" in others[0]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_faces_on_a_journey_are_told_from_their_discs(window: Window, scheme: Scheme) -> None:
    window.page.emulate_media(color_scheme=scheme)
    page = window.visit("personas/anna/")
    faces = page.evaluate(FACES)

    assert len(faces) > 10
    assert [strokes for strokes in faces if not strokes or min(strokes) < 3] == []
