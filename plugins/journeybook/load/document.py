"""A file as it was read, with the place of each of its values."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from journeybook.characters import without_hidden
from journeybook.findings import Finding, Place, quoted
from journeybook.frontmatter import (
    MAX_HEADER,
    Header,
    Path,
    Refused,
    decode,
    read_yaml,
    refuse_conflict,
    split,
)
from journeybook.kinds import IN_FILES, ThingKind
from journeybook.links import Link, find_links
from journeybook.load.density import overload
from journeybook.load.header_links import links_of_header
from journeybook.load.placement import Placement, placed, say_where
from journeybook.load.sheets.rows import MeasuredColumn
from journeybook.load.sheets.table import Table
from journeybook.model import (
    Handbook,
    Journey,
    Persona,
    Problem,
    Record,
    Touchpoint,
    Use,
    Value,
    is_id,
    read_record,
    references,
    slug,
)
from journeybook.model.slugs import LONGEST_ID

MODELS: dict[ThingKind, type[Record]] = {
    ThingKind.JOURNEY: Journey,
    ThingKind.PERSONA: Persona,
    ThingKind.TOUCHPOINT: Touchpoint,
    ThingKind.HANDBOOK: Handbook,
}
"""The class that each kind of file is read with."""

_FOLDERS = frozenset(kind.row.folder for kind in IN_FILES)
_ID_LINE = re.compile(r"^id:[ ]*(?P<quote>['\"]?)(?P<id>[a-z0-9-]+)(?P=quote)[ ]*(?:#.*)?$", re.MULTILINE)
_MOST = {"<": (50_000, "'<', as HTML and addresses begin with"), "\n": (200_000, "lines")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file of the journeys folder."""

    path: str
    """As a reader of messages would type it."""
    inside: str
    """The path below the journeys folder."""
    kind: ThingKind
    """What it describes: a thing of its own, the handbook, or values."""
    id: str
    """The id of what the file describes; empty where it has none."""
    other_ids: frozenset[str] = frozenset()
    """What else the id may be, of a file that cannot be read."""
    record: Record | None = None
    """What the header says, unless something is wrong with it."""
    body: str = ""
    """The Markdown below the header."""
    body_line: int = 1
    is_overloaded: bool = False
    """Whether the body is more than Markdown can read, so that nothing is made of it."""
    header: Header = field(default_factory=Header)
    links: tuple[Link, ...] = ()
    """The [[kind:id]] links of the body, then those of the header's texts."""
    uses: tuple[Use, ...] = ()
    """The places of the header that name another thing."""
    values: tuple[tuple[int, Value], ...] = ()
    """The rows of a CSV file, each with its line."""
    export: Table | None = None
    """The table of a CSV file whose columns, and not its rows, say what was measured."""
    export_read: tuple[MeasuredColumn, ...] | None = None
    """The columns of it that are read."""
    findings: tuple[Finding, ...] = ()
    """What was wrong with the file itself."""
    hints: tuple[Finding, ...] = ()
    """What is worth knowing of how it was read."""
    digest: str = ""
    """A hash of the file's bytes."""
    translation: str = ""
    """The path of the translated file that was read in its place, if there is one."""

    @property
    def file(self) -> str:
        """The path, below the journeys folder, of the file that was read."""
        return self.translation or self.inside

    @property
    def links_below(self) -> tuple[Link, ...]:
        """The links of the body."""
        return tuple(link for link in self.links if not link.at)

    @property
    def links_in_header(self) -> tuple[Link, ...]:
        """The links of the header's texts."""
        return tuple(link for link in self.links if link.at)

    def place(self, path: Path, *, at_key: bool = False) -> Place:
        """The place of a value or of its key; the nearest group around it where it was not typed."""
        typed = self.typed(path)
        places = self.header.places
        line, column = (places.key(typed) if at_key else None) or places.value(typed) or (1, 1)
        return Place(path=self.path, line=line, column=column)

    def typed(self, path: Path) -> Path:
        """The path as far as it was typed; a single value stands for a list of one."""
        return self.header.places.typed(path)

    def finding(self, path: Path, rule: str, message: str, *, at_key: bool = False) -> Finding:
        """Make a finding about a value of the header."""
        return Finding(place=self.place(path, at_key=at_key), rule=rule, message=message, at=path)


def empty_document(path: str, inside: str, kind: ThingKind, *, raw: bytes = b"") -> Document:
    """Make the document of a file of which nothing but its name is known."""
    stem = inside.rpartition("/")[2].rpartition(".")[0] if kind in IN_FILES else ""
    # a name that is no UTF-8 would end whoever makes an address of it
    own = without_hidden(stem, "\N{REPLACEMENT CHARACTER}")
    return Document(path=path, inside=inside, kind=kind, id=own, digest=file_digest(raw))


def read_document(path: str, inside: str, kind: ThingKind, raw: bytes) -> Document:
    """Read a Markdown or YAML file; whatever is wrong becomes findings of the document."""
    empty = empty_document(path, inside, kind, raw=raw)
    try:
        return _read(empty, decode(raw))
    except Refused as refused:
        own_id, *others = [*_ids_of_unread(raw), empty.id] if kind in IN_FILES else [empty.id]
        findings = (from_refused(path, refused),)
        return replace(empty, id=own_id, other_ids=frozenset(others), findings=findings)


def id_in(raw: bytes) -> str | None:
    """The id in a header, if one is written there, without reading the rest of it."""
    return next(_ids_of_unread(raw), None)


def _ids_of_unread(raw: bytes) -> Iterator[str]:
    """The ids in a header that cannot be read, two of them where versions disagree.

    References to what cannot be read are not problems too.
    """
    text = raw[:MAX_HEADER].decode("utf-8", "replace").replace("\r\n", "\n")
    return (found["id"] for found in _ID_LINE.finditer(text) if is_id(found["id"]))


def file_digest(raw: bytes) -> str:
    """Hash a file's bytes."""
    return hashlib.blake2b(raw, digest_size=12).hexdigest()


def from_refused(path: str, refused: Refused) -> Finding:
    """Make a finding of what could not be read."""
    place = Place(path=path, line=refused.line, column=refused.column)
    return Finding(place=place, rule=refused.rule, message=refused.message)


def _read(empty: Document, text: str) -> Document:
    refuse_conflict(text)
    if empty.kind is ThingKind.HANDBOOK:
        header, body, body_line = read_yaml(text), "", 1
    else:
        parts = split(text)
        header, body, body_line = read_yaml(parts.header, parts.header_line), parts.body, parts.body_line
        _refuse_many(body, body_line)
    too_much = tuple(_too_much(body, body_line))
    document = replace(
        empty,
        header=header,
        body=body,
        is_overloaded=bool(too_much),
        body_line=body_line,
        links=(*find_links(body, body_line), *links_of_header(header, MODELS[empty.kind])),
        findings=tuple(from_refused(empty.path, refused) for refused in (*header.refused, *too_much)),
    )
    return _with_record(document, {} if header.data is None else header.data)


def _refuse_many(body: str, first_line: int) -> None:
    """Refuse a text of more tags or lines than people write: each costs whoever looks what is wrong there."""
    for sign, (most, said) in _MOST.items():
        if body.count(sign) > most:
            at = len(body) - len(body.split(sign, most + 1)[-1]) - 1
            line, column = first_line + body.count("\n", 0, at), at - body.rfind("\n", 0, at)
            raise Refused("file-too-large", f"The text has more than {most:,} {said}.", line, column)


def _too_much(body: str, first_line: int) -> Iterator[Refused]:
    """Say what Markdown cannot read; nothing else is looked for in such a text."""
    found = overload(body)
    if found:
        line, message = found
        yield Refused("overloaded-text", message, first_line + line)


def _with_record(document: Document, data: Any) -> Document:
    placement = placed(document.kind, data, MODELS)
    if placement:
        document = replace(
            document, kind=placement.kind, findings=(*document.findings, *_of(document, placement))
        )
    document = replace(document, id=_written_id(document, data) or document.id)
    result = read_record(MODELS[document.kind], data)
    problems = result if isinstance(result, tuple) else ()
    record = None if isinstance(result, tuple) else result
    findings = (*document.findings, *_from_problems(document, problems), *_stem_problems(document, data))
    uses = references(MODELS[document.kind], data)
    return replace(document, record=record, uses=uses, findings=findings)


def _of(document: Document, placement: Placement) -> Iterator[Finding]:
    """Say that a file lies in the folder of another kind; folders of any other name may hold journeys."""
    if placement.kind is ThingKind.JOURNEY and document.inside.partition("/")[0] not in _FOLDERS:
        return
    message = say_where(document.inside.rpartition("/")[2], placement)
    yield document.finding((placement.fields[0],), "misplaced-file", message, at_key=True)


def _written_id(document: Document, data: Any) -> str:
    """The id in a header, whatever else is wrong with it, so that references to it are not problems too."""
    written = data.get("id") if isinstance(data, dict) and document.kind in IN_FILES else None
    return written if isinstance(written, str) and is_id(written) else ""


def _from_problems(document: Document, problems: Iterable[Problem]) -> Iterator[Finding]:
    for problem in problems:
        yield document.finding(problem.path, problem.rule, problem.message, at_key=problem.at_key)


def _stem_problems(document: Document, data: Any) -> Iterator[Finding]:
    """A file's name is the id where none is written, so it must look like one."""
    has_id = isinstance(data, dict) and data.get("id") is not None
    if document.kind in IN_FILES and not has_id and not is_id(document.id):
        suggestion = slug(document.id, fallback=document.kind)
        size = f"at most {LONGEST_ID} " if len(document.id) > LONGEST_ID else ""
        message = (
            f"The file's name {quoted(document.id)} is no id of {size}small letters a-z, digits and single "
            "dashes. "
            f"Rename the file to '{suggestion}.md', or write 'id: {suggestion}' into the header."
        )
        yield Finding(place=Place(path=document.path), rule="invalid-id", message=message)
