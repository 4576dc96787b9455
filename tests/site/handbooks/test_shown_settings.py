"""The settings that README, docs and `init` show build a site that asks no other host; the tutorials end in one."""

import re
from datetime import date
from pathlib import Path

import pytest
from built_pages import dead_links
from small_sites import ROOT, SIX_LINES, Tree, build_site, config

import tutorial
from journeybook.scaffold import LANGUAGES, first_files
from shell_blocks import PAGES, blocks

CODE = "# Seite\n\n```python\nprint(1)\n```\n\n```mermaid\nflowchart LR\n  a --> b\n```\n"
"""What themes colour with a program of another host, and what they may draw with one."""
TUTORIALS = ("docs/handbuch/journey-schreiben.md", "docs/en/write-a-journey.md")
_FETCHED = re.compile(
    r"<(?:script|link|img|iframe|source|video)\b(?![^>]*rel=\"?(?:canonical|next|prev|edit)\b)[^>]*"
    r"(?:src|href)=[\"']?(?P<address>(?:https?:)?//[^\"'\s>]+)"
)
_IN_STYLES = re.compile(r"(?:url\([\"']?|@import [\"'])((?:https?:)?//[^\"')]+)")


def shown() -> dict[str, str]:
    """Each whole mkdocs.yml that a page shows or `init` writes."""
    found = {
        block.place: block.text
        for page in PAGES
        for block in blocks(page)
        if block.language == "yaml" and "site_name:" in block.text
    }
    begun = {f"init {name}": first_files(name, "1", date(2026, 11, 21))["mkdocs.yml"] for name in LANGUAGES}
    return {**found, **begun}


def asked_hosts(site: Path) -> set[str]:
    """The addresses of other hosts from which the pages and styles of a site fetch something."""
    pages = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.html"))
    styles = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.css"))
    return {match["address"] for match in _FETCHED.finditer(pages)} | set(_IN_STYLES.findall(styles))


@pytest.mark.parametrize("place", shown())
def test_shown_settings_build_strictly_and_ask_no_other_host(tmp_path: Path, place: str) -> None:
    settings = shown()[place]
    made = build_site(tmp_path, {**SIX_LINES, "docs/index.md": CODE}, settings)

    assert (made.aborted, made.log) == (None, [])
    assert asked_hosts(tmp_path / "site") == set()
    assert dead_links(made.site, made.pages) == []


@pytest.mark.parametrize(
    ("theme", "hosts"),
    [
        ({"name": "material"}, {"https://fonts.googleapis.com", "https://fonts.gstatic.com"}),
        ({"name": "mkdocs"}, {"https://cdnjs.cloudflare.com"}),
        ({"name": "readthedocs"}, {"https://cdnjs.cloudflare.com"}),
        ({"name": "mkdocs", "highlightjs": False}, set()),
        ({"name": "readthedocs", "highlightjs": False}, set()),
    ],
    ids=lambda value: (
        value["name"] + ("" if len(value) == 1 else " without colours") if isinstance(value, dict) else ""
    ),
)
def test_themes_ask_the_hosts_that_the_docs_name(
    tmp_path: Path, theme: dict[str, str | bool], hosts: set[str]
) -> None:
    build_site(tmp_path, {**SIX_LINES, "docs/index.md": CODE}, config(theme))

    assert {"/".join(address.split("/")[:3]) for address in asked_hosts(tmp_path / "site")} == hosts


def test_settings_are_found_on_all_pages_that_show_some() -> None:
    assert {place.partition("#")[0] for place in shown()} == {
        "README.md",
        "docs/en/how-it-works.md",
        *TUTORIALS,
        *(f"init {name}" for name in LANGUAGES),
    }


def test_the_stage_of_the_first_step_is_called_as_the_german_tutorial_says(tmp_path: Path) -> None:
    first = next(
        step for step in tutorial.steps((ROOT / TUTORIALS[0]).read_text(encoding="utf-8")) if step.slips
    )
    made = build_site(tmp_path, first.files, config("material"))

    assert made.page("stages/purchase/").ours.one("h1").text == "Kauf"
    assert "Die Phase heißt „Kauf“" in first.text


@pytest.mark.parametrize("name", TUTORIALS)
def test_a_tutorial_that_is_followed_ends_in_a_whole_site(tmp_path: Path, name: str) -> None:
    *_, last = (step for step in tutorial.steps((ROOT / name).read_text(encoding="utf-8")) if step.slips)
    files: Tree = {**last.files, "docs": None}
    (settings,) = (text for place, text in shown().items() if place.startswith(name))
    made = build_site(tmp_path, files, settings)
    journeys = {path.removeprefix("journeys/").removesuffix(".md") for path in files if path.count("/") == 1}

    assert (made.aborted, made.log) == (None, [])
    assert {f"journeys/{journey}/" for journey in journeys - {"handbook.yml"}} <= made.generated
    assert dead_links(made.site, made.pages) == []
