"""Begin handbooks and things, find the uses of an id, and give a thing another id."""

from journeybook.scaffold.beginning import (
    JOURNEYS_FOLDER,
    LANGUAGES,
    first_files,
    for_properdocs,
    spoken_language,
)
from journeybook.scaffold.joining import with_plugin
from journeybook.scaffold.newentry import ASSUMED, LISTED, new_entries, new_entry
from journeybook.scaffold.newfile import NotPossible, new_file
from journeybook.scaffold.redirects import as_lines
from journeybook.scaffold.renaming import Renaming, Uses, find_thing, rename_thing, uses

__all__ = [
    "ASSUMED",
    "JOURNEYS_FOLDER",
    "LANGUAGES",
    "LISTED",
    "NotPossible",
    "Renaming",
    "Uses",
    "as_lines",
    "find_thing",
    "first_files",
    "for_properdocs",
    "new_entries",
    "new_entry",
    "new_file",
    "rename_thing",
    "spoken_language",
    "uses",
    "with_plugin",
]
