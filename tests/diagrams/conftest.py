"""Fixtures for the tests of diagrams: strings that people write, the library's parser, pages in a browser."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from diagram_pages import ASSETS, LOADER, Entry, Visit, Visitor
from mermaid_parser import Parser
from playwright.sync_api import Browser, Page

from browser import open_browser, serve


@pytest.fixture(scope="session")
def strings() -> list[Entry]:
    text = Path(__file__).with_name("strings.json").read_text(encoding="utf-8")
    return [Entry(**entry) for entry in json.loads(text)["entries"]]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser(ASSETS / "mermaid.tiny.js")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for pages, with what they include under the names that the site gives it."""
    folder = tmp_path_factory.mktemp("pages")
    shutil.copy(ASSETS / "mermaid-loader.js", folder / LOADER)
    shutil.copy(ASSETS / "mermaid.tiny.js", folder)
    shutil.copy(ASSETS / "diagrams.css", folder)
    return folder


@pytest.fixture(scope="session")
def base(folder: Path) -> Iterator[str]:
    with serve(folder) as base:
        yield base


@pytest.fixture(scope="session")
def shared_page(browser: Browser) -> Page:
    """Where all visits without wishes of their own are made: it has read and compiled the library."""
    return browser.new_page()


@pytest.fixture
def visit(browser: Browser, shared_page: Page, base: str) -> Iterator[Visitor]:
    """Make visits, none of which may ask another host, or say in the console what the test does not expect.

    A page with wishes of its own, such as permissions, or one that a test changes for good, is a `new` one.
    """
    visits: list[tuple[Visit, list[str]]] = []

    def visit(*, expected: list[str] | None = None, new: bool = False, **options: Any) -> Visit:
        page = browser.new_page(**options) if options or new else shared_page
        made = Visit(page=page, base=base)
        made.listen()
        visits.append((made, expected or []))
        return made

    yield visit
    for made, expected in visits:
        made.leave()
        if made.page is not shared_page:
            made.page.close()
        assert [url for url in made.requests if not url.startswith("/")] == []
        assert made.messages == expected
