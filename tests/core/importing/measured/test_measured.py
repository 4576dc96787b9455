"""Exports of analytics and surveys become measured values; what is left over of them is told."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from journeybook.importing.brought_in import BroughtIn, ListEntry, MeasuredRow, Note
from journeybook.importing.measured import holds_answers, read_measured
from journeybook.importing.reading import Wanted, bring_in
from journeybook.importing.words.mapping import read_mapping
from journeybook.workbooks import NotReadable, read_book

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("measured.yaml").read_text(encoding="utf-8")
)


def _value(row: MeasuredRow) -> str:
    columns = dict(row.columns)
    known = [columns.pop(name) for name in ("date", "metric", "value")]
    answers = [str(dict(row.answers))] if row.answers else []
    return " ".join([*known, *(f"{name}={text}" for name, text in columns.items()), *answers])


def _entry(entry: ListEntry) -> str:
    return " ".join(entry.fields[name] for name in ("title", "unit", "direction"))


def _note(note: Note) -> str:
    return f"{note.telling} {note.address}: {note.message % note.values}"


def _read(case: dict[str, Any], folder: Path) -> BroughtIn | None:
    file = folder / "export.csv"
    file.write_bytes(case["text"].encode(case.get("encoding", "utf-8")))
    mapping = folder / "mapping.yml"
    mapping.write_text(yaml.safe_dump(case.get("mapping", {})), encoding="utf-8")
    (sheet,) = read_book(file).sheets
    return read_measured("export.csv", sheet, read_mapping(mapping))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_an_export_becomes_values(case: dict[str, Any], tmp_path: Path) -> None:
    read = _read(case, tmp_path)
    if read is None:
        assert "values" not in case
        return
    assert list(map(_value, read.values)) == list(map(str, case["values"]))
    assert list(map(_entry, read.entries)) == case["entries"]
    assert list(map(_note, read.notes)) == case["notes"]


def test_only_known_exports_of_surveys_hold_answers(tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    known = []
    for case in CASES:
        file.write_bytes(case["text"].encode(case.get("encoding", "utf-8")))
        if holds_answers(read_book(file).sheets[0]):
            known.append(case["name"])
    assert known == ["Qualtrics, with three rows of names", "LimeSurvey in German", "a survey of HubSpot"]


def test_a_refusal_says_of_which_file_it_is(tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_bytes(b"PK\x03\x04")
    with pytest.raises(NotReadable) as refused:
        bring_in(file, "export.csv", Wanted())
    assert str(refused.value) == (
        "'export.csv': The file is damaged or was not copied to its end. Fetch or save it again."
    )
