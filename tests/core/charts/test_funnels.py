"""How many go from stage to stage: bars as wide as their counts, names that never overlap, honest losses."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest

from journeybook.charts import Counted, CountWords, Funnel, funnels
from journeybook.charts.lettering import Lettering, width_of
from journeybook.language import language

DE = language("de")
LONG = "Warteschlangenbenachrichtigungsfunktion in der Kundenkarten-App einrichten und abwarten"
WORDS = CountWords(
    count=lambda count: "kein Wert" if count is None else DE.number(count),
    change=lambda before, now: f"{DE.number(now - before)} bis zur nächsten Phase dieser Journey",
)


def drawn(*counts: float | None, title: str = LONG) -> tuple[Funnel, Funnel]:
    return funnels([Counted(title=DE.hyphenated(title), count=count) for count in counts], WORDS)


def boxes(picture: Funnel) -> Iterator[tuple[float, float, float, float]]:
    """All texts: left, top, right, bottom."""
    for bar in picture.bars:
        yield from (box(line, 1 if picture.width > 400 else 0) for line in bar.title)
        yield box(bar.count, 0)
        if bar.change:
            yield box(bar.change, 0)


def box(text: Lettering, anchor: float) -> tuple[float, float, float, float]:
    width = width_of(text.text, Funnel.LETTERS)
    left = text.x - anchor * width
    return left, text.y - 0.8 * Funnel.LETTERS, left + width, text.y + 0.2 * Funnel.LETTERS


@pytest.mark.parametrize(
    "counts", [(78700, 31200, 9200, 9100, 0), (5,), (0, 0), (1, None, 2), (1, 1e9), (None,)], ids=str
)
def test_no_text_lies_on_another_or_leaves_the_picture(counts: Sequence[float | None]) -> None:
    for picture in drawn(*counts):
        texts = list(boxes(picture))
        for one, other in combinations(texts, 2):
            assert not (
                one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
            ), (picture.width, one, other)
        assert all(left >= -0.5 and right <= picture.width + 0.5 for left, _, right, _ in texts)
        assert all(top >= 0 and bottom <= picture.height for _, top, _, bottom in texts)


def test_bars_are_as_wide_as_their_counts() -> None:
    for picture in drawn(200, 100, 50, 0):
        first, *others = (bar.width for bar in picture.bars)

        assert others == pytest.approx([first / 2, first / 4, 0], abs=0.1)


def test_a_loss_is_told_only_between_two_counts() -> None:
    large, _ = drawn(100, 40, None, 10, title="Kauf")

    assert [bar.change.text if bar.change else None for bar in large.bars] == [
        None,
        "-60 bis zur nächsten Phase dieser Journey",
        None,
        None,
    ]
    assert [bool(bar.slope) for bar in large.bars] == [False, True, False, False]
    assert large.bars[2].count.text == "kein Wert"


def test_a_funnel_of_nothing_is_empty() -> None:
    assert [picture.bars for picture in drawn()] == [(), ()]
