"""Every kind of change: a table of edits, and what is said about each."""

from pathlib import Path
from typing import Any

import pytest

from core.changed_handbooks import base, cases, difference, states, told
from journeybook.diff import WORDINGS, Kind


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["title"])
def test_a_change_is_told_as_what_it_is(tmp_path: Path, case: dict[str, Any]) -> None:
    found = difference(tmp_path, *states(case))

    assert [told(change) for change in found.changes] == case["changes"]
    assert found.unread == ()


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["title"])
def test_backwards_something_has_changed_as_well(tmp_path: Path, case: dict[str, Any]) -> None:
    before, after = states(case)

    assert bool(difference(tmp_path, after, before).changes) == bool(case["changes"])


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["title"])
def test_reading_less_finds_the_same(tmp_path: Path, case: dict[str, Any]) -> None:
    short = difference(tmp_path, *states(case))
    whole = difference(tmp_path, *states(case), everything=True)

    assert short.changes == whole.changes


def test_a_handbook_does_not_differ_from_itself(tmp_path: Path) -> None:
    assert difference(tmp_path, base(), base()).changes == ()


def test_every_kind_has_a_sentence_and_is_one_of_the_table() -> None:
    shown = {line.partition(":")[0] for case in cases() for line in case["changes"]}
    alike = ("-added", "-removed", "-renamed", "-retitled")
    rest = {kind.value for kind in Kind} - shown

    assert set(WORDINGS) == set(Kind)
    assert [kind for kind in sorted(rest) if not kind.endswith(alike)] == []
