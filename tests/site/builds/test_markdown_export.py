"""`journeybook export markdown`: the finished handbook as Markdown, whole, for other builders."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml
from built_pages import BuiltPage, Element
from small_sites import SIX_LINES, Tree, write_tree

import warm

CONFIGURATION = """\
site_name: Handbuch
theme:
  name: material
  language: de
  custom_dir: own
  features: [navigation.tabs, content.action.edit]
docs_dir: texts
plugins:
  - search
  - journeybook
extra_css: [own.css]
validation: {links: {not_found: warn}}
nav:
  - Start: index.md
  - Mehr: [deep/page.md, 'Suche: neu': 'https://example.org/?q=ä']
"""
FILES: Tree = {
    **{path: text for path, text in SIX_LINES.items() if not path.startswith("docs/")},
    "journeys/assets/guide.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 20,
    "texts/index.md": "---\ndescription: 'Was: „hier“ steht'\n---\n\n# Willkommen\n\n[[persona:anna]] [Seite](deep/page.md)\n",
    "texts/deep/page.md": "# Seite\n\n[Start](../index.md) [[journey:schuhe]]\n\n```\n[[x]]\n```\n",
    "texts/own.css": "a {}\n",
    "own/journeybook/.keep": "",
    "mkdocs.yml": CONFIGURATION,
}


def _journeybook(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return warm.run("-m", "journeybook", *arguments, folder=folder)


def page_of(folder: Path, path: str) -> tuple[dict[str, object], Element]:
    """The header of a page and its HTML."""
    header, html = (
        (folder / "docs" / path).read_text(encoding="utf-8").removeprefix("---\n").split("---\n", 1)
    )
    return yaml.safe_load(header), BuiltPage(html).top


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("export")
    write_tree(home, FILES)
    ran = _journeybook(home / "texts/deep", "export", "markdown", "../../out")
    assert (ran.returncode, ran.stderr) == (0, "")
    pages = len(list((home / "out").rglob("*.md")))
    assert ran.stdout == f"../../out: {pages} pages. Build them there, for example: zensical build\n"
    return home / "out"


def test_every_page_stands_at_its_address_with_what_a_builder_asks_for(exported: Path) -> None:
    header, home = page_of(exported, "index.md")
    _, page = page_of(exported, "deep/page/index.md")
    journey_header, journey = page_of(exported, "journeys/schuhe/index.md")

    assert header == {"title": "Start", "description": "Was: „hier“ steht", "hide": ["toc"]}
    assert {link["href"] for link in home.all("a") if link["href"]} >= {"personas/anna/", "deep/page/"}
    assert [link["href"] for link in page.all("p a")] == ["../../", "../../journeys/schuhe/"]
    assert journey_header["title"] == "Schuhe im Laden kaufen"
    assert journey.one("h1").text.startswith("Schuhe im Laden kaufen")
    assert "Schuhe anprobieren" in journey.text


def test_what_stands_beside_the_pages_comes_along_and_the_theme_does_not(exported: Path) -> None:
    files = {
        path.relative_to(exported / "docs").as_posix()
        for path in (exported / "docs").rglob("*")
        if path.is_file()
    }

    assert {"own.css", "journeys/assets/guide.png", "assets/journeybook/journeybook.css"} <= files
    assert [
        path for path in files if path.startswith(("assets/javascripts", "assets/stylesheets", "search"))
    ] == []
    assert (exported / "docs/own.css").read_text(encoding="utf-8") == "a {}\n"


def test_the_configuration_is_the_sites_with_navigation_styles_and_scripts(exported: Path) -> None:
    settings = yaml.safe_load((exported / "mkdocs.yml").read_text(encoding="utf-8"))
    first, more, *ours = settings.pop("nav")

    assert first == {"Start": "index.md"}
    assert more == {"Mehr": [{"Seite": "deep/page/index.md"}, {"Suche: neu": "https://example.org/?q=ä"}]}
    assert "journeys/schuhe/index.md" in str(ours)
    assert [
        path for path in re.findall(r"[\w/-]+\.md", str(ours)) if not (exported / "docs" / path).exists()
    ] == []
    assert settings == {
        "site_name": "Handbuch",
        "use_directory_urls": True,
        "theme": {"name": "material", "language": "de", "features": ["navigation.tabs"]},
        "extra_css": ["assets/journeybook/journeybook.css", "assets/journeybook/diagrams.css", "own.css"],
        "docs_dir": "docs",
        "extra_javascript": ["assets/journeybook/journeybook.js", "assets/journeybook/Mermaid-loader.js"],
    }


def test_an_export_is_written_anew_and_nothing_else_is_touched(exported: Path) -> None:
    home = exported.parent
    (exported / "docs/old.md").touch()
    (home / "full").mkdir()
    (home / "full/mine.txt").touch()

    again = _journeybook(home, "export", "markdown", "out")
    refused = _journeybook(home, "export", "markdown", "full")
    on_file = _journeybook(home, "export", "markdown", "mkdocs.yml")

    assert (again.returncode, (exported / "docs/old.md").exists()) == (0, False)
    assert (refused.returncode, on_file.returncode) == (2, 2)
    assert refused.stderr == (
        "Error: 'full' holds files that no export has written. Name a new or an empty folder.\n"
    )
    assert on_file.stderr == "Error: 'mkdocs.yml' is a file. Name a folder.\n"
    assert [path.name for path in (home / "full").iterdir()] == ["mine.txt"]


def test_a_handbook_with_problems_is_not_written(tmp_path: Path) -> None:
    write_tree(tmp_path, {**FILES, "journeys/leer.md": ""})

    ran = _journeybook(tmp_path, "export", "markdown", "out")

    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("Error: The site cannot be built. This is what its builder says:\n")
    assert "journeys/leer.md:1:1: missing-header" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / "out").exists()
