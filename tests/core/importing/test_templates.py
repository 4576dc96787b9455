"""Templates of the trade, rebuilt as sheets, and what each of them yields."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from journeybook.importing.brought_in import BroughtIn, Telling
from journeybook.importing.journeys import read_journeys
from journeybook.importing.words.mapping import NameMapping, read_mapping
from journeybook.kinds import ThingKind
from journeybook.model import Journey, Record
from journeybook.workbooks import read_book
from sheets_in_text import book_of, write_book

Template = dict[str, Any]


def _templates() -> dict[str, Template]:
    """Every template by its name: that of its file, or its own where a file holds several."""
    files = sorted((Path(__file__).parent / "templates").glob("*.yml"))
    found = [(file.stem, each) for file in files for each in yaml.safe_load_all(file.read_text("utf-8"))]
    return {each.get("name", stem): each for stem, each in found}


TEMPLATES = _templates()


@cache
def brought_in(name: str) -> BroughtIn:
    """Read a template once for all that is asked of it."""
    template = TEMPLATES[name]
    with TemporaryDirectory() as folder:
        mapping = mapping_of(template, Path(folder))
    return read_journeys(book_of(template["file"], template["sheets"]), mapping)


def mapping_of(template: Mapping[str, Any], folder: Path) -> NameMapping | None:
    if "mapping" not in template:
        return None
    file = folder / "mapping.yml"
    file.write_text(yaml.safe_dump(template["mapping"], allow_unicode=True), encoding="utf-8")
    return read_mapping(file)


def plain(value: Any) -> Any:
    """A header as briefly as it can be written: a title alone for a thing, a value alone for a list of one."""
    if isinstance(value, Mapping):
        found = {key: plain(item) for key, item in value.items()}
        return found["title"] if found.keys() == {"title"} and not isinstance(value, Record) else found
    if isinstance(value, list | tuple):
        return plain(value[0]) if len(value) == 1 else [plain(item) for item in value]
    return value


def headers(brought: BroughtIn, kind: ThingKind = ThingKind.JOURNEY) -> list[Any]:
    return [plain(draft.header) for draft in brought.drafts if draft.kind is kind]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_yields_its_journeys(name: str) -> None:
    template = TEMPLATES[name]
    brought = brought_in(name)

    assert headers(brought) == [plain(journey) for journey in template["journeys"]]


@pytest.mark.parametrize("name", TEMPLATES)
def test_what_a_template_leaves_over_is_told(name: str) -> None:
    template = TEMPLATES[name]
    brought = brought_in(name)
    left = [note.address.rpartition("!")[2] for note in brought.notes if note.telling is Telling.LEFT]

    assert sorted(set(left)) == sorted(template.get("left", []))


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_cell_of_a_template_is_in_the_report(name: str) -> None:
    template = TEMPLATES[name]
    book = book_of(template["file"], template["sheets"])
    brought = brought_in(name)
    told = {note.address for note in brought.notes}

    cells = {sheet.address(*at): sheet.name for sheet in book.sheets for at in sheet.cells}
    assert [address for address, sheet in cells.items() if not {address, sheet} & told] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_value_says_where_it_comes_from(name: str) -> None:
    template = TEMPLATES[name]
    book = book_of(template["file"], template["sheets"])
    addresses = {sheet.address(*at) for sheet in book.sheets for at in sheet.cells}

    for draft in brought_in(name).drafts:
        assert set(draft.origins.values()) <= addresses
        for path in draft.origins:
            value: Any = draft.header
            for key in path:
                value = value[key]


def test_all_fields_are_fields_of_journeys() -> None:
    for template in TEMPLATES.values():
        for journey in template["journeys"]:
            assert journey.keys() <= Journey.model_fields.keys()


@pytest.mark.parametrize("name", ["bank-account", "consultancy", "per-persona"])
def test_a_workbook_of_excel_yields_the_same(name: str, tmp_path: Path) -> None:
    template = TEMPLATES[name]
    file = tmp_path / template["file"]
    write_book(book_of(template["file"], template["sheets"]), file)
    brought = read_journeys(replace(read_book(file), path=template["file"]))

    assert brought.drafts == brought_in(name).drafts
    assert brought.notes == brought_in(name).notes
