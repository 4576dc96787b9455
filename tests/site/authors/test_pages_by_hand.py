"""Pages by hand at the address of a generated one, edit and history links, templates of the site."""

import pytest
from small_sites import SHOES, SIX_LINES, Make, SmallSite, Tree

GIT = "https://git.example.org/edit/main/docs/{path}"
BY_HAND: Tree = {
    "journeys/handbook.yml": "channels: [{id: filiale, title: Filiale, setting: offline}]\n",
    "journeys/touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: filiale\n---\nDie Kasse steht vorn.\n",
    "journeys/schuhe.md": f"{SHOES}Die Erzählung.\n\n### Ein Kapitel\n",
    "docs/journeys/index.md": "# Alle Reisen\n\nZur Einführung.\n\n## Wie wir schreiben\n\nSo.\n",
    "docs/journeys/schuhe/index.md": "Vor der Journey.\n\n## Schuhe anprobieren\n\nHin und her.\n",
    "docs/touchpoints/kasse.md": "# Die Kasse im Haus\n\nEinleitendes.\n",
    "docs/verweise.md": "# Verweise\n\n[Schritt](journeys/schuhe/index.md#an-der-kasse-bezahlen)\n",
}
STRICT = {"nav": {"omitted_files": "warn"}, "links": {"not_found": "warn", "anchors": "warn"}}


@pytest.mark.parametrize("nav", [None, ["index.md", "verweise.md"]])
def test_a_page_by_hand_is_the_introduction(make: Make, nav: list[str] | None) -> None:
    options = {"nav": nav} if nav else {}
    made = make(BY_HAND, theme="material", validation=STRICT, edit_uri_template=GIT, **options)
    assert (made.aborted, made.log) == (None, [])
    index, journey, till = (
        made.page(name) for name in ("journeys/", "journeys/schuhe/", "touchpoints/kasse/")
    )

    assert [title.text for title in index.top.all("h1")] == ["Alle Reisen"]
    assert index.ours.one("div.jb-prose").text == "Alle Reisen Zur Einführung. Wie wir schreiben So."
    assert index.ours.one("table#all_journeys th a").text == "Schuhe im Laden kaufen"

    assert [title.text for title in journey.top.all("h1")] == ["Schuhe im Laden kaufen"]
    assert journey.ours.one("div.jb-prose").text == "Vor der Journey. Schuhe anprobieren Hin und her."
    assert journey.ours.one("#schuhe-anprobieren").tag == "th"
    assert journey.ours.one("#schuhe-anprobieren_1").tag == "h2"
    assert "<p>Die Erzählung.</p>" in journey.html

    assert [title.text for title in till.top.all("h1")] == ["Die Kasse im Haus"]
    assert till.ours.one("#used_in").text == "Schritte mit diesem Touchpoint"
    assert [part.text for part in till.ours.all("div.jb-prose")] == [
        "Die Kasse im Haus Einleitendes.",
        "Die Kasse steht vorn.",
    ]


def contents(made: SmallSite, address: str) -> list[tuple[str, str]]:
    sidebar = made.page(address).top.one("div.md-sidebar--secondary")
    return [(link.text, link["href"]) for link in sidebar.all("a.md-nav__link")]


def test_the_contents_join_the_headings_of_both(make: Make) -> None:
    made = make({**BY_HAND, "docs/personas/anna.md": "# Anna, ganz\n\n## Herkunft\n"}, theme="material")
    assert contents(made, "touchpoints/kasse/") == [("Schritte mit diesem Touchpoint", "#used_in")]
    assert contents(made, "personas/anna/") == [("Herkunft", "#herkunft"), ("Journeys", "#all_journeys")]


def test_metadata_of_a_page_by_hand_stays(make: Make) -> None:
    made = make(
        {"docs/stages/purchase.md": "---\ndescription: Eigenes\ntitle: Eigener Titel\n---\nText.\n"},
        theme="material",
    )
    page = made.page("stages/purchase/")
    assert page.title == "Eigener Titel - Handbuch"
    assert page.top.one("meta[name=description]")["content"] == "Eigenes"


def edit_link(made: SmallSite, address: str) -> list[str]:
    return [link["href"] for link in made.page(address).top.all("a.md-content__button[rel=edit]")]


def test_edit_links_lead_to_the_file_that_a_page_comes_from(make: Make) -> None:
    made = make(
        _without(BY_HAND, "docs/journeys/schuhe/index.md", "docs/verweise.md"),
        theme={"name": "material", "font": False, "language": "de", "features": ["content.action.edit"]},
        edit_uri_template=GIT,
    )
    base = "https://git.example.org/edit/main"
    assert edit_link(made, "journeys/schuhe/") == [f"{base}/journeys/schuhe.md"]
    assert edit_link(made, "journeys/schuhe/purchase/") == [f"{base}/journeys/schuhe.md"]
    assert edit_link(made, "personas/anna/") == [f"{base}/journeys/personas/anna.md"]
    assert edit_link(made, "touchpoints/kasse/") == [f"{base}/docs/touchpoints/kasse.md"]
    assert edit_link(made, "") == [f"{base}/docs/index.md"]
    for address in (
        "personas/",
        "stages/",
        "stages/purchase/",
        "teams/",
        "channels/",
        "metrics/",
        "touchpoints/",
    ):
        assert edit_link(made, address) == []
    facts = made.page("journeys/schuhe/").ours.one("div.jb-facts")
    assert [(link.text, link["href"]) for link in facts.all("a") if "git" in link["href"]] == [
        ("Bearbeiten", f"{base}/journeys/schuhe.md")
    ]


def _without(files: Tree, *names: str) -> Tree:
    return {path: content for path, content in files.items() if path not in names}


def test_the_history_is_linked_where_its_address_is_given(make: Make) -> None:
    option = {"journeybook": {"history_url": "https://git.example.org/log/{path}"}}
    made = make({"journeys/b2b/stiefel.md": SHOES}, plugins=["search", option])
    links = [link for link in made.page("journeys/stiefel/").ours.all("a") if link.text == "Änderungen"]
    assert [link["href"] for link in links] == ["https://git.example.org/log/journeys/b2b/stiefel.md"]


def test_another_folder_holds_the_journeys(make: Make) -> None:
    files = {"reisen/stiefel.md": SHOES, "reisen/personas/anna.md": "---\ntitle: Anna\n---\n"}
    made = make(files, plugins=["search", {"journeybook": {"journeys_dir": "reisen"}}])
    assert made.page("journeys/stiefel/").ours.one("h1").text == "Schuhe im Laden kaufen"
    assert "journeys/schuhe/" not in made.generated


def test_templates_of_the_site_come_before_ours(make: Make) -> None:
    override = '{% extends "page.html" %}{% block body %}<p class="own">{{ page.title }}</p>{% endblock %}'
    theme = {"name": "mkdocs", "custom_dir": "overrides"}
    made = make({"overrides/journeybook/stages.html": override}, theme=theme)
    assert made.page("stages/").ours.one("p.own").text == "Stages"
    assert made.page("stages/purchase/").ours.all("p.own") == []


def test_macros_of_the_site_are_called_by_the_name_of_their_file(make: Make) -> None:
    sign = '{% macro sign(thing) %}\n  <a class="own" href="{{ link(thing) }}">\n    {{ thing.title }}\n  </a>\n{% endmacro %}'
    page = '{% extends "page.html" %}{% block body %}{{ own.sign(summaries[0].stage) }}{% endblock %}'
    files = {"overrides/journeybook/macros/own.html": sign, "overrides/journeybook/stages.html": page}
    made = make(files, theme={"name": "mkdocs", "custom_dir": "overrides"})
    shown = made.page("stages/").ours.one("a.own")
    assert (shown["href"], shown.text) == ("../stages/awareness/", "Awareness")


def test_breadcrumbs_lead_up(make: Make) -> None:
    made = make()

    def crumbs(address: str) -> list[tuple[str, str]]:
        return [(link.text, link["href"]) for link in made.page(address).ours.all("nav.jb-crumbs a")]

    assert crumbs("") == []
    assert crumbs("journeys/") == [("Start", "../")]
    assert crumbs("journeys/schuhe/purchase/") == [
        ("Start", "../../../"),
        ("Journeys", "../../../journeys/"),
        ("Schuhe im Laden kaufen", "../../../journeys/schuhe/"),
    ]
    assert crumbs("personas/anna/") == [("Start", "../../"), ("Personas", "../../personas/")]


def test_links_to_pages_that_a_site_excludes_are_words(make: Make) -> None:
    files = {
        **SIX_LINES,
        "docs/guide.md": "Siehe [Regeln](wir/regeln.md#x) und [hier](neu.md).\n",
        "docs/wir/regeln.md": "# R\n",
        "docs/neu.md": "# N\n",
    }
    made = make(files, exclude_docs="/wir/\n", validation={"links": {"not_found": "warn"}})
    page = made.page("guide/")

    assert (made.aborted, made.log) == (None, [])
    assert "Siehe Regeln und hier." in page.top.text
    assert ["regeln" in link for link in page.links].count(True) == 0
    assert "../neu/" in list(page.links)


@pytest.mark.parametrize("address", ["", "../../quality/"], ids=["without them", "with them"])
def test_links_to_pages_for_authors_are_words_where_a_site_goes_without_these(
    make: Make, address: str
) -> None:
    guide = "Siehe [Qualität](../quality/index.md#x), `[Code](../quality/index.md)`.\n"
    files = {**SIX_LINES, "docs/guide/pruefen.md": guide}
    made = make(files, quality=bool(address), validation={"links": {"not_found": "warn"}})
    page = made.page("guide/pruefen/")

    assert (made.aborted, made.log) == (None, [])
    assert [link.split("#")[0] for link in page.links if "quality" in link and "#x" in link] == list(
        filter(None, [address])
    )
    assert "Siehe Qualität, [Code](../quality/index.md)." in page.top.text
