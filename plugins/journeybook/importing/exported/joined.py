"""Join what came back of a file to what the file says now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.importing.brought_in import Draft, Exported, KeyPath
from journeybook.importing.exported.merging import NAMES, Clash, Merger
from journeybook.importing.exported.rewriting import Rewriter
from journeybook.importing.exported.written import as_typed, as_written
from journeybook.importing.files import file_text, handbook_text
from journeybook.importing.origins import origin_of
from journeybook.kinds import ThingKind
from journeybook.load import Document, Folder, raw_of, read_content
from journeybook.load.document import MODELS
from journeybook.model import read_record
from journeybook.notation.plain import Plain, plain_record
from journeybook.notation.sections import joined_sections, narrative_sections

_MOST_TOLD = 60
_BODY = "body"
"""Stands for the narrative in a path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldClash:
    """A value that was changed on both sides."""

    address: str
    """The cell that came back."""
    place: str
    """The file, line and column."""
    here: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedFile:
    """A file before and after."""

    before: str
    after: str
    clashes: tuple[ToldClash, ...]


def join_file(folder: Folder, document: Document, draft: Draft) -> JoinedFile:
    """Take what came back changed into a file that may have changed as well since it was exported."""
    before = draft.before or Exported(header={})
    raw = raw_of(folder, document).decode("utf-8")
    text = raw.replace("\r\n", "\n")
    now, here = _plain_draft(draft), _plain(document)
    merger = Merger()
    header = merger.merge(dict(before.header), now, here, Clash((), ()))
    body = _body(before.body, draft.body, document.body, merger)
    states = (
        now | {_BODY: narrative_sections(draft.body)},
        here | {_BODY: narrative_sections(document.body)},
    )
    after = _header_text(text, document, here, header) if header != here else text
    if body is not None:
        after = after.removesuffix(_behind_header(text, document)) + body
    return JoinedFile(
        before=raw,
        after=after.replace("\n", "\r\n") if "\r\n" in raw else after,
        clashes=tuple(_told(clash, document, draft, states) for clash in merger.clashes),
    )


def says_the_same(document: Document, draft: Draft) -> bool:
    """Whether a file says what an export says of it, however it is written."""
    bodies = [narrative_sections(each.body) for each in (draft, document)]
    return document.record is not None and _plain_draft(draft) == _plain(document) and bodies[0] == bodies[1]


def _plain(document: Document) -> Plain:
    return plain_record(document.record, document.header.data or {}) if document.record else {}


def _plain_draft(draft: Draft) -> Plain:
    typed = as_typed(draft.header)
    record = read_record(MODELS[draft.kind], typed)
    return {} if isinstance(record, tuple) else plain_record(record, typed)


def _behind_header(text: str, document: Document) -> str:
    return "\n".join(text.split("\n")[document.body_line - 1 :])


def _body(before: str, now: str, here: str, merger: Merger) -> str | None:
    """The narrative as it shall be; nothing where it stays."""
    old, new, there = (narrative_sections(each) for each in (before, now, here))
    found = merger.merge(old, new, there, Clash((_BODY,), (_BODY,)))
    return f"\n{joined_sections(found)}\n" if found != there else None


def _header_text(text: str, document: Document, here: Plain, wanted: Plain) -> str:
    """The file with another header, line by line; written anew where that says something else."""
    is_shared = document.kind is ThingKind.HANDBOOK
    end = len(text.rstrip("\n").split("\n")) + 1 if is_shared else document.body_line - 1
    record = MODELS[document.kind]
    made = Rewriter(text, document.header).rewritten(record, here, wanted, end)
    if _says(made, document) == wanted:
        return made
    whole = as_written(record, as_typed(wanted))
    return (
        handbook_text(whole)
        if is_shared
        else file_text(document.kind, whole) + _behind_header(text, document)
    )


def _says(text: str, document: Document) -> Plain | None:
    read = read_content(document.path, document.inside, document.kind, text.encode())
    return _plain(read) if read.record else None


def _told(clash: Clash, document: Document, draft: Draft, states: tuple[Plain, Plain]) -> ToldClash:
    line = f"{document.path}:{document.body_line}"
    is_body = clash.here[:1] == (_BODY,)
    return ToldClash(
        address=origin_of(clash.came_back, draft.origins),
        place=line if is_body else str(document.place(clash.here)),
        here=_short(states[1], clash.here),
        now=_short(states[0], clash.came_back),
    )


def _short(data: Any, path: KeyPath) -> str:
    """Return in a few words what stands at a path; nothing where there is nothing."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return ""
    if isinstance(data, Mapping):
        data = next((data[name] for name in NAMES if name in data), data)
    text = " ".join(str(data).split())
    return text if len(text) <= _MOST_TOLD else f"{text[:_MOST_TOLD]}…"
