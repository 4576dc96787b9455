"""Two lines of configuration and a journey of six: every theme, every kind of address, every navigation."""

import re
from pathlib import Path
from typing import Any

import pytest
from built_pages import dead_links, repeated_ids
from small_sites import (
    OF_QUALITY,
    OF_RULES,
    SHOES,
    SIX_LINES,
    TWO_LINES,
    Make,
    SmallSite,
    Tree,
    build_site,
    config,
)

GENERATED = {
    "",
    "channels/",
    "data/",
    "glossary/",
    "journeys/",
    "journeys/atlas/",
    "journeys/schuhe/",
    "journeys/schuhe/purchase/",
    "metrics/",
    "personas/",
    "personas/anna/",
    "reviews/",
    "reviews/agenda/",
    "start/",
    "stages/",
    "stages/awareness/",
    "stages/consideration/",
    "stages/delivery/",
    "stages/loyalty/",
    "stages/purchase/",
    "stages/support/",
    "teams/",
    "touchpoints/",
}
ENGLISH = config({"name": "mkdocs"})
STAGES = ["Bewusstsein", "Überlegung", "Kauf", "Lieferung", "Support", "Loyalität"]


def assert_sound(made: SmallSite, base: str = "/") -> None:
    """The build said nothing, and its pages are whole."""
    assert (made.aborted, made.log) == (None, [])
    assert {path: page.faults for path, page in made.pages.items() if page.faults} == {}
    assert repeated_ids(made.pages) == []
    assert dead_links(made.site, made.pages, base=base) == []


def test_two_lines_and_a_journey_of_six_lines_are_a_site(tmp_path: Path) -> None:
    made = build_site(tmp_path, SIX_LINES, TWO_LINES)
    assert_sound(made)
    assert made.generated == GENERATED
    journey = made.page("journeys/schuhe/")
    assert journey.title == "Schuhe im Laden kaufen - Handbuch"
    assert [link.text for link in journey.ours.all("th.jb-map__step a")] == [
        "1 Schuhe anprobieren",
        "2 An der Kasse bezahlen",
    ]
    assert made.page("").ours.one("h1").text == "Willkommen"


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_the_smallest_handbook_is_complete(make: Make, theme: str, *, directory_urls: bool) -> None:
    has_rules = (
        theme == "mkdocs" and not directory_urls
    )  # a page for each rule doubles what there is to look at
    made = make(theme=theme, rules=has_rules, use_directory_urls=directory_urls)
    assert_sound(made)
    assert made.generated == GENERATED | (OF_QUALITY | OF_RULES if has_rules else set())
    links = [link["href"] for link in made.page("journeys/schuhe/purchase/").ours.all("nav.jb-crumbs a")]
    assert links == (
        ["../../../", "../../../journeys/", "../../../journeys/schuhe/"]
        if directory_urls
        else ["../../../index.html", "../../../journeys/index.html", "../../../journeys/schuhe/index.html"]
    )


def test_a_site_without_pages_of_its_own_has_a_home_page(tmp_path: Path) -> None:
    files = {name: text for name, text in SIX_LINES.items() if not name.startswith("docs/")}
    made = build_site(tmp_path, files, config())
    assert_sound(made)
    assert made.page("").ours.one("h1").text == "Handbuch"
    assert made.page("").title == "Handbuch"


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
@pytest.mark.parametrize(
    "files", [{"docs/index.md": "# Willkommen\n"}, {"docs/index.md": "# Willkommen\n", "journeys": None}]
)
def test_a_handbook_without_journeys_says_how_to_begin(tmp_path: Path, theme: str, files: Any) -> None:
    made = build_site(tmp_path, files, config({"name": theme}))
    assert_sound(made)
    assert made.generated == {
        page for page in GENERATED if not re.search("schuhe|anna|reviews|atlas|start|data", page)
    }
    for address in ("", "journeys/"):
        assert (
            made.page(address)
            .ours.one("div.jb-empty")
            .text.startswith(
                "There are no journeys yet. Write the first one as a file in the folder journeys"
            )
        )
    personas = "There are no personas yet: write each as a file in journeys/personas/."
    assert made.page("personas/").ours.one("p.jb-empty").text == personas


def test_what_the_beginning_page_says_to_write_is_a_handbook(tmp_path: Path) -> None:
    said = build_site(tmp_path / "empty", {}, ENGLISH).page("journeys/").ours.all("pre")
    journey, persona = ("".join(sample.texts) for sample in said)
    files = {"journeys/buying-shoes.md": journey, "journeys/personas/anna.md": persona}
    made = build_site(tmp_path / "begun", files, ENGLISH)
    assert_sound(made)
    assert made.page("journeys/buying-shoes/").ours.one("h1").text == "Buying shoes"


def test_the_default_stages_have_titles_in_the_language_of_the_site(make: Make) -> None:
    made = make({"journeys/schuhe.md": f"{SHOES}\n## Kauf\n\nVom Kauf.\n"})
    assert [item.text for item in made.page("stages/").ours.all("p.jb-card__title")] == STAGES
    page = made.page("journeys/schuhe/purchase/")
    assert page.title == "Kauf – Schuhe im Laden kaufen - Handbuch"
    assert page.ours.one("div#the_story").text == "Vom Kauf."


def test_stages_that_a_handbook_names_are_never_renamed(make: Make) -> None:
    vocabulary = "stages:\n  - {id: purchase, title: Purchase}\n"
    made = make({"journeys/handbook.yml": vocabulary})
    assert [item.text for item in made.page("stages/").ours.all("p.jb-card__title")] == ["Purchase"]


OWN_PAGES = {"docs/hilfe.md": "# Hilfe\n", "docs/team/wir.md": "# Wir\n"}
OURS = [
    *("Journeys", "Atlas", "Phasen", *STAGES, "Schuhe im Laden kaufen"),
    *("Personas", "Anna"),
    "Prüfrhythmus",
    *("Neu hier?", "Glossar", "Offene Daten"),
]
NAVIGATIONS: dict[str, tuple[Any, list[str]]] = {
    "none": (None, ["Willkommen", *OURS, "Hilfe", "Wir"]),
    "place": (
        ["index.md", "journeybook", {"Mehr": ["hilfe.md", "team/wir.md"]}],
        ["Willkommen", *OURS, "Hilfe", "Wir"],
    ),
    "no place": (["index.md", "hilfe.md", "team/wir.md"], ["Willkommen", "Hilfe", "Wir", *OURS]),
    "nested": (
        ["index.md", {"Kunden": ["hilfe.md", "journeybook"]}, "team/wir.md"],
        ["Willkommen", "Hilfe", *OURS, "Wir"],
    ),
    "titled": (
        ["index.md", {"Kunden": "journeybook"}, {"Mehr": ["hilfe.md", "team/wir.md"]}],
        ["Willkommen", *OURS, "Hilfe", "Wir"],
    ),
}


@pytest.mark.parametrize(("nav", "expected"), NAVIGATIONS.values(), ids=NAVIGATIONS)
def test_the_entries_stand_at_their_place(make: Make, nav: Any, expected: list[str]) -> None:
    strict = {"nav": {"omitted_files": "warn", "not_found": "warn", "absolute_links": "warn"}}
    made = make(OWN_PAGES, theme="material", validation=strict, **({"nav": nav} if nav else {}))
    assert_sound(made)
    links = made.page("personas/anna/").top.all("div.md-sidebar--primary li.md-nav__item a.md-nav__link")
    titles = [link.text for link in links if "#" not in link["href"]]
    assert titles == expected


@pytest.mark.parametrize(("theme", "directory_urls"), [("material", True), ("mkdocs", False)])
def test_a_site_below_a_path_has_its_links_below_that_path(
    make: Make, theme: str, *, directory_urls: bool
) -> None:
    made = make(theme=theme, site_url="https://example.org/kunden/buch/", use_directory_urls=directory_urls)
    assert_sound(made, base="/kunden/buch/")
    canonical = made.page("journeys/schuhe/").top.one("link[rel=canonical]")["href"]
    end = "" if directory_urls else "index.html"
    assert canonical == f"https://example.org/kunden/buch/journeys/schuhe/{end}"


def test_previous_and_next_stage(make: Make) -> None:
    journey = """
        ---
        title: Schuhe
        persona: anna
        stages:
          - {stage: purchase, steps: Kaufen}
          - {stage: delivery, steps: Warten}
          - {stage: support, steps: Fragen}
        ---
        """
    made = make({"journeys/schuhe.md": journey})

    def around(stage: str) -> list[tuple[str, str, str]]:
        links = made.page(f"journeys/schuhe/{stage}/").ours.all("nav.jb-around a")
        return [(link["rel"], link.one("span").text, link["href"]) for link in links]

    address = "../../../journeys/schuhe"
    assert around("purchase") == [("next", "Lieferung", f"{address}/delivery/")]
    assert around("delivery") == [
        ("prev", "Kauf", f"{address}/purchase/"),
        ("next", "Support", f"{address}/support/"),
    ]
    assert around("support") == [("prev", "Lieferung", f"{address}/delivery/")]


def test_two_stages_with_one_title_have_a_page_each(make: Make) -> None:
    journey = """
        ---
        title: Schuhe
        persona: anna
        stages:
          - {stage: purchase, steps: Kaufen}
          - {stage: delivery, steps: Warten}
          - {stage: purchase, id: purchase-2, steps: Nachkaufen}
        ---
        ## Kauf

        Beim ersten Mal.

        ## Wieder da {#purchase-2}

        Beim zweiten Mal.
        """
    made = make({"journeys/schuhe.md": journey}, theme="material")
    assert_sound(made)
    stages = made.page("journeys/schuhe/").ours.all("th.jb-map__stage a")
    assert [(link.text, link["href"]) for link in stages] == [
        ("Kauf", "../../journeys/schuhe/purchase/"),
        ("Lieferung", "../../journeys/schuhe/delivery/"),
        ("Kauf", "../../journeys/schuhe/purchase-2/"),
    ]
    assert made.page("journeys/schuhe/purchase/").ours.one("div#the_story").text == "Beim ersten Mal."
    assert made.page("journeys/schuhe/purchase-2/").ours.one("div#the_story").text == "Beim zweiten Mal."
    rows = made.page("stages/purchase/").ours.all("tr th[scope=row] a")
    assert [link["href"] for link in rows] == [
        "../../journeys/schuhe/purchase/",
        "../../journeys/schuhe/purchase-2/",
    ]


def long_journey(count: int) -> str:
    steps = "".join(
        f"      - {{title: Schritt {number}, satisfaction: {number % 5 + 1}}}\n" for number in range(count)
    )
    return f"---\ntitle: Lang\npersona: anna\nstages:\n  - stage: purchase\n    steps:\n{steps}---\n"


def test_a_journey_of_many_steps_is_whole(make: Make) -> None:
    made = make({f"journeys/lang-{count}.md": long_journey(count) for count in (40, 60)}, theme="material")
    assert_sound(made)
    for count in (40, 60):
        page = made.page(f"journeys/lang-{count}/").ours
        assert len(page.all("th.jb-map__step")) == count
        assert len(page.all("li.jb-point")) == count
        assert len(made.page(f"journeys/lang-{count}/purchase/").ours.all("article.jb-step")) == count


def test_journeys_may_lie_below_docs(tmp_path: Path) -> None:
    files: Tree = {
        "docs/index.md": "# Willkommen\n",
        "docs/journeys/README.md": "# Unsere Reisen\n",
        "docs/journeys/laden/schuhe.md": f"{SHOES}Die Erzählung. ![Regal](../assets/regal.svg)\n",
        "docs/journeys/personas/anna.md": "---\ntitle: Anna\n---\n",
        "docs/journeys/assets/regal.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    }
    made = build_site(
        tmp_path, files, config(plugins=["search", {"journeybook": {"journeys_dir": "docs/journeys"}}])
    )
    assert_sound(made)
    assert made.generated == GENERATED
    assert set(made.pages) == {f"{address}index.html" for address in GENERATED} | {"404.html"}
    assert (
        made.page("journeys/").ours.one("h1").text == "Journeys"
    )  # what lies there is read by its rules alone
    prose = made.page("journeys/schuhe/").ours.one("section.jb-prose")
    assert prose.text_by_element == ["Die Geschichte", "Die Erzählung."]


def test_a_readme_is_the_home_page(tmp_path: Path) -> None:
    files = {name: text for name, text in SIX_LINES.items() if not name.startswith("docs/")}
    made = build_site(tmp_path, {**files, "docs/README.md": "# Lies mich\n"}, config())
    assert_sound(made)
    assert made.page("").ours.one("h1").text == "Lies mich"


@pytest.mark.parametrize("plugins", [["journeybook"], ["journeybook", {"search": {"indexing": "titles"}}]])
def test_the_order_and_the_options_of_other_plugins_do_not_matter(make: Make, plugins: list[Any]) -> None:
    made = make(plugins=plugins)
    assert_sound(made)
    assert made.generated == GENERATED
    index = made.site / "search/search_index.json"
    assert index.exists() == (len(plugins) > 1)
    assert not index.exists() or "anprobieren" not in index.read_text(encoding="utf-8")
