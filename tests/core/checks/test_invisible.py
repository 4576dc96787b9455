"""Invisible characters are named at their place, and left alone where they have a meaning."""

from pathlib import Path

import pytest

from core.checks.test_markup import HEAD
from core.checks.test_rules import findings


def said_of(root: Path, text: str) -> list[str]:
    found = findings(root, {"journeys/umtausch.md": text})
    own = [item for item in found if item.rule == "invisible-character"]
    return [f"{item.place.line}:{item.place.column} {dict(item.values)['character']}" for item in own]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("a\u200e b", ["10:2 U+200E (left-to-right mark)"]),
        ("Zeile\n\nÄ \U0001f600 \u200fb", ["12:5 U+200F (right-to-left mark)"]),
        (
            "a\u200bb\u2060c\nd\u2060\n\n\ufeff",
            [
                "10:2 U+200B (zero width space)",
                "11:2 U+2060 (word joiner)",
                "13:1 U+FEFF (zero width no-break space)",
            ],
        ),
        ("\u061cx", ["10:1 U+061C (arabic letter mark)"]),
        ("שלום\u200f (a)\u200e", []),
        ("مرحبا\u061c", []),
        ("שלום\u200b", ["10:5 U+200B (zero width space)"]),
        ("a\u00adb 👩\u200d👧 می\u200cخواهم a\u00a0b", []),
    ],
)
def test_invisible_characters_are_named_at_their_place(body: str, said: list[str], tmp_path: Path) -> None:
    assert said_of(tmp_path, f"{HEAD}{body}\n") == said


def test_those_of_a_header_are_named_beside_what_they_cause(tmp_path: Path) -> None:
    text = HEAD.replace("persona: anna", "persona: anna\u200e")
    assert said_of(tmp_path, text) == ["3:14 U+200E (left-to-right mark)"]
