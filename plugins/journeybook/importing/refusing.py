"""Say of a file of which nothing can be taken what was looked at, and what is missing."""

from collections.abc import Iterator, Sequence

from journeybook.importing.brought_in import BroughtIn, Telling
from journeybook.importing.seen import seen_sheets
from journeybook.workbooks import Book, Sheet

_MOST = 3
_LONGEST = 40
_MISSING = (
    "Missing: known names in a row or a column, such as 'Steps', 'Actions' and 'Pain points', or a column of "
    "days beside numbers. Say with --as what the file holds, or with --map what its names stand for."
)


def of_book(source: str, book: Book, found: BroughtIn) -> str:
    """The refusal of a file of tables."""
    sheets = [sheet for sheet in seen_sheets(book) if sheet.cells]
    looked = [*map(_looked_at, sheets[:_MOST])] or ["Looked at: no cell that people see holds anything."]
    return " ".join([_unknown(source), *looked, *_left(found), _MISSING])


def of_text(source: str, found: BroughtIn) -> str:
    """The refusal of a text that was taken for a board, a diagram or the like."""
    return " ".join([_unknown(source), *_left(found), "Missing: steps, stages or notes in it."])


def _unknown(source: str) -> str:
    return f"'{source}' is no sheet, board, diagram or export that is known."


def _looked_at(sheet: Sheet) -> str:
    first = min(row for row, _ in sheet.cells)
    cells = [cell for (row, _), cell in sheet.cells.items() if row == first]
    named = ", ".join(f"“{_short(cell.text)}”" for cell in cells[:_MOST])
    place = sheet.address(first, min(cell.column for cell in cells))
    return f"Looked at: {place} and what follows, beginning with {named}; {len(sheet.cells)} cells in all."


def _left(found: BroughtIn) -> Iterator[str]:
    notes: Sequence[str] = [
        f"{note.address}: {note.message % dict(note.values)}" if note.address else ""
        for note in found.notes
        if note.telling is Telling.LEFT
    ]
    yield from [note for note in notes if note][:_MOST]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[: _LONGEST - 1]}…" if len(line) > _LONGEST else line
