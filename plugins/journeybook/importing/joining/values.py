"""Join measured values to those of a handbook: new ones are written, and what is there stays or is told.

A source has a file of its own below metrics/, which a later export of the same name completes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeybook.catalogue import Catalogue
from journeybook.edits import TextChange
from journeybook.importing.brought_in import BroughtIn, MeasuredRow, Note, Telling
from journeybook.importing.exported.files import values_text
from journeybook.importing.joining.known import KnownNames
from journeybook.importing.source_names import bare_stem
from journeybook.kinds import ThingKind
from journeybook.load.document import Document
from journeybook.load.sheets.columns import COLUMNS
from journeybook.messages import N_
from journeybook.model import SCOPES, Value, slug
from journeybook.model.fields import Rejected, parse_number

_WRITTEN = N_("Values that are new in %(path)s: %(count)s.")
_CHANGED = N_("%(what)s was %(before)s and is %(after)s now.")
_THERE = N_("%(what)s is %(before)s in %(path)s, and stays so; here it is %(after)s.")
_UNKNOWN = N_("“%(name)s” is nothing that the handbook has, so the value was left out.")
_ANSWERS = N_("“%(name)s” is computed from answers (%(formula)s), and this is no answer.")
_BY_HAND = N_("%(path)s was changed by hand, so nothing was written.")
_NO_NUMBER = N_("“%(text)s” is no number that a file of values takes.")
Key = tuple[str, ...]
"""What a value is of: its day, its metric, and what it is measured for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChanges:
    """The change of a source's file of values, if any, and the notes on it."""

    changes: tuple[TextChange, ...] = ()
    notes: tuple[Note, ...] = ()
    is_there: bool = False
    """Whether the handbook has all values of the source already."""


def value_changes(catalogue: Catalogue, source: BroughtIn, known: KnownNames) -> ValueChanges:
    """Plan what becomes of the values of a source."""
    rows = [row for row in source.values if not row.path]
    if not rows:
        return ValueChanges()
    return _Joining(catalogue, known, _inside(source.source)).changes(rows)


def _inside(source: str) -> str:
    return f"metrics/{slug(bare_stem(source), fallback='values')}.csv"


class _Joining:
    """The way of one source's values into a handbook."""

    def __init__(self, catalogue: Catalogue, known: KnownNames, inside: str) -> None:
        self._catalogue, self._known, self._inside = catalogue, known, inside
        self._path = f"{catalogue.folder.label}/{inside}"
        self._notes: list[Note] = []
        documents = list(catalogue.folder.of_kind(ThingKind.VALUES))
        self._own = next((document for document in documents if document.inside == inside), None)
        self._others = dict(self._values_of(each for each in documents if each is not self._own))

    def changes(self, rows: Sequence[MeasuredRow]) -> ValueChanges:
        before = self._text()
        kept = {self._key(row.columns): row for row in _own_rows(self._own)}
        if before and before != _text(kept.values()):
            self._tell("", _BY_HAND, path=self._path)
            return ValueChanges(notes=tuple(self._notes))
        after = dict(kept)
        for row in (joined for each in rows for joined in self._joined(each)):
            self._take(row, after)
        new = len(after) - len(kept)
        if new:
            self._tell("", _WRITTEN, Telling.TAKEN, path=self._path, count=str(new))
        text = _text(after.values())
        if not after or text == before:
            return ValueChanges(notes=tuple(self._notes), is_there=bool(after))
        change = TextChange(path=self._path, before=before, after=text)
        return ValueChanges(changes=(change,), notes=tuple(self._notes))

    def _text(self) -> str | None:
        """The source's own file as it is; nothing if there is none yet."""
        if self._own is None:
            return None
        return (self._catalogue.folder.root / self._inside).read_text(encoding="utf-8")

    def _joined(self, row: MeasuredRow) -> Iterator[MeasuredRow]:
        """Yield a row by ids: one, or of a metric that is computed from answers one for each answer."""
        columns = dict(row.columns)
        for kind in (ThingKind.METRIC, *SCOPES):
            if kind not in columns:
                continue
            own_id = self._known.same(kind, columns[kind])
            if not own_id:
                self._tell(row.address, _UNKNOWN, name=columns[kind])
                return
            columns[str(kind)] = own_id
        try:
            columns["value"] = f"{parse_number(columns['value']):.15g}"
        except Rejected:
            self._tell(row.address, _NO_NUMBER, text=columns["value"])
            return
        metric = self._catalogue.metrics.get(columns["metric"])
        if metric is None or not metric.formula:
            yield MeasuredRow(columns=columns, address=row.address)
        elif row.answers:
            for answer, count in row.answers.items():
                of_answer = {**columns, "value": str(answer), "n": str(count)}
                yield MeasuredRow(columns=of_answer, address=row.address, answers=row.answers)
        else:
            self._tell(row.address, _ANSWERS, name=columns["metric"], formula=metric.formula)

    def _take(self, row: MeasuredRow, after: dict[Key, MeasuredRow]) -> None:
        """Take a row, unless another file has a value for the same already."""
        key, value = self._key(row.columns), row.columns["value"]
        there = self._others.get(key)
        if there:
            other, path = there
            if other != value:
                self._tell(row.address, _THERE, what=_called(row), before=other, path=path, after=value)
            return
        own = after.get(key)
        if own and own.columns["value"] != value:
            before = own.columns["value"]
            self._tell(row.address, _CHANGED, Telling.TAKEN, what=_called(row), before=before, after=value)
        after[key] = row

    def _key(self, columns: Mapping[str, str]) -> Key:
        """The things that a row is of; an answer is one besides the others of its month."""
        metric = self._catalogue.metrics.get(columns["metric"])
        answer = columns["value"] if metric and metric.formula else ""
        return (*(columns.get(name, "") for name in ("date", "metric", *SCOPES)), answer)

    def _values_of(self, documents: Iterable[Document]) -> Iterator[tuple[Key, tuple[str, str]]]:
        """Yield what the values of files are of, each with the value and its file."""
        for document in documents:
            for row in _own_rows(document):
                yield self._key(row.columns), (row.columns["value"], document.path)

    def _tell(self, address: str, message: str, telling: Telling = Telling.LEFT, **values: str) -> None:
        self._notes.append(Note(telling=telling, address=address, message=message, values=values))


def _text(rows: Iterable[MeasuredRow]) -> str:
    """Write rows in an order of their own, so that a later export changes few lines."""
    return values_text(sorted(rows, key=lambda row: [row.columns.get(name, "") for name in COLUMNS]))


def _called(row: MeasuredRow) -> str:
    return " ".join(row.columns[name] for name in ("metric", "date"))


def _own_rows(document: Document | None) -> Iterator[MeasuredRow]:
    for _, value in document.values if document else ():
        yield MeasuredRow(columns=_columns(value), address="")


def _columns(value: Value) -> Mapping[str, str]:
    """A value as a row of a file has it."""
    day = f"{value.date:%Y-%m}" if value.by_month else value.date.isoformat()
    scopes = {str(kind): text for kind in SCOPES if (text := getattr(value, kind))}
    n = {"n": str(value.n)} if value.n is not None else {}
    return {"date": day, "metric": value.metric, "value": f"{value.value:.15g}", **scopes, **n}
