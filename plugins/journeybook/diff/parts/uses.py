"""Find the places that still use what was removed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from journeybook.diff.change import Subject
from journeybook.diff.states.state import ReadState
from journeybook.findings import Place
from journeybook.kinds import LINKED, ThingKind
from journeybook.load import Document, read_files
from journeybook.model import VALUE_REFERENCES


def find_uses(read: ReadState, gone: Iterable[Subject]) -> Mapping[Subject, tuple[Place, ...]]:
    """Find where things are used in everything that a state has.

    A file is read only if it holds the id, or a backslash, with which YAML could spell it otherwise.
    """
    wanted = set(gone)
    found: dict[Subject, list[Place]] = defaultdict(list)
    if wanted:
        for document in _documents(read, {subject.id.encode() for subject in wanted}):
            for subject, place in _uses(document):
                if subject in wanted:
                    found[subject].append(place)
    return {subject: tuple(sorted(places, key=str)) for subject, places in found.items()}


def _documents(read: ReadState, names: set[bytes]) -> Iterator[Document]:
    known = {document.inside for document in read.folder.documents}
    rest = [path for path in read.files if path not in known]
    read.state.source.fetch(rest)
    candidates = {path for path in rest if _may_hold(_bytes(read, path), names)}
    yield from read.folder.documents
    if candidates:
        yield from read_files(read.state.source, read.state.label, wanted=candidates).documents


def _bytes(read: ReadState, path: str) -> bytes:
    try:
        return read.state.source.read(path)
    except OSError:
        return b""


def _may_hold(raw: bytes, names: set[bytes]) -> bool:
    return b"\\" in raw or any(name in raw for name in names)


def _uses(document: Document) -> Iterator[tuple[Subject, Place]]:
    for use in document.uses:
        yield Subject(use.kind, use.id), document.place(use.path, at_key=use.at_key)
    for link in document.links:
        place = Place(path=document.path, line=link.line, column=link.column)
        if link.kind in LINKED:
            yield Subject(ThingKind(link.kind), link.id.partition("/")[0]), place
    for line, value in document.values:
        for kind in VALUE_REFERENCES:
            name = getattr(value, kind)
            if name is not None:
                yield Subject(kind, name), Place(path=document.path, line=line)
