"""Sum up the answers of a survey: a value a month for each question with scores, and nothing about people."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.catalogue.measured.formulas import SCALES
from journeybook.importing.brought_in import BroughtIn, ListEntry, MeasuredRow, Note, Telling
from journeybook.importing.measured.metrics import metric_entry, says_formula, short_title
from journeybook.importing.measured.presets import Preset
from journeybook.importing.measured.table import ValueTable, written_day
from journeybook.importing.words.labels import plain_name
from journeybook.importing.words.mapping import NameMapping
from journeybook.messages import N_
from journeybook.model import Formula

_UNFINISHED = N_("Answers that are unfinished, or only tried the survey, were left out: %(count)s.")
_UNDATED = N_("Answers without a day that can be read in one way were left out: %(count)s.")
_PERSONAL = N_("“%(name)s” says who answered and was not read.")
_TEXTS = N_("“%(name)s” has answers that are no scores and was not read.")
_PASSED = N_("These columns measure nothing: %(names)s.")
_COMPUTED = N_("“%(name)s” was computed as %(formula)s. Answers: %(n)s, months: %(months)s.")
_MEAN = N_("“%(name)s” is the mean of the scores. Answers: %(n)s, months: %(months)s.")
_SCORE = re.compile(r"(?P<score>[0-9]{1,2})(?:\s*[-–:(].*)?", re.DOTALL)
_HIGHEST = 10
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}|[0-9]{1,3}(?:\.[0-9]{1,3}){3}", re.IGNORECASE)
_ANONYMOUS = "1980-01-01"
"""The day that LimeSurvey writes where it keeps none."""
Months = dict[str, Counter[int]]
"""How many gave each answer, by month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """A column with scores."""

    name: str
    address: str
    months: Months

    @property
    def scores(self) -> Counter[int]:
        """The number of people who gave each answer, in all months."""
        return sum(self.months.values(), Counter())


def read_survey(source: str, table: ValueTable, preset: Preset, mapping: NameMapping) -> BroughtIn:
    """Read the answers to a survey, each column of scores as a metric."""
    reading = _Reading(table, preset, mapping)
    questions = list(reading.questions())
    entries: list[ListEntry] = []
    values: list[MeasuredRow] = []
    for question in questions:
        formula = _formula(question)
        entries.append(
            metric_entry(
                question.name,
                question.address,
                unit=SCALES[formula].unit if formula else "score",
                source=preset.title,
            )
        )
        values.extend(_rows(question, formula))
        reading.notes.append(_told(question, formula))
    return BroughtIn(source=source, entries=tuple(entries), values=tuple(values), notes=tuple(reading.notes))


class _Reading:
    """One reading of a survey."""

    def __init__(self, table: ValueTable, preset: Preset, mapping: NameMapping) -> None:
        self._table, self._preset, self._mapping = table, preset, mapping
        self._day = table.position(preset.days)
        self.notes: list[Note] = []

    def questions(self) -> Iterator[_Question]:
        """Yield the columns with scores, and tell of the others."""
        rows = dict(self._dated_rows())
        passed = []
        for column, name in self._table.names.items():
            plain = plain_name(name)
            cells = [cell for row in rows if (cell := self._table.cell(row, column))]
            if plain in (*self._preset.passed, *self._preset.days) or self._mapping.is_ignored(name):
                passed.append(name)
            elif plain in self._preset.personal or any(_ADDRESS.fullmatch(cell.text) for cell in cells):
                self._leave(column, _PERSONAL, name=name)
            elif cells and all(_score(cell.text) is not None for cell in cells):
                yield self._question(column, name, rows)
            else:
                self._leave(column, _TEXTS, name=name)
        if passed:
            self._leave(min(self._table.names), _PASSED, names=", ".join(passed))

    def _question(self, column: int, name: str, rows: dict[int, str]) -> _Question:
        months: Months = {}
        for row, month in rows.items():
            score = _score(self._table.text(row, column))
            if score is not None:
                months.setdefault(month, Counter())[score] += 1
        title = self._mapping.target(name) or short_title(self._table.titles.get(column) or name)
        address = self._table.address(self._table.top, column)
        return _Question(name=title, address=address, months=dict(sorted(months.items())))

    def _dated_rows(self) -> Iterator[tuple[int, str]]:
        """Yield the rows of finished answers with their months, and tell how many others there are."""
        counts = {row: self._counts(row) for row in self._table.rows}
        finished = [row for row, is_counted in counts.items() if is_counted]
        self._tell_rows(_UNFINISHED, [row for row, is_counted in counts.items() if not is_counted])
        days = {row: written_day(self._table, row, self._day) if self._day else "" for row in finished}
        self._tell_rows(_UNDATED, [row for row, day in days.items() if not day or day == _ANONYMOUS])
        for row, day in days.items():
            if day and day != _ANONYMOUS:
                yield row, day[: len("2026-03")]

    def _counts(self, row: int) -> bool:
        """Whether a row is an answer that was finished, and no trial."""
        for column, name in self._table.names.items():
            plain, text = plain_name(name), self._table.text(row, column)
            value = plain_name(text)
            if plain in self._preset.filled and not text:
                return False
            if value and value in self._preset.dropped.get(plain, ()):
                return False
            if plain in self._preset.kept and value not in self._preset.kept[plain]:
                return False
        return True

    def _tell_rows(self, message: str, rows: list[int]) -> None:
        if rows:
            address = self._table.address(rows[0], min(self._table.names))
            values = {"count": str(len(rows))}
            self.notes.append(Note(telling=Telling.LEFT, address=address, message=message, values=values))

    def _leave(self, column: int, message: str, **values: str) -> None:
        address = self._table.address(self._table.top, column)
        self.notes.append(Note(telling=Telling.LEFT, address=address, message=message, values=values))


def _score(text: str) -> int | None:
    """The score that an answer begins with: `9`, `9 - very likely`."""
    found = _SCORE.fullmatch(text)
    return int(found["score"]) if found and int(found["score"]) <= _HIGHEST else None


def _formula(question: _Question) -> Formula | None:
    """The formula that a question is asked for, if all answers are on its scale."""
    formulas: tuple[Formula, ...] = ("nps", "csat", "ces")
    fitting = (formula for formula in formulas if says_formula(question.name, formula))
    return next((name for name in fitting if all(map(SCALES[name].takes, question.scores))), None)


def _rows(question: _Question, formula: Formula | None) -> Iterator[MeasuredRow]:
    for month, answers in question.months.items():
        n = answers.total()
        value = SCALES[formula].compute(answers)[0] if formula else _mean(answers)
        columns = {"date": month, "metric": question.name, "value": f"{value:g}", "n": str(n)}
        yield MeasuredRow(columns=columns, address=question.address, answers=dict(sorted(answers.items())))


def _mean(answers: Counter[int]) -> float:
    return round(sum(score * count for score, count in answers.items()) / answers.total(), 2)


def _told(question: _Question, formula: Formula | None) -> Note:
    n, months = str(question.scores.total()), str(len(question.months))
    values = {"name": question.name, "n": n, "months": months} | ({"formula": formula} if formula else {})
    message = _COMPUTED if formula else _MEAN
    return Note(telling=Telling.GUESSED, address=question.address, message=message, values=values)
