"""The JSON Schema of exports takes what is exported, and not what is not."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from core import random_handbooks
from journeybook import clock, project
from journeybook.exports.handbook import read_translations
from journeybook.exports.json_files import by_kind, data_of, one_document
from journeybook.exports.json_text import json_text
from journeybook.schema.exported import export_schema

ROOT = Path(__file__).parents[2]
VALIDATOR = Draft202012Validator(export_schema())


def exported(journeys: Path) -> dict[str, Any]:
    read = project.read(journeys, "journeys")
    return data_of(read.catalogue, clock.today(), read_translations(read.folder))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(export_schema())


@pytest.mark.parametrize("journeys", ["journeys", "examples/library/journeys"])
def test_the_examples_fit_as_a_whole_and_in_parts(journeys: str) -> None:
    data = exported(ROOT / journeys)
    for document in (one_document(data), *by_kind(data).values()):
        assert [error.message for error in VALIDATOR.iter_errors(json.loads(json_text(document)))] == []


def test_random_handbooks_fit(tmp_path: Path) -> None:
    for number in range(6):
        journeys = random_handbooks.write(tmp_path / str(number), random_handbooks.handbook(number))
        errors = VALIDATOR.iter_errors(one_document(exported(journeys)))
        assert [(error.json_path, error.message) for error in errors] == []


def _newer(data: dict[str, Any]) -> None:
    data["version"] = 2


def _unknown_field(data: dict[str, Any]) -> None:
    data["journeys"][0]["header"]["titel"] = "x"


def _wrong_score(data: dict[str, Any]) -> None:
    data["touchpoints"][0]["header"]["rating"] = 9


def _without_a_file(data: dict[str, Any]) -> None:
    del data["personas"][0]["file"]


@pytest.mark.parametrize("change", [_newer, _unknown_field, _wrong_score, _without_a_file])
def test_what_is_no_export_does_not_fit(change: Callable[[dict[str, Any]], None]) -> None:
    data = copy.deepcopy(one_document(exported(ROOT / "journeys")))
    change(data)
    assert not VALIDATOR.is_valid(data)
