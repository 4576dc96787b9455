"""While serving, a saved file has its pages at once; the rest of the site follows when it is quiet."""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from small_sites import SHOES, Tree, config, write_tree

from journeybook.plugin import JourneybookPlugin

DEADLINE = 40
HANDBOOK: Tree = {
    "theme/main.html": "{{ page.title }}|{{ page.meta }}|{{ page.toc }}{{ page.content }}",
    "docs/index.md": "# Willkommen\n",
    "docs/lesen.md": "# Lesen\n",
    "journeys/schuhe.md": SHOES,
    "journeys/stiefel.md": SHOES.replace("Schuhe im Laden kaufen", "Stiefel").replace("anna", "ben"),
    "journeys/personas/anna.md": "---\ntitle: Anna\n---\n",
    "journeys/personas/ben.md": "---\ntitle: Ben\n---\n",
    "journeys/touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: store\n---\n",
    "journeys/handbook.yml": "channels: [{id: store, title: Laden, setting: offline}]\n",
}
THEME = {"name": None, "custom_dir": "theme", "language": "de"}
"""A theme that costs nothing."""
OF_SHOES = {"journeys/schuhe/index.html", "journeys/schuhe/purchase/index.html"}


class Written:
    """A handbook that is served while it is written, by MkDocs' own server, which answers nobody here."""

    def __init__(self, root: Path, **options: object) -> None:
        self.root, self.whole_builds = root, 0
        write_tree(root, {**HANDBOOK, "mkdocs.yml": config(THEME, **options)})  # type: ignore[arg-type]
        self._plugin = JourneybookPlugin()
        self._build("served")
        self.server = LiveReloadServer(
            lambda: self._build("served"), "127.0.0.1", 0, str(self._site("served"))
        )
        self._plugin.on_serve(self.server, config=self._config, builder=self.server.builder)

    def _site(self, name: str) -> Path:
        return self.root.with_name(f"{self.root.name}-{name}")

    def _build(self, name: str) -> None:
        plugin = self._plugin if name == "served" else JourneybookPlugin()
        with contextlib.chdir(self.root):
            self._config = load_config("mkdocs.yml", site_dir=str(self._site(name)))
            plugin.load_config({"history": False})
            self._config.plugins["journeybook"] = plugin
            self._config.plugins.on_startup(command="serve", dirty=False)
            build(self._config, serve_url="http://127.0.0.1:8000/")
        self.whole_builds += name == "served"

    def _pages(self, name: str) -> dict[str, bytes]:
        site = self._site(name)
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}

    def save(self, files: Tree) -> set[str]:
        """Save files, let the server build, and return the pages that are others by then."""
        before = self._pages("served")
        write_tree(self.root, files)
        self.server.builder()
        after = self._pages("served")
        return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}

    def stale(self) -> set[str]:
        """The pages that differ from those of a build from nothing."""
        self._build("fresh")
        served, fresh = self._pages("served"), self._pages("fresh")
        return {path for path in served.keys() | fresh.keys() if served.get(path) != fresh.get(path)}

    def wait_until_quiet(self) -> None:
        """Wait until a build is asked for, as nobody saves any more, and build."""
        end = time.monotonic() + DEADLINE
        while not self.server._want_rebuild:
            assert time.monotonic() < end
            time.sleep(0.05)
        self.server._want_rebuild = False
        self.server.builder()

    def stop(self) -> None:
        self._plugin.on_shutdown()
        self.server.server_close()


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Written]:
    written = Written(tmp_path / "site")
    yield written
    written.stop()


def test_a_saved_journey_is_seen_at_once_and_its_title_everywhere_when_it_is_quiet(written: Written) -> None:
    assert (
        written.save({"journeys/schuhe.md": SHOES.replace("Schuhe im Laden kaufen", "Sandalen")}) == OF_SHOES
    )
    assert written.save({"journeys/schuhe.md": SHOES.replace("Schuhe im Laden", "Sandalen")}) == OF_SHOES
    assert written.whole_builds == 1
    assert "journeys/index.html" in written.stale()

    written.wait_until_quiet()
    assert written.whole_builds == 2
    assert written.stale() == set()


@pytest.mark.parametrize(
    ("name", "text", "pages"),
    [
        ("journeys/schuhe.md", SHOES.replace("anprobieren", "ansehen"), OF_SHOES),
        ("journeys/schuhe.md", f"{SHOES}\nEin Text, *neu*.\n", {"journeys/schuhe/index.html"}),
        ("journeys/schuhe.md", f"{SHOES}\n## Kauf\n\nEin Text.\n", {"journeys/schuhe/purchase/index.html"}),
        ("journeys/personas/anna.md", "---\ntitle: Anna\nrole: Ärztin\n---\n", {"personas/anna/index.html"}),
        (
            "journeys/touchpoints/kasse.md",
            "---\ntitle: Kasse\nchannel: store\nrating: 4\n---\n",
            {"touchpoints/kasse/index.html"},
        ),
    ],
)
def test_the_pages_of_a_saved_file_are_those_of_a_whole_build(
    written: Written, name: str, text: str, pages: set[str]
) -> None:
    assert pages <= written.save({name: text})
    assert written.whole_builds == 1
    assert written.stale() & pages == set()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("journeys/neu.md", SHOES),
        ("journeys/schuhe.md", SHOES.replace("title:", "titel:")),
        (
            "journeys/schuhe.md",
            SHOES.replace("steps:", "title: Kasse\n    steps:\n      - {title: A, id: Ä}"),
        ),
        ("journeys/schuhe.md", f"{SHOES[:-4]}  - {{stage: delivery, steps: [Warten]}}\n---\n"),
        ("journeys/handbook.yml", "channels: [{id: store, title: Filiale, setting: offline}]\n"),
        ("journeys/assets/bild.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("docs/lesen.md", "# Alles lesen\n"),
    ],
)
def test_everything_is_built_at_once_where_more_than_the_pages_of_a_file_may_change(
    written: Written, name: str, text: str
) -> None:
    written.save({name: text})
    assert written.whole_builds == 2


def test_everything_is_built_at_once_when_a_file_goes_or_nothing_has_changed(written: Written) -> None:
    written.save({})
    assert written.whole_builds == 2
    (written.root / "journeys/stiefel.md").unlink()
    assert "journeys/stiefel/index.html" in written.save({})
    assert written.whole_builds == 3


def test_everything_is_built_at_once_where_a_hook_sees_each_page_once(tmp_path: Path) -> None:
    hook = tmp_path / "hook.py"
    hook.write_text("def on_page_content(html, page, config, files):\n    return html\n", encoding="utf-8")
    written = Written(tmp_path / "site", hooks=[str(hook)])
    written.save({"journeys/schuhe.md": SHOES.replace("anprobieren", "ansehen")})
    assert written.whole_builds == 2
    written.stop()


def test_a_wrong_reference_is_told_when_it_is_quiet(written: Written) -> None:
    written.save({"journeys/schuhe.md": SHOES.replace("anna", "ana")})
    written.wait_until_quiet()
    assert written.stale() == set()
    page = (written.root.with_name("site-served") / "journeys/schuhe/index.html").read_text(encoding="utf-8")
    assert "unknown-persona" in page
