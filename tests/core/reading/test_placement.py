"""What is advised for a folder or a file that lies elsewhere than it should works when it is followed."""

import re
from pathlib import Path

import pytest

from core.handbooks import errors, read

TOUCHPOINT = "---\ntitle: Theke\nchannel: store\n---\n"
PERSONA = "---\ntitle: Carla\nfrustrations: Warten\n---\n"
JOURNEY = """---
title: Umtausch
persona: anna
stages: [{stage: purchase, steps: Bezahlen}]
---
"""
VALUES = "date,metric,value\n2026-01,umsatz,3\n"
_TARGET = re.compile(
    r"(?:Rename|Move) it to '(?P<folder>[a-z]+)/'|(?P<out>Move it out of this folder)|metrics/\.$"
)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("Personas/carla.md", PERSONA),
        ("Persona/carla.md", PERSONA),
        ("b2c/Personen/carla.md", PERSONA),
        ("TOUCHPOINTS/theke.md", TOUCHPOINT),
        ("touch-points/theke.md", TOUCHPOINT),
        ("de/kontaktpunkte/theke.md", TOUCHPOINT),
        ("Metriken/2026.csv", VALUES),
        ("KPIs/2026.csv", VALUES),
        ("b2c/metrics/2026.csv", VALUES),
        ("personas/theke.md", TOUCHPOINT),
        ("touchpoints/neu/carla.md", PERSONA),
        ("carla.md", PERSONA),
        ("b2c/theke.md", TOUCHPOINT),
        ("personas/umtausch.md", JOURNEY),
        ("touchpoints/umtausch.md", JOURNEY),
        ("2026.csv", VALUES),
    ],
)
def test_the_advice_works_when_it_is_followed(path: str, text: str, tmp_path: Path) -> None:
    found = [line for line in errors(read(tmp_path / "before", {path: text})) if "misplaced-file" in line]
    assert len(found) == 1, found
    advice = _TARGET.search(found[0])
    assert advice, found
    folder = advice["folder"] or ("." if advice["out"] else "metrics")
    assert errors(read(tmp_path / "after", {f"{folder}/{path.rpartition('/')[2]}": text})) == []


def test_folders_of_journeys_may_have_any_name(tmp_path: Path) -> None:
    for folder in ("persona", "b2c/personas", "touch-points", "metrics", "personas-2026"):
        assert errors(read(tmp_path / folder.replace("/", "-"), {f"{folder}/umtausch.md": JOURNEY})) == []
