"""While serving, a rebuild takes over what has not changed: it must give what a build from nothing gives."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from small_sites import config, write_tree

ROOT = Path(__file__).parents[2]

BARE = """
{{ config.site_name }} {{ page.title }} {{ page.edit_url }} {{ page.content }} {{ page.toc }}
{% for page in nav.pages %}{{ page.title }} {{ page.url }}
{% endfor %}
"""
"""A theme of its own: it shows all that the plugin gives to any theme, and takes no time to speak of."""

OPTIONS: dict[str, Any] = {
    "edit_uri_template": "https://git.example.org/edit/docs/{path}",
    "site_url": "https://example.org/handbuch/",
    "markdown_extensions": ["tables", "toc"],
}

Edit = Callable[[Path], None]


def _replace(name: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return edit


def _write(name: str, text: str) -> Edit:
    return lambda root: write_tree(root, {name: text})


LADEN = "journeys/laden/schuhe-im-laden-kaufen.md"

EDITS: dict[str, Edit] = {
    "nothing": lambda _: None,
    "a thought": _replace(LADEN, "Endlich mal jemand", "Endlich einmal jemand"),
    "a step's title": _replace(LADEN, "Ich bezahle an der Kasse", "Ich zahle an der Kasse"),
    "a journey's title": _replace(
        LADEN, "title: Schuhe im Laden kaufen", "title: Schuhe in der Filiale kaufen"
    ),
    "a persona's name": _replace("journeys/personas/anna.md", "title: Anna Berger", "title: Anna Bergmann"),
    "a touchpoint's name": _replace("journeys/touchpoints/kasse.md", "title: ", "title: Neue "),
    "a touchpoint's channel": _replace("journeys/touchpoints/kasse.md", "channel: store", "channel: app"),
    "a stage's title": _replace("journeys/handbook.yml", "title: Kauf\n", "title: Einkauf\n"),
    "a value": _replace("journeys/metrics/erstattung.csv", "2026-11,", "2026-10,"),
    "a new journey": _write(
        "journeys/neu.md",
        "---\ntitle: Neu\npersona: anna\nstages:\n  - stage: purchase\n    steps: [Kaufen]\n---\n",
    ),
    "a journey that is gone": lambda root: (root / "journeys/neu.md").unlink(),
    "an introduction by hand": _write(
        "docs/touchpoints/index.md", "# Alle Berührungspunkte\n\nEin Vorwort.\n"
    ),
    "a template": _write(
        "overrides/journeybook/parts/comparison.html", "<p>{{ comparison.current.title }}</p>\n"
    ),
    "the site's name": _replace("mkdocs.yml", "site_name: Handbuch", "site_name: Buch"),
}


def _build(root: Path, site: Path, *, serving: bool) -> dict[str, str]:
    with contextlib.chdir(root):
        loaded = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
        loaded.plugins.on_startup(command="serve" if serving else "build", dirty=False)
        build(loaded, serve_url="http://127.0.0.1:8000/handbuch/" if serving else None)
    pages = sorted(site.rglob("*.html"))
    return {str(path.relative_to(site)): path.read_text(encoding="utf-8") for path in pages}


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str | None], Path]:
    """Write the example handbook as a site that may be changed."""
    # The built-in theme writes the time of the build into the home page.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763683200")

    def write(theme: str | None) -> Path:
        folder = tmp_path / "handbuch"
        copytree(ROOT / "journeys", folder / "journeys")
        options = {"name": theme, "custom_dir": "overrides", "language": "de", "font": False}
        files = {
            "docs/index.md": "# Willkommen\n",
            "overrides/.keep": "",
            **({} if theme else {"overrides/main.html": BARE}),
            "mkdocs.yml": config(options, **OPTIONS),
        }
        write_tree(folder, files)
        return folder

    return write


def _rebuilt_and_fresh(root: Path, sites: Path, edit: Edit) -> tuple[dict[str, str], dict[str, str]]:
    edit(root)
    rebuilt = _build(root, sites / "served", serving=True)
    return rebuilt, _build(root, sites / "fresh", serving=False)


def _different(left: dict[str, str], right: dict[str, str]) -> set[str]:
    return {path for path in left.keys() | right.keys() if left.get(path) != right.get(path)}


def test_each_rebuild_gives_what_a_build_from_nothing_gives(
    example: Callable[[str | None], Path], tmp_path: Path
) -> None:
    root = example(None)
    before = _build(root, tmp_path / "served", serving=True)
    for what, edit in EDITS.items():
        rebuilt, fresh = _rebuilt_and_fresh(root, tmp_path, edit)
        assert _different(rebuilt, fresh) == set(), what
        assert (rebuilt == before) == (what == "nothing"), what
        before = rebuilt


def test_a_rebuild_in_material_gives_what_a_build_from_nothing_gives(
    example: Callable[[str | None], Path], tmp_path: Path
) -> None:
    root = example("material")
    _build(root, tmp_path / "served", serving=True)
    for what in ("a step's title", "a journey's title", "a new journey"):
        rebuilt, fresh = _rebuilt_and_fresh(root, tmp_path, EDITS[what])
        assert _different(rebuilt, fresh) == set(), what
