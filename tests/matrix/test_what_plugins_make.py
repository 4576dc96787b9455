"""What plugins of others make of a handbook has its pages whole, and nothing that it must not have."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cases import SECRETS, Built, Case, Make, read_cases, run

CASES = {case.name: case for group in ("plugins", "sites") for case in read_cases(group)}
FROM_FILES = ("journeys/weg/", "personas/ida/", "touchpoints/kasse/")


@pytest.fixture
def made(request: pytest.FixtureRequest, make: Make) -> Built:
    return make(CASES[request.param])


def of(name: str) -> pytest.MarkDecorator:
    """Look at the site of a case."""
    return pytest.mark.parametrize("made", [name], indirect=True)


def menu(made: Built, address: str = "") -> list[str]:
    """The titles in the side bar of a page."""
    links = made.page(address).top.all("div.md-sidebar--primary .md-nav__link")
    return [link.text for link in links if "#" not in link.attributes.get("href", "")]


@of("encryptcontent")
def test_nothing_is_published_in_clear(made: Built) -> None:
    files = made.files()
    assert [(secret, path) for secret in SECRETS for path, text in files.items() if secret in text] == []
    assert all("encryptcontent" in made.page(address).html for address in FROM_FILES)


@of("print-site")
def test_the_print_page_has_every_page_of_the_menu_whole(made: Built, alone: Built) -> None:
    printed = made.pages["print_page/index.html"].top.text
    of_touchpoint = "Es geht schnell"  # whose page the menu does not list
    assert [secret for secret in SECRETS if secret not in printed] == [of_touchpoint]
    of_menu = [f"{link['href']}" for link in alone.page("").top.all("div.md-sidebar--primary a.md-nav__link")]
    bodies = {
        address: made.page(address).ours.one("h1").text for address in of_menu if address in alone.texts
    }
    assert len(bodies) > 10
    assert [title for title in bodies.values() if title not in printed] == []


@of("llmstxt")
def test_the_full_text_has_what_pages_have(made: Built) -> None:
    full = made.file("llms-full.txt").replace("\N{SOFT HYPHEN}", "")
    assert [secret for secret in SECRETS if secret not in full] == []
    assert "(https://handbuch.example.org/journeys/weg/index.md)" in made.file("llms.txt")


@of("rss")
def test_a_feed_has_each_page_with_its_day_and_a_description(made: Built) -> None:
    items = json.loads(made.file("feed_json_updated.json"))["items"]
    told = {item["url"].removeprefix("https://handbuch.example.org/"): item for item in items}
    assert set(FROM_FILES) <= told.keys()
    assert {item["date_modified"][:10] for address, item in told.items() if address in FROM_FILES} == {
        "2025-03-01"
    }
    assert told["touchpoints/kasse/"]["content_html"] == "Es geht schnell"


@of("git-revision-date-localized")
def test_pages_have_the_day_of_their_file(made: Built) -> None:
    days = {
        address: re.findall(r"git-revision-date-localized[^>]*>([^<]+)<", made.page(address).html)
        for address in FROM_FILES
    }
    by_hand = re.findall(r"git-revision-date-localized[^>]*>([^<]+)<", made.page("leitfaden/").html)
    assert by_hand
    assert "2025" in by_hand[0]
    assert days == dict.fromkeys(FROM_FILES, by_hand)


@of("git-authors")
def test_pages_name_those_who_wrote_their_file(made: Built) -> None:
    assert [
        address for address in (*FROM_FILES, "leitfaden/") if "Anna Autorin" not in made.page(address).html
    ] == []


@of("tags")
def test_the_list_of_tags_has_journeys_beside_pages_by_hand(made: Built) -> None:
    listed = [link.text for link in made.page("schlagworte/").top.all("article.md-content__inner li a")]
    assert {"Topf kaufen", "Leitfaden"} <= set(listed)


@of("social")
def test_each_page_has_a_picture(made: Built) -> None:
    for address in (*FROM_FILES, "stages/kauf/", "journeys/"):
        (picture,) = re.findall(
            r'property="?og:image"? content="?https://handbuch.example.org/([^">]+)', made.page(address).html
        )
        assert (made.site / picture).read_bytes().startswith(b"\x89PNG")


@of("redirects")
def test_an_old_address_leads_to_a_generated_page(made: Built) -> None:
    assert "../journeys/weg/" in made.file("alter-weg/index.html")


@of("include-markdown")
def test_pages_by_hand_take_in_others(made: Built) -> None:
    assert "Eingefügter Satz." in made.file("ganz/index.html")


@of("macros")
def test_macros_run_on_pages_by_hand_alone(made: Built) -> None:
    assert "Das sind 42." in made.file("rechnen/index.html")
    assert "Eine Zeile, {{ 6 * 7 }}." in made.page("journeys/weg/").ours.text


@of("glightbox")
def test_pictures_open_large(made: Built) -> None:
    assert 'class="glightbox"' in made.file("bilder/index.html")


@of("minify")
def test_pages_are_small(made: Built, alone: Built) -> None:
    assert len(made.file("journeys/weg/index.html")) < len(alone.file("journeys/weg/index.html"))


@of("monorepo")
def test_sites_of_other_folders_stand_beside_the_handbook(made: Built) -> None:
    assert {"Werkstatt", "Topf kaufen", "Journeys"} <= set(menu(made))


@of("blog")
def test_posts_link_to_journeys(made: Built) -> None:
    (link,) = [
        link["href"]
        for link in made.page("blog/2025/01/02/der-erste/").top.all("article a")
        if link.text == "Journey"
    ]
    assert link.endswith("/journeys/weg/")


@of("awesome-nav")
def test_awesome_nav_arranges_the_pages(made: Built) -> None:
    titles = menu(made)
    assert titles[:3] == ["Willkommen", "Willkommen", "Unsere Wege"]
    assert {"Kanäle", "Phasen", "Kennzahlen"} <= set(titles)
    assert {"Channels", "Stages", "Metrics"}.isdisjoint(titles)


@of("awesome-pages")
def test_awesome_pages_keeps_its_own_order(made: Built) -> None:
    titles = menu(made)
    assert titles[-2:] == ["Am Ende", "Leitfaden"]
    assert {"Kanäle", "Phasen", "Kennzahlen", "Topf kaufen"} <= set(titles)


@of("literate-nav")
def test_literate_nav_says_what_stands_in_the_menu(made: Built) -> None:
    titles = list(dict.fromkeys(menu(made)))
    assert titles == ["Willkommen", "Unsere Wege", "Journeys", "Der Weg", "Leitfaden"]


@of("section-index")
def test_sections_by_hand_lead_to_their_first_page(made: Built) -> None:
    links = made.page("journeys/weg/").top.all("div.md-sidebar--primary a.md-nav__link")
    assert ("Buero", "../../buero/") in [(link.text, link["href"]) for link in links]


@of("exclude")
def test_what_is_taken_out_is_not_in_the_menu(made: Built) -> None:
    assert {"Entwurf", "Topf kaufen"} & set(menu(made)) == {"Topf kaufen"}
    assert not (made.site / "entwurf").exists()


@of("mike")
def test_versions_lie_beside_each_other(made: Built) -> None:
    said = run(made.root, str(Path(sys.executable).with_name("mike")), "deploy", "1.0")
    assert (said.returncode, said.stderr.count("WARNING")) == (0, 0), said.stderr
    listed = subprocess.run(
        ["git", "-C", str(made.root), "ls-tree", "-r", "--name-only", "gh-pages"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert {f"1.0/{address}index.html" for address in FROM_FILES} <= set(listed)


@of("offline")
def test_addresses_name_files(made: Built) -> None:
    assert (made.site / "journeys/weg/index.html").is_file()
    assert made.file("search/search_index.js")


@of("hooks")
def test_hooks_get_whole_pages(made: Built) -> None:
    assert "Am Haken" in made.page("journeys/weg/").html


@pytest.mark.parametrize("made", ["static-i18n", "static-i18n, by folders"], indirect=True)
def test_each_language_has_the_handbook(made: Built) -> None:
    told = {
        address: (
            made.page(address).top.one("html")["lang"],
            made.page(address).ours.one("h1").text,
            bool(made.page(address).ours.all("p.jb-untranslated")),
        )
        for address in (
            "journeys/weg/",
            "personas/ida/",
            "en/journeys/weg/",
            "en/personas/ida/",
            "en/stages/",
        )
    }
    assert told == {
        "journeys/weg/": ("de", "Topf kaufen", False),
        "personas/ida/": ("de", "Ida", False),
        "en/journeys/weg/": ("en", "Buying a pot", False),
        "en/personas/ida/": ("en", "Ida", True),
        "en/stages/": ("en", "Stages", False),
    }
    assert {"Phasen", "Kanäle", "Topf kaufen", "Leitfaden"} <= set(menu(made))
    assert {"Stages", "Channels", "Buying a pot", "Leitfaden"} <= set(menu(made, "en/"))
    assert "https://handbuch.example.org/en/personas/ida/" in made.file("sitemap.xml")
    found = {entry["location"] for entry in json.loads(made.file("search/search_index.json"))["docs"]}
    assert {"journeys/weg/", "en/journeys/weg/"} <= found


def test_every_case_of_the_documents_is_named_once() -> None:
    names = [case.name for group in ("plugins", "themes", "sites") for case in read_cases(group)]
    assert sorted(set(names)) == sorted(names)
    assert all(isinstance(case, Case) and Path(case.start) for case in CASES.values())
