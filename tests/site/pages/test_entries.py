"""Texts of a step that say for whom they hold, what shows it, and where a doubt is answered."""

import pytest
from small_sites import SIX_LINES, SmallSite, build_site, config

SHOES = """
---
title: Schuhe kaufen
personas: [anna, helga]
stages:
  - stage: purchase
    steps:
      - title: Schuhe anprobieren
        satisfaction: 4
        thoughts:
          - Das passt.
          - {text: Mit Einlage?, persona: helga, evidence: {title: Interviews, method: interview, n: 5}}
        doubts: {text: Ist das der Preis?, persona: [anna, helga], answered_by: kasse}
        feelings: [froh, {text: müde, persona: helga}]
        duration: 30 min
        wait: 2–3 Tage
        quotes: {text: Endlich., persona: helga}
      - title: Gehen
        personas: anna
        owner: filiale
        recovery: {failure: Es regnet, response: Wir leihen einen Schirm}
        links: {title: Umtauschschein, url: https://example.org/schein}
---
"""
FILES = {
    **SIX_LINES,
    "journeys/handbook.yml": (
        "channels: {id: laden, title: Filiale, setting: offline}\nteams: {id: filiale, title: Filialteam}\n"
    ),
    "journeys/schuhe.md": SHOES,
    "journeys/personas/helga.md": "---\ntitle: Helga\n---\n",
    "journeys/touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: laden\n---\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    return build_site(tmp_path_factory.mktemp("entries"), FILES, config("material"))


def test_the_map_says_for_whom_a_text_holds_and_how_far_it_is_proven(made: SmallSite) -> None:
    page = made.page("journeys/schuhe/").ours
    texts = {text.text: text["data-jb-of"] for text in page.all("div.jb-run span.jb-entry")}
    assert texts == {
        "HHelga: Mit Einlage? ●gemessen oder erforscht": "helga",
        "AAnna: HHelga: Ist das der Preis? beantwortet durch Kasse": "anna helga",
        "HHelga: müde": "helga",
    }
    assert page.one("td.jb-cell p.jb-cell__feelings").text == "froh, müde"
    assert page.one("div.jb-run q")["data-jb-of"] == "helga"
    assert made.log == []


def test_the_page_of_the_stage_names_the_persona_and_the_answer(made: SmallSite) -> None:
    page = made.page("journeys/schuhe/purchase/").ours
    assert [link["href"] for link in page.all("span.jb-entry a")] == [
        "../../../personas/helga/",
        "../../../personas/helga/",
        "../../../personas/anna/",
        "../../../personas/helga/",
        "../../../touchpoints/kasse/",
    ]
    assert page.one("figure.jb-quote figcaption").text == "Helga"


def test_the_page_of_a_persona_gathers_what_is_told_of_her(made: SmallSite) -> None:
    helga = made.page("personas/helga/").ours
    told = {
        part.one("h3").text: [item.text for item in part.all("li")]
        for part in helga.all("div.jb-voices section")
    }
    at = "Schuhe anprobieren, Schuhe kaufen"
    assert told == {
        "Gedanken 1": [f"Mit Einlage? ●gemessen oder erforscht {at}"],
        "Gefühle 1": [f"müde {at}"],
        "Zitate 1": [f"Endlich. {at}"],
        "Zweifel 1": [f"Ist das der Preis? {at}"],
    }
    assert helga.one("h2#voices").text == "Was Helga denkt, bezweifelt und sagt"
    anna = made.page("personas/anna/").ours
    assert [item.text for item in anna.all("div.jb-voices li")] == [f"Ist das der Preis? {at}"]


def test_a_persona_walks_the_steps_that_she_takes_part_in(made: SmallSite) -> None:
    def steps(persona: str) -> list[str]:
        walk = made.page(f"personas/{persona}/").ours.one("article.jb-walk")
        return [name.text for name in walk.all("span.jb-stops__title")]

    assert steps("helga") == ["Schuhe anprobieren"]
    assert steps("anna") == ["Schuhe anprobieren", "Gehen"]


def test_times_are_added_up_with_the_steps_that_say_none(made: SmallSite) -> None:
    whole = "Zeit 30 Minuten + 2–3 Tage Warten 1 Schritt nennt keine Zeit"
    for address in ("journeys/schuhe/", "journeys/schuhe/purchase/"):
        facts = [item.text for item in made.page(address).ours.all("ul.jb-facts__list li")]
        assert whole in facts, address
    bar = made.page("journeys/schuhe/").ours.all("span.jb-time__bar")[0]
    assert bar["style"] == "--jb-busy:0.008;--jb-wait:0.992"
    walk = made.page("personas/helga/").ours.one("p.jb-card__facts")
    assert "30 Minuten + 2–3 Tage Warten" in walk.text
    assert "nennt keine Zeit" not in walk.text


def test_what_stands_beside_the_texts_of_a_step_is_shown(made: SmallSite) -> None:
    step = made.page("journeys/schuhe/purchase/").ours.one("article#gehen")
    assert step.one("ul.jb-recoveries li").text == "Es regnet → Wir leihen einen Schirm"
    assert step.one("ul.jb-documents a")["href"] == "https://example.org/schein"
    assert "Verantwortlich: Filialteam" in step.one("div.jb-step__facts").text
    team = made.page("teams/filiale/").ours
    assert "../../journeys/schuhe/purchase/#gehen" in [link["href"] for link in team.all("a")]


def test_a_search_finds_the_words_once(made: SmallSite) -> None:
    assert (made.site / "search/search_index.json").read_text(encoding="utf-8").count("Mit Einlage?") == 1
