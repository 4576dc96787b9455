"""Files that an import writes say what they were given, and look as those of the examples."""

import unicodedata
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journeybook.frontmatter import Refused, read_yaml, split, yaml_text
from journeybook.importing.files import file_text, handbook_text
from journeybook.kinds import ThingKind

HOSTILE = [
    "", " ", "#", "a # b", "a: b", "a:", "- a", "-a", "-1", "-1,5", "--- ", "---", "...", "1", "01", "1.5", "1e9", "12:30",
    "2026-11-28", "true", "no", "null", "~", "NULL", "'", '"', 'say "so"', "it's", "\\", "a\\nb", "*a", "&a", "!a", "!!str a",
    "<<", "%a", "@a", "`a`", "|", ">", "|-", "?", "? a", "[a", "a]", "{a", "a, b", "[[persona:anna]]", "a\nb", "a\n\nb", " a\nb",
    "a\n  b", "a\nb\n", "\na", "a\n---\nb", "a\n<<<<<<< b", "a \nb", "a\t b", "\ta", "\u00a0a\u00a0", "\ufeff", "a\ufeffb", "👩‍👩‍👧",
    "ä", "=1+1", "x" * 1500, "word " * 400, "x-a", "=", "a;b", "$(a)", "::error::a", "ﷺ", "x\u200bx",
]  # fmt: skip
CHARACTERS = st.characters(
    exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"],
    exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
TEXTS = st.sampled_from(HOSTILE) | st.text(CHARACTERS | st.sampled_from("\n\t #:-"), max_size=12)
VALUES = st.recursive(
    st.none() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(TEXTS.filter(lambda key: len(key) < 900), inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_hostile_text_is_read_back_wherever_it_stands(text: str) -> None:
    data = {"a": text, "b": [text], "c": [text, "x"], "d": {"e": text, "f": [[text]]}, "g": [{"h": text}]}
    assert read_yaml(yaml_text(data)).data == data


@given(st.dictionaries(TEXTS.filter(lambda key: len(key) < 900), VALUES, min_size=1, max_size=4))
def test_any_values_are_read_back(data: dict[str, Any]) -> None:
    data = _normalised(data)
    assert read_yaml(yaml_text(data)).data == data


def _normalised(value: Any) -> Any:
    """Umlauts as one letter each, as they are read."""
    if isinstance(value, dict):
        return {unicodedata.normalize("NFC", key): _normalised(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_normalised(item) for item in value]
    return value if value is None else unicodedata.normalize("NFC", value)


@pytest.mark.parametrize("character", ["\0", "\x07", "\r", "\x85", "\u2028", "\u202e", "\uffff"], ids=ascii)
def test_a_character_that_no_file_may_hold_is_refused(character: str) -> None:
    with pytest.raises(Refused, match="is not allowed here"):
        yaml_text({"title": f"a{character}b"})


def test_a_journey_is_written_in_the_order_and_the_look_of_the_examples() -> None:
    header = {
        "stages": [
            {
                "steps": [
                    {
                        "pain_points": [{"severity": 4, "title": "Zu: voll", "id": "voll"}],
                        "thoughts": ["Passt das?\nEher nicht.", "- und nun"],
                        "satisfaction": {"anna": 2, "bodo": 4},
                        "title": "Ich probiere an",
                        "optional": True,
                    }
                ],
                "stage": "purchase",
            },
            {"stage": "support", "steps": ["Ich frage sofort noch einmal nach"]},
        ],
        "x-own": "kept",
        "tags": ["laden", "umtausch"],
        "personas": ["anna", "bodo"],
        "title": "Schuhe kaufen",
        "reviewed": "2026-11-28",
    }
    assert (
        file_text(ThingKind.JOURNEY, header, "Am Samstag ist es voll.\n")
        == """\
---
title: Schuhe kaufen
personas: [anna, bodo]
reviewed: 2026-11-28
tags: [laden, umtausch]
x-own: kept

stages:
  - stage: purchase
    steps:
      - title: Ich probiere an
        satisfaction: {anna: 2, bodo: 4}
        thoughts:
          - |-
            Passt das?
            Eher nicht.
          - "- und nun"
        pain_points:
          - id: voll
            title: "Zu: voll"
            severity: 4
        optional: true

  - stage: support
    steps:
      - Ich frage sofort noch einmal nach
---

Am Samstag ist es voll.
"""
    )


def test_a_handbook_is_written_list_by_list() -> None:
    data = {
        "review_every": 30,
        "channels": [{"setting": "online", "title": "Web", "id": "web"}],
        "stages": ["kauf"],
    }
    assert (
        handbook_text(data)
        == """\
stages: [kauf]

channels:
  - id: web
    title: Web
    setting: online

review_every: 30
"""
    )


@example({"stages": None})
@example({"stages": ["purchase", "support"]})
@example({"stages": [{"stage": "purchase"}, "support", {}]})
@given(st.dictionaries(st.sampled_from(["title", "stages", "tags", "x-a", "status"]), VALUES, min_size=1))
def test_a_file_is_read_back(header: dict[str, Any]) -> None:
    header = _normalised(header)
    parts = split(file_text(ThingKind.JOURNEY, header, "a\n---\nb"))
    assert read_yaml(parts.header).data == header
    assert parts.body == "\na\n---\nb\n"
