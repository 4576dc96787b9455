"""No text of a handbook of the first edition vanishes from its pages."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from core.changed_handbooks import TODAY, write
from core.editions.first_edition import TEXTS, Files, states
from core.rendering import html_of
from journeybook import project
from journeybook.language import language
from journeybook.pages import Site, site_pages

TAG = re.compile(r"<[^>]+>")
WORD = re.compile(r"Wort\d+")


@pytest.mark.parametrize(("number", "journeys"), [(37, {"kauf", "tausch"}), (39, {"kauf-morgen"})])
def test_each_text_of_a_file_stands_on_the_pages_of_what_it_tells_of(
    number: int, journeys: set[str], tmp_path: Path
) -> None:
    files = marked(states(number)[0])
    names = journeys | {Path(path).stem for path in files if "/" in path}
    pages = told(write(tmp_path, files), names)

    asked = [(Path(path).stem, word) for path, text in files.items() for word in WORD.findall(text)]
    shown = {(name, word) for name, text in pages for word in WORD.findall(text)}
    assert {name for name, _ in asked} >= journeys
    assert {(name, word) for name, word in asked if name in names} - shown == set()


def marked(files: Files) -> Files:
    """The files, each of their texts with a word of its own."""
    words = (f"Wort{number}" for number in range(1000))
    return {path: _marked(text, words) for path, text in files.items() if path.endswith(".md")} | {
        "handbook.yml": files["handbook.yml"]
    }


def _marked(text: str, words: Iterator[str]) -> str:
    _, header, body = text.split("---\n", 2)
    told = yaml.safe_dump(_with_words(yaml.safe_load(header), words), allow_unicode=True, sort_keys=False)
    return f"---\n{told}---\n{body}"


def _with_words(value: Any, words: Iterator[str]) -> Any:
    if isinstance(value, dict):
        return {key: _with_words(part, words) for key, part in value.items()}
    if isinstance(value, list):
        return [_with_words(part, words) for part in value]
    return f"{value} {next(words)}" if value in TEXTS else value


def told(root: Path, names: set[str]) -> Iterator[tuple[str, str]]:
    """The words of each page of the things of these names, beside the name."""
    found = project.read(root, "journeys", today=TODAY)
    site = Site(catalogue=found.catalogue, language=language("de"), today=TODAY)
    for page in site_pages(site):
        for name in names.intersection(page.address.split("/")):
            html = html_of(page, "de", TODAY)
            yield name, unescape(TAG.sub(" ", html))
