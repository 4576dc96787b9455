"""A whole site from a small tree of files, really built: in this process, or by a program of its own."""

import contextlib
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from textwrap import dedent
from typing import Any

import yaml
from built_pages import BuiltPage, BuiltPages
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

import warm
from journeybook.rules import RULES

ROOT = Path(__file__).parents[2]

Tree = Mapping[str, "str | bytes | Path | None"]
"""Paths with texts, bytes, the targets of links, or None for a folder."""

TWO_LINES = "site_name: Handbuch\nplugins: [search, journeybook]\n"
"""The least that a site needs."""

SHOES = """\
---
title: Schuhe im Laden kaufen
persona: anna
stages:
  - stage: purchase
    steps:
      - Schuhe anprobieren
      - An der Kasse bezahlen
---
"""
"""The smallest useful journey."""

SIX_LINES: Tree = {
    "docs/index.md": "# Willkommen\n",
    "journeys/schuhe.md": SHOES,
    "journeys/personas/anna.md": "---\ntitle: Anna\n---\n",
}
"""The smallest useful handbook."""

OF_QUALITY = {"quality/", "rules/"}
"""The pages on the quality of any handbook."""

OF_RULES = {f"rules/{rule}/" for rule in RULES}
"""The page of each rule."""

STAND_INS = Path(__file__).with_name("stand_ins.py")
"""The hook that leaves the pages of rules out."""

THEMES: dict[str, dict[str, Any]] = {
    "material": {"name": "material", "font": False, "language": "de"},
    "mkdocs": {"name": "mkdocs", "locale": "de", "highlightjs": False},
    "readthedocs": {"name": "readthedocs", "locale": "de", "highlightjs": False},
}


def config(
    theme: str | dict[str, Any] = "mkdocs", *, quality: bool = False, rules: bool = False, **options: Any
) -> str:
    """The text of a mkdocs.yml, with a theme of `THEMES` or as it is given.

    It has the pages of the handbook's quality and a page for each rule, or all of these but the latter, or none.
    """
    plugins = options.pop("plugins", ["search", "journeybook"])
    if quality or rules:
        told = {"journeybook": {"quality": True}}
        plugins = [told if plugin == "journeybook" else plugin for plugin in plugins]
    data: dict[str, Any] = {
        "site_name": "Handbuch",
        "theme": THEMES[theme] if isinstance(theme, str) else theme,
        "plugins": plugins,
        **({"hooks": [str(STAND_INS)]} if quality and not rules else {}),
        **options,
    }
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def write_tree(root: Path, files: Tree) -> None:
    """Write files below a folder; texts may be indented."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        match content:
            case None:
                path.mkdir(exist_ok=True)
            case Path():
                path.symlink_to(content)
            case bytes():
                path.write_bytes(content)
            case str():
                path.write_text(dedent(content).removeprefix("\n"), encoding="utf-8")


@dataclass
class SmallSite:
    """A site's folder and what was said while it was built."""

    root: Path
    log: list[str] = field(default_factory=list)
    """Warnings and errors, such as `WARNING: …`."""
    aborted: str | None = None
    """What ended the build before its time."""

    @property
    def site(self) -> Path:
        return self.root / "site"

    @cached_property
    def pages(self) -> BuiltPages:
        """Every built page by its path."""
        return BuiltPages(self.site)

    def page(self, address: str) -> BuiltPage:
        """The page at an address such as `journeys/schuhe/`."""
        return self.pages[f"{address}index.html"]

    @property
    def generated(self) -> set[str]:
        """The addresses of the pages that the plugin made."""
        ours = (path for path, page in self.pages.items() if page.is_ours)
        return {path.removesuffix("index.html") for path in ours}


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname}: {record.getMessage()}")


@contextlib.contextmanager
def _listening() -> Iterator[list[str]]:
    logger, heard = logging.getLogger("mkdocs"), _Heard()
    logger.addHandler(heard)
    try:
        yield heard.lines
    finally:
        logger.removeHandler(heard)


Make = Callable[..., SmallSite]
"""Builds the smallest handbook with other files laid over it."""


def build_site(root: Path, files: Tree, mkdocs_yml: str = TWO_LINES, *, strict: bool = True) -> SmallSite:
    """Write a site and build it in this process, as `mkdocs build` does."""
    write_tree(root, {"docs": None, **files, "mkdocs.yml": mkdocs_yml})
    made = SmallSite(root)
    with contextlib.chdir(root), _listening() as made.log:
        loaded = load_config(str(root / "mkdocs.yml"), strict=strict)
        loaded.plugins.on_startup(command="build", dirty=False)
        try:
            build_with_mkdocs(loaded)
        except Abort as abort:
            made.aborted = str(abort)
        finally:
            loaded.plugins.on_shutdown()
    return made


def run_build(
    root: Path, files: Tree, mkdocs_yml: str = TWO_LINES, *, program: str = "mkdocs", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Write a site and build it by a program of its own, with --strict.

    ProperDocs takes the place of the modules of MkDocs, so that it starts in a process where nobody has read them;
    and so does Python where it is given variables of its own.
    """
    write_tree(root, {"docs": None, **files, "mkdocs.yml": mkdocs_yml})
    variables = {**os.environ, **environment}
    if program == "mkdocs" and not any(name.startswith("PYTHON") for name in environment):
        return warm.run("-m", program, "build", "--strict", folder=root, environment=variables)
    command = [sys.executable, "-m", program, "build", "--strict"]
    return subprocess.run(command, cwd=root, env=variables, capture_output=True, text=True, check=False)
