"""The second example: a handbook in English that is built below the German one, each with a link to the other."""

import re
from collections import Counter
from pathlib import Path

import pytest
from built_pages import BuiltPages, dead_links, repeated_ids
from click.testing import CliRunner
from mkdocs.config import load_config
from small_sites import ROOT, SmallSite

import published
from journeybook.cli import main
from published import GERMAN_PAGE, LIBRARY

LINKS = re.findall(r"\((library/[^)]*)\)", (ROOT / "docs/index.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """Both examples in the folder of the German one's site, the English one as its own settings build it."""
    folder = published.english(tmp_path_factory)
    return SmallSite(folder, published.told(folder))


def test_the_build_says_nothing(made: SmallSite) -> None:
    assert made.log == []


def test_it_leaves_the_german_handbook_alone(made: SmallSite) -> None:
    assert sorted(path.name for path in made.site.iterdir()) == ["index.html", "library"]
    assert (made.site / "index.html").read_text(encoding="utf-8") == GERMAN_PAGE


def test_each_leads_to_the_other_and_every_link_somewhere(made: SmallSite) -> None:
    assert "library/index.html" in list(made.pages["index.html"].links)
    assert "../index.html" in list(made.pages["library/index.html"].links)
    assert dead_links(made.site, made.pages) == []


def test_its_pages_are_sound(made: SmallSite) -> None:
    pages = BuiltPages(made.site / "library")

    assert repeated_ids(pages) == []
    assert {path: page.faults for path, page in pages.items() if page.faults} == {}


def test_dates_are_written_as_in_britain(made: SmallSite) -> None:
    text = made.pages["library/journeys/first-ebook/index.html"].ours.text

    assert "6 November 2026" in text
    assert "November 6, 2026" not in text


def test_it_lies_where_a_page_of_the_german_one_holds_its_place() -> None:
    german, english = (load_config(str(folder / "mkdocs.yml")).site_dir for folder in (ROOT, LIBRARY))

    assert Path(english) == Path(german) / "library"
    assert LINKS == ["library/index.md"]
    assert (ROOT / "docs" / LINKS[0]).is_file()


def test_check_finds_a_handful_on_purpose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYBOOK_TODAY", "2026-11-21")
    monkeypatch.chdir(ROOT)
    ran = CliRunner().invoke(main, ["check", "examples/library/journeys"])

    assert (ran.exit_code, Counter(re.findall(r"\d: ([a-z-]+): ", ran.stdout))) == (
        0,
        {"overdue-action": 3, "unused-touchpoint": 1},
    )
