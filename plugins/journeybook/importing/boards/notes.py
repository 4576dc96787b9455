"""Read the notes of a whiteboard from its CSV: an inbox that people sort, for places say too little in it."""

from journeybook.importing.boards.html_text import text_of_html
from journeybook.importing.boards.inbox import inbox_of
from journeybook.importing.brought_in import BroughtIn
from journeybook.importing.sketch import Sketch
from journeybook.importing.words.labels import plain_words
from journeybook.messages import N_
from journeybook.workbooks import Sheet

_TEXTS = frozenset({"text", "content", "note", "sticky", "inhalt", "notiz", "title"})
_GROUPS = (
    "frame",
    "area",
    "section",
    "cluster",
    "bereich",
    "gruppe",
    "group",
    "category",
    "parent",
    "rahmen",
)


def read_notes(source: str, sheet: Sheet, name: str) -> BroughtIn:
    """List the notes of a table under the frame of each; without a column of texts, every cell is one."""
    rows: dict[int, dict[int, str]] = {}
    for (row, at), cell in sheet.cells.items():
        rows.setdefault(row, {})[at] = text_of_html(cell.text)
    heads = rows[min(rows)] if rows else {}
    column = _column(heads, _TEXTS)
    sketch = Sketch()
    if column is None:
        groups = {"": [text for cells in rows.values() for text in cells.values() if text]}
    else:
        groups = _grouped({row: cells for row, cells in rows.items() if row > min(rows)}, heads, column)
        others = [head for place, head in heads.items() if place not in {column, _group_column(heads)}]
        if others:
            message = N_("These columns say nothing of what the notes say, and are left out: %(columns)s.")
            sketch.left(sheet.address(min(rows), min(heads)), message, columns=", ".join(others))
    message = N_("The notes are in the inbox, for people to sort; none became a step.")
    sketch.guessed("", message)
    return BroughtIn(source=source, inbox=inbox_of(name, groups), notes=tuple(sketch.notes))


def _column(heads: dict[int, str], words: frozenset[str]) -> int | None:
    return next((at for at, head in heads.items() if not words.isdisjoint(plain_words(head))), None)


def _group_column(heads: dict[int, str]) -> int | None:
    found = (_column(heads, frozenset({word})) for word in _GROUPS)
    return next((at for at in found if at is not None), None)


def _grouped(rows: dict[int, dict[int, str]], heads: dict[int, str], column: int) -> dict[str, list[str]]:
    at = _group_column(heads)
    groups: dict[str, list[str]] = {}
    for cells in (rows[row] for row in sorted(rows)):
        if cells.get(column):
            groups.setdefault(" ".join(cells.get(at or 0, "").split()), []).append(cells[column])
    return dict(sorted(groups.items(), key=lambda pair: bool(pair[0])))
