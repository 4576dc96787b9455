"""The names of what is made of a file that is brought in."""

import pytest

from journeybook.importing.source_names import bare_name, bare_stem


@pytest.mark.parametrize(
    ("source", "name", "stem"),
    [
        ("maps/kauf.2026.xlsx", "kauf.2026.xlsx", "kauf.2026"),
        (r"C:\maps\kauf.csv", "kauf.csv", "kauf"),
        ("Kauf\a\n \x1b\udcff.csv", "Kauf .csv", "Kauf"),
        ("\udcff", "source", "source"),
        ("maps/", "maps", "maps"),
        ("", "source", "source"),
    ],
)
def test_a_name_has_no_folders_and_nothing_that_no_file_may_hold(source: str, name: str, stem: str) -> None:
    assert (bare_name(source), bare_stem(source)) == (name, stem)
