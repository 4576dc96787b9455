"""The page on compatibility tells what tests/matrix is run with, and nothing else."""

import pytest
from cases import read_cases
from table import PAGES, written


@pytest.mark.parametrize("language", PAGES)
def test_the_tables_are_those_that_the_matrix_writes(language: str) -> None:
    page = PAGES[language].read_text(encoding="utf-8")
    assert page == written(page, language)


def test_every_case_says_what_was_looked_at_in_both_languages() -> None:
    for case in (*read_cases("plugins"), *read_cases("sites")):
        assert case.en, case.name
        assert case.de, case.name
        assert case.limit.keys() in ({"en", "de"}, set()), case.name
