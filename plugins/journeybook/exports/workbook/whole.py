"""Put the sheets of a workbook together, in the order in which people look at them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from journeybook.exports.workbook.choices import write_words
from journeybook.exports.workbook.content import Content
from journeybook.exports.workbook.guide import guide_lines
from journeybook.exports.workbook.heights import row_height
from journeybook.exports.workbook.journeys import JourneySheet
from journeybook.exports.workbook.looks import Looks
from journeybook.exports.workbook.memory import write_memory
from journeybook.exports.workbook.names import SheetNames
from journeybook.exports.workbook.registers import register_columns
from journeybook.exports.workbook.tables import Column, record_columns, text_columns, write_table
from journeybook.kinds import IN_HANDBOOK, ThingKind
from journeybook.messages import N_
from journeybook.notation.shapes import shapes_of
from journeybook.notation.tables import (
    BODY,
    FILE,
    LIST_KEYS,
    LIST_RECORDS,
    MEMORY_SHEET,
    REGISTERS,
    VALUES,
    WORDS_SHEET,
)

CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Of every workbook, so that the same handbook gives the same bytes."""
_ALWAYS = {
    ThingKind.PERSONA: (
        "title id role age location segment type quote goals needs frustrations preferred_channels"
    ),
    ThingKind.TOUCHPOINT: (
        "title id channel group owner stages rating importance expectation lifecycle self_service url"
    ),
}
_TITLES = {
    ThingKind.PERSONA: N_("Personas"),
    ThingKind.TOUCHPOINT: N_("Touchpoints"),
    ThingKind.PAIN_POINT: N_("Pain points"),
    ThingKind.OPPORTUNITY: N_("Opportunities"),
    "action": N_("Actions"),
    ThingKind.STAGE: N_("Stages"),
    ThingKind.CHANNEL: N_("Channels"),
    ThingKind.TEAM: N_("Teams"),
    ThingKind.METRIC: N_("Metrics"),
    ThingKind.GOAL: N_("Goals"),
    ThingKind.SEGMENT: N_("Segments"),
    ThingKind.SYSTEM: N_("Systems"),
    ThingKind.PRINCIPLE: N_("Principles"),
    ThingKind.TERM: N_("Glossary"),
    ThingKind.GROUP: N_("Groups"),
    ThingKind.LANE: N_("Own lanes"),
    VALUES: N_("Values"),
    ThingKind.HANDBOOK: N_("Handbook"),
}


_VALUE_LABELS = {
    "date": N_("Date"),
    "metric": N_("Metric"),
    "value": N_("Value"),
    "journey": N_("Journey"),
    "stage": N_("Stage"),
    "touchpoint": N_("Touchpoint"),
    "channel": N_("Channel"),
    "persona": N_("Persona"),
    "n": N_("Number of cases"),
}
_GUIDE_WIDTH = 84
"""In letters: what a sheet of A4 holds upright."""

_Table = tuple[Worksheet, list[Column], str]
"""A sheet, what stands in it, and what people must know of it."""


class _Book:
    """A workbook in the making."""

    def __init__(self, stream: BytesIO, content: Content) -> None:
        self.workbook = Workbook(
            stream, {"in_memory": True, "strings_to_urls": False, "strings_to_numbers": False}
        )
        self.workbook.set_properties({"created": CREATED, "title": "", "author": "Journeybook"})
        self.content = content
        self.looks = Looks(self.workbook)
        self._names = SheetNames()

    def sheet(self, title: str) -> Worksheet:
        """Add a sheet."""
        return self.workbook.add_worksheet(self._names.make(title))

    def titled(self, room: str) -> Worksheet:
        """Add the sheet of a table."""
        return self.sheet(self.content.speak(_TITLES[room]))


def write_whole_book(stream: BytesIO, content: Content) -> None:
    """Write a workbook."""
    book = _Book(stream, content)
    guide = book.sheet(content.speak(N_("How to edit")))
    journeys = [(book.sheet(file["header"]["title"]), file) for file in content.files(ThingKind.JOURNEY)]
    _guide(book, guide, [sheet for sheet, _ in journeys])
    tables = list(_tables(book))
    words = book.workbook.add_worksheet(WORDS_SHEET)
    choices = write_words(words, book.looks, content)
    for sheet, file in journeys:
        JourneySheet(sheet, book.looks, choices, content, file).write()
    for sheet, columns, hint in tables:
        write_table(sheet, book.looks, choices, columns, hint)
    write_memory(book.workbook.add_worksheet(MEMORY_SHEET), book.looks, content, guide.name)
    book.workbook.close()


def _guide(book: _Book, sheet: Worksheet, journeys: Sequence[Worksheet]) -> None:
    book.looks.begin(sheet, width=20)
    sheet.set_column(0, 0, _GUIDE_WIDTH, book.looks["free"])
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for row, (look, line) in enumerate(guide_lines(book.content.speak)):
        book.looks.write(sheet, row, 0, line, look)
        sheet.set_row(row, row_height([line], [_GUIDE_WIDTH], is_title=look == "title"))
    begin = row + 2
    for number, journey in enumerate(journeys):
        quoted = journey.name.replace("'", "''")
        sheet.write_url(begin + number, 0, f"internal:'{quoted}'!A1", book.looks["free"], journey.name)


def _tables(book: _Book) -> Iterator[_Table]:
    content = book.content
    for kind in (ThingKind.PERSONA, ThingKind.TOUCHPOINT):
        yield book.titled(kind), _things(content, kind), ""
    hint = content.speak(
        N_(
            "These entries stand on the sheets of the journeys. What you change here is taken over, unless "
            "it was changed there as well: then the journey's sheet holds, and you are told. New entries "
            "and deletions belong on the journey's sheet."
        )
    )
    for room in REGISTERS:
        yield book.titled(room), register_columns(content, room), hint
    header: Mapping[str, Any] = next((file["header"] for file in content.handbooks), {})
    for kind in IN_HANDBOOK:
        entries = header.get(kind.row.plural, ())
        yield (
            book.titled(kind),
            record_columns(content, kind, entries, " ".join(shapes_of(LIST_RECORDS[kind]))),
            "",
        )
    yield book.titled(ThingKind.HANDBOOK), _shared(content, header), ""
    yield book.titled(VALUES), _values(content), ""


def _things(content: Content, kind: ThingKind) -> list[Column]:
    files = list(content.files(kind))
    own, path = content.speak(N_("Narrative")), content.speak(N_("File"))
    return [
        *record_columns(content, kind, [file["header"] for file in files], _ALWAYS[kind]),
        *text_columns(f"{kind}/{BODY}", own, [file.get("body", "").strip("\n") for file in files]),
        *text_columns(f"{kind}/{FILE}", path, [file["file"] for file in files], "id"),
    ]


def _shared(content: Content, header: Mapping[str, Any]) -> list[Column]:
    """Return what handbook.yml says besides its lists, and which of these it writes and leaves empty."""
    fields = {name: value for name, value in header.items() if name not in LIST_KEYS}
    empty = " ".join(name for name in LIST_KEYS if header.get(name) == [])
    columns = record_columns(content, ThingKind.HANDBOOK, [fields], "customers review_every")
    return [*columns, *text_columns(f"{ThingKind.HANDBOOK}/empty", "", [empty])] if empty else columns


def _values(content: Content) -> list[Column]:
    rows = [(file["file"], row) for file in content.plain["values"] for row in file["rows"]]
    columns = []
    for name, message in _VALUE_LABELS.items():
        cells = tuple(row.get(name) for _, row in rows)
        label = content.speak(message)
        columns.append(Column(name=f"{VALUES}/{name}", label=label, cells=cells, look="text"))
    marked = tuple("%" if row.get("is_percentage") else None for _, row in rows)
    columns.append(Column(name=f"{VALUES}/sign", label="%", cells=marked, look="id"))
    return [
        *columns,
        *text_columns(f"{VALUES}/{FILE}", content.speak(N_("File")), [file for file, _ in rows], "id"),
    ]
