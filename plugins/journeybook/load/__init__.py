"""The journeys folder in, documents with their records and problems out; only changed files are read."""

from journeybook.load.document import Document
from journeybook.load.folder import Folder, read_folder

__all__ = ["Document", "Folder", "read_folder"]
