"""Fixtures for the tests of pages: the example handbook, built in two themes, and windows to look at it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from example_sites import ROOT, build, build_files
from extreme_journeys import EXTREMES
from page_looks import Window
from playwright.sync_api import Browser

from browser import open_browser, serve
from journeybook import project
from journeybook.catalogue import Catalogue
from journeybook.cli import main
from shared_folders import shared_folder

PLAIN = f"""
site_name: Kundenreisen
docs_dir: docs
theme: {{name: mkdocs, locale: de, highlightjs: false}}
plugins: [search, {{journeybook: {{journeys_dir: "{ROOT}/journeys"}}}}]
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
    fill = partial(build, ROOT / "mkdocs.yml")
    return shared_folder(tmp_path_factory, "material", fill)


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """Where the handbook is served, under the policy that `journeybook csp` prints for it."""
    printed = CliRunner().invoke(main, ["csp", str(site)])
    with serve(site, {"Content-Security-Policy": printed.stdout.strip()}) as base:
        yield base


@pytest.fixture(scope="session")
def plain_base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example's journeys in MkDocs' own theme."""
    fill = partial(build_files, {"mkdocs.yml": PLAIN})
    with serve(shared_folder(tmp_path_factory, "plain", fill) / "site") as base:
        yield base


@pytest.fixture(scope="session")
def small_base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A handbook of extremes: a journey of one step, and one of forty in the words of German offices."""
    with serve(shared_folder(tmp_path_factory, "small", partial(build_files, EXTREMES)) / "site") as base:
        yield base


@pytest.fixture(scope="module")
def _open_window(browser: Browser, base: str) -> Iterator[Window]:
    """A window that keeps what it has fetched from one test to the next."""
    with Window.open(browser, base) as window:
        yield window


@pytest.fixture
def window(_open_window: Window) -> Iterator[Window]:
    """A window of a laptop that remembers nothing, and must have nothing to complain of in the end."""
    yield _open_window
    assert _open_window.complaints == []
    _open_window.forget()
