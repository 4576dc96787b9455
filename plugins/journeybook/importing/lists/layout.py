"""See how a sheet lists things: one in each row, one in each column, or one alone as a form."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from journeybook.importing.words.labels import Meaning, certain, is_among, meaning
from journeybook.importing.words.mapping import NameMapping, field_names
from journeybook.workbooks import Sheet, SheetCell

_TOP = 40
"""Rows in which the head of a list may stand."""
_FIRST = 12
"""Columns in which the names of a form may stand."""
_FEWEST = 2
_GUESS = 0.4
PASSED_OVER = "number"
"""The field of what is passed over: running numbers, and what a mapping file ignores."""


class ListShape(StrEnum):
    """The way in which a sheet lists things."""

    ROWS = "one in each row"
    COLUMNS = "one in each column"
    FORM = "one alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLayout:
    """The places of names in a sheet."""

    shape: ListShape
    heads: Mapping[int, Meaning]
    """Of a list in rows: the meanings by their columns."""
    row: int = 0
    """Of a list in rows: the row of the names."""
    columns: tuple[int, ...] = ()
    """Of the others: the columns that hold names."""
    score: float = 0.0
    """How many fields it names."""
    fields: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldNames:
    """The names of the fields of a kind of list: those of a mapping file, and those that all know."""

    part: str
    """The part of the synonyms."""
    mapping: NameMapping = field(default_factory=NameMapping)

    def meaning(self, text: str) -> Meaning | None:
        """The field that a name means; remarks mean none, however they are spelled."""
        return self._decided(text) or (None if is_among(text, "note") else meaning(_line(text), self.part))

    def certain(self, text: str) -> Meaning | None:
        """The field that a name means beyond doubt."""
        return self._decided(text) or certain(_line(text), self.part)

    def _decided(self, text: str) -> Meaning | None:
        if self.mapping.is_ignored(text):
            return Meaning(field=PASSED_OVER)
        target = self.mapping.target(_line(text))
        return Meaning(field=target) if target in field_names(self.part) else None


def _line(text: str) -> str:
    return " ".join(text.split())


def layout_of(sheet: Sheet, names: FieldNames) -> ListLayout | None:
    """Find the names of a part's fields; nothing if the sheet has none."""
    candidates = [*_by_rows(sheet, names), *_by_columns(sheet, names)]
    # of two that name as many, the first: a head above a list
    return max(candidates, key=lambda layout: layout.score, default=None)


def _by_rows(sheet: Sheet, names: FieldNames) -> Iterator[ListLayout]:
    for row, cells in _lines(sheet.cells.values(), by_row=True).items():
        if row <= _TOP:
            heads = _distinct({cell.column: found for cell in cells if (found := names.meaning(cell.text))})
            score = _score(heads)
            is_list = score >= _FEWEST or (len(cells) == 1 and "title" in _fields(heads))
            if is_list and any(place[0] > row for place in sheet.cells):
                yield ListLayout(
                    shape=ListShape.ROWS, heads=heads, row=row, score=score, fields=_fields(heads)
                )


def named_columns(cells: Iterable[SheetCell], names: FieldNames) -> dict[int, Meaning]:
    """The meanings of the cells of a row, by their columns."""
    return _distinct({cell.column: found for cell in cells if (found := names.meaning(cell.text))})


def _by_columns(sheet: Sheet, names: FieldNames) -> Iterator[ListLayout]:
    """Find the column with the most names, and others with other names beside it."""
    found: dict[int, dict[int, Meaning]] = {}
    for column, cells in _lines(sheet.cells.values(), by_row=False).items():
        if column <= _FIRST:
            named = _distinct({cell.row: known for cell in cells if (known := names.certain(cell.text))})
            if _score(named) >= _FEWEST:
                found[column] = named
    if not found:
        return
    best = max(found, key=lambda column: (_score(found[column]), -column))
    columns = [best, *(column for column in found if column != best and _is_beside(found, column, best))]
    fields = frozenset().union(*(_fields(found[column]) for column in columns))
    score = sum(_score(found[column]) for column in columns)
    shape = (
        ListShape.COLUMNS if len(columns) == 1 and _has_several(sheet, best, found[best]) else ListShape.FORM
    )
    yield ListLayout(shape=shape, heads={}, columns=tuple(sorted(columns)), score=score, fields=fields)


def _is_beside(found: Mapping[int, Mapping[int, Meaning]], column: int, best: int) -> bool:
    """Whether a second column of names has a column of values between, and other names."""
    return abs(column - best) > 1 and _fields(found[column]).isdisjoint(_fields(found[best]))


def _has_several(sheet: Sheet, column: int, named: Mapping[int, Meaning]) -> bool:
    """Whether values stand in several columns beside the names."""
    filled: dict[int, int] = {}
    for row, at in sheet.cells:
        if at > column and row in named:
            filled[at] = filled.get(at, 0) + 1
    return sum(count >= _FEWEST for count in filled.values()) > 1


def _lines(cells: Iterable[SheetCell], *, by_row: bool) -> dict[int, list[SheetCell]]:
    lines: dict[int, list[SheetCell]] = {}
    for cell in cells:
        lines.setdefault(cell.row if by_row else cell.column, []).append(cell)
    return lines


def _distinct(named: dict[int, Meaning]) -> dict[int, Meaning]:
    """Keep the surest name of each field that several seem to mean, and one title of all."""
    best: dict[str, int] = {}
    for at, found in named.items():
        if found.field not in best or (named[best[found.field]].is_guess and not found.is_guess):
            best[found.field] = at
    return {
        at: found
        for at, found in named.items()
        if best[found.field] == at or not (found.is_guess or found.field == "title")
    }


def _score(named: Mapping[int, Meaning]) -> float:
    best: dict[str, float] = {}
    for found in named.values():
        worth = _GUESS if found.is_guess else 1.0
        best[found.field] = max(best.get(found.field, 0.0), worth)
    return sum(best.values())


def _fields(named: Mapping[int, Meaning]) -> frozenset[str]:
    return frozenset(found.field for found in named.values())
