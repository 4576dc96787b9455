import pytest

from core.importing.cases import Case, cases, told
from journeybook.importing.lists import (
    OPPORTUNITY_LIST,
    PAIN_POINT_LIST,
    PERSONA_LIST,
    TOUCHPOINT_LIST,
    read_list,
)
from journeybook.importing.sheet_kinds import SheetKind, kind_of_sheet
from journeybook.workbooks import Sheet, SheetCell

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
