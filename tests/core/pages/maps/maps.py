"""Maps of small journeys, from the steps of their stages."""

from datetime import date
from pathlib import Path
from textwrap import indent

from core.handbooks import errors, journey, read
from journeybook.catalogue import Journey
from journeybook.pages.journey.map import JourneyMap, journey_map

TODAY = date(2026, 11, 21)


def two_stages(first: str, second: str = "", personas: str = "anna, bodo") -> str:
    """The header of a journey whose stages have these steps, each a line of a list."""
    parts = [f"title: X\npersonas: [{personas}]\nstages:\n  - stage: awareness\n    steps:\n{_steps(first)}"]
    if second:
        parts.append(f"  - stage: purchase\n    steps:\n{_steps(second)}")
    return "".join(parts)


def _steps(lines: str) -> str:
    return indent(lines.strip("\n"), " " * 6) + "\n"


def journey_of(root: Path, first: str, second: str = "") -> Journey:
    """Read a handbook with one journey of one stage or two."""
    return journey(root, two_stages(first, second))


def map_of(root: Path, first: str, second: str = "") -> JourneyMap:
    """Lay out the map of such a journey."""
    return journey_map(journey_of(root, first, second), TODAY)


def map_among(root: Path, files: dict[str, str], first: str, second: str = "") -> JourneyMap:
    """Lay out the map of such a journey in a handbook with some files more."""
    found = read(root, {"x.md": f"---\n{two_stages(first, second)}---\n", **files})
    assert errors(found) == []
    return journey_map(found.catalogue.journeys["x"], TODAY)
