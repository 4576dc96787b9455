from dataclasses import replace

import pytest

from core.importing.cases import Case, cases, told
from journeybook.importing.brought_in import BroughtIn
from journeybook.importing.lists import (
    OPPORTUNITY_LIST,
    PAIN_POINT_LIST,
    PERSONA_LIST,
    TOUCHPOINT_LIST,
    read_list,
)
from journeybook.importing.sheet_kinds import SheetKind, kind_of_sheet
from journeybook.importing.tables import read_tables
from journeybook.importing.words.mapping import NameMapping
from journeybook.workbooks import Book, Sheet, SheetCell

KINDS = {
    SheetKind.PERSONA: PERSONA_LIST,
    SheetKind.TOUCHPOINTS: TOUCHPOINT_LIST,
    SheetKind.OPPORTUNITIES: OPPORTUNITY_LIST,
    SheetKind.PAIN_POINTS: PAIN_POINT_LIST,
}


def _sheet(text: str, name: str = "T") -> Sheet:
    r"""Make a sheet of lines whose cells are parted by bars; `\n` stands for the end of a line in a cell."""
    cells = {}
    for row, line in enumerate(text.strip("\n").split("\n"), 1):
        for column, written in enumerate(line.split("|"), 1):
            if cell := written.strip().replace("\\n", "\n"):
                cells[row, column] = SheetCell(row=row, column=column, text=cell)
    return Sheet(name=name, cells=cells)


def _says_nothing(text: str) -> bool:
    return text in {"-", "–"} or text.isdigit()


def _addresses(notes: list[str]) -> list[str]:
    return sorted({note.split(": ", 1)[0] for note in notes})


@pytest.mark.parametrize("case", cases("lists"), ids=lambda case: case.name)
def test_lists_become_drafts_and_every_cell_is_accounted_for(case: Case) -> None:
    expected = dict(case.expected)
    sheet = _sheet(case.text, expected.pop("sheet", "T"))
    kind = kind_of_sheet(sheet, "liste.xlsx")
    assert kind == expected.pop("kind")
    if kind in KINDS:
        found = told(lambda: read_list("liste.xlsx", sheet, KINDS[kind]))
        taken = _addresses(found.pop("taken"))
        for telling in ("guessed", "left"):
            if telling in found:
                found[f"{telling}_at"] = _addresses(found.pop(telling))
        assert found == expected
        told_of = {*taken, *found.get("guessed_at", ()), *found.get("left_at", ())}
        silent = {
            sheet.address(*place) for place, cell in sheet.cells.items() if not _says_nothing(cell.text)
        }
        assert silent - told_of == set()


JOURNEY = "Persona | Anna\nPhase | Info | Kauf\nSchritt | Suchen | Zahlen\nTouchpoints | Web | Kasse\nGedanken | wo? | teuer"
PERSONA = "Name | Alter | Beruf\nAnna | 34 | Lehrerin"
TOUCHPOINT = "Touchpoint | Kanal | Status\nKasse | Laden | live"


def _tables(wanted: str = "", mapping: NameMapping | None = None, **sheets: str) -> BroughtIn:
    book = Book(
        path="alles.xlsx", form="xlsx", sheets=tuple(_sheet(text, name) for name, text in sheets.items())
    )
    return read_tables(book, mapping or NameMapping(), wanted)


def test_each_sheet_of_a_file_is_read_as_what_it_holds() -> None:
    brought = _tables(Karte=JOURNEY, Leute=PERSONA, Punkte=TOUCHPOINT)
    assert [(str(draft.kind), draft.header["title"], len(draft.header)) for draft in brought.drafts] == [
        ("journey", "Alles", 3),
        ("touchpoint", "Web", 1),
        ("persona", "Anna", 3),
        ("touchpoint", "Kasse", 3),
    ]


def test_people_decide_what_a_sheet_holds() -> None:
    [draft] = _tables("touchpoints", Leute="Name | Kanal | Alter\nHotline | Telefon | 3").drafts
    assert (draft.header, draft.body) == ({"title": "Hotline", "channel": "Telefon"}, "**Alter:** 3")


def test_a_mapping_file_decides_what_names_mean() -> None:
    mapping = NameMapping(columns={"wer": "title", "sinn": "goals"}, ignore=frozenset({"intern"}))
    [draft] = _tables("persona", mapping, Leute="Wer | Sinn | Intern\nAnna | Ruhe | x").drafts
    assert draft.header == {"title": "Anna", "goals": ["Ruhe"]}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Name | Kanal | Beschreibung\nHotline | Telefon | Für Fragen", SheetKind.TOUCHPOINTS),
        ("Frame 1\nZu teuer\nSchlange an der Kasse", SheetKind.INBOX),
        ("Kontaktpunkt\nHotline", SheetKind.TOUCHPOINTS),
    ],
)
def test_files_of_text_are_seen_as_what_they_are(text: str, kind: SheetKind) -> None:
    assert kind_of_sheet(replace(_sheet(text, ""), lines={1: 1}), "x.csv") is kind
