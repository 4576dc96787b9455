"""Put a whole handbook into plain data: everything that authors write, in the order in which it is read.

Each thing has its id, the file that it stands in, the fields of its header, and the text below. The same
files give the same data: nothing in it tells when or where it was made.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from journeybook.kinds import IN_FILES, ThingKind
from journeybook.load import Document, Folder, read_folder
from journeybook.model import SCOPES, Value
from journeybook.notation.plain import Plain, plain_record
from journeybook.notation.values import plain_number

Translated = Mapping[str, Mapping[str, Document]]
"""The documents that are read in another language, by language and by the path of the original."""

NOT_TRANSLATED: Translated = MappingProxyType({})


def read_translations(folder: Folder) -> Translated:
    """Read a handbook in each of the languages that some of its files have been translated into."""
    return {language: _in_language(folder, language) for language in sorted(folder.languages)}


def _in_language(folder: Folder, language: str) -> Mapping[str, Document]:
    read = read_folder(folder.root, folder.label, folder, language=language)
    return {document.inside: document for document in read.documents if document.translation}


def plain_handbook(folder: Folder, translated: Translated = NOT_TRANSLATED) -> Plain:
    """Return everything that authors wrote in a handbook whose files are all readable."""
    shared = folder.handbook
    return {
        "handbook": _thing(shared, translated) if shared else None,
        **{kind.row.plural: _things(folder.of_kind(kind), translated) for kind in IN_FILES},
        "values": [_file_of_values(file) for file in folder.of_kind(ThingKind.VALUES) if file.values],
        "assets": sorted(folder.published),
    }


def _things(documents: Iterable[Document], translated: Translated) -> list[Plain]:
    return [_thing(document, translated) for document in documents]


def _thing(document: Document, translated: Translated) -> Plain:
    """A file with a header, and the files that say the same in other languages."""
    others = {
        language: _written(documents[document.inside])
        for language, documents in translated.items()
        if document.inside in documents
    }
    own_id = {"id": document.id} if document.id else {}
    return own_id | _written(document) | ({"translations": others} if others else {})


def _written(document: Document) -> Plain:
    header = document.header.data or {}
    body = {} if document.kind is ThingKind.HANDBOOK else {"body": document.body}
    record = plain_record(document.record, header) if document.record else {}
    return {"file": document.file, "header": record, **body}


def _file_of_values(document: Document) -> Plain:
    return {"file": document.file, "rows": [plain_measurement(value) for _, value in document.values]}


def plain_measurement(value: Value) -> Plain:
    """Return a row of a file of values: the month or the day, the metric, its value, and what it is for."""
    scopes: Mapping[str, Any] = {scope: getattr(value, scope) for scope in SCOPES}
    return {
        "date": f"{value.date:%Y-%m}" if value.by_month else value.date.isoformat(),
        "metric": value.metric,
        "value": plain_number(value.value),
        **({"is_percentage": True} if value.is_percentage else {}),
        **{scope: name for scope, name in scopes.items() if name is not None},
        **({} if value.n is None else {"n": value.n}),
    }
