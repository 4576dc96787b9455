"""Readers find what they mean, as Material's own worker runs the search: spelling, plurals, compounds, other names."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from material.plugins.search.plugin import SearchIndex as MaterialsIndex
from material_search import Worker, plain, worker_file
from small_sites import ROOT, Make

from journeybook import project
from journeybook.language import language
from journeybook.pages import Site, site_pages
from journeybook.plugin.site.search import SearchIndex

QUERIES: Mapping[str, Mapping[str, str | list[str]]] = yaml.safe_load(
    Path(__file__).with_name("search_queries.yml").read_text(encoding="utf-8")
)
HANDBOOKS = {"de": ROOT / "journeys", "en": ROOT / "examples/library/journeys"}
CONFIG = {
    "separator": r"[\s\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1e3}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}},
}
"""What Material takes where a site says nothing."""
FIRST = 3


def script() -> str:
    """Material's worker, as sites of ours have it."""
    folder = files("journeybook") / "assets/search"
    own = ((folder / f"{name}.js").read_text(encoding="utf-8") for name in ("words", "index", "hits"))
    return "\n".join((worker_file().read_text(encoding="utf-8"), *own))


@cache
def worker(tongue: str) -> Worker:
    """The search of an example, apart from its narratives."""
    catalogue = project.read(HANDBOOKS[tongue], "journeys").catalogue
    site = Site(catalogue=catalogue, language=language(tongue), today=date(2026, 11, 21))
    index, materials = SearchIndex(site.language), MaterialsIndex(lang=[tongue], **CONFIG)
    for page in site_pages(site):
        index.add(page.address, page, None)
    index.put_into(materials)
    return Worker(script(), json.loads(materials.generate_search_index(None)))


def search_of(*entries: str | Mapping[str, Any], tongue: str = "de") -> Worker:
    """The search of some entries, or of titles, each on the page of its number."""
    docs = [
        {"location": f"{number}/", "text": "", **({"title": entry} if isinstance(entry, str) else entry)}
        for number, entry in enumerate(entries)
    ]
    return Worker(script(), {"config": {**CONFIG, "lang": [tongue]}, "docs": docs})


@pytest.mark.parametrize("tongue", QUERIES)
def test_what_one_expects_is_among_the_first_three(tongue: str) -> None:
    assert len(QUERIES[tongue]) >= 45
    missed = {}
    for words, expected in QUERIES[tongue].items():
        found = worker(tongue).best(words)[:FIRST]
        if set([expected] if isinstance(expected, str) else expected).isdisjoint(found):
            missed[words] = found

    assert missed == {}


@pytest.mark.parametrize(
    ("tongue", "title", "typed"),
    [
        ("de", "Größe", ["groesse", "grösse", "grosse", "GRÖSSEN", "Größen-", "„Größe“"]),
        ("de", "Rückgabeschein", ["Schein", "rueckgabe", "Rückgaben", "Rueckgabescheine", "Rückgabe-Schein"]),
        ("de", "Fußmessung", ["fussmessung", "Messungen", "fuss", "Fuß-Messung", "fuß messung"]),
        ("de", "Bank und Gast", ["Bänke", "baenke", "Gästen", "gaeste"]),
        ("de", "Häuser kündigen", ["Haus", "haeusern", "Kündigung", "kuendigen"]),
        ("de", "Kurs im Museum", ["Kurse", "Museen"]),
        ("de", "Konto", ["Konten", "kontos"]),
        ("de", "Tolle Fotos", ["Foto", "fotos"]),
        ("de", "Steuer für Neues", ["steuern", "neu", "neues"]),
        ("de", "Schein für die Rückgabe", ["Rückgabeschein"]),
        ("de", "E-Mail", ["email", "e-mail", "E Mail", "Mails"]),
        ("de", "Anna’s Café", ["annas cafe", "Anna's Café", "anna’s"]),
        ("en", "Borrower's ticket", ["borrowers ticket", "borrower’s tickets", "Borrower"]),
        ("en", "Libraries and children", ["library", "child"]),
        ("en", "Catalogue of the centre", ["catalogs", "center", "centres"]),
        ("en", "Sign-up", ["signup", "sign up", "sign-ups"]),
        ("en", "Checkout", ["check out", "check-out", "checkouts"]),
        ("en", "Noticeboard", ["board", "notice board"]),
    ],
)
def test_a_title_is_found_however_it_is_typed(tongue: str, title: str, typed: list[str]) -> None:
    found = search_of(title, "Anderes", tongue=tongue)
    assert [words for words in typed if found.best(words) != ["0/"]] == []


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Verstand", "Sand"),
        ("Sekunde", "Kunde"),
        ("Befragung", "Frag"),
        ("Beratung", "Rat"),
        ("Teile", "Eile"),
        ("Kunde", "kündigen"),
        ("Stammkunden", "Kündigung"),
    ],
)
def test_what_only_looks_alike_is_not_found(title: str, typed: str) -> None:
    assert search_of("Anderes", title).best(typed) == []


def test_the_word_itself_comes_before_its_plural_and_its_compounds() -> None:
    found = search_of("Kassenbon", "Ladenkasse", "Kasse", "Kassen", "kasse")
    assert found.best("Kasse")[:3] == ["2/", "4/", "3/"]
    assert set(found.best("Kasse")[3:]) == {"0/", "1/"}


def test_words_as_they_are_typed_come_before_those_without_dots() -> None:
    assert search_of("Drücken", "Drucken").best("drucken") == ["1/", "0/"]
    assert search_of("Drucken", "Drücken").best("drücken")[0] == "1/"


def test_a_thing_is_found_by_its_other_names_as_by_its_title() -> None:
    step = {"title": "Ich packe ein Paket aus", "text": "<p>Paket, Paket</p>"}
    found = search_of(step, {"title": "Karton", "text": "<p>Paket</p>", "names": ["Paket", "Blaue Kiste"]})
    assert found.best("Pakete") == ["1/", "0/"]
    assert found.best("blaue Kisten") == ["1/"]


def test_the_kind_is_a_word_of_its_own() -> None:
    found = search_of(
        {"title": "Touchpoint", "text": "<p>Wie die Kasse.</p>", "kind": "Begriff"},
        {"title": "Ich gehe zur Kasse", "kind": "Schritt"},
        {"title": "Kasse im Webshop", "kind": "Touchpoint"},
    )
    assert found.best("Touchpoint Kasse")[0] == "2/"
    assert found.best("touchpoints")[0] == "0/"


def test_hits_with_all_words_leave_no_room_for_others() -> None:
    three = [f"Rückgabe an der Kasse {name}" for name in ("links", "rechts", "hinten")]
    assert search_of(*three, "Rückgabe", "Kasse").best("rückgabe kasse") == ["0/", "1/", "2/"]
    assert search_of(three[0], "Rückgabe", "Kasse").best("Rückgabe an der Kasse") == ["0/", "1/", "2/"]


def test_a_step_is_found_by_its_own_words_with_those_of_its_page() -> None:
    page = {"title": "Kauf – Online bestellen", "location": "kauf/"}
    step = {"title": "Ich zahle mit Karte", "location": "kauf/#zahlen"}
    elsewhere = {"title": "Ich zahle bar", "location": "laden/"}
    found = search_of(page, step, elsewhere)

    assert found.best("online zahlen")[0] == "kauf/#zahlen"
    assert found.groups("online")[0][0]["location"] == "kauf/"
    assert len(found.groups("online")[0]) == 1, "each step of the page"


def test_quotation_marks_and_signs_mean_what_they_mean_to_the_search() -> None:
    found = search_of("Kasse im Laden", "Kasse im Webshop", "Laden")
    assert found.best('"kassen laden"') == ["0/"]
    assert found.best("kasse -webshops") == ["0/"]
    assert found.best("title:kasse") == ["0/", "1/"]


def test_a_hit_says_what_it_is_and_shows_one_line() -> None:
    long = (
        "Davor steht viel, was niemand sucht, und noch mehr. Dann kommt die Fußmessung, und danach "
        + "mehr " * 60
    )
    entry = {
        "title": "Füße & mehr",
        "text": f"<p>Erste Zeile.</p><p>{long}</p><p>Messung</p>",
        "kind": "Schritt",
    }
    ((hit,),) = search_of({**entry, "title": "Füße &amp; mehr"}).groups("fussmessungen der")

    assert plain(hit["title"]) == "Füße &amp; mehr Schritt"
    assert hit["text"].startswith("<p>… ")
    assert hit["text"].count("<p>") == 1
    assert "die <mark>Fußmessung</mark>, und danach" in hit["text"]
    assert len(plain(hit["text"])) < 180
    assert hit["terms"] == {"fußmessung": True}


def test_a_hit_says_which_words_it_has_not() -> None:
    ((hit,),) = search_of("Rückgaben").groups("rueckgabe quittung")
    assert hit["terms"] == {"quittung": False, "rückgaben": True}


GUIDES = {
    "journeys/touchpoints/kasse.md": "---\ntitle: Ladenkasse\nchannel: filiale\n---\nHier wird gezahlt.\n",
    "journeys/handbook.yml": "channels: [{id: filiale, title: Filiale, setting: offline}]\n",
    "docs/hilfe.md": "# Kasse\n\nKasse. Kasse.\n",
    "docs/wichtig.md": "---\nsearch: {boost: 5}\n---\n# Kasse zuerst\n",
    "docs/en/till.md": "# The till\n\nKasse.\n",
    "docs/it/geraete.md": "# Kasse der IT\n",
    "docs/geld.en.md": "# Money\n\nKasse.\n",
    "docs/policy.md": "---\nlang: en-GB\n---\n# Policy\n\nKasse.\n",
    "docs/en/kept.md": "---\nsearch: {exclude: false}\n---\n# Kept\n\nKasse.\n",
    "docs/en/german.md": "---\nlang: de\n---\n# Deutsch\n\nKasse.\n",
}


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_guides_come_last_and_those_in_another_language_not_at_all(make: Make, theme: str) -> None:
    made = make(GUIDES, theme)
    index = json.loads((made.site / "search/search_index.json").read_text("utf-8"))
    boosts = {entry["location"].split("#")[0]: entry.get("boost") for entry in index["docs"]}
    by_hand = {"hilfe/", "it/geraete/", "en/kept/", "en/german/"}

    assert {address for address, boost in boosts.items() if boost == 0.002} == by_hand
    assert boosts["wichtig/"] == 5
    assert {"en/till/", "geld.en/", "policy/"}.isdisjoint(boosts)
    if theme == "material":
        (file,) = (made.site / "assets/javascripts/workers").glob("search.*.js")
        best = Worker(file.read_text("utf-8"), index).best("Kasse")
        assert best[:2] == ["wichtig/", "touchpoints/kasse/"]
        assert {address.split("#")[0] for address in best[-4:]} == by_hand
        assert len(best) > 6
