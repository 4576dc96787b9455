"""Fixtures for the matrix: each case is built once, and the handbook alone as what the others are compared with."""

import pytest
from cases import Built, Case, Make, build


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Build the site of a case."""
    known: dict[str, Built] = {}

    def make(case: Case) -> Built:
        if case.name not in known:
            known[case.name] = build(tmp_path_factory.mktemp("site"), case)
        return known[case.name]

    return make


@pytest.fixture(scope="session")
def alone(make: Make) -> Built:
    """The handbook with no other plugin."""
    return make(Case(name="alone"))
