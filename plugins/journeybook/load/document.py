"""One file: what was read from it, and where each value of it stands."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from journeybook.findings import Finding, Place
from journeybook.frontmatter import Header, Path, Refused, decode, read_yaml, split
from journeybook.links import Link, find_links
from journeybook.model import Problem, Record, Value, is_id, read_record, slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file of the journeys folder."""

    path: str
    """As a reader of messages would type it."""
    inside: str
    """The path below the journeys folder."""
    kind: str
    """`journey`, `persona`, `touchpoint`, `handbook` or `values`."""
    id: str
    """The id of what the file describes; empty where it has none."""
    record: Record | None = None
    """What the header says, unless something is wrong with it."""
    body: str = ""
    """The Markdown below the header."""
    body_line: int = 1
    header: Header = field(default_factory=Header)
    links: tuple[Link, ...] = ()
    """The [[kind:id]] links of the body."""
    values: tuple[tuple[int, Value], ...] = ()
    """The rows of a CSV file, each with its line."""
    findings: tuple[Finding, ...] = ()
    """What was wrong with the file itself."""
    digest: str = ""
    """A hash of the file's bytes."""

    def place(self, path: Path, *, at_key: bool = False) -> Place:
        """Where a value, or its key, was typed; the nearest group around it where it was not."""
        positions = self.header.keys if at_key else self.header.values
        for end in range(len(path), -1, -1):
            found = positions.get(path[:end]) or self.header.values.get(path[:end])
            if found:
                return Place(path=self.path, line=found[0], column=found[1])
        return Place(path=self.path)

    def finding(self, path: Path, rule: str, message: str, *, at_key: bool = False) -> Finding:
        """Make a finding about a value of the header."""
        return Finding(place=self.place(self._spelled(path), at_key=at_key), rule=rule, message=message)

    def _spelled(self, path: Path) -> Path:
        """The path with its first key as the author spelled it."""
        spellings = self.record.spellings if self.record else {"personas": "persona"}
        if path and (path[0],) not in self.header.keys and path[0] in spellings:
            return (spellings[str(path[0])], *path[1:])
        return path


def read_document(path: str, inside: str, kind: str, model: type[Record], raw: bytes) -> Document:
    """Read a Markdown or YAML file; whatever is wrong becomes findings of the document."""
    stem = inside.rpartition("/")[2].rpartition(".")[0]
    empty = Document(path=path, inside=inside, kind=kind, id=stem, digest=digest(raw))
    try:
        return _read(empty, model, decode(raw))
    except Refused as refused:
        return _with_findings(empty, [from_refused(path, refused)])


def digest(raw: bytes) -> str:
    """Hash a file's bytes."""
    return hashlib.blake2b(raw, digest_size=12).hexdigest()


def from_refused(path: str, refused: Refused) -> Finding:
    """Make a finding of what could not be read."""
    place = Place(path=path, line=refused.line, column=refused.column)
    return Finding(place=place, rule=refused.rule, message=refused.message)


def _with_findings(document: Document, findings: Iterable[Finding], **changes: object) -> Document:
    return replace(document, findings=(*document.findings, *findings), **changes)  # type: ignore[arg-type]


def _read(empty: Document, model: type[Record], text: str) -> Document:
    if empty.kind == "handbook":
        header, body, body_line = read_yaml(text), "", 1
    else:
        parts = split(text)
        header, body, body_line = read_yaml(parts.header, parts.header_line), parts.body, parts.body_line
    data = {} if header.data is None else header.data
    document = _with_findings(
        empty,
        [from_refused(empty.path, refused) for refused in header.refused],
        header=header,
        body=body,
        body_line=body_line,
        links=tuple(find_links(body, body_line)),
    )
    return _with_record(document, read_record(model, data))


def _with_record(document: Document, result: Record | tuple[Problem, ...]) -> Document:
    if isinstance(result, tuple):
        findings = [_from_problem(document, problem) for problem in result]
        return _with_findings(document, findings, id=_written_id(document) or document.id)
    if document.kind == "handbook":
        return _with_findings(document, (), record=result)
    written = getattr(result, "id", None)
    named = _with_findings(document, (), record=result, id=written or document.id)
    return _with_findings(named, [] if written else _stem_problems(named))


def _written_id(document: Document) -> str:
    """The id of a document whose record is wrong elsewhere, so that references to it are no problem of their own."""
    data = document.header.data
    written = data.get("id") if isinstance(data, dict) else None
    return written if isinstance(written, str) and is_id(written) else ""


def _from_problem(document: Document, problem: Problem) -> Finding:
    return document.finding(problem.path, problem.rule, problem.message, at_key=problem.at_key)


def _stem_problems(document: Document) -> Iterator[Finding]:
    """A file's name is the id, so it must look like one."""
    if not is_id(document.id):
        suggestion = slug(document.id, fallback="journey")
        message = (
            f"The file's name '{document.id}' is no id of small letters a-z, digits and single dashes. "
            f"Rename the file to '{suggestion}.md', or write 'id: {suggestion}' into the header."
        )
        yield Finding(place=Place(path=document.path), rule="invalid-id", message=message)
