"""Plan which files of an export are written: all that are not there, and none that is."""

import os
from collections.abc import Iterator

from journeybook.edits import TextChange
from journeybook.importing.brought_in import BroughtIn, Note, Telling
from journeybook.importing.exported.files import exact_files
from journeybook.load import Folder
from journeybook.messages import N_

_WRITTEN = N_("%(path)s is as it was exported.")
_THERE = N_("%(path)s is there already, and stays as it is.")


def exact_changes(folder: Folder, found: BroughtIn) -> Iterator[tuple[TextChange | None, Note]]:
    """Yield for each file of an export its change, or none where one lies there, and what the report says."""
    for inside, text in exact_files(found).items():
        path = f"{folder.label}/{inside}"
        is_there = os.path.lexists(folder.root / inside)
        change = None if is_there else TextChange(path=path, before=None, after=text)
        telling, message = (Telling.LEFT, _THERE) if is_there else (Telling.TAKEN, _WRITTEN)
        yield change, Note(telling=telling, address="", message=message, values={"path": path})
