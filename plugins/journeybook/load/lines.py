"""Find the lines of files at given places, for messages that show them."""

from collections.abc import Iterable

from journeybook.findings import Place
from journeybook.frontmatter import Refused, decode
from journeybook.kinds import ThingKind
from journeybook.load.document import Document, file_digest
from journeybook.load.folder import Folder
from journeybook.load.sheets.table import MAX_VALUES_BYTES, text_of_values
from journeybook.regular import lies_in, read_regular


def lines_at(folder: Folder, places: Iterable[Place]) -> dict[Place, str]:
    """Return the lines at places, of files that are what they were when they were read.

    A file that could not be opened, or that a link out of the folder leads to, has none.
    """
    documents = {document.path: document for document in folder.documents}
    texts: dict[str, list[str]] = {}
    found = {}
    for place in places:
        if place.path not in texts:
            document = documents.get(place.path)
            texts[place.path] = _lines(folder, document) if document else []
        if place.line <= len(texts[place.path]):
            found[place] = texts[place.path][place.line - 1]
    return found


def raw_of(folder: Folder, document: Document) -> bytes:
    """Read the bytes of a document again."""
    return read_regular(folder.root / document.inside, MAX_VALUES_BYTES)


def _lines(folder: Folder, document: Document) -> list[str]:
    if not document.digest or not lies_in(folder.root / document.inside, folder.root):
        return []
    try:
        raw = raw_of(folder, document)
        text = text_of_values(raw) if document.kind is ThingKind.VALUES else decode(raw)
    except OSError:
        return []
    except Refused:
        text = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n") if file_digest(raw) == document.digest else []
