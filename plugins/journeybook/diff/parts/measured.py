"""Compare the rows of CSV files: one change for each metric and what it was measured for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from journeybook.catalogue.measured.formulas import with_formulas
from journeybook.catalogue.measured.series import is_better
from journeybook.diff.change import Change, Subject
from journeybook.diff.kinds import Kind
from journeybook.diff.states.measurements import Measurements
from journeybook.diff.states.names import Names
from journeybook.findings import Place
from journeybook.kinds import ThingKind
from journeybook.load import Document
from journeybook.model import SCOPES, Metric, Value


class _Row(NamedTuple):
    """The values for one time: one, unless several rows contradict or repeat each other."""

    values: tuple[Value, ...]
    place: Place

    @property
    def told(self) -> str:
        """The values, each with the number of cases where it is given."""
        return "; ".join(map(_text, self.values))


MetricKey = tuple[str, ...]


def compare_values(names: Names, old: Measurements, new: Measurements) -> Iterator[Change]:
    """Yield what was measured anew, corrected or taken away; of answers what is computed from them."""
    before, after = _rows(old), _rows(new)
    groups: dict[tuple[Kind, MetricKey], list[MetricKey]] = {}
    for key in sorted(before.keys() | after.keys()):
        kind = _kind(before.get(key), after.get(key))
        if kind:
            groups.setdefault((kind, key[:-1]), []).append(key)
    metrics = {metric.id: metric for metric in new.metrics}
    for (kind, scope), keys in groups.items():
        change = _change(names, kind, scope, len(keys), before.get(keys[-1]), after.get(keys[-1]))
        former = before.get(keys[-1]) or _row_before(after, keys[-1])
        told = (*change.values, *_trend(metrics.get(scope[0]), former, after.get(keys[-1])))
        yield replace(change, values=told)


def _row_before(rows: Mapping[MetricKey, _Row], key: MetricKey) -> _Row | None:
    """The latest row of the same metric and scope that is earlier."""
    earlier = (other for other in rows if other[:-1] == key[:-1] and other[-1] < key[-1])
    return rows.get(max(earlier, default=()))


def _trend(metric: Metric | None, old: _Row | None, new: _Row | None) -> Iterator[tuple[str, str]]:
    """Yield what was measured before, and whether it got better or worse since."""
    if not (metric and old and new):
        return
    yield "former", old.told
    better = is_better(metric, new.values[-1].value - old.values[-1].value)
    if better is not None:
        yield "trend", "better" if better else "worse"


def _rows(measured: Measurements) -> Mapping[MetricKey, _Row]:
    formulas = {metric.id for metric in measured.metrics if metric.formula}
    rows: dict[MetricKey, _Row] = {}
    answers: list[Value] = []
    places: dict[MetricKey, Place] = {}
    for value, place in _placed(measured.documents):
        if value.metric in formulas:
            answers.append(value)
            places[_key(replace(value, by_month=True))] = place
        else:
            known = rows.get(_key(value), _Row((), place))
            rows[_key(value)] = _Row((*known.values, value), known.place)
    for value in with_formulas(answers, measured.metrics):
        # the last answer of the month leads to its file
        rows[_key(value)] = _Row((value,), places[_key(value)])
    return rows


def _placed(documents: Iterable[Document]) -> Iterator[tuple[Value, Place]]:
    for document in documents:
        for line, value in document.values:
            yield value, Place(path=document.path, line=line)


def _key(value: Value) -> MetricKey:
    return (value.metric, *(getattr(value, name) or "" for name in SCOPES), _date(value))


def _date(value: Value) -> str:
    return value.date.isoformat()[: 7 if value.by_month else 10]


def _kind(old: _Row | None, new: _Row | None) -> Kind | None:
    if old is None or new is None:
        return Kind.VALUES_ADDED if new else Kind.VALUES_REMOVED
    return None if _numbers(old) == _numbers(new) else Kind.VALUES_CHANGED


def _numbers(row: _Row) -> list[tuple[float, int | None]]:
    return [(value.value, value.n) for value in row.values]


def _change(  # noqa: PLR0913, PLR0917 - the parts of a change
    names: Names, kind: Kind, scope: MetricKey, count: int, old: _Row | None, new: _Row | None
) -> Change:
    last = new or old
    old_text, new_text = old.told if old else "", new.told if new else ""
    values = {
        "old": old_text,
        "new": new_text,
        "title": names.after(ThingKind.METRIC, scope[0]),
        "count": str(count),
        "date": _date(last.values[-1]) if last else "",
    }
    where = tuple(names.after(kind, name) for kind, name in zip(SCOPES[1:], scope[2:], strict=True) if name)
    return Change(
        kind=kind,
        subject=Subject(ThingKind.JOURNEY, scope[1]) if scope[1] else Subject(ThingKind.METRIC, scope[0]),
        where=where,
        old=old_text,
        new=new_text,
        values=tuple(values.items()),
        before=old.place if old else None,
        after=new.place if new else None,
        amount=count,
    )


def _text(value: Value) -> str:
    number = f"{value.value:g}"
    return number if value.n is None else f"{number} (n={value.n})"
