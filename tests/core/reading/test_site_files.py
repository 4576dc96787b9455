"""Where the journeys of a site lie, and its language, as its configuration says, however that is written."""

from pathlib import Path

import pytest

from core.repositories import write
from journeybook.load.site_file import read_site_file, site_file, site_file_above


@pytest.mark.parametrize(
    ("plugins", "expected"),
    [
        ("plugins: [search, journeybook]", "journeys"),
        ("plugins:\n  - search\n  - journeybook:\n      journeys_dir: content # ours", "content"),
        ("plugins:\n  journeybook:\n    journeys_dir: 'our content'\n  search: {}", "our content"),
        ("plugins:\n  - journeybook: {trust_markdown: true, journeys_dir: x}", "x"),
        ("plugins: {journeybook: {}}", "journeys"),
        ("plugins:\n  - search\nextra:\n  journeybook: {journeys_dir: no}", ""),
        ("extra:\n  ? {a: [1]}\n  : b\nplugins: [journeybook]", "journeys"),
        ("x: &a [1]\ny: *a\nz: !!python/name:no.such.module ''\nplugins: [journeybook]", "journeys"),
        ("plugins: [journeybook]\nnav: [", "journeys"),
        ("x: " + "[" * 100_000, ""),
        ("\tx", ""),
        ("", ""),
    ],
)
def test_the_folder_of_the_journeys_is_found_however_the_plugin_is_named(plugins: str, expected: str) -> None:
    assert site_file(Path("mkdocs.yml"), f"site_name: X\n{plugins}\n").journeys_dir == expected


@pytest.mark.parametrize(
    ("theme", "language"),
    [
        ("theme: {name: material, language: de}", "de"),
        ("theme:\n  name: mkdocs\n  locale: de_AT", "de_AT"),
        ("theme: material", ""),
        ("extra:\n  language: de", ""),
    ],
)
def test_the_language_is_that_of_the_theme(theme: str, language: str) -> None:
    assert site_file(Path("mkdocs.yml"), theme).language == language


def test_what_is_inherited_counts_unless_it_is_said_again_and_ends(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            ".git/HEAD": "",
            "base.yml": "INHERIT: mkdocs.yml\ndocs_dir: texts\nplugins: {journeybook: {journeys_dir: a}}\n",
            "mkdocs.yml": "INHERIT: base.yml\nplugins: {journeybook: {journeys_dir: b}}\n",
        },
    )

    found = read_site_file(tmp_path / "mkdocs.yml")

    assert (found.docs_dir, found.journeys_dir, found.journeys) == ("texts", "b", tmp_path / "b")


def test_nothing_outside_of_the_project_is_inherited(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "secret.yml": "docs_dir: secret\n",
            "book/.git/HEAD": "",
            "book/mkdocs.yml": "INHERIT: ../secret.yml\nplugins: [journeybook]\n",
        },
    )

    assert read_site_file(tmp_path / "book/mkdocs.yml").docs_dir == "docs"


def test_the_next_site_above_that_names_us_is_found_within_the_repository(tmp_path: Path) -> None:
    ours = "plugins: [journeybook]\n"
    write(
        tmp_path,
        {
            "mkdocs.yml": ours,
            "repository/.git/HEAD": "",
            "repository/properdocs.yml": ours,
            "repository/docs/mkdocs.yml": "plugins: [search]\n",
            "repository/docs/en/page.md": "",
            "other/.git/HEAD": "",
        },
    )

    found = site_file_above(tmp_path / "repository/docs/en")

    assert found
    assert (found.path, found.builder) == (tmp_path / "repository/properdocs.yml", "properdocs")
    assert site_file_above(tmp_path / "other") is None
