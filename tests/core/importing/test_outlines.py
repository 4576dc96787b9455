from typing import Any

import pytest

from core.importing.cases import documents, told
from journeybook.importing.brought_in import BroughtIn
from journeybook.importing.outlines import read_cjml, read_outline


def _read(case: dict[str, Any]) -> BroughtIn | None:
    return read_cjml(case["file"], case["text"]) or read_outline(case["file"], case["text"])


def _journeys(brought: BroughtIn | None) -> list[Any]:
    return [draft.header for draft in brought.drafts if draft.kind == "journey"] if brought else []


@pytest.mark.parametrize("case", documents("outlines"), ids=lambda case: case["name"])
def test_journeys_as_data_become_drafts(case: dict[str, Any]) -> None:
    found = told(lambda: _read(case))
    if "journeys" in case:
        assert _journeys(_read(case)) == case["journeys"]
        assert found.get("left", []) == case.get("left", [])
    elif "refused_at" in case:
        assert found["refused"].startswith(case["refused_at"])
    else:
        assert found == {key: value for key, value in case.items() if key not in {"name", "file", "text"}}


def test_values_know_their_lines() -> None:
    text = '{"title": "T", "persona": "A",\n "stages": [{"name": "S",\n "steps": [\n{"title": "X", "needs": ["a"]}]}]}'
    brought = read_outline("a.json", text)
    assert brought is not None
    assert brought.drafts[-1].origins["stages", 0, "steps", 0, "needs", 0] == "line 4"


@pytest.mark.parametrize(
    "text",
    [
        '{"stages": ' + "[" * 60 + "]" * 60 + "}",
        '{"stages": {"a": null, "": [], "b": 3}}',
        '{"stages": [[["x"]], null, 1, {"steps": [null, [], {}]}]}',
        '{"stages": ["a"], "rows": [1, null, {"name": "x"}, {"name": "y", "cells": 3}]}',
        '{"stages": ["\\u202e\\u0000x"], "steps": [{"title": "", "stage": {"a": 1}, "needs": {"b": [{}]}}]}',
    ],
)
def test_strange_shapes_are_read_or_left(text: str) -> None:
    assert told(lambda: read_outline("a.json", text)).keys() <= {"drafts", "taken", "guessed", "left"}
