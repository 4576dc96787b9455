"""Read the JSON of a whiteboard: each table on it as a sheet, its other notes as an inbox or left over."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from journeybook.importing.boards.areas import is_around
from journeybook.importing.boards.grid import rebuilt
from journeybook.importing.boards.inbox import inbox_of
from journeybook.importing.boards.items import BoardItem, board_items, name_of_board
from journeybook.importing.boards.sheets import sheet_of
from journeybook.importing.brought_in import BroughtIn
from journeybook.importing.journeys import read_journeys
from journeybook.importing.json_text import read_json
from journeybook.importing.sketch import Sketch
from journeybook.messages import N_
from journeybook.workbooks import Book, NotReadable, Sheet

_BACKUP = (
    "A backup of a board (RTB) is read by Miro alone. Export the board's items as JSON, or its notes as CSV."
)
_MARKS_OF_BACKUP = frozenset({"canvasedObjectData", "widgetData", "boardBackup", "canvasObjects"})
_WIDE = 2.5
"""How many times as wide as high a frame is that holds a row."""


def read_board(source: str, text: str) -> BroughtIn | None:
    """Read a board from its JSON; nothing if it is none, `NotReadable` if it is one that nobody can read."""
    name = PurePath(source)
    if name.suffix.lower() == ".rtb":
        raise NotReadable(_BACKUP)
    if not text.lstrip().startswith(("{", "[")) or not _may_be_board(text):
        return None
    data = read_json(text)
    found = board_items(data)
    if not found and _is_backup(data):
        raise NotReadable(_BACKUP)
    if not any(item.is_placed or item.is_connector for item in found):
        return None
    return _Board(source, name_of_board(data), found).read()


def _may_be_board(text: str) -> bool:
    """Whether a text has the keys of items, before it is read as a whole."""
    return '"type"' in text and ('"x"' in text or any(f'"{mark}"' in text for mark in _MARKS_OF_BACKUP))


def _is_backup(data: Any) -> bool:
    groups = data if isinstance(data, list) else [data]
    return any(isinstance(group, dict) and not _MARKS_OF_BACKUP.isdisjoint(group) for group in groups)


class _Board:
    """One reading of a board."""

    def __init__(self, source: str, name: str, found: Sequence[BoardItem]) -> None:
        self._source = source
        self._name = name
        self._items = found
        self._frames = {item.id: item for item in found if item.is_frame}
        self._notes = [item for item in found if item.text and not (item.is_frame or item.is_connector)]
        self._sketch = Sketch()

    def read(self) -> BroughtIn:
        tables = self._tables()
        self._tell_rest()
        if not tables:
            return self._inbox()
        book = Book(path=self._source, form="board", sheets=tuple(tables))
        brought = read_journeys(book)
        if not brought.drafts:
            return self._inbox()
        return replace(brought, notes=(*brought.notes, *self._sketch.notes))

    def _tables(self) -> list[Sheet]:
        """Rebuild a table of each frame that holds one; if none does, one of the whole board."""
        placed = [note for note in self._notes if note.is_placed]
        groups: dict[str, list[BoardItem]] = {}
        for note in placed:
            groups.setdefault(self._outermost(note), []).append(note)
        grids = {frame: grid for frame, notes in groups.items() if (grid := rebuilt(notes))}
        if len(groups) > 1 and not any(frame for frame in grids):
            grids = {"": grid} if (grid := rebuilt([*placed, *self._heads()])) else {}
            groups = {"": placed}
        for frame, notes in groups.items():
            self._tell_outside(grids[frame].outside if frame in grids else notes if grids else ())
        return [sheet_of(self._title(frame), grid) for frame, grid in grids.items()]

    def _outermost(self, note: BoardItem) -> str:
        """The frame on the board that a note lies in, or nothing."""
        found, parent = "", note.parent
        while parent in self._frames:
            found, parent = parent, self._frames[parent].parent
        return found

    def _heads(self) -> list[BoardItem]:
        """The names of frames as notes: above a frame that is a column, beside one that is a row."""
        return [_head(frame) for frame in self._frames.values() if frame.text and not frame.parent]

    def _title(self, frame: str) -> str:
        """The name of a table: that of its frame, of a frame around nearly all notes, or of the board."""
        if frame in self._frames:
            return self._frames[frame].text
        placed = [note for note in self._notes if note.is_placed]
        around = (each for each in self._frames.values() if each.text and is_around(each, placed))
        return next((each.text for each in around), self._name)

    def _tell_outside(self, notes: Iterable[BoardItem]) -> None:
        for note in notes:
            message = N_("This stands beside the table: “%(text)s”.")
            self._sketch.left(note.address, message, text=note.text)

    def _tell_rest(self) -> None:
        """Tell of what is no note: texts on lines, notes without a place, and items without a text."""
        for item in self._items:
            if item.is_connector and item.text:
                message = N_("A line between notes says “%(text)s”.")
                self._sketch.left(f"item {item.id}", message, text=item.text)
        for note in self._notes:
            if not note.is_placed:
                self._sketch.left(
                    note.address, N_("The file does not say where this lies: “%(text)s”."), text=note.text
                )
        kinds = Counter(item.kind for item in self._items if not item.text and not item.is_frame)
        for kind, count in sorted(kinds.items()):
            message = N_("Items of the kind '%(kind)s' that hold no text: %(count)s.")
            self._sketch.left("", message, kind=kind, count=str(count))

    def _inbox(self) -> BroughtIn:
        """Keep the notes of a board without a table for people to sort."""
        groups: dict[str, list[str]] = {}
        for note in sorted(self._notes, key=lambda note: (self._title_of(note), note.y, note.x)):
            groups.setdefault(self._title_of(note), []).append(note.text)
        if not groups:
            return BroughtIn(source=self._source, notes=tuple(self._sketch.notes))
        message = N_("No table of lanes and steps is seen on the board; its notes are in the inbox.")
        self._sketch.guessed("", message)
        name = self._name or PurePath(self._source).stem
        return BroughtIn(
            source=self._source,
            inbox=inbox_of(name, groups),
            notes=tuple(self._sketch.notes),
        )

    def _title_of(self, note: BoardItem) -> str:
        return self._frames[note.parent].text if note.parent in self._frames else ""


def _head(frame: BoardItem) -> BoardItem:
    """A note with the name of a frame at its upper edge, or at its left one if the frame is wide."""
    if frame.width > frame.height * _WIDE:
        return replace(frame, kind="text", x=frame.left, width=1.0)
    return replace(frame, kind="text", y=frame.top, height=1.0)
