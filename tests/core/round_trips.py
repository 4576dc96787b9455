"""The facts of a handbook that must be the same when it has been exported and brought in again."""

from pathlib import Path
from typing import Any

from journeybook.exports.handbook import plain_handbook, read_translations
from journeybook.load import Folder, read_folder
from journeybook.load.disk import DiskFiles


def facts(journeys: Path) -> dict[str, Any]:
    """Everything that authors wrote: records, narratives and values of each file, in all languages."""
    folder = read_folder(journeys, "journeys")
    read = {"": folder} | {
        language: read_folder(journeys, "journeys", language=language) for language in folder.languages
    }
    return {
        "data": plain_handbook(folder, read_translations(folder)),
        "files": {language: _documents(each) for language, each in read.items()},
        "problems": [str(finding) for each in read.values() for finding in each.findings],
    }


def _documents(folder: Folder) -> dict[str, Any]:
    return {
        document.file: (
            document.kind,
            document.id,
            document.record,
            document.body,
            [value for _, value in document.values],
            [str(finding) for finding in document.findings],
        )
        for document in folder.documents
    }


def with_assets(journeys: Path, copy: Path) -> None:
    """Lay the pictures of a handbook beside its copy, which no workbook and no JSON holds."""
    source = DiskFiles(journeys)
    for path in read_folder(journeys, "journeys").assets:
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / path).write_bytes(source.read(path))
