"""Take the things of a list out of its sheet: each with its values, and what stands beside them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from journeybook.importing.lists.layout import FieldNames, ListLayout, ListShape, named_columns
from journeybook.importing.words.labels import Meaning, is_among, plain_name
from journeybook.workbooks import Sheet, SheetCell


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedValue:
    """The content of a cell, with the name that it stands under."""

    label: str
    field: str
    """The field that the name means; empty if it means none."""
    is_guess: bool
    cell: SheetCell
    address: str


@dataclass(kw_only=True)
class ListedThing:
    """A thing of a list."""

    values: list[ListedValue] = field(default_factory=list)

    def texts(self, name: str) -> list[ListedValue]:
        """The values of a field."""
        return [value for value in self.values if value.field == name]


@dataclass(kw_only=True)
class ListedThings:
    """The things of a sheet, and what is none of theirs."""

    found: list[ListedThing] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    """Texts beside the list, each with its address before it."""
    labels: list[ListedValue] = field(default_factory=list)
    """Names that were read."""


def records_of(sheet: Sheet, layout: ListLayout, names: FieldNames) -> ListedThings:
    """Take out the things of a sheet by its layout."""
    reading = _Reading(sheet, names)
    if layout.shape is ListShape.ROWS:
        reading.rows(layout)
    else:
        reading.beside(layout)
    reading.leave_rest()
    return reading.records


class _Reading:
    """One reading of a sheet; every cell is taken, or left over."""

    def __init__(self, sheet: Sheet, names: FieldNames) -> None:
        self._sheet = sheet
        self._names = names
        self._taken: set[tuple[int, int]] = set()
        self.records = ListedThings()
        self._beside: list[ListedValue] = []
        self._above: dict[int, ListedValue] = {}
        self._rows: dict[int, list[SheetCell]] = {}
        for cell in sheet.cells.values():
            self._rows.setdefault(cell.row, []).append(cell)

    # a list in rows

    def rows(self, layout: ListLayout) -> None:
        heads = self._heads(self._rows[layout.row], layout.heads)
        for row, cells in sorted(self._rows.items()):
            if row <= layout.row:
                continue
            if self._is_head(cells, heads):
                heads = self._heads(cells, named_columns(cells, self._names))
            else:
                self._row(cells, heads)

    def _heads(self, cells: Iterable[SheetCell], named: Mapping[int, Meaning]) -> dict[int, ListedValue]:
        """The names of the columns; a name over several columns holds for each of them."""
        heads: dict[int, ListedValue] = {}
        for cell in cells:
            value = self._label(cell, named.get(cell.column))
            heads.update(dict.fromkeys(range(cell.column, cell.column + cell.columns), value))
        titles = {value.field for value in heads.values()}
        if "title" not in titles and heads:  # names then stand in the first free column
            first = next((at for at, value in heads.items() if not value.field), None)
            if first is not None:
                self.records.labels.remove(heads[first])
                heads[first] = self._label(heads[first].cell, Meaning(field="title", is_guess=True))
        return heads

    def _label(self, cell: SheetCell, found: Meaning | None) -> ListedValue:
        self._taken.add((cell.row, cell.column))
        address = self._sheet.address(cell.row, cell.column)
        label = " ".join(cell.text.split()).rstrip(":").strip()
        name = found.field if found else ""
        value = ListedValue(
            label=label, field=name, is_guess=bool(found and found.is_guess), cell=cell, address=address
        )
        self.records.labels.append(value)
        return value

    def _is_head(self, cells: list[SheetCell], heads: Mapping[int, ListedValue]) -> bool:
        """Whether the names stand here once more, as above a second table."""
        names = {plain_name(value.label) for value in heads.values() if plain_name(value.label)}
        return len(cells) > 1 and all(plain_name(cell.text) in names for cell in cells)

    def _row(self, cells: list[SheetCell], heads: Mapping[int, ListedValue]) -> None:
        values = [self._value(cell, heads[cell.column]) for cell in cells if cell.column in heads]
        titles = [value for value in values if value.field == "title"]
        values = [*self._from_above(titles, values, heads), *values]
        if titles and (is_among(titles[0].cell.text, "total") or self._is_beside(cells, heads)):
            return
        if titles or not any(value.field == "title" for value in heads.values()):
            self.records.found.append(ListedThing(values=values))
        elif self.records.found and self._goes_on(values):
            self.records.found[-1].values += values
        else:
            return
        self._taken.update((value.cell.row, value.cell.column) for value in values)

    def _from_above(
        self, titles: Sequence[ListedValue], values: Sequence[ListedValue], heads: Mapping[int, ListedValue]
    ) -> list[ListedValue]:
        """Repeat what stands once for several things: in merged cells, or in a column before their names."""
        filled = {value.cell.column: value for value in values}
        first = titles[0].cell.column if titles else 0
        row = titles[0].cell.row if titles else 0
        repeated = [
            above
            for column, above in self._above.items()
            if titles and column not in filled and (above.cell.row + above.cell.rows > row or column < first)
        ]
        self._above = {**self._above, **filled} if titles else self._above
        return [value for value in repeated if value.cell.column in heads]

    def _is_beside(self, cells: list[SheetCell], heads: Mapping[int, ListedValue]) -> bool:
        """Whether a text stands alone below a list of several columns, behind an empty row."""
        is_alone = len(cells) == 1 and len(set(heads)) > 2  # noqa: PLR2004 - a name and a remark may be all
        return is_alone and bool(self.records.found) and cells[0].row - 1 not in self._rows

    def _goes_on(self, values: list[ListedValue]) -> bool:
        """Whether a row without a name belongs to the thing above it: it follows at once."""
        last = self.records.found[-1].values[-1].cell
        return bool(values) and values[0].cell.row <= last.row + 1

    def _value(self, cell: SheetCell, head: ListedValue) -> ListedValue:
        address = self._sheet.address(cell.row, cell.column)
        return ListedValue(
            label=head.label, field=head.field, is_guess=head.is_guess, cell=cell, address=address
        )

    # names in columns

    def beside(self, layout: ListLayout) -> None:
        record: dict[int, ListedThing] = {}
        for position, column in enumerate(layout.columns):
            following = layout.columns[position + 1] if position + 1 < len(layout.columns) else None
            head: ListedValue | None = None
            for row in sorted(self._rows):
                head = self._named(row, column, head, layout)
                for cell in self._rows[row]:
                    is_beside = column < cell.column and (following is None or cell.column < following)
                    if head and (is_beside or self._is_below(cell, column, head, layout)):
                        at = cell.column if layout.shape is ListShape.COLUMNS else 0
                        record.setdefault(at, ListedThing()).values.append(self._value(cell, head))
                        self._taken.add((cell.row, cell.column))
        self.records.found += [record[at] for at in sorted(record)]

    def _named(
        self, row: int, column: int, before: ListedValue | None, layout: ListLayout
    ) -> ListedValue | None:
        """The name that holds in a row: its own, that of the rows above, or that of the things at the top."""
        cell = self._sheet.cells.get((row, column))
        if cell is not None:
            found = self._names.meaning(cell.text)
            is_beside = self._has_beside(row, column, layout)
            if is_beside or (found and (before is None or self._goes_below(row, column))):
                self._beside.append(self._label(cell, found))
                return self._beside[-1]
            return before
        if before is None and layout.shape is ListShape.COLUMNS and len(self._rows[row]) > 1:
            title = Meaning(field="title", is_guess=True)
            return ListedValue(
                label="", field=title.field, is_guess=True, cell=self._rows[row][0], address=""
            )
        return before

    def _has_beside(self, row: int, column: int, layout: ListLayout) -> bool:
        """Whether something stands beside a name, before the next column of names."""
        following = next((other for other in layout.columns if other > column), None)
        return any(
            other.column > column and (following is None or other.column < following)
            for other in self._rows[row]
        )

    def _goes_below(self, row: int, column: int) -> bool:
        """Whether something stands below a name, so that it is one and not itself below another."""
        return (row + 1, column) in self._sheet.cells

    def _is_below(self, cell: SheetCell, column: int, head: ListedValue, layout: ListLayout) -> bool:
        """Whether a text stands below a name that has nothing beside it."""
        is_in_column = cell.column == column and (cell.row, column) not in self._taken
        return is_in_column and not self._has_beside(head.cell.row, column, layout)

    def leave_rest(self) -> None:
        used = {(value.label, value.field) for record in self.records.found for value in record.values}
        for label in self._beside:
            if (label.label, label.field) not in used:
                self._taken.discard((label.cell.row, label.cell.column))
        self.records.labels = [label for label in self.records.labels if self._is_taken(label)]
        for place, cell in self._sheet.cells.items():
            if place not in self._taken:
                self.records.left.append((self._sheet.address(*place), cell.text))

    def _is_taken(self, label: ListedValue) -> bool:
        return (label.cell.row, label.cell.column) in self._taken


def all_values(records: Iterable[ListedThing], name: str) -> Iterator[ListedValue]:
    """Yield the values of a field in all things of a list."""
    for record in records:
        yield from record.texts(name)
