"""Each page by hand is part of a site: of the German example, of the documentation, or of both."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.config import load_config

ROOT = Path(__file__).parents[2]
EXAMPLE, DOCUMENTATION = "mkdocs.yml", "docs-site.yml"
QUADRANTS = ("Tutorials", "How-to guides", "Reference", "Explanation")
"""The four kinds of documentation, in the order of Diátaxis."""
FOR_READERS_AND_AUTHORS = {
    f"handbuch/{name}.md"
    for name in (
        "begutachten",
        "drucken",
        "felder",
        "journey-schreiben",
        "lesen",
        "pruefen",
        "rhythmus",
        "umbenennen",
        "vergleichen",
    )
}


@pytest.fixture(scope="module")
def sites() -> dict[str, Any]:
    """The configurations of both, as MkDocs reads them."""
    return {name: load_config(str(ROOT / name)) for name in (EXAMPLE, DOCUMENTATION)}


def pages() -> set[str]:
    """Every page by hand."""
    return {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}


def kept(config: Any) -> set[str]:
    """The pages that a site does not exclude."""
    return {page for page in pages() if not config.exclude_docs.match_file(page)}


def listed(nav: Any) -> Iterator[str]:
    """The pages that a navigation lists."""
    match nav:
        case str():
            yield from (nav,) * nav.endswith(".md")
        case dict():
            yield from (page for part in nav.values() for page in listed(part))
        case list():
            yield from (page for part in nav for page in listed(part))


def test_each_page_is_part_of_a_site_and_listed_there(sites: dict[str, Any]) -> None:
    assert pages() == kept(sites[EXAMPLE]) | kept(sites[DOCUMENTATION])
    assert sorted(listed(sites[DOCUMENTATION].nav)) == sorted(kept(sites[DOCUMENTATION]))
    assert {*listed(sites[EXAMPLE].nav), "library/index.md"} == kept(sites[EXAMPLE])


def test_the_example_keeps_what_its_readers_and_authors_need(sites: dict[str, Any]) -> None:
    assert kept(sites[EXAMPLE]) == {"index.md", "library/index.md", *FOR_READERS_AND_AUTHORS}


def test_the_documentation_is_english_in_four_kinds_with_a_demo_and_german_pages(
    sites: dict[str, Any],
) -> None:
    titles = [next(iter(part)) for part in sites[DOCUMENTATION].nav]
    german = {page for page in pages() if page.startswith("handbuch/")} - {"handbuch/lesen.md"}
    by_title = {title: set(listed(part)) for part in sites[DOCUMENTATION].nav for title in part}

    assert titles == ["Home", *QUADRANTS, "Demo", "Deutsch"]
    assert set().union(*(by_title[kind] for kind in QUADRANTS)) == {
        page for page in pages() if page.startswith("en/")
    }
    assert by_title["Deutsch"] == german
    assert by_title["Demo"] == set()


def test_german_pages_say_so() -> None:
    """Their sites may be English: screen readers, hyphenation and search go by it."""
    heads = {
        path.name: next(yaml.safe_load_all(path.read_text(encoding="utf-8").split("\n---\n")[0]))
        for path in (ROOT / "docs/handbuch").glob("*.md")
    }

    assert {name: head.get("lang") for name, head in heads.items()} == dict.fromkeys(heads, "de")
