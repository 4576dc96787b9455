"""The preview of a proposal, really built in a git repository: what it marks, and what it does without a base."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from built_pages import dead_links, repeated_ids
from small_sites import SmallSite, build_site, config

from core.repositories import commit, edit, git, repository, write
from journeybook.plugin.reading.preview import VARIABLE

MOMENT = (
    "---\ntitle: Schuhe kaufen\npersona: anna\nowner: shop\nstatus: published\nstages:\n"
    "  - stage: purchase\n    steps:\n"
    "      - {id: probe, title: Ich probiere an, satisfaction: 4}\n"
    "      - {id: zahl, title: Ich bezahle, satisfaction: 4, touchpoints: kasse, moment_of_truth: true}\n"
    "      - {id: tuete, title: Ich bekomme eine Tüte, satisfaction: 3}\n---\nEs regnet.\n"
)
Build = Callable[..., SmallSite]


@pytest.fixture
def proposed(tmp_path: Path) -> Path:
    """A repository whose files differ from its branch main in every way that a page marks."""
    return _proposed(tmp_path / "handbuch")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """Its preview."""
    return _built(_proposed(tmp_path_factory.mktemp("preview") / "handbuch"), review="main")


def _proposed(folder: Path) -> Path:
    repository(folder)
    write(folder / "journeys", {"kauf.md": MOMENT})
    commit(folder, "Der Kauf im Einzelnen")
    edit(folder, "kauf.md", "title: Ich bezahle, satisfaction: 4", "title: Ich bezahle, satisfaction: 2")
    edit(folder, "kauf.md", "title: Ich probiere an", "title: Ich probiere die Schuhe an")
    edit(
        folder, "kauf.md", "id: tuete, title: Ich bekomme eine Tüte", "id: bon, title: Der Bon kommt per Mail"
    )
    edit(folder, "kauf.md", "status: published", "status: draft")
    edit(
        folder,
        "touchpoints/kasse.md",
        "channel: store",
        "channel: store\nlifecycle: retired\nself_service: true",
    )
    edit(folder, "handbook.yml", "title: Filiale,", "title: Laden,")
    return folder


def _built(folder: Path, language: str = "de", **options: str) -> SmallSite:
    theme = {"name": "mkdocs", "locale": language, "highlightjs": False}
    plugins = ["search", {"journeybook": options}]
    return build_site(folder, {}, config(theme, plugins=plugins), strict=False)


def _text(site: SmallSite, address: str, selector: str) -> list[str]:
    found = (" ".join(element.texts) for element in site.page(address).ours.all(selector))
    return [" ".join(text.replace("\N{SOFT HYPHEN}", "").split()) for text in found]


def _told(site: SmallSite) -> list[str]:
    """The sentences of all changes."""
    lines = _text(site, "review/", "ul.jb-about-thing__places li li")
    return [f"{line.partition('. ')[0].removesuffix('.')}." for line in lines]


def test_the_page_of_changes_lists_everything_in_german(preview: SmallSite) -> None:
    assert (preview.aborted, preview.log) == (None, [])
    page = preview.page("review/")
    told = _text(preview, "review/", "ul.jb-about-thing__places li li")
    sentences = _told(preview)
    assert " / ".join(line for line in told if "Zufriedenheit von Anna" in line) == (
        "Die Zufriedenheit von Anna ist von 4 auf 2 gesunken. Bruch (breaking change) "
        "Die Zufriedenheit ist an einem Moment der Wahrheit gesunken Warnung "
        "Die Zufriedenheit ist um zwei oder mehr gesunken journeys/kauf.md:10"
    )
    assert "Der Status ist nicht mehr „Veröffentlicht“, sondern „Entwurf“." in sentences
    assert "Selbstbedienung: statt „nein“ jetzt „ja“." in sentences
    assert "Der Kanal „Filiale“ heißt jetzt „Laden“." in sentences
    assert "Der Schritt „Ich probiere an“ heißt jetzt „Ich probiere die Schuhe an“." in sentences
    worst = _text(preview, "review/", "ul.jb-warned li")[0]
    assert worst.startswith(
        "Bruch (breaking change) Die Zufriedenheit von Anna ist von 4 auf 2 gesunken. Schuhe kaufen › Kauf"
    )
    assert "Die Zufriedenheit ist an einem Moment der Wahrheit gesunken · " in worst
    assert "Hier entscheidet sich" in worst
    assert "journeys/kauf.md:10" in worst
    assert [
        element["href"] for element in page.ours.all("a") if element.text.startswith("Kauf › Ich bez")
    ] == ["../journeys/kauf/kauf/#zahl"] or any("#zahl" in element["href"] for element in page.ours.all("a"))
    assert len(page.ours.all("div.jb-overlay")) == 1


def test_a_map_marks_what_changes_with_old_and_new_value_where_it_stands(preview: SmallSite) -> None:
    heads = _text(preview, "journeys/kauf/", "th.jb-map__step")
    assert [re.sub(r"^\d ", "", head) for head in heads] == [
        "Ich probiere die Schuhe an",
        "★ Moment der Wahrheit Ich bezahle",
        "Ich bekomme eine Tüte",
        "Der Bon kommt per Mail",
    ]
    assert _text(preview, "journeys/kauf/", "tr.jb-map__changes td") == [
        "~ umformuliert",
        "~ geändert · Zufriedenheit 4 → 2",
        "− fällt weg · Zufriedenheit 3 → –",
        "+ neu",
    ]
    assert _text(preview, "journeys/kauf/", "tr.jb-map__changes del") == ["4", "3"]
    assert _text(preview, "journeys/kauf/", "th.jb-map__step del") == ["Ich bekomme eine Tüte"]
    assert _text(preview, "journeys/kauf/", "th.jb-map__step ins") == ["die Schuhe"]
    assert len(preview.page("journeys/kauf/").ours.all("td.jb-cell g.jb-line--ghost")) == 4


def test_pages_say_what_changes(preview: SmallSite) -> None:
    notes = {
        name: _text(preview, name, "div.jb-proposal")
        for name in ("", "touchpoints/kasse/", "channels/store/")
    }
    assert " ".join(notes[""]) == (
        "△ Das ist eine Vorschau. Verglichen mit dem Stand vom 14. März 2026, „Der Kauf im Einzelnen“: "
        "8 Änderungen. Ansehen, was dieser Vorschlag ändert "
        "Nächste Seite mit Änderungen: Schuhe kaufen"
    )
    assert notes["touchpoints/kasse/"][0] == (
        "△ 2 Änderungen in diesem Vorschlag. Alle Änderungen ansehen · Die Seite ansehen, wie sie war "
        "Der Lebenszyklus ist nicht mehr „aktiv“, sondern „eingestellt“. "
        "Selbstbedienung: statt „nein“ jetzt „ja“. Nächste Seite mit Änderungen: Laden"
    )
    assert notes["channels/store/"][0] == (
        "△ 1 Änderung in diesem Vorschlag. Alle Änderungen ansehen · Die Seite ansehen, wie sie war "
        "Der Kanal „Filiale“ heißt jetzt „Laden“."
    )
    assert _text(preview, "journeys/hilfe/", "div.jb-proposal") == []
    assert len(_text(preview, "touchpoints/", "th span.jb-changed")) == 1


def test_a_stage_s_page_says_at_each_step_what_has_changed(proposed: Path) -> None:
    site = _built(proposed, "en", review="main")
    address = next(name for name in site.generated if re.fullmatch(r"journeys/kauf/[^/]+/", name))
    steps = {article["id"]: article for article in site.page(address).ours.all("article.jb-step")}
    told = {name: [item.text for item in step.all("div.jb-proposal li")] for name, step in steps.items()}
    assert told == {
        "probe": ["The step was reworded from 'Ich probiere an' to 'Ich probiere die Schuhe an'."],
        "zahl": ["The satisfaction of Anna fell from 4 to 2."],
        "tuete": [],
        "bon": ["Step 'Der Bon kommt per Mail' was added."],
    }
    gone = " ".join(" ".join(steps["tuete"].texts).split()).replace("\N{SOFT HYPHEN}", "")
    assert gone.startswith("3 Ich bekomme eine Tüte")
    assert "− removed · Satisfaction 3 → –" in gone


def test_the_page_as_it_was_is_one_click_away_and_nowhere_else(preview: SmallSite) -> None:
    links = {
        element.text: element["href"] for element in preview.page("journeys/kauf/purchase/").ours.all("a")
    }
    assert links["Die Seite ansehen, wie sie war"] == "../../../before/journeys/kauf/purchase/"
    before = "before/journeys/kauf/purchase/"
    assert _text(preview, before, "div.jb-proposal") == ["△ So war die Seite. Ansehen, wie sie jetzt ist"]
    assert _text(preview, before, "article.jb-step h3") == [
        "1 Ich probiere an",
        "2 Ich bezahle",
        "3 Ich bekomme eine Tüte",
    ]
    assert "before/journeys/hilfe/" not in preview.generated
    index = (preview.site / "search/search_index.json").read_text(encoding="utf-8")
    assert "journeys/kauf/" in index
    assert "before/" not in index


def test_a_preview_has_no_dead_link_and_no_id_twice(preview: SmallSite) -> None:
    assert dead_links(preview.site, preview.pages) == []
    assert repeated_ids(preview.pages) == []
    assert [path for path, page in preview.pages.items() if page.faults] == []
    assert [name for name in preview.generated if "mermaid" in preview.page(name).html] == []


def test_an_unchanged_handbook_says_so(tmp_path: Path) -> None:
    site = _built(repository(tmp_path / "handbuch"), review="HEAD")
    assert _text(site, "review/", "p.jb-empty") == [
        "Es hat sich nichts geändert, verglichen mit dem Stand vom 14. März 2026, „Beginne das Handbuch“."
    ]
    assert "0 Änderungen" in _text(site, "", "div.jb-proposal")[0]


def test_the_variable_stands_above_the_option_and_nothing_turns_it_off(
    proposed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "")
    assert "review/" not in _built(proposed, review="main").generated
    monkeypatch.setenv(VARIABLE, "main~1")
    assert "„Beginne das Handbuch“" in _text(_built(proposed, review="main"), "", "div.jb-proposal")[0]


def test_without_a_preview_nothing_of_it_is_there(proposed: Path) -> None:
    site = _built(proposed)
    assert "review/" not in site.generated
    assert [name for name, page in site.pages.items() if "jb-proposal" in page.html] == []
    assert [name for name, page in site.pages.items() if "jb-changed" in page.html] == []


def test_a_range_begins_where_the_branches_parted_and_ends_with_the_files(proposed: Path) -> None:
    git(proposed, "switch", "--quiet", "--create", "vorschlag")
    commit(proposed, "Mein Vorschlag")
    git(proposed, "switch", "--quiet", "main")
    edit(proposed, "hilfe.md", "satisfaction: 2", "satisfaction: 5")
    commit(proposed, "Inzwischen auf main")
    git(proposed, "switch", "--quiet", "vorschlag")
    edit(proposed, "hilfe.md", "title: Hilfe holen", "title: Hilfe suchen")
    told = _told(_built(proposed, review="main...HEAD"))
    assert "Die Journey „Hilfe holen“ heißt jetzt „Hilfe suchen“." in told
    assert [line for line in told if "gestiegen" in line] == []


def test_a_folder_may_be_the_base(proposed: Path) -> None:
    write(proposed / "vorher", {"hilfe.md": "---\ntitle: Hilfe\npersona: anna\nstages: []\n---\n"})
    site = _built(proposed, review="./vorher")
    assert "Die Journey „Schuhe kaufen“ kam dazu." in _told(site)
    assert "Verglichen mit „./vorher“: " in _text(site, "", "div.jb-proposal")[0]


def test_an_unknown_base_ends_the_build_with_what_to_do(proposed: Path) -> None:
    site = _built(proposed, review="mian")
    assert site.aborted is not None
    assert "There is no revision 'mian' here. Did you mean 'main'?" in " ".join([site.aborted, *site.log])
    assert "Traceback" not in " ".join(site.log)


def test_weights_of_the_settings_count(proposed: Path) -> None:
    (proposed / "journeybook.toml").write_text(
        '[changes]\nmoment-of-truth-fell = "off"\nsatisfaction-fell-far = "off"\n', encoding="utf-8"
    )
    titles = " ".join(_text(_built(proposed, review="main"), "review/", "ul.jb-warned li"))
    assert "Moment der Wahrheit gesunken" not in titles
    assert "abgeschaltet, den Journeys noch verwenden" in titles
