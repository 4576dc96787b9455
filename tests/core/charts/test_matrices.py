"""What would help, placed by impact and effort: every name in its cell, none over another."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest

from journeybook.charts import Matrix, MatrixMark, Rated, matrices
from journeybook.charts.lettering import SOFT_HYPHEN, broken, shortened, width_of
from journeybook.language import language

GERMAN = "Zahlungsarten schon auf der Produktseite zeigen und Lieferkostenvoranschläge für Großbestellungen berechnen"
NAMES = (GERMAN, "Warteschlangenbenachrichtigungsfunktion in der Kundenkarten-App", "Tauschen", "W" * 60)
Box = tuple[float, float, float, float]


def rated(places: Sequence[tuple[int, int]]) -> list[Rated]:
    de = language("de")
    return [
        Rated(title=de.hyphenated(NAMES[at % len(NAMES)]), impact=impact, effort=effort)
        for at, (impact, effort) in enumerate(places)
    ]


FORTY = {
    "spread": [(1 + at % 5, 1 + at * 7 // 5 % 5) for at in range(40)],
    "one place": [(4, 2)] * 40,
    "last column": [(5, 5)] * 40,
    "one row": [(3, 1 + at % 5) for at in range(40)],
    "two neighbours": [(3, 2 + at % 2) for at in range(40)],
}


def boxes(picture: Matrix, mark: MatrixMark) -> Iterator[Box]:
    """The disc of a mark and the lines of its name: left, top, right, bottom."""
    yield mark.x, mark.y, mark.x + mark.WIDTH, mark.y + mark.HEIGHT
    for line in mark.lines:
        yield (
            line.x,
            line.y - picture.LETTERS,
            line.x + width_of(line.text, picture.LETTERS),
            line.y + 0.2 * picture.LETTERS,
        )


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("places", FORTY.values(), ids=FORTY)
def test_no_name_lies_on_another_and_each_is_in_its_row_and_begins_in_its_cell(
    places: Sequence[tuple[int, int]],
) -> None:
    for picture in matrices(rated(places)):
        drawn = {mark.number: list(boxes(picture, mark)) for mark in picture.marks}

        assert sorted(drawn) == list(range(1, 41))
        for (one, first), (other, second) in combinations(drawn.items(), 2):
            assert not any(overlap(a, b) for a in first for b in second), (picture.width, one, other)
        for (impact, effort), mark in zip(places, picture.marks, strict=True):
            top, bottom = picture.rows[5 - impact], picture.rows[6 - impact]
            assert all(top <= box[1] and box[3] <= bottom for box in drawn[mark.number])
            assert picture.columns[effort - 1] <= mark.x < picture.columns[effort]
            assert all(box[2] <= picture.columns[-1] for box in drawn[mark.number])


def test_a_name_runs_over_empty_cells_to_its_right() -> None:
    alone, _ = matrices(rated([(4, 1)]))
    crowded, _ = matrices(rated([(4, 1), (4, 2)]))

    assert " ".join(line.text for line in alone.marks[0].lines) == GERMAN
    assert crowded.marks[0].lines[-1].text.endswith("…")


def test_the_picture_of_nothing_has_its_axes() -> None:
    large, small = matrices([])

    assert large.marks == small.marks == ()
    assert [score for score, _ in large.impacts] == [5, 4, 3, 2, 1]
    assert [score for score, _ in small.efforts] == [1, 2, 3, 4, 5]


def test_texts_break_between_words_and_at_soft_hyphens_and_end_in_an_ellipsis() -> None:
    word = SOFT_HYPHEN.join(("Liefer", "kosten", "voranschlag"))

    assert broken(f"Der {word}", 75, 10, 3) == ("Der Liefer-", "kosten-", "voranschlag")
    assert broken(f"Der {word}", 60, 10, 3) == ("Der", "Liefer-", "kostenvo…")
    assert broken(f"Der {word}", 120, 10, 1) == ("Der Lieferkostenvor…",)
    assert shortened("Kundenkarte", 50, 10) == "Kunden…"
    assert broken("", 50, 10, 2) == ("",)
