"""The source of journey diagrams."""

import pytest

from journeybook.diagrams import Section, Task, journey_diagram
from journeybook.diagrams.text import MAX_LENGTH


def task(title: str = "Schritt", *actors: str, score: float = 3) -> Task:
    return Task(title=title, score=score, actors=actors)


def drawn(*sections: tuple[str, list[Task]], title: str = "", description: str = "") -> str | None:
    return journey_diagram(
        title=title,
        description=description,
        sections=[Section(title=name, tasks=tuple(tasks)) for name, tasks in sections],
    )


def lines(source: str | None, start: str) -> list[str]:
    assert source is not None
    return [
        line.strip().removeprefix(start) for line in source.splitlines() if line.strip().startswith(start)
    ]


def test_whole_source() -> None:
    source = drawn(
        ("Suchen", [task("Liest: alles", "Anna", "Ben", score=4), task("Journey", score=2.5)]),
        ("Kaufen", [task("Zahlt", "Meier, Eva", score=1)]),
        title="Schuhe; online",
        description="Anna kauft\nSchuhe",
    )
    assert source == (
        "journey\n"
        "    title Schuhe#59; online\n"
        "    accTitle: Schuhe#59; online\n"
        "    accDescr: Anna kauft Schuhe\n"
        "    section Suchen\n"
        "      Liest#58; alles: 4: Anna, Ben\n"
        "      #74;ourney: 2.5\n"
        "    section Kaufen\n"
        "      Zahlt: 1: Meier#44; Eva\n"
    )


def test_empty_text_becomes_a_dash_or_no_line() -> None:
    assert drawn(("", [task("")])) == "journey\n    section –\n      –: 3\n"


def test_neighbours_of_the_same_name_are_numbered() -> None:
    names = ["", "–", "A", "A", " A", "B", "A", "B", "B", "B (2)"]
    source = drawn(*((name, [task()]) for name in names))
    assert lines(source, "section ") == [
        "–",
        "– (2)",
        "A",
        "A (2)",
        "A (3)",
        "B",
        "A",
        "B",
        "B (2)",
        "B (2) (2)",
    ]


def test_a_section_without_tasks_is_left_out_and_parts_no_neighbours() -> None:
    source = drawn(("A", [task()]), ("leer", []), ("A", [task()]))
    assert lines(source, "section ") == ["A", "A (2)"]


def test_an_actor_is_named_once_per_task() -> None:
    source = drawn(("A", [task("T", "Anna", "Ben", " Anna ", "")]))
    assert lines(source, "T: ") == ["3: Anna, Ben, –"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("x" * 40, "x" * 40),
        ("x" * 41, "x" * 39 + "…"),
        ("x" * 38 + " yyy", "x" * 38 + "…"),
        ("x" * 38 + "👩\u200d👧 Familie", "x" * 38 + "…"),
        ("x" * 38 + "e\u0301 lang", "x" * 38 + "…"),
        ("x" * 38 + "👍\U0001f3fd lang", "x" * 38 + "…"),
        ("\u0301" * 50, "\u0301…"),
    ],
)
def test_long_names_are_cut_between_characters(name: str, short: str) -> None:
    assert lines(drawn(("A", [task("T", name)])), "T: ") == [f"3: {short}"]


@pytest.mark.parametrize(
    ("score", "written"),
    [(1, "1"), (5.0, "5"), (3.5, "3.5"), (4.256, "4.26"), (10 / 3, "3.33"), (2.999, "3")],
)
def test_scores_have_a_dot_and_two_decimals_at_most(score: float, written: str) -> None:
    assert lines(drawn(("A", [task("T", score=score)])), "T: ") == [written]


@pytest.mark.parametrize("score", [0, 0.99, 5.01, -1, float("nan"), float("inf")])
def test_other_scores_are_refused(score: float) -> None:
    with pytest.raises(ValueError, match=rf"^score {score!r} is not a number from 1 to 5$"):
        drawn(("A", [task(score=score)]))


def test_nothing_to_draw_is_none() -> None:
    assert drawn(("A", []), title="T") is None


def test_the_length_limit_counts_utf_16_units() -> None:
    fixed = len("journey\n    section A\n      : 3\n")
    assert drawn(("A", [task("x" * (MAX_LENGTH - fixed))])) is not None
    assert drawn(("A", [task("x" * (MAX_LENGTH - fixed + 1))])) is None
    assert drawn(("A", [task("😀" * ((MAX_LENGTH - fixed) // 2 + 1))])) is None
