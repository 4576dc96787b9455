"""The search of both themes finds our pages and steps, by entries that lunr takes."""

import json
import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import quickjs
from built_pages import BuiltPage
from small_sites import OF_RULES, SIX_LINES, SmallSite, Tree, build_site, config

LUNR = Path(str(find_spec("mkdocs").origin)).parent / "contrib/search/templates/search/lunr.js"  # type: ignore[union-attr]
FILES: Tree = {
    **SIX_LINES,
    "journeys/handbook.yml": """
        channels: [{id: filiale, title: Filiale, setting: offline}]
        teams: [{id: laden, title: Laden, description: Sorgt für Schuhfreude.}]
        metrics: [{id: andrang, title: Andrang, unit: count, direction: down, source: Strichliste}]
        """,
    "journeys/touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: filiale\naliases: Zahltisch\ntags: Bargeld\n---\nSteht vorn.\n",
    "journeys/schuhe.md": """
        ---
        title: Schuhe & mehr
        persona: anna
        summary: Vom Wunsch zum Paar.
        stages:
          - stage: purchase
            goal: Das passende Paar
            steps:
              - title: Schuhe anprobieren
                thoughts: Drückt der Spann?
                satisfaction: 2
                pain_points: Lange Schlange
                opportunities: Mehr Bänke
                next: bezahlen
              - {title: Bezahlen, id: bezahlen, touchpoints: kasse}
        ---
        Am Schaufenster blieb sie stehen.

        ```mermaid
        flowchart LR
          quelltextwort --> b
        ```

        ## Kauf

        Der Verkäufer lächelt.

        ### Danach

        Sie geht.
        """,
    "docs/index.md": "# Willkommen\n\nGrußwort der Leitung.\n",
    "docs/journeys/index.md": '# Reisen\n\n<p data-search-note="ja">Vorrede zur Liste.</p>\n',
    "docs/hilfe.md": '# Hilfe\n\n<p data-search-note="ja">Eigenständig.</p>\n',
}
Find = Callable[[str], list[str]]


@pytest.fixture(scope="module", params=[("material", True), ("mkdocs", True), ("mkdocs", False)], ids=str)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    theme, directory_urls = request.param
    extensions = ["fenced_code", {"toc": {"permalink": True}}]
    text = config(theme, rules=True, use_directory_urls=directory_urls, markdown_extensions=extensions)
    return build_site(tmp_path_factory.mktemp("search"), FILES, text)


@pytest.fixture
def entries(made: SmallSite) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((made.site / "search/search_index.json").read_text("utf-8"))[
        "docs"
    ]
    return found


@pytest.fixture
def find(entries: list[dict[str, Any]]) -> Find:
    """Search by lunr, as browsers do; returns locations."""
    context = quickjs.Context()
    context.eval(LUNR.read_text(encoding="utf-8"))
    # Material's own search reads over the tags.
    plain = [{**entry, "text": re.sub("<[^>]*>", " ", entry["text"])} for entry in entries]
    context.set("entries", json.dumps(plain))
    context.eval(
        """var index = lunr(function () {
             this.pipeline.remove(lunr.stemmer); this.searchPipeline.remove(lunr.stemmer);
             this.ref("location"); this.field("title"); this.field("text");
             JSON.parse(entries).forEach(entry => this.add(entry));
           });"""
    )

    def find(word: str) -> list[str]:
        context.set("word", word)
        found = json.loads(context.eval("JSON.stringify(index.search(word).map(hit => hit.ref))"))
        return sorted(location.replace("index.html", "") for location in found)

    return find


@pytest.mark.parametrize(
    ("word", "locations"),
    [
        ("spann", ["journeys/schuhe/purchase/#schuhe-anprobieren"]),
        ("schaufenster", ["journeys/schuhe/"]),
        ("verkäufer", ["journeys/schuhe/purchase/"]),
        ("wunsch", ["journeys/schuhe/"]),
        (
            "schlange",
            ["journeys/schuhe/#pain_lange-schlange", "journeys/schuhe/purchase/#schuhe-anprobieren"],
        ),
        (
            "bänke",
            ["journeys/schuhe/#opportunity_mehr-baenke", "journeys/schuhe/purchase/#schuhe-anprobieren"],
        ),
        ("zahltisch", ["channels/filiale/", "touchpoints/kasse/"]),
        ("schuhfreude", ["teams/laden/"]),
        ("strichliste", ["metrics/andrang/"]),
        ("vorn", ["touchpoints/kasse/"]),
        ("bargeld", ["touchpoints/kasse/"]),
        ("grußwort", [""]),
        ("vorrede", ["journeys/"]),
        ("quelltextwort", []),
        ("flowchart", []),
        ("accdescr", []),
    ],
)
def test_words_are_found_where_they_stand(find: Find, word: str, locations: list[str]) -> None:
    assert find(word) == locations


def test_pages_by_hand_are_left_to_the_search_plugin(entries: list[dict[str, Any]]) -> None:
    found = [entry for entry in entries if "Eigenständig" in entry["text"]]
    assert {entry["location"].replace(".html", "/").split("#")[0] for entry in found} == {"hilfe/"}


def test_every_entry_leads_to_a_page_and_an_anchor(made: SmallSite, entries: list[dict[str, Any]]) -> None:
    locations = [entry["location"] for entry in entries]
    assert len(set(locations)) == len(locations)
    for location in locations:
        path, _, anchor = location.partition("#")
        page = made.pages[path if path.endswith(".html") else f"{path}index.html"]
        assert not anchor or anchor in page.ids, location


def test_every_page_but_those_of_rules_is_found_by_its_title(
    made: SmallSite, entries: list[dict[str, Any]]
) -> None:
    titles = {entry["location"].replace("index.html", ""): entry["title"] for entry in entries}
    assert made.generated - set(titles) == {"rules/", *OF_RULES}
    assert BuiltPage(titles["journeys/schuhe/"]).top.text == "Schuhe & mehr"


def test_no_entry_holds_the_mark_of_a_heading(entries: list[dict[str, Any]]) -> None:
    ours = [entry for entry in entries if "hilfe" not in entry["location"]]
    assert [entry["location"] for entry in ours if "¶" in entry["text"]] == []


def test_each_value_is_a_block_of_its_own_in_material(made: SmallSite, entries: list[dict[str, Any]]) -> None:
    (found,) = [
        entry for entry in entries if entry["location"].endswith(("journeys/schuhe/", "schuhe/index.html"))
    ]
    blocks = ["Vom Wunsch zum Paar.", "Anna", "Kauf", "Am Schaufenster blieb sie stehen."]
    is_material = "<p>" in found["text"]

    assert found["text"] == (
        "".join(f"<p>{block}</p>" for block in blocks) if is_material else " · ".join(blocks)
    )
    assert is_material == ("md-header" in made.page("").html)


def test_material_takes_the_marks_for_its_search_off_all_pages(made: SmallSite) -> None:
    is_material = "material" in (made.root / "mkdocs.yml").read_text("utf-8")
    pages = [path.read_text("utf-8") for path in made.site.rglob("*.html")]

    assert any("data-search-note" in page for page in pages) is not is_material
    assert len(pages) > 5
