"""Compute metrics from answers, a value a month, each with its number of answers and 95 % interval.

Figures are rounded to what readers see, so that a target is reached when the page says so.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import sqrt
from statistics import NormalDist

from journeybook.catalogue.measured.courses import scope_of
from journeybook.catalogue.measured.student import student
from journeybook.model import Formula, Metric, Value

Answers = Mapping[int, int]
"""How many gave each answer."""
Interval = tuple[float, float]
_Z = NormalDist().inv_cdf(0.975)
_PERCENT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The answers that may be given, and the function that computes a value from them."""

    lowest: int
    highest: int
    unit: str
    """The unit that the metric must have."""
    compute: Callable[[Answers], tuple[float, Interval | None]]

    def takes(self, answer: float) -> bool:
        """Whether an answer is on the scale."""
        return self.lowest <= answer <= self.highest and answer == int(answer)


def with_formulas(rows: Iterable[Value], metrics: Iterable[Metric]) -> Iterator[Value]:
    """Yield rows as they are, and in the place of answers what the formulas of their metrics make of them."""
    formulas = {metric.id: metric.formula for metric in metrics if metric.formula}
    answers: dict[tuple[object, ...], list[Value]] = {}
    for row in rows:
        if row.metric not in formulas:
            yield row
        elif SCALES[formulas[row.metric]].takes(row.value):
            month = row.date.replace(day=1)
            answers.setdefault((row.metric, scope_of(row), month), []).append(row)
    for same in answers.values():
        yield from _computed(SCALES[formulas[same[0].metric]], same)


def _computed(scale: Scale, rows: list[Value]) -> Iterator[Value]:
    """Compute the value of one month; none where nobody answered."""
    answers: Counter[int] = Counter()
    for row in rows:
        answers[int(row.value)] += 1 if row.n is None else row.n
    if answers.total():
        number, interval = scale.compute(answers)
        month = rows[0].date.replace(day=1)
        yield replace(rows[0], date=month, by_month=True, value=number, n=answers.total(), interval=interval)


def _count(answers: Answers, first: int, last: int) -> int:
    return sum(number for answer, number in answers.items() if first <= answer <= last)


def _nps(answers: Answers) -> tuple[float, Interval]:
    """The share of 9 and 10 less the share of 0 to 6, with the adjusted Wald interval.

    Rocks, B. (2016): Interval Estimation for the “Net Promoter Score”. The American Statistician 70 (4),
    365–372: ¾ is added to promoters and to detractors, and 3 to all.
    """
    n = _count(answers, 0, 10)
    promoters, detractors = _count(answers, 9, 10), _count(answers, 0, 6)
    up, down = (promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)
    margin = _Z * sqrt((up + down - (up - down) ** 2) / (n + 3))
    ends = (max(up - down - margin, -1.0), min(up - down + margin, 1.0))
    return _percent((promoters - detractors) / n), (_percent(ends[0]), _percent(ends[1]))


def _csat(answers: Answers) -> tuple[float, Interval]:
    """The share of 4 and 5, with the score interval.

    Wilson, E. B. (1927): Probable Inference, the Law of Succession, and Statistical Inference. Journal of
    the American Statistical Association 22 (158), 209–212.
    """
    n = _count(answers, 1, 5)
    share = _count(answers, 4, 5) / n
    middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    margin = _Z / (1 + _Z**2 / n) * sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
    # the score interval never leaves 0 to 1, but for the dust of binary fractions
    ends = (max(middle - margin, 0.0), min(middle + margin, 1.0))
    return _percent(share), (_percent(ends[0]), _percent(ends[1]))


def _ces(answers: Answers) -> tuple[float, Interval | None]:
    """The mean, with the interval of Student's t; none where all answers are the same.

    Student (1908): The Probable Error of a Mean. Biometrika 6 (1), 1–25.
    """
    n = sum(answers.values())
    mean = sum(answer * number for answer, number in answers.items()) / n
    squares = sum(number * (answer - mean) ** 2 for answer, number in answers.items())
    if sum(1 for number in answers.values() if number) == 1:
        return round(mean, 2), None
    margin = student(n - 1) * sqrt(squares / (n - 1) / n)
    return round(mean, 2), (round(max(mean - margin, 1.0), 2), round(min(mean + margin, 7.0), 2))


def _percent(share: float) -> float:
    return round(_PERCENT * share, 1)


SCALES: Mapping[Formula, Scale] = {
    "nps": Scale(lowest=0, highest=10, unit="score", compute=_nps),
    "csat": Scale(lowest=1, highest=5, unit="percent", compute=_csat),
    "ces": Scale(lowest=1, highest=7, unit="score", compute=_ces),
}
"""The scale of each formula."""
