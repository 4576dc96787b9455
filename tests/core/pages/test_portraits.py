"""A persona without a picture gets a portrait that is drawn from its id and its name alone."""

import pytest

from journeybook.charts import Portrait, portrait
from journeybook.charts.portrait import TINTS, initials


def test_the_same_id_gives_the_same_bust_whatever_the_name() -> None:
    drawn = portrait("anna", "Anna Berger")

    assert drawn == portrait("anna", "Anna Berger")
    assert drawn == Portrait(
        tint=drawn.tint, ground=drawn.ground, hair=drawn.hair, coat=drawn.coat, initials="AB"
    )
    assert portrait("anna", "Beate") == Portrait(
        tint=drawn.tint, ground=drawn.ground, hair=drawn.hair, coat=drawn.coat, initials="B"
    )


def test_ids_are_spread_over_all_tints_and_shapes() -> None:
    drawn = [portrait(f"p-{number}", "") for number in range(400)]

    assert {one.tint for one in drawn} == set(range(TINTS))
    assert [len({getattr(one, name) for one in drawn}) for name in ("ground", "hair", "coat")] == [7, 6, 3]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Anna Berger", "AB"),
        ("Özlem Ünal", "ÖÜ"),
        ("O\u0308zlem", "Ö"),
        ("anna", "A"),
        ("Dr. Max von der Mühle-Müller", "DM"),
        ("王小明", "王"),
        ("🦊 Fuchs", "F"),
        ("🦊", ""),
        ("<script>alert(1)</script>", "S"),
        ("ßen ﬁn", "SF"),
        ("Anna Berger (36)", "AB"),
        ("", ""),
    ],
)
def test_initials_are_the_first_letters_of_the_first_and_the_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters
