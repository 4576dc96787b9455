"""A handbook that `journeybook init` began builds strictly, in both languages and with its first new files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from built_pages import read_pages

from journeybook.scaffold import LANGUAGES

HEADINGS = {"de": "Unsere Kundenreisen", "en": "Our customer journeys"}
JOURNEYS = {"de": "fahrrad-reparieren-lassen", "en": "having-a-bicycle-repaired"}


def run(folder: Path, *command: str) -> tuple[int, str]:
    found = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, "JOURNEYBOOK_TODAY": "2026-11-21", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return found.returncode, found.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_handbook_builds_strictly(tmp_path: Path, language: str) -> None:
    assert run(tmp_path, "journeybook", "init", "--language", language)[0] == 0
    for kind in ("persona", "journey", "touchpoint"):
        assert run(tmp_path, "journeybook", "new", kind, "Etwas Neues")[0] == 0

    code, said = run(tmp_path, "mkdocs", "build", "--strict")

    assert (code, [line for line in said.splitlines() if line.startswith(("WARNING", "ERROR"))]) == (0, [])
    pages = read_pages(tmp_path / "site")
    assert HEADINGS[language] in pages["index.html"].top.one("h1").text
    assert {
        f"journeys/{JOURNEYS[language]}/index.html",
        "journeys/etwas-neues/index.html",
        "personas/etwas-neues/index.html",
        "touchpoints/etwas-neues/index.html",
    } <= set(pages)
