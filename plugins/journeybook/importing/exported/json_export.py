"""Read a handbook that was exported as JSON: exactly what was written, or a sentence on what is wrong."""

import re
from collections.abc import Container, Iterator, Mapping
from typing import Any, Never

from journeybook.findings import quoted
from journeybook.frontmatter import Refused
from journeybook.importing.brought_in import BroughtIn, Draft, KeyPath, MeasuredRow, Note, Telling
from journeybook.importing.exported.files import HANDBOOK, exact_files
from journeybook.importing.exported.json_places import address_in
from journeybook.importing.exported.written import as_typed, as_written
from journeybook.importing.json_text import read_json
from journeybook.kinds import IN_FILES, ThingKind
from journeybook.load import kind_of, read_content
from journeybook.load.document import MODELS
from journeybook.messages import N_
from journeybook.model import SCOPES, read_record
from journeybook.schema.exported import FORMAT, VERSION
from journeybook.workbooks import NotReadable

_NOT_READ = frozenset({"format", "version", "assets", "computed", "$schema"})
"""Keys of an export that say nothing that a file of the handbook says."""
_HANDBOOKS = re.compile(r"handbook(\.[A-Za-z-]+)?\.yml")
_ASSETS = N_(
    "Pictures and documents lie beside an export, in its folder assets. Copy them into the journeys folder."
)
_FIELDS = frozenset({"id", "file", "header", "body", "translations"})
_COLUMNS = ("date", "metric", "value", *SCOPES, "n")


def read_json_export(source: str, text: str) -> BroughtIn | None:
    """Read an export, or a part of one; nothing of a text that is none."""
    if not text.lstrip().startswith("{") or f'"{FORMAT}"' not in text:
        return None
    data = _parsed(source, text)
    if data.get("format") != FORMAT:
        return None
    return _Reader(source, text).read(data)


def _parsed(source: str, text: str) -> Any:
    try:
        return read_json(text)
    except NotReadable as error:
        raise NotReadable(f"'{source}': {error}") from error


class _Reader:
    """Reads one document, and knows where each value stands."""

    def __init__(self, source: str, text: str) -> None:
        self._source = source
        self._text = text

    def read(self, data: Mapping[str, Any]) -> BroughtIn:
        """Read everything, or refuse it whole."""
        self._refuse_newer(data.get("version"))
        plural = {kind.row.plural: kind for kind in IN_FILES}
        unknown = data.keys() - {*_NOT_READ, *plural, "handbook", "values"}
        for key in sorted(unknown):
            self._refuse((key,), f"{quoted(key)} is no part of an export.")
        shared = data.get("handbook")
        handbooks = list(self._things(ThingKind.HANDBOOK, shared, ("handbook",))) if shared else []
        drafts = [
            draft
            for key, kind in plural.items()
            for number, thing in enumerate(self._list(data.get(key, []), (key,)))
            for draft in self._things(kind, thing, (key, number))
        ]
        found = BroughtIn(
            source=self._source,
            handbook=handbooks[0].header if handbooks else None,
            drafts=(*handbooks[1:], *drafts),
            values=tuple(self._rows(data.get("values", []))),
            notes=_told_of_assets(data.get("assets")),
        )
        self._refuse_unreadable(found)
        return found

    def _refuse_unreadable(self, found: BroughtIn) -> None:
        """Refuse what could be written and not be read again, such as a text with control characters."""
        try:
            files = exact_files(found)
        except Refused as refused:
            raise NotReadable(f"'{self._source}': {refused.message}") from refused
        for path, text in files.items():
            inside = _original(path, files)
            kind = kind_of(inside)
            raw = text.encode("utf-8", "surrogatepass")
            wrong = read_content(path, inside, kind, raw).findings if isinstance(kind, ThingKind) else ()
            if wrong:
                raise NotReadable(f"'{self._source}': what it makes of {wrong[0]}")

    def _refuse_newer(self, version: Any) -> None:
        if not isinstance(version, int) or version < 1:
            self._refuse(("version",), f"'version' must be a whole number up to {VERSION}.")
        if version > VERSION:
            message = f"It is of version {version}, and this Journeybook reads versions up to {VERSION}."
            self._refuse(("version",), f"{message} Install a newer one.")

    def _refuse(self, path: KeyPath, message: str) -> Never:
        raise NotReadable(f"'{self._source}', {address_in(self._text, path)}: {message}")

    def _things(self, kind: ThingKind, thing: Any, path: KeyPath) -> Iterator[Draft]:
        """Yield a thing, and the same in other languages."""
        yield self._draft(kind, thing, path)
        translations = thing.get("translations", {})
        if not isinstance(translations, Mapping):
            self._refuse((*path, "translations"), "'translations' must be a group of languages.")
        for language, other in translations.items():
            yield self._draft(kind, other, (*path, "translations", language))

    def _draft(self, kind: ThingKind, thing: Any, path: KeyPath) -> Draft:
        if not isinstance(thing, Mapping):
            self._refuse(path, "A group of keys is expected here.")
        for key in sorted(thing.keys() - _FIELDS):
            self._refuse((*path, key), f"{quoted(key)} is no key of a thing in an export.")
        body = thing.get("body", "")
        if not isinstance(body, str):
            self._refuse((*path, "body"), "'body' must be one text.")
        return Draft(
            kind=kind,
            header=self._header(kind, thing.get("header"), (*path, "header")),
            body=body,
            path=self._file(kind, thing.get("file"), (*path, "file")),
            is_exact=True,
        )

    def _header(self, kind: ThingKind, header: Any, path: KeyPath) -> Mapping[str, Any]:
        if not isinstance(header, Mapping):
            self._refuse(path, "'header' must be a group of keys.")
        typed = as_typed(header)
        record = read_record(MODELS[kind], typed)
        if isinstance(record, tuple):
            self._refuse((*path, *(part for part in record[0].path if part != "*")), record[0].message)
        written: Mapping[str, Any] = as_written(MODELS[kind], typed)
        return written

    def _file(self, kind: ThingKind, file: Any, path: KeyPath) -> str:
        """The path of a file below the journeys folder, where a file of its kind may lie."""
        inside = file if isinstance(file, str) else ""
        parts = inside.split("/")
        is_plain = not any(part in {"", ".", ".."} or part.startswith(".") for part in parts)
        is_safe = is_plain and inside.isprintable() and not set(inside) & set('\\:*?"<>|')
        if not is_safe or kind_of(HANDBOOK if _HANDBOOKS.fullmatch(inside) else inside) != kind:
            words = f"the path of a file below the journeys folder where a {kind.words} lies"
            self._refuse(path, f"'file' must be {words}, not {quoted(str(file))}.")
        return inside

    def _rows(self, files: Any) -> Iterator[MeasuredRow]:
        for number, each in enumerate(self._list(files, ("values",))):
            path: KeyPath = ("values", number)
            if not isinstance(each, Mapping):
                self._refuse(path, "A group of keys is expected here.")
            file = self._file(ThingKind.VALUES, each.get("file"), (*path, "file"))
            for at, row in enumerate(self._list(each.get("rows"), (*path, "rows"))):
                yield self._row(file, row, (*path, "rows", at))

    def _row(self, file: str, row: Any, path: KeyPath) -> MeasuredRow:
        if not isinstance(row, Mapping):
            self._refuse(path, "A group of keys is expected here.")
        for key in sorted(row.keys() - {*_COLUMNS, "is_percentage"}):
            self._refuse((*path, key), f"{quoted(key)} is no column of values.")
        typed = as_typed(row)
        for key, cell in typed.items():
            if not isinstance(cell, str):
                self._refuse((*path, key), f"{quoted(key)} must be one value.")
        sign = "%" if typed.get("is_percentage") == "true" else ""
        columns = {name: typed[name] for name in _COLUMNS if name in typed}
        columns["value"] = f"{columns.get('value', '')}{sign}"
        return MeasuredRow(columns=columns, address="", path=file)

    def _list(self, value: Any, path: KeyPath) -> list[Any]:
        if not isinstance(value, list):
            self._refuse(path, "A list is expected here.")
        return value


def _told_of_assets(paths: Any) -> tuple[Note, ...]:
    return (Note(telling=Telling.LEFT, address="assets", message=_ASSETS),) if paths else ()


def _original(inside: str, files: Container[str]) -> str:
    """The path of the file that a file says in another language, or its own."""
    stem, *others = inside.rsplit(".", 2)
    original = f"{stem}.{others[-1]}" if others else inside
    return original if original in files else inside
