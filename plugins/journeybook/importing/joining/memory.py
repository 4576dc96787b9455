"""Remember what came from a file, so that the file can be brought in again: a small file beside the journeys.

Each source has one of its own below `_imports/`, which no reader of a handbook takes for content. It holds
the headers as they were written, and which names became which ids.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journeybook.edits import TextChange
from journeybook.importing.json_text import read_json
from journeybook.importing.source_names import bare_name
from journeybook.kinds import IN_FILES, ThingKind
from journeybook.model import slug
from journeybook.regular import lies_in, read_regular
from journeybook.scaffold import NotPossible
from journeybook.workbooks import NotReadable

IMPORTS_FOLDER = "_imports"
_LARGEST = 32 * 1024 * 1024
_FORMAT = "journeybook-import"
_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedFile:
    """A file as the last import wrote it, or would have."""

    kind: ThingKind
    own_id: str
    inside: str
    """Its path below the journeys folder, then."""
    sheet: str
    """The part of the source that it came from; empty where that has no parts."""
    header: Mapping[str, Any]
    body: str = ""


@dataclass(kw_only=True)
class SourceMemory:
    """Everything that is remembered of a source."""

    source: str
    """The name of its file."""
    is_new: bool = True
    files: list[RememberedFile] = field(default_factory=list)
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    """The ids that were made for names, by kind and name."""


def memory_path(source: str) -> str:
    """The path of the memory of a source, below the journeys folder."""
    return f"{IMPORTS_FOLDER}/{source_name(source)}.json"


def source_name(source: str) -> str:
    """The name of what is kept of a source: that of its file, whatever folder it lies in."""
    return slug(bare_name(source), fallback="source")


def recall(root: Path, source: str) -> SourceMemory:
    """Read what is remembered of a source; nothing of one that comes for the first time."""
    name = bare_name(source)
    file = root / memory_path(source)
    try:
        if not lies_in(file, root):
            raise NotPossible(f"'{file}' lies outside of the handbook. Remove the link.")
        raw = read_regular(file, _LARGEST)
    except FileNotFoundError:
        return SourceMemory(source=name)
    except OSError as error:
        raise NotPossible(f"'{file}' cannot be read. Check that you may read it.") from error
    try:
        return _read(name, read_json(raw.decode("utf-8")))
    except (NotReadable, UnicodeDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        message = f"'{file}' does not say what an import has written there."
        raise NotPossible(f"{message} Restore it, or delete it to begin anew.") from error


def _read(name: str, data: Any) -> SourceMemory:
    if data["format"] != _FORMAT or data["version"] != _VERSION:
        raise ValueError
    files = [_file(inside, said) for inside, said in data["files"].items()]
    names = {
        str(kind): {str(one): str(own) for one, own in ids.items()} for kind, ids in data["names"].items()
    }
    return SourceMemory(source=name, is_new=False, files=files, names=names)


def _file(inside: str, said: Any) -> RememberedFile:
    kind = ThingKind(said["kind"])
    if kind not in IN_FILES or not isinstance(said["header"], dict):
        raise ValueError
    return RememberedFile(
        kind=kind,
        own_id=str(said["id"]),
        inside=inside,
        sheet=str(said["sheet"]),
        header=said["header"],
        body=str(said["body"]),
    )


def memory_change(root: Path, label: str, memory: SourceMemory) -> TextChange | None:
    """The change of the file that remembers a source; nothing where it says that already."""
    inside = memory_path(memory.source)
    data = {
        "format": _FORMAT,
        "version": _VERSION,
        "source": memory.source,
        "files": {each.inside: _said(each) for each in sorted(memory.files, key=lambda each: each.inside)},
        "names": {kind: dict(sorted(ids.items())) for kind, ids in sorted(memory.names.items()) if ids},
    }
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    file = root / inside
    before = file.read_text(encoding="utf-8") if file.is_file() else None
    return None if text == before else TextChange(path=f"{label}/{inside}", before=before, after=text)


def _said(file: RememberedFile) -> dict[str, Any]:
    return {
        "kind": file.kind.value,
        "id": file.own_id,
        "sheet": file.sheet,
        "header": file.header,
        "body": file.body,
    }


def matching(
    files: Iterable[RememberedFile], kind: ThingKind, title: str, sheet: str
) -> RememberedFile | None:
    """Find what was remembered of the same part of a source: by its title, its sheet, or as the only one."""
    same = [each for each in files if each.kind is kind]
    by_title = [each for each in same if each.header.get("title") == title]
    by_sheet = [each for each in same if sheet and each.sheet == sheet]
    found = (
        [each for each in by_title if each.sheet == sheet]
        or by_title
        or (by_sheet if len(by_sheet) == 1 else [])
    )
    return found[0] if found else None
