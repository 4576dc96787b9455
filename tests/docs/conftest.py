"""What the documentation speaks of: its pages, and the example handbook that they link to."""

from pathlib import Path

import pytest

from journeybook import project
from journeybook.project import Project

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def docs() -> Path:
    return ROOT / "docs"


@pytest.fixture(scope="session")
def example() -> Project:
    return project.read(ROOT / "journeys", "journeys")
