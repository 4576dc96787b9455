"""Plan the inbox of a source: notes that only people can sort, in a file that is no journey."""

import os

from journeybook.edits import TextChange
from journeybook.importing.brought_in import BroughtIn, Note, Telling
from journeybook.importing.joining.plainly import text_of_others
from journeybook.importing.source_names import bare_stem
from journeybook.load import Folder
from journeybook.messages import N_
from journeybook.model import slug
from journeybook.regular import lies_in, text_if_regular

INBOX_FOLDER = "_inbox"
_WRITTEN = N_("Notes to sort lie in %(path)s.")
_CHANGED = N_("%(path)s was changed since by people, and stays. Move it to bring the notes in anew.")
_LARGEST = 8 * 1024 * 1024


def inbox_path(source: str) -> str:
    """The path of the inbox of a source, below the journeys folder."""
    return f"{INBOX_FOLDER}/{slug(bare_stem(source), fallback='notes')}.md"


def inbox_change(folder: Folder, source: BroughtIn) -> tuple[TextChange | None, Note] | None:
    """The change of the inbox with what is told of it; nothing for a source without notes to sort."""
    text = text_of_others(source.inbox)
    if not text:
        return None
    inside = inbox_path(source.source)
    path, file = f"{folder.label}/{inside}", folder.root / inside
    written = f"{text}\n"
    if not os.path.lexists(file) and lies_in(file, folder.root):
        return TextChange(path=path, before=None, after=written), _note(Telling.TAKEN, _WRITTEN, path)
    is_same = lies_in(file, folder.root) and text_if_regular(file, _LARGEST) == written
    return None, _note(Telling.TAKEN, _WRITTEN, path) if is_same else _note(Telling.LEFT, _CHANGED, path)


def _note(telling: Telling, message: str, path: str) -> Note:
    return Note(telling=telling, address="", message=message, values={"path": path})
