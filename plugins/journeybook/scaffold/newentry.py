"""Add an entry to a list of handbook.yml: a stage, a channel, a team and the like, with its id and title."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from journeybook.catalogue import Catalogue
from journeybook.edits import Edit, TextChange, apply
from journeybook.frontmatter import Header, Refused, decode, read_yaml, yaml_text
from journeybook.kinds import IN_HANDBOOK, ThingKind
from journeybook.load import raw_of
from journeybook.model import Stage, slug
from journeybook.model.handbook import default_stages
from journeybook.scaffold.insertion import insertion, last_line
from journeybook.scaffold.newfile import NotPossible

LISTED = tuple(kind for kind in IN_HANDBOOK if kind not in {ThingKind.TERM, ThingKind.LANE})
"""The kinds of which an entry can be begun by a title; terms and lanes say nothing without more."""

ASSUMED: Mapping[ThingKind, Mapping[str, str]] = {
    ThingKind.CHANNEL: {"setting": "both"},
    ThingKind.METRIC: {"unit": "count", "direction": "up"},
}
"""The fields that an entry must have beside its id and title, filled with a guess."""
_FILE = "handbook.yml"

_Fields = Mapping[str, Any]


def new_entry(kind: ThingKind, title: str, catalogue: Catalogue) -> TextChange:
    """The change of handbook.yml that adds an entry at the end of its list; what stands there stays."""
    title = " ".join(title.split())
    if not title:
        raise NotPossible("The title is empty.")
    name = slug(title, fallback=kind)
    _refuse_known(kind, name, catalogue)
    return new_entries([(kind, {"id": name, "title": title, **ASSUMED.get(kind, {})})], catalogue)


def new_entries(
    entries: Iterable[tuple[ThingKind, _Fields]], catalogue: Catalogue, *, keeps_stages: bool = True
) -> TextChange:
    """The change of handbook.yml that adds entries, each at the end of its list; what stands there stays.

    Entries of one kind that follow each other are added at once, so that many take no longer than one.
    Stages that nobody has written are written with a first one, unless they are not to be kept.
    """
    folder = catalogue.folder
    path = f"{folder.label}/{_FILE}"
    document = folder.handbook
    raw = raw_of(folder, document) if document else b""
    text = raw.decode("utf-8", "replace")
    header = _header(text.encode(), path)
    for kind, group in groupby(entries, key=itemgetter(0)):
        added = [fields for _, fields in group]
        stages = default_stages() if keeps_stages and kind is ThingKind.STAGE else ()
        edit = _edit(header, path, kind, added, stages) if text else None
        text = apply(text, [edit]) if edit else _new_list(kind, added, stages)
        header = _without_other_effects(text, header.data or {}, kind, added)
    end = "" if document or text.endswith("\n") else "\n"
    return TextChange(path=path, before=raw.decode("utf-8") if document else None, after=text + end)


def _refuse_known(kind: ThingKind, name: str, catalogue: Catalogue) -> None:
    known: Mapping[str, Any] = getattr(catalogue, kind.row.plural)
    if name in known:
        raise NotPossible(f"There is a {kind.words} '{name}' already.")


def _header(raw: bytes, path: str) -> Header:
    try:
        header = read_yaml(decode(raw))
    except Refused as refused:
        raise NotPossible(f"{path}:{refused.line}:{refused.column}: {refused.message}") from refused
    if header.data is not None and not isinstance(header.data, dict):
        raise NotPossible(f"'{path}' holds no keys and values. See what is wrong: journeybook check")
    return header


def _new_list(kind: ThingKind, added: Sequence[_Fields], stages: Iterable[Stage]) -> str:
    """A list that is not there yet; stages that nobody has written are written now, or they would go."""
    entries = [*({"id": stage.id, "title": stage.title} for stage in stages), *added]
    return f"{kind.row.plural}:\n{_entries(entries, '  ')}"


def _entries(entries: Iterable[_Fields], indentation: str) -> str:
    return "".join(_entry(entry, indentation) for entry in entries)


def _entry(fields: _Fields, indentation: str) -> str:
    lines = yaml_text(fields).splitlines()
    return "".join(f"{indentation}{'  ' if number else '- '}{line}\n" for number, line in enumerate(lines))


def _edit(
    header: Header, path: str, kind: ThingKind, added: Sequence[_Fields], stages: Iterable[Stage]
) -> Edit:
    """The insertion behind the last entry, below an empty key, or at the end of the file."""
    key, lines = kind.row.plural, header.text.split("\n")
    entries = (header.data or {}).get(key)
    place = header.places.key((key,))
    if place is None:
        return insertion(path, lines, len(lines), f"\n{_new_list(kind, added, stages)}")
    if not isinstance(entries, list):
        return insertion(path, lines, place[0], _entries(added, "  "))
    line, column = header.places.value((key, len(entries) - 1)) or place
    indentation, dash, _ = lines[line - 1][: column - 1].partition("-")
    if not dash or indentation.strip():
        raise _by_hand(kind, added)
    return insertion(path, lines, last_line(lines, line, len(indentation)), _entries(added, indentation))


def _without_other_effects(
    text: str, before: Mapping[str, Any], kind: ThingKind, added: Sequence[_Fields]
) -> Header:
    """The file as it is read then, if it has those entries more and nothing else, however it is written."""
    key = kind.row.plural
    try:
        header = read_yaml(decode(text.encode()))
    except Refused as refused:
        raise _by_hand(kind, added) from refused
    after = header.data
    there, now = list(before.get(key) or ()), list(after.get(key) or ())
    is_there_still = now[: len(there)] == there and (not there or len(now) == len(there) + len(added))
    others = {name: value for name, value in after.items() if name != key}
    is_more = now[-len(added) :] == [dict(fields) for fields in added] and is_there_still
    if not is_more or others != {name: value for name, value in before.items() if name != key}:
        raise _by_hand(kind, added)
    return header


def _by_hand(kind: ThingKind, added: Sequence[_Fields]) -> NotPossible:
    lines = "".join(line for fields in added for line in _lines(fields))
    return NotPossible(f"'{_FILE}' is written in an unusual way. Add this to '{kind.row.plural}':{lines}")


def _lines(fields: _Fields) -> Iterator[str]:
    yield from (f"\n  {line}" for line in _entry(fields, "").splitlines())
