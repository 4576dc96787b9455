"""NPS, CSAT and CES from answers: values, numbers of answers, and intervals that others computed."""

from pathlib import Path

import pytest

from core.handbooks import HANDBOOK, errors, read
from journeybook import project
from journeybook.catalogue.measured.formulas import SCALES
from journeybook.catalogue.measured.student import student

METRICS = """\
  - {id: nps, title: NPS, unit: score, direction: up, formula: nps}
  - {id: csat, title: CSAT, unit: percent, direction: up, formula: csat}
  - {id: ces, title: CES, unit: score, direction: up, formula: ces}
"""


def handbook(root: Path, rows: str, metrics: str = METRICS) -> project.Project:
    text = HANDBOOK.replace("review_every", f"{metrics}review_every")
    return read(root, {"handbook.yml": text, "metrics/answers.csv": rows})


def values(found: project.Project) -> list[str]:
    return [
        f"{item.metric} {item.date:%Y-%m} {item.by_month} {item.value:g} n={item.n} {item.channel or ''}"
        for item in found.catalogue.values
    ]


def test_answers_become_a_value_a_month_and_scope(tmp_path: Path) -> None:
    rows = (
        "date,metric,score,channel\n"
        "2026-09-30,nps,10,\n2026-10-01,nps,9,\n2026-10-02,nps,9,\n2026-10-02,nps,6,\n2026-10-31,nps,8,\n"
        "2026-10-03,nps,0,web\n"
    )
    found = handbook(tmp_path, rows)

    assert errors(found) == []
    assert values(found) == [
        "nps 2026-09 True 100 n=1 ",
        "nps 2026-10 True 25 n=4 ",
        "nps 2026-10 True -100 n=1 web",
    ]


def test_answers_may_be_counted_already(tmp_path: Path) -> None:
    rows = "date;metric;score;n\n2026-10;csat;5;30\n2026-10;csat;4;30\n2026-10;csat;2;40\n2026-10;ces;7;0\n"

    assert values(handbook(tmp_path, rows)) == ["csat 2026-10 True 60 n=100 "]


@pytest.mark.parametrize(
    ("formula", "answers", "value", "interval"),
    [
        # Rocks (2016), adjusted Wald: 50.75 and 20.75 of 103
        ("nps", {10: 20, 9: 30, 8: 30, 3: 20}, 30.0, (14.1, 44.2)),
        ("nps", {10: 5}, 100.0, (17.5, 100.0)),
        # Wilson (1927): 60 of 100, and 3 of 3
        ("csat", {5: 30, 4: 30, 3: 10, 1: 30}, 60.0, (50.2, 69.1)),
        ("csat", {5: 3}, 100.0, (43.9, 100.0)),
        ("csat", {1: 3}, 0.0, (0.0, 56.1)),
        # mean 5, standard deviation 1 of five answers: 5 ± 2.776 / √5
        ("ces", {4: 2, 5: 1, 6: 2}, 5.0, (3.76, 6.24)),
        ("ces", {7: 4}, 7.0, None),
        ("ces", {3: 1}, 3.0, None),
    ],
)
def test_a_formula_gives_the_value_with_its_interval(
    formula: str, answers: dict[int, int], value: float, interval: tuple[float, float] | None
) -> None:
    scale = next(scale for name, scale in SCALES.items() if name == formula)

    assert scale.compute(answers) == (value, interval)


@pytest.mark.parametrize(
    ("freedom", "table"), [(1, 12.706), (2, 4.303), (3, 3.182), (5, 2.571), (10, 2.228), (100, 1.984)]
)
def test_the_quantiles_of_t_are_those_of_the_tables(freedom: int, table: float) -> None:
    assert student(freedom) == pytest.approx(table, rel=2e-3)


def test_an_answer_off_the_scale_is_told_with_its_line_and_counts_for_nothing(tmp_path: Path) -> None:
    rows = "date,metric,score\n2026-10,nps,10\n2026-10,nps,11\n2026-10,ces,0\n2026-10,csat,4.5\n"
    found = handbook(tmp_path, rows)
    place, must = "journeys/metrics/answers.csv:{}:1: answer-off-scale:", "must be a whole number from"

    assert errors(found) == [
        f"{place.format(3)} An answer of 'nps' {must} 0 to 10, as its formula 'nps' says, not '11'.",
        f"{place.format(4)} An answer of 'ces' {must} 1 to 7, as its formula 'ces' says, not '0'.",
        f"{place.format(5)} An answer of 'csat' {must} 1 to 5, as its formula 'csat' says, not '4.5'.",
    ]
    assert values(found) == ["nps 2026-10 True 100 n=1 "]


def test_a_metric_has_the_unit_and_direction_of_its_formula(tmp_path: Path) -> None:
    metrics = "  - {id: nps, title: NPS, unit: percent, direction: down, formula: nps}\n"
    place = "journeys/handbook.yml:23"

    assert errors(handbook(tmp_path, "date,metric,value\n", metrics)) == [
        f"{place}:33: invalid-value: 'unit' must be score with 'formula: nps', not 'percent'.",
        f"{place}:53: invalid-value: 'direction' must be up with 'formula: nps', not 'down'.",
    ]


def test_the_same_answer_on_the_same_day_is_no_repetition(tmp_path: Path) -> None:
    assert errors(handbook(tmp_path, "date,metric,score\n2026-10-01,nps,9\n2026-10-01,nps,9\n")) == []


def test_an_export_of_a_survey_may_hold_answers(tmp_path: Path) -> None:
    metrics = METRICS.replace("formula: nps", "formula: nps, columns: Empfehlung (0-10)")
    rows = "Datum;Empfehlung (0-10);Kommentar\n03.10.2026 14:22;9;gut\n04.10.2026 09:01;7;\n05.10.2026 10:00;;-\n"

    assert values(handbook(tmp_path, rows, metrics)) == ["nps 2026-10 True 50 n=2 "]
