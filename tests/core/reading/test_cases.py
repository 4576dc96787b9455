"""Every golden case gives exactly its findings, and the cases cover every rule."""

from pathlib import Path

import pytest

from core.golden import Case, cases, found
from journeybook.rules import RULES

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_gives_exactly_its_findings(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)
    assert found(tmp_path) == case.expected


def test_every_rule_of_reading_has_a_case_and_every_expected_rule_is_registered() -> None:
    expected = {line.split(": ")[1] for case in CASES for line in case.expected}
    of_settings = {"unknown-setting", "invalid-setting"}
    assert {rule.id for rule in RULES.values() if rule.is_fixed} - of_settings <= expected <= set(RULES)


def test_base_breaks_no_rule() -> None:
    assert [case.expected for case in CASES if case.name == "base"] == [[]]


@pytest.mark.parametrize(
    "words", ["pydantic", "Traceback", "errors.", "while ", "could not find", "Input should", "Errno"]
)
def test_no_message_is_that_of_a_library(words: str) -> None:
    assert [line for case in CASES for line in case.expected if words in line] == []


def test_every_message_is_a_sentence() -> None:
    messages = [line.split(": ", 2)[2] for case in CASES for line in case.expected]
    assert [message for message in messages if message[-1] not in ".?" and not message.endswith('".')] == []
    assert [message for message in messages if message[0] != message[0].upper()] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_place_exists(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)
    for line in case.expected:
        path, number, column = line.split(": ")[0].rsplit(":", 2)
        file = tmp_path / path
        if (number, column) != ("1", "1"):
            lines = (
                file.read_bytes()
                .decode("utf-8-sig", "replace")
                .replace("\r\n", "\n")
                .replace("\r", "\n")
                .split("\n")
            )
            assert int(column) <= len(lines[int(number) - 1]) + 1, line
