"""The words of an organisation's own are marked where a page uses them first, and explained."""

import re
from datetime import date
from pathlib import Path

import pytest

from core.handbooks import HANDBOOK, read
from core.rendering import html_of
from journeybook.language import language
from journeybook.model import Term
from journeybook.model.lanes import LANES
from journeybook.pages import Site, site_pages
from journeybook.pages.frame.first_uses import Terms
from journeybook.pages.glossary.words import METHOD_WORDS, WORD_OF_LANE
from journeybook.terms import TermFinder

TEMPLATES = Path(__file__).parents[3] / "plugins/journeybook/templates"
TERMS = (
    Term(id="leisten", title="Leisten", definition='Die <b>Form</b> & "so"', aliases=("Leistens",)),
    Term(id="abholung", title="Click & Collect", definition="Online kaufen, im Laden holen."),
    Term(id="anprobe", title="Geführte Anprobe", definition="Mit Beratung."),
    Term(id="kartei", title="Kundenkartei", definition="Ein Verzeichnis."),
    Term(id="wagen", title="Wagen", definition="Ein Fahrzeug."),
)


def words_in(text: str, code: str = "de") -> list[str]:
    """The words that are found in a text."""
    finder = TermFinder(TERMS, nouns_are_capital=code == "de")
    return [text[found.start : found.end] for found in finder.find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der Leisten, des Leistens; am Leisten-Ende, Schuhleisten, Leistensatz", ["Leisten", "Leistens"]),
        ("Click & Collect und Click\n&  Collect", ["Click & Collect", "Click\n&  Collect"]),
        ("Die geführte Anprobe. Geführte Anprobe!", ["geführte Anprobe", "Geführte Anprobe"]),
        ("Wer wagen will, nimmt den Wagen", ["Wagen"]),
        ("leisten", []),
    ],
)
def test_whole_words_are_found_as_german_writes_them(text: str, found: list[str]) -> None:
    assert words_in(text) == found


def test_other_languages_write_words_small_within_a_sentence() -> None:
    assert words_in("a wagen", "en") == ["wagen"]


def marked(html: str, code: str = "de") -> str:
    """A page with its terms marked, in short: [word|address], and the definitions behind it."""
    made = Terms(TERMS, language(code)).marked(html, lambda address: f"../{address}")
    made = re.sub(
        r'<a class="jb-term" href="../glossary/#(\w+)" aria-describedby="term_\1">(.*?)</a>', r"[\2|\1]", made
    )
    return re.sub(r'<p class="jb-tip" id="term_(\w+)" role="tooltip" hidden>(.*?)</p>', r"{\1: \2}", made)


TIP = "{leisten: Die &lt;b&gt;Form&lt;/b&gt; &amp; &#34;so&#34;}"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div><p>Leisten und Leisten</p></div>", f"<div><p>[Leisten|leisten] und Leisten</p>{TIP}</div>"),
        (
            '<div><h2>Leisten</h2><a href="#">Leisten</a><img alt="Leisten > x"> <code>Leisten</code> Leisten</div>',
            (
                '<div><h2>Leisten</h2><a href="#">Leisten</a><img alt="Leisten > x"> <code>Leisten</code> '
                f"[Leisten|leisten]{TIP}</div>"
            ),
        ),
        (
            '<div><span class="x jb-hidden">Leisten<span>Leisten</span>Leisten</span><i hidden>Leisten</i></div>',
            '<div><span class="x jb-hidden">Leisten<span>Leisten</span>Leisten</span><i hidden>Leisten</i></div>',
        ),
        (
            "<div><div data-jb-map>Leisten <div></div>Leisten</div><div data-jb-map>Leisten</div>Leisten Leisten</div>",
            (
                "<div><div data-jb-map>[Leisten|leisten] <div></div>Leisten</div>"
                f"<div data-jb-map>[Leisten|leisten]</div>[Leisten|leisten] Leisten{TIP}</div>"
            ),
        ),
        (
            "<div>Leisten<div data-jb-map>Leisten</div></div>",
            f"<div>[Leisten|leisten]<div data-jb-map>Leisten</div>{TIP}</div>",
        ),
        (
            "<!-- Leisten --><svg><text>Leisten</text></svg>",
            "<!-- Leisten --><svg><text>Leisten</text></svg>",
        ),
        ("Click &amp; Collect", "[Click &amp; Collect|abholung]{abholung: Online kaufen, im Laden holen.}"),
        (
            "Kun\u00adden\u00adkar\u00adtei",
            "[Kun\u00adden\u00adkar\u00adtei|kartei]{kartei: Ein Verzeichnis.}",
        ),
    ],
)
def test_the_first_use_in_plain_text_is_marked(html: str, expected: str) -> None:
    assert marked(html) == expected


def test_a_page_without_terms_stays_as_it_is() -> None:
    html = "<p>Schuhe</p>"
    assert Terms(TERMS, language("de")).marked(html, str) is html
    assert Terms((), language("de")).marked(html, str) is html


def test_thousands_of_terms_are_one_pattern() -> None:
    terms = [Term(id=f"t-{number}", title=f"Wort{number:05}", definition="x") for number in range(10_000)]
    assert [found.id for found in TermFinder(terms).find("Wort00042, Wort9999 und Wort09999")] == [
        "t-42",
        "t-9999",
    ]


def test_the_glossary_sorts_all_words_and_links_to_examples(tmp_path: Path) -> None:
    journey = (
        "---\ntitle: Einkauf\npersona: anna\nstages:\n  - stage: purchase\n    steps:\n"
        "      - {title: Zahlen, id: zahlen, moment_of_truth: true, satisfaction: 2, thoughts: Wo ist der Bon?}\n---\n"
    )
    catalogue = read(tmp_path, {"einkauf.md": journey, "handbook.yml": HANDBOOK}).catalogue
    site = Site(catalogue=catalogue, language=language("de"), today=date(2026, 11, 21))
    [page] = [page for page in site_pages(site) if page.address == "glossary/"]
    html = html_of(page, "de", site.today, site.terms)
    titles = [
        re.sub(r"\s+", " ", re.sub(r"<[^>]+>|\u00ad", "", found)).strip()
        for found in re.findall(r"<dt>(.*?)</dt>", html, re.DOTALL)
    ]

    assert len(titles) == len(METHOD_WORDS) + 1
    assert titles[:2] == ["Aufwand", "Bedeutung"]
    assert (
        titles.index("Bon unser Wort")
        < titles.index("Chance")
        < titles.index("Maßnahme")
        < titles.index("Zweifel")
    )
    assert 'id="word_moment-of-truth"' in html
    assert html.count('<a href="../journeys/einkauf/purchase/#zahlen">Zahlen</a>') > 2
    assert "jb-term" not in html
    assert {entry.anchor for entry in page.found()} >= {"bon", "word_touchpoint"}


def test_every_row_of_the_map_but_pictures_has_a_word() -> None:
    assert {lane.name for lane in LANES} - WORD_OF_LANE.keys() == {"image"}


def test_every_word_that_a_template_leads_to_is_in_the_glossary() -> None:
    known = {word.id for word in METHOD_WORDS}
    used = {
        word
        for file in TEMPLATES.rglob("*.html")
        for word in re.findall(r"words\.explained\(\"([a-z-]+)\",", file.read_text(encoding="utf-8"))
    }
    assert len(used) > 8
    assert used <= known
