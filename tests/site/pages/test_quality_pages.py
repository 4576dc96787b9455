"""The quality of a handbook on its pages: what is found and where, marks on things, settings, and each rule's page."""

import contextlib
import re
from pathlib import Path

import pytest
from built_pages import BuiltPage, dead_links, repeated_ids
from mkdocs.config import load_config
from small_sites import SIX_LINES, STAND_INS, Make, SmallSite, Tree, build_site, config, write_tree

from journeybook.rules import RULES, Family

HANDBOOK = """
    teams:
      - {id: filialen, title: Filialen}
      - {id: webshop, title: Webshop}
    channels:
      - {id: store, title: Filiale, setting: offline}
    """
UNUSED: Tree = {
    "journeys/handbook.yml": HANDBOOK,
    "journeys/touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: store\nowner: filialen\n---\n",
    "journeys/personas/bodo.md": "---\ntitle: Bodo\n---\n",
}
"""A touchpoint, a persona and a team that nothing refers to."""


def only(*rules: str, weight: str = "") -> str:
    """Settings under which only some rules count."""
    lines = [f'{family.value} = "off"' for family in Family]
    weights = [f'{rule} = "{weight or RULES[rule].severity.value}"' for rule in rules]
    return "\n".join(["[rules]", *lines, *weights, ""])


SETTINGS = only("unused-touchpoint", "unused-team") + 'unused-persona = "warning"\n'


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    root = tmp_path_factory.mktemp("quality")
    files = {**SIX_LINES, **UNUSED, "journeybook.toml": SETTINGS}
    edit = "https://git.example.org/edit/docs/{path}"
    return build_site(root, files, config("material", rules=True, edit_uri_template=edit))


def rows(page: BuiltPage) -> list[tuple[str, str, str]]:
    """Of each finding what was found, where, and its weight."""
    found = []
    for row in page.ours.one("table#all_findings").all("tr[data-rule]"):
        sentence, *cells = (cell for cell in row.children if not isinstance(cell, str))
        found.append((sentence.text, *(cell.text for cell in cells)))
    return found  # type: ignore[return-value]


def test_readers_of_a_site_hear_of_its_quality_only_if_it_says_so(make: Make) -> None:
    files = {**UNUSED, "journeybook.toml": SETTINGS}
    made = make({**files, "docs/index.md": "# Willkommen\n"}, theme="material")

    assert (made.aborted, made.log) == (None, [])
    assert [page for page in made.generated if page.startswith(("quality/", "rules/"))] == []
    assert dead_links(made.site, made.pages) == []
    everything = (made.site / "search/search_index.json").read_text("utf-8")
    for page in made.pages.values():
        everything += page.top.text + "".join(link.attributes.get("href", "") for link in page.top.all("a"))
    assert re.findall(r"quality/|rules/|\b\d+ (?:Hinweis|Warnung)|Qualität", everything) == []


@pytest.mark.parametrize(("quality", "is_told"), [("", True), (", quality: false", False)])
def test_a_preview_tells_of_the_quality_unless_it_is_told_not_to(
    tmp_path: Path, quality: str, *, is_told: bool
) -> None:
    base = {name: text for name, text in SIX_LINES.items() if name.startswith("journeys/")}
    plugins = f"plugins: [{{journeybook: {{review: base{quality}}}}}]\nhooks: [{STAND_INS}]\n"
    tree = {**SIX_LINES, **UNUSED, **{f"base/{name}": text for name, text in base.items()}}
    made = build_site(tmp_path, tree, f"site_name: Handbuch\n{plugins}")

    assert (made.aborted, made.log) == (None, [])
    assert {"quality/", "rules/"}.isdisjoint(made.generated) is not is_told
    assert dead_links(made.site, made.pages) == []


def test_a_build_with_findings_is_sound_and_silent(made: SmallSite) -> None:
    assert (made.aborted, made.log) == (None, [])
    assert repeated_ids(made.pages) == []
    assert {path: page.faults for path, page in made.pages.items() if page.faults} == {}
    assert dead_links(made.site, made.pages) == []


def test_findings_stand_file_by_file_the_worst_first(made: SmallSite) -> None:
    page = made.page("quality/")
    assert [head.text for head in page.ours.all("tr.jb-grouped__head")] == [
        "Bodo 1 Warnung · Bearbeiten: Bodo",
        "Kasse 1 Hinweis · Filialen · Bearbeiten: Kasse",
        "Was alle Journeys teilen 1 Hinweis · Bearbeiten: Was alle Journeys teilen",
    ]
    assert rows(page) == [
        (
            "Nichts verweist auf die Persona „bodo“.Nichts verweist auf diese Persona",
            "Bodojourneys/personas/bodo.md:2",
            "Warnung",
        ),
        (
            "Nichts verweist auf den Touchpoint „kasse“.Nichts verweist auf diesen Touchpoint",
            "Kassejourneys/touchpoints/kasse.md:2",
            "Hinweis",
        ),
        (
            "Nichts verweist auf das Team „webshop“.Nichts verweist auf dieses Team",
            "Webshopjourneys/handbook.yml:3",
            "Hinweis",
        ),
    ]


def test_each_finding_leads_to_where_it_shows_to_its_rule_and_to_its_file(made: SmallSite) -> None:
    table = made.page("quality/").ours.one("table#all_findings")
    assert [link["href"] for link in table.all("tr[data-rule] td a")] == [
        "../personas/bodo/",
        "../touchpoints/kasse/",
        "../teams/webshop/",
    ]
    assert [link["href"] for link in table.all("tr[data-rule] small a")] == [
        "../rules/unused-persona/",
        "../rules/unused-touchpoint/",
        "../rules/unused-team/",
    ]
    (edit,) = (link["href"] for link in table.all("tr.jb-grouped__head a") if link.text == "Bearbeiten: Bodo")
    assert edit == "https://git.example.org/edit/journeys/personas/bodo.md"


def test_figures_say_how_much_there_is_and_lead_to_it(made: SmallSite) -> None:
    page = made.page("quality/").ours
    figures = [(item.text, [link["href"] for link in item.all("a")]) for item in page.all("li.jb-figure")]
    assert figures == [
        ("1 Warnungen", ["../quality/?severity=warning#all_findings"]),
        ("2 Hinweise", ["../quality/?severity=info#all_findings"]),
        ("1 Journeys ohne Befund von 1", []),
    ]
    assert page.one("ul.jb-tallies").text == "Lücken und Ungenutztes 3"


def test_rows_carry_what_filters_look_for(made: SmallSite) -> None:
    page = made.page("quality/").ours
    assert [row.attributes for row in page.all("tr[data-rule]")][1] == {
        "data-severity": "info",
        "data-family": "coverage",
        "data-rule": "unused-touchpoint",
        "data-owner": "filialen",
        "data-where": "touchpoint/kasse",
    }
    names = [select["name"] for select in page.one("form.jb-filters").all("select")]
    assert names == ["severity", "rule", "where"]
    assert [option.text for option in page.one("select[name=where]").all("option")][1:] == [
        "Bodo",
        "Kasse",
        "Was alle Journeys teilen",
    ]


def test_a_thing_with_findings_carries_a_mark_that_leads_to_them(made: SmallSite) -> None:
    def marks(address: str) -> list[tuple[str, str]]:
        links = made.page(address).ours.all("a")
        return [(link.text, link["href"]) for link in links if "quality/" in link["href"]]

    assert marks("personas/bodo/") == [("1 Warnung", "../../quality/?where=persona/bodo#about_persona_bodo")]
    assert marks("touchpoints/kasse/") == [
        ("1 Hinweis", "../../quality/?where=touchpoint/kasse#about_touchpoint_kasse")
    ]
    assert marks("journeys/schuhe/") == marks("personas/anna/") == []


def test_a_list_without_findings_has_no_column_for_them(made: SmallSite) -> None:
    heads = [head.text for head in made.page("journeys/").ours.all("thead th")]
    assert heads[-1] == "Prüfung"


def test_a_handbook_without_findings_gets_a_calm_page(make: Make) -> None:
    page = make({"journeybook.toml": only()}, quality=True).page("quality/").ours
    count = sum(rule.is_fixed for rule in RULES.values())
    off = len(RULES) - count
    assert page.one("p.jb-lead").text == (
        f"Es wurde nichts gefunden, das zu verbessern wäre. Geprüft wurde eine Journey, nach {count} Regeln."
    )
    assert f"{off} davon sind in diesem Handbuch ausgeschaltet." in page.text
    assert page.all("table") == page.all("form") == []


def test_findings_fail_no_build_whatever_they_weigh(make: Make) -> None:
    made = make({**UNUSED, "journeybook.toml": only("unused-persona", weight="error")}, quality=True)
    assert (made.aborted, made.log) == (None, [])
    assert [row[2] for row in rows(made.page("quality/"))] == ["Fehler"]


def test_problems_in_the_settings_end_a_build(make: Make) -> None:
    made = make({"journeybook.toml": '[rules]\nunused-persona = "laut"\n'}, quality=True)
    message = "'unused-persona' must be error, warning, info or off, not 'laut'."
    assert made.log[0] == f"ERROR: journeybook: journeybook.toml:2:1: invalid-setting: {message}"
    assert made.aborted is not None


def test_settings_in_pyproject_toml_are_read_too(make: Make) -> None:
    settings = only("unused-persona").replace("[rules]", "[tool.journeybook.rules]")
    made = make({**UNUSED, "pyproject.toml": settings}, rules=True)
    assert [row[1] for row in rows(made.page("quality/"))] == ["Bodojourneys/personas/bodo.md:2"]
    assert "[tool.journeybook.rules]" in made.page("rules/unused-persona/").ours.text


def test_the_settings_are_watched_while_serving(tmp_path: Path) -> None:
    write_tree(tmp_path, {**SIX_LINES, "mkdocs.yml": config(), "journeybook.toml": ""})
    with contextlib.chdir(tmp_path):
        loaded = load_config(str(tmp_path / "mkdocs.yml"))
        loaded.plugins.on_startup(command="serve", dirty=False)
        loaded.plugins.on_config(loaded)
        loaded.plugins.on_shutdown()
    assert str(tmp_path / "journeybook.toml") in loaded.watch


def test_of_thousands_of_one_kind_in_a_file_the_rest_is_counted(make: Make) -> None:
    teams = "".join(f"  - {{id: team-{number}, title: Team {number}}}\n" for number in range(700))
    made = make(
        {"journeys/handbook.yml": f"teams:\n{teams}", "journeybook.toml": only("unused-team")}, quality=True
    )
    rows = made.page("quality/").ours.all("tr[data-rule]")
    assert len(rows) == 51
    assert "Von hier an 650 weitere dieser Art, die nicht gezeigt werden." in rows[-1].text


def test_of_many_findings_each_file_shows_its_worst(make: Make) -> None:
    steps = "".join(f"      - {{title: Schritt {number}, satisfaction: 1}}\n" for number in range(60))
    journey = f"---\ntitle: J\npersona: anna\nstages:\n  - stage: purchase\n    steps:\n{steps}---\n"
    files = {f"journeys/j{number}.md": journey for number in range(13)}
    made = make({**files, "journeybook.toml": only("low-satisfaction-without-pain-point")}, quality=True)
    page = made.page("quality/").ours
    assert len(page.all("tr[data-rule]")) == 13 * (600 // 13)
    assert "598 von 780, je Datei die wichtigsten. „journeybook check“ nennt alle." in page.text


def test_every_rule_has_a_page_with_its_examples(made: SmallSite) -> None:
    listed = [link["href"] for link in made.page("rules/").ours.all("th a")]
    assert sorted(listed) == sorted(f"../rules/{rule}/" for rule in RULES)
    for rule in RULES:
        page = made.page(f"rules/{rule}/").ours
        sections = [head["id"] for head in page.all("h2")]
        assert sections[:4] == ["how_to_fix", "bad_example", "good_example", "own_weight"], rule


def test_the_page_of_a_rule_says_what_check_says_and_marks_the_line(made: SmallSite) -> None:
    page = made.page("rules/unused-touchpoint/").ours
    assert page.one("h1").text == "Nichts verweist auf diesen Touchpoint"
    assert [line.text for line in page.all("span.is-found")] == ["title: Katalog"]
    said = page.one("figure.jb-sample--said pre").text
    assert said == "journeys/touchpoints/katalog.md:2:8: Nothing refers to the touchpoint 'katalog'."
    assert [item.text for item in page.all("ul.jb-found li")] == [
        "Kasse: Nichts verweist auf den Touchpoint „kasse“."
    ]


def test_the_list_of_rules_says_what_each_weighs_here(made: SmallSite) -> None:
    weights = {
        row.one("code").text: row.all("td")[0].text for row in made.page("rules/").ours.all("tbody tr")
    }
    assert weights["unused-persona"] == "Warnung"
    assert weights["unused-touchpoint"] == "Hinweis"
    assert weights["unused-metric"] == "aus"
    assert weights["yaml-tab"] == "Fehler"


def test_examples_that_no_text_can_show_are_told_in_words(made: SmallSite) -> None:
    assert (
        "Ein Verweis auf die Datei ../../ablage/umtausch.md." in made.page("rules/outside-project/").ours.text
    )
    assert "gespeichert als latin-1" in made.page("rules/not-utf8/").ours.text
    assert "… und so weiter" in made.page("rules/file-too-large/").ours.text
    assert "Größe␇42" in made.page("rules/forbidden-character/").ours.text
