"""Read whiteboards: the items of a board become the tables that people built of them, or an inbox."""

from journeybook.importing.boards.notes import read_notes
from journeybook.importing.boards.reading import read_board

__all__ = ["read_board", "read_notes"]
