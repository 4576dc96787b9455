"""Read a journeys folder into documents with records and findings; only changed files are read."""

from journeybook.load.collector import without_collector
from journeybook.load.disk import DiskFiles, HashedFiles
from journeybook.load.document import Document
from journeybook.load.folder import Folder, read_content, read_files, read_folder, read_whole
from journeybook.load.layout import kind_of
from journeybook.load.lines import lines_at, raw_of
from journeybook.load.revision import TreeFiles
from journeybook.load.source import Identity, NotTaken, Source

__all__ = [
    "DiskFiles",
    "Document",
    "Folder",
    "HashedFiles",
    "Identity",
    "NotTaken",
    "Source",
    "TreeFiles",
    "kind_of",
    "lines_at",
    "raw_of",
    "read_content",
    "read_files",
    "read_folder",
    "read_whole",
    "without_collector",
]
