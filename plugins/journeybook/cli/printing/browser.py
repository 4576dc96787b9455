"""Start the browser that prints: Chrome, Edge or Chromium as installed; nothing is downloaded."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from journeybook.cli.terminal.failure import Failure

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_NAMES = (
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "chromium",
    "chromium-browser",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "chromium-headless-shell",
)
_ON_MACOS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_ON_WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
_FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
)


@contextmanager
def open_browser(path: str | None) -> Iterator["Browser"]:
    """Yield a browser without a window, with a fresh profile: the one at a path, or an installed one."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        raise Failure(
            "Playwright is missing, through which the browser is driven. "
            "Install it beside Journeybook: pip install 'playwright>=1.50'"
        ) from error
    with sync_playwright() as playwright:
        program = _typed(path) if path else installed_browser(playwright.chromium.executable_path)
        try:
            browser = playwright.chromium.launch(executable_path=program, args=[*_FLAGS])
        except Error as error:
            raise Failure(
                f"The browser '{program}' cannot be started. Give another one with --browser."
            ) from error
        try:
            yield browser
        finally:
            browser.close()


def _typed(path: str) -> str:
    """A browser as it was typed: a path, or a name on the PATH."""
    program = shutil.which(path)
    if program is None:
        raise Failure(
            f"There is no program '{path}'. Give the path of Chrome, Edge or Chromium with --browser."
        )
    return program


def installed_browser(own: str) -> str:
    """The first browser that is found; `own` is where Playwright would have put its own."""
    found = next((path for path in _places(own) if path and Path(path).is_file()), None)
    if found is None:
        raise Failure(
            "No Chrome, Edge or Chromium is found on this machine. "
            "Install one of them, or give the path of yours with --browser."
        )
    return found


def _places(own: str) -> Iterator[str | None]:
    """Places of a browser: on the PATH, where macOS and Windows keep it, and Playwright's own."""
    yield from map(shutil.which, _NAMES)
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        yield from (str(folder / app) for app in _ON_MACOS)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if folder_of_programs := os.environ.get(variable):
            yield from (str(Path(folder_of_programs, program)) for program in _ON_WINDOWS)
    yield own
