"""Both handbooks of this repository as they are published, each built once for all tests that read it."""

import os
from pathlib import Path
from shutil import copytree

import pytest

import warm
from shared_folders import shared_folder

ROOT = Path(__file__).parents[1]
LIBRARY = ROOT / "examples/library"
ENVIRONMENT = {
    "JOURNEYBOOK_TODAY": "2026-11-21",
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
}
"""Of all programs that build sites for tests: the day that tests live on, and quiet."""


GERMAN_PAGE = '<a href="library/index.html">English</a>'
"""What stands in the place of the German handbook where only the English one is looked at."""


def german(factory: pytest.TempPathFactory) -> Path:
    """A folder with the German one's `site`, and in `log.txt` what its strict build said."""
    return shared_folder(factory, "german", lambda folder: _build(folder, ROOT, "-d", str(folder / "site")))


def english(factory: pytest.TempPathFactory) -> Path:
    """The same of the English one, which its own settings put into `site/library`, below `GERMAN_PAGE`."""
    return shared_folder(factory, "english", _build_english)


def told(folder: Path) -> list[str]:
    """What the build of a folder said beside that it runs."""
    lines = (folder / "log.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("INFO")]


def _build_english(folder: Path) -> None:
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text(GERMAN_PAGE, encoding="utf-8")
    copytree(LIBRARY, folder / "examples/library")
    _build(folder, folder / "examples/library")


def _build(folder: Path, home: Path, *options: str) -> None:
    ran = warm.run(
        "-m", "mkdocs", "build", "--strict", *options, folder=home, environment={**os.environ, **ENVIRONMENT}
    )
    assert ran.returncode == 0, ran.stderr
    (folder / "log.txt").write_text(ran.stderr, encoding="utf-8")
