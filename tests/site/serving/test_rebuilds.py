"""While serving, a rebuild takes over what has not changed: it must give what a build from nothing gives."""

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path
from random import Random
from shutil import copytree, rmtree
from typing import Any

import pytest
from handbook_edits import EDITS
from mkdocs.commands.build import build
from mkdocs.config import load_config
from small_sites import ROOT, STAND_INS, config, write_tree

from journeybook.plugin import JourneybookPlugin

SEED = int(os.environ.get("JOURNEYBOOK_SEED", "2"))
COUNT = int(os.environ.get("JOURNEYBOOK_EDITS", "6"))
"""How many edits are tried; scripts/fuzz tries more, and other ones."""

PLAIN = {
    "theme/main.html": "{{ page.title }}|{{ page.meta }}|{{ page.edit_url }}|{{ page.toc }}{{ page.content }}"
}
"""A theme that shows what it is given, and costs nothing."""

OPTIONS: dict[str, Any] = {
    "edit_uri_template": "https://git.example.org/edit/docs/{path}",
    "site_url": "https://example.org/handbuch/",
    "markdown_extensions": ["tables", "toc"],
    "plugins": ["search"],
}


class Served:
    """A site whose folder changes while it is served."""

    def __init__(
        self, root: Path, theme: Mapping[str, object], files: Mapping[str, str], **options: Any
    ) -> None:
        self.root = root
        copytree(ROOT / "journeys", root / "journeys")
        mkdocs_yml = config(dict(theme), quality=True, **OPTIONS, **options)
        write_tree(root, {"docs/index.md": "# Willkommen\n", **files, "mkdocs.yml": mkdocs_yml})
        self._plugin = JourneybookPlugin()

    def rebuilt(self) -> dict[str, bytes]:
        """Build it once more, with what is known from the builds before."""
        return self._built(self._plugin, "served")

    def fresh(self) -> dict[str, bytes]:
        """Build it from nothing."""
        return self._built(JourneybookPlugin(), "fresh")

    def _built(self, plugin: JourneybookPlugin, name: str) -> dict[str, bytes]:
        site = self.root.with_name(f"{self.root.name}-{name}")
        with contextlib.chdir(self.root):
            loaded = load_config("mkdocs.yml", site_dir=str(site))
            plugin.load_config({"history": False})
            loaded.plugins["journeybook"] = plugin
            loaded.plugins.on_startup(command="serve", dirty=False)
            build(loaded, serve_url="http://127.0.0.1:8000/handbuch/")
        kinds = {".html", ".json", ".svg", ".mmd", ".ics", ".xml"}
        files = (path for path in site.rglob("*") if path.suffix in kinds)
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def _different(left: Mapping[str, bytes], right: Mapping[str, bytes]) -> set[str]:
    return {path for path in left.keys() | right.keys() if left.get(path) != right.get(path)}


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Served:
    """The example handbook, in a theme that costs nothing."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763683200")
    theme = {"name": None, "custom_dir": "theme", "language": "de"}
    return Served(tmp_path / "site", theme, PLAIN)


def _restore(root: Path) -> None:
    """Put the handbook back to what it was before."""
    for name in ("journeys", "docs"):
        rmtree(root / name)
    copytree(ROOT / "journeys", root / "journeys")
    write_tree(root, {"docs/index.md": "# Willkommen\n"})


@pytest.mark.fuzz
def test_after_any_edit_a_rebuild_gives_what_a_build_from_nothing_gives(served: Served) -> None:
    chance = Random(SEED)
    served.rebuilt()
    for number in range(COUNT // 2):
        if number % 3 == 2:
            # what is broken hides more and more of what could be stale
            _restore(served.root)
        trail = [chance.choice(EDITS)(served.root, chance) for _ in range(2)]
        assert _different(served.rebuilt(), served.fresh()) == set(), (number, trail)


def test_a_pain_point_that_another_journey_solves_has_its_new_title_there(served: Served) -> None:
    before = served.rebuilt()
    path = served.root / "journeys/laden/schuhe-im-laden-kaufen.md"
    old, new = "Ohne Kassenbon gibt es keinen Umtausch", "Ohne Bon kein Umtausch"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    after = served.rebuilt()
    solved_at = "journeys/online-bestellen-im-laden-zurueckgeben/index.html"
    assert old.encode() in before[solved_at]
    assert old.encode() not in after[solved_at]
    assert new.encode() in after[solved_at]
    assert after == served.fresh()


def test_what_has_not_changed_is_not_made_again(served: Served) -> None:
    first = served.rebuilt()
    # as long and as old as before, so that nothing but a page that is made anew can tell
    marked = served.root / "theme/main.html"
    stamps = marked.stat()
    marked.write_text(PLAIN["theme/main.html"].replace("}}|", "}} "), encoding="utf-8")
    os.utime(marked, ns=(stamps.st_atime_ns, stamps.st_mtime_ns))
    assert _different(served.rebuilt(), first) == {"index.html"}, "the only page written by hand"


STAMPING = """\
from pathlib import Path

def on_page_markdown(markdown, page, config, files):
    if page.url == "personas/anna/":
        page.meta["stamp"] = Path("stamp.txt").read_text()

def on_page_content(html, page, config, files):
    return html + Path("stamp.txt").read_text() if page.url == "teams/" else html

def on_page_context(context, page, config, nav):
    if page.url == "metrics/":
        page.content = Path("stamp.txt").read_text()
"""
"""A hook that changes pages by what nobody watches, at each moment at which plugins do so."""


def test_a_page_that_another_plugin_changes_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763683200")
    theme = {"name": None, "custom_dir": "theme", "language": "de"}
    files = {**PLAIN, "stamp.py": STAMPING, "stamp.txt": "heute"}
    served = Served(tmp_path / "site", theme, files, hooks=[str(STAND_INS), "stamp.py"])
    before = served.rebuilt()
    (served.root / "stamp.txt").write_text("gestern", encoding="utf-8")
    after = served.rebuilt()
    changed = {f"{address}/index.html" for address in ("personas/anna", "teams", "metrics")}
    assert _different(before, after) == changed
    assert after == served.fresh()


EDITS_IN_A_THEME = {
    "a journey's title": (
        "journeys/laden/schuhe-im-laden-kaufen.md",
        "title: Schuhe im",
        "title: Stiefel im",
    ),
    "the status of a page by hand": ("docs/index.md", "# Will", "---\nstatus: new\n---\n# Will"),
    "a template": (
        "overrides/journeybook/comparison/comparison.html",
        "",
        "<p>{{ comparison.current.title }}</p>",
    ),
    "the word for customers": ("journeys/handbook.yml", "stages:", "customers: Gäste\nstages:"),
    "the site's name": ("mkdocs.yml", "site_name: Handbuch", "site_name: Buch"),
}


def test_each_rebuild_in_material_gives_what_a_build_from_nothing_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763683200")
    theme = {"name": "material", "custom_dir": "overrides", "language": "de", "font": False}
    served = Served(tmp_path / "site", theme, {"overrides/journeybook/comparison/comparison.html": ""})
    before = served.rebuilt()
    for what, (name, old, new) in EDITS_IN_A_THEME.items():
        path = served.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text, what
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        rebuilt = served.rebuilt()
        assert rebuilt != before, what
        before = rebuilt
    assert _different(before, served.fresh()) == set()
