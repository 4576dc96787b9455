"""Fixtures for the tests of pages: the example handbook, built in two themes, and windows to look at it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from example_sites import ROOT, build_files
from extreme_journeys import EXTREMES
from page_looks import Window
from playwright.sync_api import Browser, expect

import published
from browser import open_browser, serve
from journeybook import project
from journeybook.catalogue import Catalogue
from journeybook.cli import main
from shared_folders import shared_folder

expect.set_options(timeout=30_000)  # as long as Playwright waits for everything else

PLAIN = """
site_name: Kundenreisen
docs_dir: docs
theme: {name: mkdocs, locale: de, highlightjs: false}
plugins: [search, journeybook]
"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def example() -> Catalogue:
    return project.read(ROOT / "journeys", "journeys").catalogue


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example handbook as it is published: Material, German."""
    return published.german(tmp_path_factory) / "site"


@pytest.fixture(scope="session")
def policy(site: Path) -> dict[str, str]:
    """The header with the policy that `journeybook csp` prints for the handbook, under which it is served."""
    printed = CliRunner().invoke(main, ["csp", str(site)])
    assert (printed.exit_code, printed.stderr) == (0, "")
    return {"Content-Security-Policy": printed.stdout.strip()}


@pytest.fixture(scope="session")
def base(site: Path, policy: dict[str, str]) -> Iterator[str]:
    """Where the handbook is served with nothing to search: Material indexes all of it on each page that it loads."""
    with serve(site, policy, searchable=False) as base:
        yield base


@pytest.fixture(scope="session")
def searchable_base(site: Path, policy: dict[str, str]) -> Iterator[str]:
    with serve(site, policy) as base:
        yield base


@pytest.fixture(scope="session")
def plain_base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example's journeys in MkDocs' own theme."""
    files = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in (ROOT / "journeys").rglob("*")
        if path.is_file()
    }
    fill = partial(build_files, {"mkdocs.yml": PLAIN, **files})
    with serve(shared_folder(tmp_path_factory, "plain", fill) / "site") as base:
        yield base


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook of extremes: a journey of one step, and one of forty in the words of German offices."""
    return shared_folder(tmp_path_factory, "small", partial(build_files, EXTREMES)) / "site"


@pytest.fixture(scope="session")
def small_base(small_site: Path) -> Iterator[str]:
    with serve(small_site) as base:
        yield base


@pytest.fixture(scope="session")
def shared_window(browser: Browser) -> Iterator[Window]:
    """The one window of all tests, for a new one must read every style and script anew."""
    with Window.open(browser, "about:blank") as window:
        yield window


@pytest.fixture(scope="session")
def shared_scriptless_window(browser: Browser) -> Iterator[Window]:
    with Window.open(browser, "about:blank", java_script_enabled=False) as window:
        yield window


@pytest.fixture
def window(shared_window: Window, base: str) -> Iterator[Window]:
    """A laptop's window that remembers nothing, at the handbook or the `base` of a module's own."""
    with shared_window.at(base) as window:
        yield window


@pytest.fixture
def searching_window(shared_window: Window, searchable_base: str) -> Iterator[Window]:
    with shared_window.at(searchable_base) as window:
        yield window


@pytest.fixture
def small_window(shared_window: Window, small_base: str) -> Iterator[Window]:
    """The same at the handbook of extremes."""
    with shared_window.at(small_base) as window:
        yield window


@pytest.fixture
def scriptless_window(shared_scriptless_window: Window, base: str) -> Iterator[Window]:
    """The same without JavaScript."""
    with shared_scriptless_window.at(base) as window:
        yield window
