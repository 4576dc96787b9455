"""Put together what the sheets of a workbook say."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import Any

from journeybook.importing.brought_in import BroughtIn, Draft, KeyPath, MeasuredRow, Telling
from journeybook.importing.seen import seen_sheets, unseen
from journeybook.importing.workbook.checked import checked_header
from journeybook.importing.workbook.hidden import Hidden, read_hidden
from journeybook.importing.workbook.journeys import JourneyRead, read_journey
from journeybook.importing.workbook.maps import NamedMap, named_map
from journeybook.importing.workbook.names import Newcomer
from journeybook.importing.workbook.reading import GreyName, Piece, SheetReading, typed_text
from journeybook.importing.workbook.registers import take_over
from journeybook.importing.workbook.tables import NamedTable, named_table
from journeybook.kinds import IN_HANDBOOK, ThingKind
from journeybook.messages import N_
from journeybook.model import slug
from journeybook.model.words.synonyms import synonym
from journeybook.notation.shapes import shapes_of
from journeybook.notation.tables import (
    BODY,
    FILE,
    LIST_KEYS,
    LIST_RECORDS,
    MEMORY_SHEET,
    RECORDS,
    REGISTERS,
    VALUES,
    WORDS_SHEET,
)
from journeybook.notation.words import field_meant
from journeybook.workbooks import Book, Sheet

_FILES = (ThingKind.PERSONA, ThingKind.TOUCHPOINT)
_EMPTY = "empty"
_HANDBOOK = "handbook.yml"
_NEW_VALUES = "metrics/values.csv"
"""Where rows of values stand that name no file."""
_HIDDEN = {MEMORY_SHEET, WORDS_SHEET}


def read_edited(book: Book) -> BroughtIn | None:
    """Read a workbook that an export has written, whatever people did to it; nothing of any other."""
    names = {sheet.name for sheet in book.sheets}
    if not (names & _HIDDEN or any(named_map(sheet) for sheet in book.sheets)):
        return None
    return _Workbook(book).read()


def _shown(book: Book) -> Book:
    """The sheets that people edit; a row that a filter hides is not gone."""
    sheets = (
        replace(sheet, hidden_rows=frozenset(), hidden_columns=frozenset())
        for sheet in book.sheets
        if sheet.name not in _HIDDEN
    )
    return replace(book, sheets=tuple(sheets))


class _Workbook:
    """A workbook that is being read."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.hidden: Hidden = read_hidden(book)
        self.told = SheetReading(self.hidden)
        self.shown = _shown(book)
        self.told.notes += unseen(self.shown)
        self.maps: list[NamedMap] = []
        self.tables: dict[str, list[NamedTable]] = {}
        self._sort()

    def _sort(self) -> None:
        """Tell the sheets apart, and get to know what they list."""
        for sheet in seen_sheets(self.shown):
            if sheet.name == self.hidden.guide:
                continue
            as_map = named_map(sheet)
            table = None if as_map else named_table(sheet)
            if as_map:
                self.maps.append(as_map)
            elif table:
                self.tables.setdefault(table.room, []).append(self._with_added_columns(table))
            elif sheet.cells:
                message = N_("The sheet is none of the workbook's own, so it is left alone.")
                self.told.note(Telling.LEFT, sheet.name, message)

    def read(self) -> BroughtIn:
        """Read everything."""
        self._know()
        maps = [read_journey(table, self.told) for table in self.maps]
        registers = [table for room in REGISTERS for table in self.tables.get(room, ())]
        take_over(registers, maps, self.hidden.files, self.told)
        journeys = list(self._drafts(maps))
        things = [draft for kind in _FILES for draft in self._things(kind)]
        handbook, origins = self._handbook()
        drafts = [*journeys, *things, *self._new_files()]
        handbook = self._with_newcomers(handbook)
        self._miss({draft.path for draft in drafts})
        return BroughtIn(
            source=self.book.path,
            drafts=tuple(self._finished(drafts)),
            handbook=checked_header(ThingKind.HANDBOOK, handbook, origins, self.told) if handbook else None,
            handbook_before=self.hidden.files.get(_HANDBOOK),
            handbook_origins=origins,
            values=tuple(self._values()),
            notes=tuple(self.told.notes),
        )

    def _miss(self, there: Container[str]) -> None:
        """Tell of the files of which the workbook says nothing any more."""
        message = N_("'%(path)s' is no longer in the workbook. The file stays; delete it if that is meant.")
        for path in self.hidden.files:
            if path not in there and path.endswith(".md"):
                self.told.note(Telling.LEFT, "", message, path=path)

    def _finished(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        """Leave out what no file takes, and give each its file and what that said before."""
        taken = {draft.path for draft in drafts}
        for draft in drafts:
            header = checked_header(draft.kind, draft.header, draft.origins, self.told)
            if header is None:
                continue
            path = draft.path or free_path(draft.kind, str(header["title"]), taken)
            taken.add(path)
            body = f"\n{draft.body}\n" if draft.body else ""
            before = self.hidden.files.get(draft.path)
            yield replace(draft, header=header, path=path, body=body, before=before)

    def _know(self) -> None:
        names = self.told.names
        for kind in (*_FILES, *IN_HANDBOOK):
            for table in self.tables.get(kind, ()):
                for _, pieces in table.rows():
                    texts = {piece.name: piece.cell.text for piece in pieces}
                    names.add(kind, _own_id(texts, kind), texts.get("title", ""))
        names.add_shown(self.hidden.things)

    def _with_added_columns(self, table: NamedTable) -> NamedTable:
        """Name the columns that people have added by their labels; a persona's own are further facts."""
        if table.room in REGISTERS or table.room == VALUES:
            return table
        record, found = RECORDS[table.room], {}
        for column, label in table.nameless():
            name = field_meant(self.hidden.words, record, label) or synonym(label, shapes_of(record))
            if not name and table.room == ThingKind.PERSONA:
                name = f"facts.{label}"
            if name:
                found[column] = GreyName(table.room, name, is_more=False)
            else:
                message = N_("The column '%(label)s' is none that is known, so it is left out.")
                self.told.note(Telling.LEFT, table.sheet.address(table.row + 1, column), message, label=label)
        return table.with_names(found)

    def _drafts(self, journeys: list[JourneyRead]) -> Iterator[Draft]:
        taken: set[str] = set()
        for journey in journeys:
            path = journey.file if journey.file not in taken else ""
            if journey.file and not path:
                message = N_("The sheet is a copy of another one, so it is taken for a new journey.")
                self.told.note(Telling.GUESSED, journey.sheet, message)
                journey.header.pop("id", None)
            taken.add(path)
            yield Draft(
                kind=ThingKind.JOURNEY,
                header=journey.header,
                body=journey.body,
                path=path,
                is_exact=True,
                origins=journey.origins,
            )

    def _things(self, kind: ThingKind) -> Iterator[Draft]:
        for table in self.tables.get(kind, ()):
            for row, pieces in table.rows():
                own = [piece for piece in pieces if piece.name not in {BODY, FILE}]
                read = self.told.fields(RECORDS[kind], table.sheet, own)
                if "title" not in read.fields:
                    self._untitled(table.sheet, row)
                    continue
                yield Draft(
                    kind=kind,
                    header=read.fields,
                    body=_text(pieces, BODY),
                    path=_text(pieces, FILE),
                    is_exact=True,
                    origins={(name,): address for name, address in read.addresses.items()},
                )

    def _untitled(self, sheet: Sheet, row: int) -> None:
        self.told.note(Telling.LEFT, sheet.address(row, 1), N_("The row has no title, so it is left out."))

    def _handbook(self) -> tuple[dict[str, Any], dict[KeyPath, str]]:
        header: dict[str, Any] = {}
        origins: dict[KeyPath, str] = {}
        for table in self.tables.get(ThingKind.HANDBOOK, ()):
            for _, pieces in table.rows():
                own = [piece for piece in pieces if piece.name != _EMPTY]
                header |= self.told.fields(RECORDS[ThingKind.HANDBOOK], table.sheet, own).fields
                header |= {name: [] for name in _text(pieces, _EMPTY).split() if name in LIST_KEYS}
        for key, kind in LIST_KEYS.items():
            for number, (fields, addresses) in enumerate(self._entries(kind)):
                header.setdefault(key, []).append(fields)
                origins |= {(key, number, name): address for name, address in addresses.items()}
        return header, origins

    def _entries(self, kind: ThingKind) -> Iterator[tuple[dict[str, Any], dict[str, str]]]:
        for table in self.tables.get(kind, ()):
            for row, pieces in table.rows():
                read = self.told.fields(LIST_RECORDS[kind], table.sheet, pieces)
                if "title" not in read.fields:
                    self._untitled(table.sheet, row)
                    continue
                yield {"id": slug(read.fields["title"], fallback=kind)} | read.fields, read.addresses

    def _values(self) -> Iterator[MeasuredRow]:
        for table in self.tables.get(VALUES, ()):
            for row, pieces in table.rows():
                columns = {piece.name: _measured(piece) for piece in pieces}
                path, sign = (columns.pop(name, "") for name in (FILE, "sign"))
                columns |= {"value": f"{columns.get('value', '')}{sign}"}
                address = table.sheet.address(row, 1)
                yield MeasuredRow(columns=columns, address=address, path=path or _NEW_VALUES)

    def _new_files(self) -> Iterator[Draft]:
        """Drafts of what cells name and nothing lists."""
        for kind in (ThingKind.JOURNEY, *_FILES):
            for newcomer in self.told.names.new(kind):
                self._welcome(newcomer)
                more = {"channel": "unknown"} if kind is ThingKind.TOUCHPOINT else {}
                more |= {"status": "planned"} if kind is ThingKind.JOURNEY else {}
                path = f"{kind.row.folder}/{newcomer.name}.md".removeprefix("/")
                header = {"title": newcomer.title, **more}
                yield Draft(kind=kind, header=header, path=path, is_exact=True)

    def _welcome(self, newcomer: Newcomer) -> None:
        message = N_("'%(title)s' is not known yet, so it is added.")
        self.told.note(Telling.GUESSED, newcomer.address, message, title=newcomer.title)

    def _with_newcomers(self, header: dict[str, Any]) -> dict[str, Any]:
        for key, kind in LIST_KEYS.items():
            for newcomer in self.told.names.new(kind):
                self._welcome(newcomer)
                entry = {"id": newcomer.name, "title": newcomer.title, **_NEEDED.get(kind, {})}
                header.setdefault(key, []).append(entry)
        return header


_NEEDED: dict[ThingKind, dict[str, Any]] = {
    ThingKind.CHANNEL: {"setting": "both"},
    ThingKind.METRIC: {"unit": "count", "direction": "up"},
    ThingKind.LANE: {"side": "firm", "kind": "text"},
    ThingKind.TERM: {"definition": "…"},
}
"""What a new entry of a list must have besides its title."""


def free_path(kind: ThingKind, title: str, taken: Container[str]) -> str:
    """A path for something new, with a number behind it where one is taken."""
    stem = "/".join(filter(None, (kind.row.folder, slug(title, fallback=kind))))
    number, path = 1, f"{stem}.md"
    while path in taken:
        number += 1
        path = f"{stem}-{number}.md"
    return path


def _own_id(texts: dict[str, str], kind: str) -> str:
    stem = texts.get(FILE, "").rpartition("/")[2].rpartition(".")[0]
    return texts.get("id") or stem or slug(texts.get("title", ""), fallback=kind)


def _text(pieces: list[Piece], name: str) -> str:
    return "".join(typed_text(piece.cell) for piece in pieces if piece.name == name)


def _measured(piece: Piece) -> str:
    cell = piece.cell
    if cell.day is not None:
        return cell.day.isoformat()
    return cell.text if cell.number is None else format(cell.number.normalize(), "f")
