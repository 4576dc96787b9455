"""Workbooks for tests, and what they say when they are read again."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from journeybook import project
from journeybook.exports.handbook import plain_handbook, read_translations
from journeybook.exports.workbook import Content, workbook
from journeybook.importing.brought_in import BroughtIn
from journeybook.importing.exported.written import as_typed
from journeybook.importing.workbook import read_edited
from journeybook.kinds import ThingKind
from journeybook.language import language
from journeybook.load.document import MODELS
from journeybook.model import read_record
from journeybook.notation.plain import plain_record
from journeybook.pages import default_titles
from journeybook.pages.wording.sheets import sheet_words
from journeybook.workbooks import read_book


def content(root: Path, code: str = "de") -> Content:
    """The content of the workbook of a handbook."""
    spoken = language(code)
    read = project.read(root, "journeys", default_titles=default_titles(spoken))
    return Content(
        plain=plain_handbook(read.folder, read_translations(read.folder)),
        titles={
            kind: {name: thing.title for name, thing in things.items()}
            for kind, things in read.catalogue.tables.items()
        },
        words=sheet_words(spoken),
        speak=spoken.text,
    )


def read_again(of: Content, file: Path) -> BroughtIn:
    """What a workbook says, from a file that it is written to."""
    file.write_bytes(workbook(of))
    found = read_edited(read_book(file))
    assert found
    return found


def said(of: Content) -> dict[str, Any]:
    """What a handbook says: headers and texts by file, and its values."""
    files = {
        file["file"]: (filled(file["header"]), file.get("body", "").strip())
        for kind, file in of.everything()
        if kind != ThingKind.HANDBOOK
    }
    shared: dict[str, Any] = next((filled(file["header"]) for file in of.handbooks), {})
    rows = [(file["file"], _measured(row)) for file in of.plain["values"] for row in file["rows"]]
    return {"files": files, "handbook": shared, "values": rows}


def _measured(row: Mapping[str, Any]) -> dict[str, str]:
    sign = "%" if row.get("is_percentage") else ""
    texts = {name: as_typed(value) for name, value in row.items() if name != "is_percentage"}
    return texts | {"value": f"{texts['value']}{sign}"}


def brought(found: BroughtIn) -> dict[str, Any]:
    """The same of what a workbook says."""
    files = {draft.path: (plain(draft.kind, draft.header), draft.body.strip()) for draft in found.drafts}
    shared = plain(ThingKind.HANDBOOK, found.handbook) if found.handbook else {}
    return {
        "files": files,
        "handbook": shared,
        "values": [(row.path, dict(row.columns)) for row in found.values],
    }


def plain(kind: ThingKind, header: Mapping[str, Any]) -> Any:
    """A header as plain data."""
    record = read_record(MODELS[kind], header)
    assert not isinstance(record, tuple)
    return filled(plain_record(record, header))


def filled(value: Any) -> Any:
    """A value without the lists and groups that say nothing, but for those of handbook.yml."""
    if isinstance(value, Mapping):
        return {
            name: filled(inner) for name, inner in value.items() if inner not in ([], {}) or name == "stages"
        }
    return [filled(inner) for inner in value] if isinstance(value, list) else value
