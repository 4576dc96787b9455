"""The journeys folder: which files it has, what kind each is, and what was read from them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG

from journeybook.findings import Finding, Place
from journeybook.load.document import Document, read_document
from journeybook.load.values import MAX_VALUES_BYTES, read_values
from journeybook.model import Handbook, Journey, Persona, Record, Touchpoint

_MODELS: dict[str, type[Record]] = {
    "journey": Journey,
    "persona": Persona,
    "touchpoint": Touchpoint,
    "handbook": Handbook,
}
_FOLDERS = {"personas": "persona", "touchpoints": "touchpoint"}
_NOT_CONTENT = {"readme.md", "contributing.md", "changelog.md"}

Signature = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """Everything that was read from a journeys folder."""

    root: Path
    label: str
    """How the folder is named in messages."""
    exists: bool = True
    documents: tuple[Document, ...] = ()
    """In the order of their paths."""
    assets: frozenset[str] = frozenset()
    """Paths, below the folder, of the files that are neither Markdown, YAML nor CSV."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with files that could not be opened."""
    signatures: dict[str, Signature] = field(default_factory=dict, compare=False)
    """Modification time, size and inode of each file, to know what has changed."""

    def of_kind(self, kind: str) -> Iterator[Document]:
        """Yield the documents of one kind."""
        return (document for document in self.documents if document.kind == kind)


def read_folder(root: Path, label: str, previous: Folder | None = None) -> Folder:
    """Read a journeys folder; of `previous`, what has not changed since is taken over."""
    if not root.is_dir():
        return Folder(root=root, label=label, exists=False)
    known = {document.inside: document for document in previous.documents} if previous else {}
    old = previous.signatures if previous else {}
    reading = _Reading(root, label)
    for inside in _files(root):
        reading.take(inside, known.get(inside), old.get(inside))
    return Folder(
        root=root,
        label=label,
        documents=tuple(reading.documents),
        assets=frozenset(reading.assets),
        findings=tuple(reading.findings),
        signatures=reading.signatures,
    )


def _files(root: Path) -> Iterator[str]:
    """Yield the paths below a folder in order; names that begin with a dot or an underscore are not content."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        base = Path(folder).relative_to(root)
        for name in sorted(names):
            if not name.startswith((".", "_")):
                yield (base / name).as_posix()


class _Reading:
    """What one walk over a folder has gathered so far."""

    def __init__(self, root: Path, label: str) -> None:
        self._root = root
        self._real_root = root.resolve()
        self._label = label
        self.documents: list[Document] = []
        self.assets: list[str] = []
        self.findings: list[Finding] = []
        self.signatures: dict[str, Signature] = {}

    def take(self, inside: str, known: Document | None, signature: Signature | None) -> None:
        """Read one file, unless its signature says that it has not changed."""
        kind = _kind(inside)
        file = self._root / inside
        try:
            if file.is_symlink() and not file.resolve().is_relative_to(self._real_root):
                self._refuse(inside, "outside-project", "This link leads out of the journeys folder.")
                return
            status = file.stat()
            if not S_ISREG(status.st_mode):
                return
            self.signatures[inside] = (status.st_mtime_ns, status.st_size, status.st_ino)
            if kind == "asset":
                self.assets.append(inside)
            elif kind == "misplaced":
                self._refuse(inside, "misplaced-file", _misplaced(inside))
            elif kind:
                unchanged = known is not None and signature == self.signatures[inside]
                self.documents.append(known if unchanged and known else self._read(inside, kind, _bytes(file)))
        except OSError as error:
            reason = (error.strerror or "it cannot be read").lower()
            self._refuse(inside, "unreadable-file", f"The file cannot be opened: {reason}.")

    def _read(self, inside: str, kind: str, raw: bytes) -> Document:
        path = f"{self._label}/{inside}"
        if kind == "values":
            return read_values(path, inside, raw)
        return read_document(path, inside, kind, _MODELS[kind], raw)

    def _refuse(self, inside: str, rule: str, message: str) -> None:
        place = Place(path=f"{self._label}/{inside}")
        self.findings.append(Finding(place=place, rule=rule, message=message))


def _bytes(file: Path) -> bytes:
    """Read a file, but not much more of it than any reader takes."""
    with file.open("rb") as stream:
        return stream.read(MAX_VALUES_BYTES + 1)


def _kind(inside: str) -> str:
    """What a file is, by its path below the journeys folder."""
    top, _, rest = inside.partition("/")
    name = inside.rpartition("/")[2].lower()
    if name in _NOT_CONTENT:
        return ""
    if inside == "handbook.yml":
        return "handbook"
    if name.endswith((".md", ".markdown")):
        return _FOLDERS.get(top, "journey") if rest else "journey"
    if name.endswith((".yml", ".yaml")):
        return "misplaced"
    if name.endswith(".csv") and top != "assets":
        return "values" if top == "metrics" and rest else "misplaced"
    return "asset"


def _misplaced(inside: str) -> str:
    name = inside.rpartition("/")[2]
    if name.endswith(".csv"):
        return f"'{name}' is not read here. Metric values belong in metrics/."
    return f"'{name}' is not read. The shared vocabulary is 'handbook.yml' at the top of the journeys folder."
