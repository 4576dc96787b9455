"""The site of this repository: its build has nothing to complain about, and every promised page is there."""

from pathlib import Path

import pytest
from built_pages import BuiltPages, dead_links, repeated_ids
from mkdocs.config import load_config
from small_sites import ROOT

import published


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published.german(tmp_path_factory)


@pytest.fixture(scope="module")
def site(built: Path) -> Path:
    return built / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> BuiltPages:
    return BuiltPages(site)


def test_the_strict_build_has_no_warning(built: Path) -> None:
    # mermaid2 says where it found a script of the site, over two lines.
    assert [
        line for line in published.told(built) if line.strip() != "assets/journeybook/Mermaid-loader.js"
    ] == []


TEMPLATES = [
    "home",
    "journeys",
    "journey",
    "journey-stage",
    "stages",
    "stage",
    "touchpoints",
    "touchpoint",
    "channels",
    "channel",
    "personas",
    "persona",
    "teams",
    "team",
    "metrics",
    "metric",
]


@pytest.mark.parametrize("template", TEMPLATES)
def test_there_is_every_kind_of_page(pages: BuiltPages, template: str) -> None:
    assert [path for path, page in pages.items() if page.top.all(f"div.jb-page--{template}")] != []


def test_every_link_leads_somewhere(site: Path, pages: BuiltPages) -> None:
    assert dead_links(site, pages) == []


def test_ids_are_unique(pages: BuiltPages) -> None:
    assert repeated_ids(pages) == []


def test_pages_are_well_formed(pages: BuiltPages) -> None:
    assert {path: page.faults for path, page in pages.items() if page.faults} == {}


def test_pages_by_hand_are_in_the_navigation(pages: BuiltPages) -> None:
    home = pages["index.html"]
    linked = {link for link in home.links if not link.startswith(("http", "#"))}
    excluded = load_config(str(ROOT / "mkdocs.yml")).exclude_docs
    assert excluded is not None
    by_hand = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")]
    kept = [path for path in by_hand if not excluded.match_file(path) and not path.endswith("index.md")]

    assert len(kept) > 5
    assert {f"{path.removesuffix('.md')}/" for path in kept} - linked == set()
