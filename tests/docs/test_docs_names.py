"""The pages on names in sheets list what the table of synonyms has, and their mapping file is right."""

import re
from pathlib import Path

import markdown_pages as pages
import pytest

from journeybook.importing.words.labels import synonyms
from journeybook.importing.words.mapping import read_mapping

NAMES = ("handbuch/namen-in-tabellen.md", "en/names-in-sheets.md")
AROUND = {"around", "setting", "unit", "direction"}
"""The parts that readers need not know, as nobody looks anything up there."""


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("part", [part for part in synonyms() if part not in AROUND])
def test_every_synonym_is_documented_and_no_other(docs: Path, name: str, part: str) -> None:
    section = pages.section((docs / name).read_text(encoding="utf-8"), part.replace("_", "-"))
    rows = [[cell.strip("`") for cell in row[:3]] for row in section.rows]

    assert rows == [
        [field, ", ".join(names["en"]), ", ".join(names["de"])] for field, names in synonyms()[part].items()
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("part", ["satisfaction", "level"])
def test_every_sign_is_documented(docs: Path, name: str, part: str) -> None:
    section = pages.section((docs / name).read_text(encoding="utf-8"), part)

    assert [re.findall("`([^`]+)`", row[3]) for row in section.rows] == [
        list(names["signs"]) for names in synonyms()[part].values()
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_mapping_file_is_read_without_a_word(docs: Path, name: str, tmp_path: Path) -> None:
    text = pages.section((docs / name).read_text(encoding="utf-8"), "mapping").text
    (example,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    file = tmp_path / "mapping.yml"
    file.write_text(example, encoding="utf-8")
    mapping = read_mapping(file)

    assert mapping.findings == ()
    assert (mapping.target("Bereich"), mapping.target("compliance hinweis")) == ("owner", "Compliance")
