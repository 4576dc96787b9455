"""The journeys folder in, documents with their records and problems out; only changed files are read."""

from journeybook.load.document import Document
from journeybook.load.folder import Folder, read_folder
from journeybook.load.lines import lines_at, raw_of

__all__ = ["Document", "Folder", "lines_at", "raw_of", "read_folder"]
