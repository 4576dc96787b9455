"""What the documentation speaks of: its pages, and the example handbooks that they link to."""

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


@pytest.fixture(scope="session")
def demo() -> Project:
    """The English example, which is the demo of the documentation."""
    return project.read(ROOT / "examples/library/journeys", "journeys")
