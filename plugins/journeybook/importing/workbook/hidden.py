"""Read the hidden sheets of a workbook: the words in which it speaks, and what the files said once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from journeybook.importing.brought_in import Exported
from journeybook.notation.tables import FIELD_WORDS, MEMORY_SHEET, WORDS_SHEET
from journeybook.notation.words import ENGLISH, TRUTH, SheetWords
from journeybook.workbooks import Book, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """The part of a workbook that is out of sight."""

    words: SheetWords = ENGLISH
    things: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What cells said for each thing that can be named, by kind and id."""
    files: Mapping[str, Exported] = field(default_factory=dict)
    """By path."""
    guide: str = ""
    """The name of the sheet that says how to edit the others."""


def read_hidden(book: Book) -> Hidden:
    """Read what is there of it; people may have taken it away."""
    sheets = {sheet.name: sheet for sheet in book.sheets}
    sets = _sets(sheets[WORDS_SHEET]) if WORDS_SHEET in sheets else {}
    fields = sets.pop(FIELD_WORDS, {})
    is_fixed = {name: "." in name or name == TRUTH for name in sets}
    memory = sheets.get(MEMORY_SHEET)
    return Hidden(
        words=SheetWords(
            fields=fields, values={name: words for name, words in sets.items() if is_fixed[name]}
        ),
        things={name: words for name, words in sets.items() if not is_fixed[name]},
        files=_files(memory) if memory else {},
        guide=_text(memory, 1, 3) if memory else "",
    )


def _text(sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.cells.get((row, column))
    return (cell.typed or cell.text) if cell else ""


def _last(sheet: Sheet) -> tuple[int, int]:
    rows, columns = zip(*sheet.cells, strict=True) if sheet.cells else ((0,), (0,))
    return max(rows), max(columns)


def _sets(sheet: Sheet) -> dict[str, dict[str, str]]:
    rows, columns = _last(sheet)
    return {
        _text(sheet, 1, column): {
            value: _text(sheet, row, column + 1) or value
            for row in range(2, rows + 1)
            if (value := _text(sheet, row, column))
        }
        for column in range(1, columns + 1, 2)
    }


def _files(sheet: Sheet) -> dict[str, Exported]:
    rows, columns = _last(sheet)
    found = {}
    for row in range(2, rows + 1):
        _, path, *pieces = (_text(sheet, row, column) for column in range(1, columns + 1))
        try:
            said = json.loads("".join(pieces))
            found[path] = Exported(header=said["header"], body=said["body"])
        except (ValueError, KeyError, TypeError):
            continue
    return found
