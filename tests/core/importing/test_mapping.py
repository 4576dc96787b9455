"""The mapping file of an import, and what is said of one that is wrong."""

from decimal import Decimal
from pathlib import Path

import pytest

from journeybook.importing.words.mapping import NameMapping, read_mapping

WHOLE = """\
columns: {Bereich: owner}
rows:
  Was nervt uns daran?: pain_points
  Compliance-Hinweis: Compliance
title: Girokonto eröffnen
persona: [Anna, Bert]
stage_of: {Info-Phase: awareness}
scale: 1-10
ignore: [Summe, "Σ"]
sheet: Karte
"""
WRONG = [
    ("rowz: {A: actions}", "1:1: unknown-key: A mapping file has no key 'rowz'. Did you mean 'rows'?"),
    (
        "rows:\n  Frust: pain_pionts",
        (
            "2:10: invalid-value: There is no field 'pain_pionts'. Did you mean 'pain_points'? "
            "A lane begins with a capital letter."
        ),
    ),
    ("rows: [Frust]", "1:7: wrong-type: 'rows' must be a group of keys, not a list."),
    ("rows: {A: [b]}", "1:11: wrong-type: 'A' in 'rows' must mean one text, not a list."),
    ("title: [a]", "1:8: wrong-type: 'title' must be a text, not a list."),
    ("ignore: [{a: b}]", "1:11: wrong-type: 'ignore' must be a list of texts, not a group of keys."),
    (
        "scale: gut",
        (
            "1:8: invalid-value: 'scale' must be a scale such as '1-10', '-2..2', '0-100 %' or, from the worst "
            "to the best, '6-1', not 'gut'."
        ),
    ),
    (
        "a list",
        "1:1: invalid-value: A mapping file has keys such as 'rows: {Schmerz: pain_points}', not 'a list'.",
    ),
    ("title: a\ntitle: b", "2:1: repeated-key: The key 'title' stands here again; it is already in line 1."),
    (
        "rows: {A: actions",
        "1:7: yaml-syntax: The group that opens here with '{' is never closed, or a comma is missing in it.",
    ),
]


def read(folder: Path, text: str) -> NameMapping:
    file = folder / "mapping.yml"
    file.write_text(text, encoding="utf-8")
    return read_mapping(file)


def test_a_mapping_file_decides(tmp_path: Path) -> None:
    mapping = read(tmp_path, WHOLE)

    assert mapping.findings == ()
    assert (mapping.title, mapping.persona, mapping.sheets) == (
        "Girokonto eröffnen",
        ("Anna", "Bert"),
        ("Karte",),
    )
    assert mapping.target("was nervt uns daran") == "pain_points"
    assert mapping.target("COMPLIANCE HINWEIS") == "Compliance"
    assert mapping.target("Bereich") == "owner"
    assert mapping.stage_of == {"infophase": "awareness"}
    assert mapping.scale is not None
    assert mapping.scale.score(Decimal(10)) == 5
    assert [mapping.is_ignored(name) for name in ("summe", "Σ", "", "Kauf")] == [True, True, False, False]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    found = read(tmp_path, text).findings

    assert [str(finding).partition("mapping.yml:")[2] for finding in found] == [message]


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    assert len(read(tmp_path, "rowz: 1\nscale: x\ntitle: []\n").findings) == 3


def test_a_mapping_file_that_is_missing_is_told(tmp_path: Path) -> None:
    (found,) = read_mapping(tmp_path / "mapping.yml").findings

    assert found.rule == "unreadable-file"
