"""Whatever stands in a sheet, every cell of it is in the report, and the drafts are right at once."""

import random

import pytest

from journeybook.importing.brought_in import BroughtIn
from journeybook.importing.journeys import read_journeys
from journeybook.kinds import ThingKind
from journeybook.workbooks import Book
from sheets_in_text import book_of

NAMES = [
    "Phase",
    "Schritt",
    "Handlungen",
    "Gedanken",
    "Gefühle",
    "Zufriedenheit",
    "Touchpoints",
    "Kanal",
    "Schmerzpunkte",
    "Schweregrad",
    "Chancen",
    "Aufwand",
    "Frontstage",
    "Backstage",
    "Systeme",
    "KPI",
    "Dauer",
    "Verantwortlich",
    "Moment of Truth",
    "Ziel",
    "Zitate",
    "Compliance",
    "Persona",
    "Journey",
    "Notizen",
    "Summe",
    "Nr.",
    "Belege",
    "Links",
    "Optional",
    "Persona: Anna",
    "Legende",
]
VALUES = (
    "|||Kauf|4|-2|80 %|+|--|😀|🙂 gut|★★☆☆☆|hoch|sehr zufrieden|• a↵• b|1. x↵2. y|ein Satz, der↵weitergeht|„Zitat“|-|n/a|x"
    "|ja|15 min|2 Tage|Website, App|CRM/ERP|https://a.example|NPS: 40|<|^|1,5|3/5|Persona: Bert|1. Info|Phase 2: Kauf"
    "|Umsatz > 5 Mio. €|(nur intern)|???|" + "lang " * 40
).split("|")


def drawn(seed: int) -> Book:
    """A book of tables that people might keep, in disorder."""
    draw = random.Random(seed)
    sheets = {}
    for number in range(draw.randint(1, 3)):
        width, height = draw.randint(2, 7), draw.randint(2, 12)
        rows = [[draw.choice(VALUES) for _ in range(width)] for _ in range(height)]
        names = draw.sample(NAMES, max(width, height))
        if draw.random() < 0.5:
            rows = [[name, *row[1:]] for name, row in zip(names, rows, strict=False)]
        else:
            rows[draw.randrange(height)] = names[:width]
        sheets[f"Blatt {number}"] = "\n".join(" | ".join(row) for row in rows)
    return book_of("zufall.xlsx", sheets)


def untold(book: Book, brought: BroughtIn) -> list[str]:
    """The cells of which the report says nothing."""
    told = {note.address for note in brought.notes}
    cells = [(sheet.name, sheet.address(*at)) for sheet in book.sheets for at in sheet.cells]
    return [address for sheet, address in cells if not {sheet, address} & told]


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(150))
def test_no_cell_of_any_table_is_lost_without_a_word(seed: int) -> None:
    book = drawn(seed)
    brought = read_journeys(book)

    assert untold(book, brought) == []
    for draft in brought.drafts:
        assert draft.header["title"]
        if draft.kind is ThingKind.JOURNEY:
            assert all(stage["stage"] and stage["steps"] for stage in draft.header["stages"])
