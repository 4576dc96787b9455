"""What people change in a workbook comes back as that change of the files, and nothing else of them changes."""

import difflib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.exports import workbooks
from core.importing.edited_books import EditedBook
from journeybook.exports.workbook import workbook
from journeybook.importing.exported.changes import exact_changes
from journeybook.importing.workbook import read_edited
from journeybook.load import read_folder
from journeybook.notation.tables import MEMORY_SHEET
from journeybook.workbooks import Book, read_book

SHARED = """\
# Wortschatz
stages:
  - id: search  # wie bei allen
    title: Suche
  - {id: purchase, title: Kauf}

channels:
  - {id: store, title: Filiale, setting: offline}
teams:
  - {id: shop, title: Filialen}
"""
JOURNEY = """\
---
# Aufgenommen im Mai.
title: Schuhe kaufen
persona: anna
owner: shop

stages:
  - stage: search
    steps:
      # Der Anfang.
      - title: Laden suchen
        thoughts: Wo ist der nächste?
  - stage: purchase
    steps:
      - title: Anprobieren
        satisfaction: 4  # gefragt
        thoughts:
          - Passt der?  # laut gesagt
          - Teuer.
        pain_points:
          - {id: eng, title: Es ist eng, severity: 2}
      - title: Bezahlen
        touchpoints: kasse
---

Ein Absatz.

## Kauf

Sie „zahlt“ bar.
"""
FILES = {
    "handbook.yml": SHARED,
    "personas/anna.md": "---\ntitle: Anna\nage: 34\n---\n",
    "personas/bodo.md": "---\ntitle: Bodo\n---\n",
    "touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: store\n---\n",
    "kauf.md": JOURNEY,
}
MAP = "Schuhe kaufen"
Edit = Callable[[EditedBook], None]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Book]:
    """A small handbook, and its workbook as it is read."""
    return _exported(tmp_path_factory.mktemp("handbook"), FILES)


def _exported(folder: Path, files: dict[str, str]) -> tuple[Path, Book]:
    root = _written(folder / "journeys", files)
    file = folder / "book.xlsx"
    file.write_bytes(workbook(workbooks.content(root)))
    return root, read_book(file)


def _written(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def _brought(root: Path, book: Book, edit: Edit) -> tuple[list[str], list[str]]:
    """The lines that an import of an edited workbook changes, and what it leaves over or guesses."""
    desk = EditedBook(book)
    edit(desk)
    found = read_edited(desk.saved())
    assert found
    planned = list(exact_changes(read_folder(root, "journeys"), found))
    lines = []
    for change, _ in planned:
        if change:
            diff = difflib.unified_diff(
                (change.before or "").splitlines(), change.after.splitlines(), n=0, lineterm=""
            )
            lines += [change.path, *(line for line in list(diff)[2:] if not line.startswith("@@"))]
    notes = [*found.notes, *(note for change, note in planned if change is None)]
    return lines, [f"{note.address}: {note.message % note.values}" for note in notes]


def typed(name: str, column: int, text: str, sheet: str = MAP) -> Edit:
    """Type into the row of a grey name."""
    return lambda desk: desk.type(sheet, desk.row(sheet, name), column, text)


def in_table(sheet: str, name: str, row: int, text: str) -> Edit:
    """Type into the column of a grey name."""
    return lambda desk: desk.type(sheet, row, desk.column(sheet, name), text)


def new_step(desk: EditedBook) -> None:
    desk.insert_column(MAP, 5)
    desk.type(MAP, desk.row(MAP, "step/title"), 5, "Schlange stehen")
    desk.type(MAP, desk.row(MAP, "step/satisfaction"), 5, " 2 ")


def new_lane(desk: EditedBook) -> None:
    desk.insert_row(
        MAP, desk.row(MAP, "step/touchpoints"), {2: "Compliance", 4: "Bon aufheben", 5: "• Prüfen\n• Buchen"}
    )


def new_row_of_a_field(desk: EditedBook) -> None:
    desk.insert_row(MAP, desk.row(MAP, "step/touchpoints"), {2: "Backstage", 5: "Kasse zählen"})


def sorted_table(desk: EditedBook) -> None:
    desk.move("Personas", lambda row, column: (7 - row if row > 2 else row, column))


def new_persona(desk: EditedBook) -> None:
    desk.type("Personas", 5, desk.column("Personas", "persona/title"), "Cem Çelik")
    desk.type("Personas", 5, desk.column("Personas", "persona/goals"), "- Zeit sparen\n- Platz")


def new_column(desk: EditedBook) -> None:
    column = max(column for _, column in desk.sheets["Personas"]) + 1
    desk.type("Personas", 2, column, "Lieblingsfarbe")
    desk.type("Personas", 3, column, "Grün")


def in_both(desk: EditedBook) -> None:
    in_table("Schmerzpunkte", "pain-point/severity", 3, "4")(desk)
    typed("step/pain_points", 4, "Es ist eng [eng] · Schwere: 5")(desk)


def only_in_register(desk: EditedBook) -> None:
    in_table("Schmerzpunkte", "pain-point/severity", 3, "4")(desk)
    typed("step/pain_points", 4, "")(desk)


def filtered(desk: EditedBook) -> None:
    sheets = (
        replace(sheet, hidden_rows=frozenset({3, 5}), hidden_columns=frozenset({2}))
        for sheet in desk.book.sheets
    )
    desk.book = replace(desk.book, sheets=tuple(sheets))


def new_sheet(desk: EditedBook) -> None:
    desk.sheets["Notizen"] = {}
    desk.type("Notizen", 1, 1, "Fragen")


CASES: dict[str, tuple[Edit, list[str], list[str]]] = {
    "nothing": (lambda _: None, [], []),
    "rows that a filter hides": (filtered, [], []),
    "a text": (
        typed("step/thoughts", 3, "Wo ist der nächste Laden?"),
        [
            "journeys/kauf.md",
            "-        thoughts: Wo ist der nächste?",
            "+        thoughts: Wo ist der nächste Laden?",
        ],
        [],
    ),
    "an entry of several": (
        typed("step/thoughts", 4, "Passt der?\nSehr teuer."),
        ["journeys/kauf.md", "-          - Teuer.", "+          - Sehr teuer."],
        [],
    ),
    "a score typed as text": (
        typed("step/satisfaction", 4, "3"),
        ["journeys/kauf.md", "-        satisfaction: 4  # gefragt", "+        satisfaction: 3"],
        [],
    ),
    "a score that is none": (
        typed("step/satisfaction", 4, "ganz gut"),
        ["journeys/kauf.md", "-        satisfaction: 4  # gefragt"],
        ["'Schuhe kaufen'!D5: 'ganz gut' is no value of 'satisfaction'."],
    ),
    "a score that is too high": (
        typed("step/satisfaction", 4, "9"),
        ["journeys/kauf.md", "-        satisfaction: 4  # gefragt"],
        ["'Schuhe kaufen'!D5: This is left out: 'satisfaction' must be a whole number from 1 to 5, not '9'."],
    ),
    "a new step": (
        new_step,
        ["journeys/kauf.md", "+      - title: Schlange stehen", "+        satisfaction: 2"],
        [],
    ),
    "a step that is deleted": (
        lambda desk: desk.delete_column(MAP, 5),
        ["journeys/kauf.md", "-      - title: Bezahlen", "-        touchpoints: kasse"],
        [],
    ),
    "a title": (
        typed("step/title", 5, "Bar bezahlen"),
        ["journeys/kauf.md", "-      - title: Bezahlen", "+      - title: Bar bezahlen"],
        [],
    ),
    "a pain point": (
        typed("step/pain_points", 4, "Es ist eng [eng] · Schwere: 5\nEs zieht"),
        [
            "journeys/kauf.md",
            "-          - {id: eng, title: Es ist eng, severity: 2}",
            "+          - id: eng",
            "+            title: Es ist eng",
            "+            severity: 5",
            "+          - Es zieht",
        ],
        [],
    ),
    "a touchpoint by its title": (
        typed("step/touchpoints", 4, "kasse"),
        ["journeys/kauf.md", "+        touchpoints: [kasse]"],
        [],
    ),
    "a touchpoint that is new": (
        typed("step/touchpoints", 4, "Probierecke"),
        [
            "journeys/kauf.md",
            "+        touchpoints: [probierecke]",
            "journeys/touchpoints/probierecke.md",
            "+---",
            "+title: Probierecke",
            "+channel: unknown",
            "+---",
        ],
        ["'Schuhe kaufen'!D10: 'Probierecke' is not known yet, so it is added."],
    ),
    "a row of a lane of one's own": (
        new_lane,
        [
            "journeys/handbook.yml",
            "+lanes:",
            "+  - id: compliance",
            "+    title: Compliance",
            "+    side: firm",
            "+    kind: text",
            "journeys/kauf.md",
            "+        lanes:",
            "+          compliance: [Bon aufheben]",
            "+        lanes:",
            "+          compliance: [Prüfen, Buchen]",
        ],
        ["'Schuhe kaufen'!C10: 'Compliance' is not known yet, so it is added."],
    ),
    "a row of a field": (
        new_row_of_a_field,
        ["journeys/kauf.md", "+        backstage: [Kasse zählen]"],
        [],
    ),
    "a section of the narrative": (
        lambda desk: desk.insert_row(MAP, desk.row(MAP, "journey/body") + 2, {3: "## Danach\n\nSie geht."}),
        ["journeys/kauf.md", "+", "+## Danach", "+", "+Sie geht."],
        [],
    ),
    "a table that is sorted": (sorted_table, [], []),
    "a title in a table": (
        in_table("Touchpoints", "touchpoint/title", 3, "Kassentresen"),
        ["journeys/touchpoints/kasse.md", "-title: Kasse", "+title: Kassentresen"],
        [],
    ),
    "a new persona": (
        new_persona,
        [
            "journeys/personas/cem-celik.md",
            "+---",
            "+title: Cem Çelik",
            "+goals: [Zeit sparen, Platz]",
            "+---",
        ],
        [],
    ),
    "a column of one's own": (
        new_column,
        ["journeys/personas/anna.md", "+facts:", "+  Lieblingsfarbe: Grün"],
        [],
    ),
    "a persona that is deleted": (
        lambda desk: desk.delete_row("Personas", 4),
        [],
        [": 'personas/bodo.md' is no longer in the workbook. The file stays; delete it if that is meant."],
    ),
    "an entry in a register": (
        in_table("Schmerzpunkte", "pain-point/severity", 3, "4"),
        [
            "journeys/kauf.md",
            "-          - {id: eng, title: Es ist eng, severity: 2}",
            "+          - id: eng",
            "+            title: Es ist eng",
            "+            severity: 4",
        ],
        [],
    ),
    "an entry in a register and in its journey": (
        in_both,
        [
            "journeys/kauf.md",
            "-          - {id: eng, title: Es ist eng, severity: 2}",
            "+          - id: eng",
            "+            title: Es ist eng",
            "+            severity: 5",
        ],
        ["Schmerzpunkte!C3: The sheet of the journey says “5” and holds; here stands “4”."],
    ),
    "a new entry in a register": (
        in_table("Schmerzpunkte", "pain-point/title", 4, "Es zieht"),
        [],
        ["Schmerzpunkte!A4: New entries belong on the sheet of their journey, so “Es zieht” is left out."],
    ),
    "an entry in a register that is gone from its journey": (
        only_in_register,
        [
            "journeys/kauf.md",
            "-        pain_points:",
            "-          - {id: eng, title: Es ist eng, severity: 2}",
        ],
        [
            "Schmerzpunkte!A3: “Es ist eng” does not stand on the sheet of its journey any more, so the change is left out."
        ],
    ),
    "an entry of handbook.yml": (
        in_table("Phasen", "stage/goal", 3, "Leicht finden"),
        ["journeys/handbook.yml", "+    goal: Leicht finden"],
        [],
    ),
    "a sheet of one's own": (
        new_sheet,
        [],
        ["Notizen: The sheet is none of the workbook's own, so it is left alone."],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_an_edit_comes_back_as_the_change_that_it_is(exported: tuple[Path, Book], name: str) -> None:
    edit, lines, notes = CASES[name]
    assert _brought(*exported, edit) == (lines, notes)


def clash(cell: str, place: str, here: str, now: str) -> str:
    """Say that a cell and a place of a file were both changed."""
    return f"{cell}: Both this and {place} were changed, so the file stays: it says “{here}”, not “{now}”."


BOTH: dict[str, tuple[tuple[str, str], Edit, list[str], list[str]]] = {
    "two steps": (
        ("title: Bezahlen", "title: Zahlen"),
        typed("step/thoughts", 3, "Weit weg."),
        ["journeys/kauf.md", "-        thoughts: Wo ist der nächste?", "+        thoughts: Weit weg."],
        [],
    ),
    "two fields of a step": (
        ("satisfaction: 4  # gefragt", "satisfaction: 2  # neu gefragt"),
        typed("step/thoughts", 4, "Passt der?\nTeuer.\nGut."),
        ["journeys/kauf.md", "+          - Gut."],
        [],
    ),
    "a new step in each": (
        ("  - stage: purchase", "      - title: Parken\n  - stage: purchase"),
        new_step,
        ["journeys/kauf.md", "+      - title: Schlange stehen", "+        satisfaction: 2"],
        [],
    ),
    "the same in both": (
        ("satisfaction: 4", "satisfaction: 2"),
        typed("step/satisfaction", 4, "2"),
        [],
        [],
    ),
    "one score": (
        ("satisfaction: 4", "satisfaction: 1"),
        typed("step/satisfaction", 4, "2"),
        [],
        [clash("'Schuhe kaufen'!D5", "journeys/kauf.md:16:23", "1", "2")],
    ),
    "a narrative": (
        ("Ein Absatz.", "Ein anderer Absatz."),
        typed("journey/body", 3, "Ein dritter Absatz."),
        [],
        [clash("'Schuhe kaufen'!C29", "journeys/kauf.md:25", "Ein anderer Absatz.", "Ein dritter Absatz.")],
    ),
    "a step that is changed here and deleted there": (
        ("touchpoints: kasse", "touchpoints: kasse\n        feelings: froh"),
        lambda desk: desk.delete_column(MAP, 5),
        [],
        [clash("'Schuhe kaufen'!D3", "journeys/kauf.md:22:9", "Bezahlen", "")],
    ),
}


@pytest.mark.parametrize("name", BOTH)
def test_a_file_that_has_changed_since_takes_what_it_can(
    exported: tuple[Path, Book], tmp_path: Path, name: str
) -> None:
    (old, new), edit, lines, notes = BOTH[name]
    root = _written(tmp_path / "journeys", {**FILES, "kauf.md": JOURNEY.replace(old, new, 1)})
    assert _brought(root, exported[1], edit) == (lines, notes)


def test_a_title_that_is_changed_alike_in_a_register_and_in_its_journey_is_one_change(tmp_path: Path) -> None:
    pain = "{id: eng, title: Es ist eng, severity: 2}"
    root, book = _exported(tmp_path, {**FILES, "kauf.md": JOURNEY.replace(pain, "title: Es ist eng")})

    def edit(desk: EditedBook) -> None:
        in_table("Schmerzpunkte", "pain-point/title", 3, "Es drückt")(desk)
        typed("step/pain_points", 4, "Es drückt")(desk)

    lines = ["journeys/kauf.md", "-          - title: Es ist eng", "+          - title: Es drückt"]
    assert _brought(root, book, edit) == (lines, [])


def test_a_file_of_which_the_workbook_has_forgotten_what_it_said_stays(exported: tuple[Path, Book]) -> None:
    def edit(desk: EditedBook) -> None:
        desk.type(MEMORY_SHEET, desk.row(MEMORY_SHEET, "kauf.md"), 3, "{")
        typed("step/thoughts", 3, "Weit weg.")(desk)

    told = "journeys/kauf.md is there already, and the workbook does not say what it held before, so it stays as it is."
    assert _brought(*exported, edit) == ([], [f": {told}"])


def test_a_file_with_errors_stays_and_is_to_be_mended_first(
    exported: tuple[Path, Book], tmp_path: Path
) -> None:
    wrong = JOURNEY.replace("satisfaction: 4", "satisfaction: 9")
    root = _written(tmp_path / "journeys", {**FILES, "kauf.md": wrong})
    told = "journeys/kauf.md has errors. Fix them first: nothing of this is written there."
    assert _brought(root, exported[1], typed("step/thoughts", 3, "Weit weg.")) == ([], [f": {told}"])


@pytest.mark.parametrize("name", ["calc.xlsx", "calc.ods"])
def test_what_libreoffice_saved_comes_back_as_the_change_that_it_is(tmp_path: Path, name: str) -> None:
    root = _written(tmp_path / "journeys", FILES)
    book = read_book(Path(__file__).parent / "edited" / name)
    assert _brought(root, book, lambda _: None) == (
        [
            "journeys/kauf.md",
            "+          - „Na ja“",
            "+      - title: Schlange stehen",
            "+        satisfaction: 2",
            "journeys/personas/anna.md",
            "-title: Anna",
            "+title: Anna-Lena",
        ],
        [],
    )
