"""The journeys folder: which files it has, what kind each is, and what was read from them."""

import errno
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from stat import S_ISREG

from journeybook.findings import Finding, Place
from journeybook.load.document import Document, empty_document, read_document
from journeybook.load.values import MAX_VALUES_BYTES, read_values

_FOLDERS = {"personas": "persona", "touchpoints": "touchpoint"}
_NOT_CONTENT = {"readme.md", "contributing.md", "changelog.md", "journeybook.toml"}
_REASONS = {
    errno.EACCES: "this computer does not permit you to read it",
    errno.EPERM: "this computer does not permit you to read it",
    errno.ENOENT: "it is a link to a file that does not exist",
    errno.ELOOP: "it is a link that leads back to itself",
}

_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

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
    """What is wrong with files that are no documents, and with folders."""
    unread: frozenset[str] = frozenset()
    """Kinds of which some are not known, because their folder could not be opened."""
    signatures: dict[str, Signature] = field(default_factory=dict, compare=False)
    """Modification time, size and inode of each file, to know what has changed."""

    def of_kind(self, kind: str) -> Iterator[Document]:
        """Yield the documents of one kind."""
        return (document for document in self.documents if document.kind == kind)


def read_folder(root: Path, label: str, previous: Folder | None = None) -> Folder:
    """Read a journeys folder; of `previous`, what has not changed since is taken over."""
    if not os.path.isdir(root):  # noqa: PTH112 - Path.is_dir raises where a parent folder is closed
        return Folder(root=root, label=label, exists=False)
    if previous is None or (previous.root, previous.label) != (root, label):
        previous = Folder(root=root, label=label)
    reading = _Reading(previous)
    for inside in sorted(reading.files()):
        reading.take(inside)
    return Folder(
        root=root,
        label=label,
        documents=tuple(reading.documents),
        assets=frozenset(reading.assets),
        findings=tuple(reading.findings),
        unread=frozenset(reading.unread),
        signatures=reading.signatures,
    )


class _Reading:
    """What one walk over a folder has gathered so far."""

    def __init__(self, previous: Folder) -> None:
        self._root = previous.root
        self._real_root = os.path.realpath(previous.root)
        self._label = previous.label
        self._known = {document.inside: document for document in previous.documents}
        self._old = previous.signatures
        self.documents: list[Document] = []
        self.assets: list[str] = []
        self.findings: list[Finding] = []
        self.unread: set[str] = set()
        self.signatures: dict[str, Signature] = {}

    def files(self) -> Iterator[str]:
        """Yield the paths below the folder; names that begin with a dot or an underscore are not content."""
        for folder, folders, names in os.walk(self._root, onerror=self._closed_folder):
            base = Path(folder).relative_to(self._root)
            folders[:] = [name for name in folders if _is_content(name) and self._is_own(base / name)]
            yield from ((base / name).as_posix() for name in names if _is_content(name))

    def _closed_folder(self, error: OSError) -> None:
        inside = Path(error.filename).relative_to(self._root).as_posix()
        self.unread.add(_kind(f"{inside}/name.md"))
        self._refuse(inside, "unreadable-file", f"The folder cannot be opened: {_reason(error)}.")

    def _is_own(self, folder: Path) -> bool:
        """Whether a folder is one; a link to a folder is reported and not followed."""
        if not (self._root / folder).is_symlink():
            return True
        self.unread.add(_kind(f"{folder.as_posix()}/name.md"))
        if self._leads_out(folder.as_posix()):
            self._refuse_link(folder.as_posix())
        else:
            message = "A link to a folder is not followed. Put the files themselves here."
            self._refuse(folder.as_posix(), "misplaced-file", message)
        return False

    def take(self, inside: str) -> None:
        """Read one file, unless its signature says that it has not changed."""
        if _HIDDEN.search(inside):
            message = "The file's name has characters that cannot be shown. Rename the file."
            self._refuse(inside, "unreadable-file", message)
            return
        try:
            self._take(inside, _kind(inside))
        except OSError as error:
            self.signatures.pop(inside, None)
            self._refuse(inside, "unreadable-file", f"The file cannot be opened: {_reason(error)}.")

    def _take(self, inside: str, kind: str) -> None:
        file = self._root / inside
        if file.is_symlink() and self._leads_out(inside):
            self._refuse_link(inside)
            return
        status = file.stat()
        if not S_ISREG(status.st_mode):
            return
        self.signatures[inside] = (status.st_mtime_ns, status.st_size, status.st_ino)
        match kind:
            case "":
                pass
            case "asset":
                self.assets.append(inside)
            case "misplaced":
                self._refuse(inside, "misplaced-file", _misplaced(inside))
            case _:
                self.documents.append(self._unchanged(inside) or self._read(inside, kind, _bytes(file)))

    def _unchanged(self, inside: str) -> Document | None:
        return self._known.get(inside) if self._old.get(inside) == self.signatures[inside] else None

    def _read(self, inside: str, kind: str, raw: bytes) -> Document:
        path = f"{self._label}/{inside}"
        return read_values(path, inside, raw) if kind == "values" else read_document(path, inside, kind, raw)

    def _leads_out(self, inside: str) -> bool:
        return not Path(os.path.realpath(self._root / inside)).is_relative_to(self._real_root)

    def _refuse_link(self, inside: str) -> None:
        self._refuse(inside, "outside-project", "This link leads out of the journeys folder.")

    def _refuse(self, inside: str, rule: str, message: str) -> None:
        """Keep a finding about a file; what the file would describe is known by its name."""
        path, kind = _HIDDEN.sub("\N{REPLACEMENT CHARACTER}", f"{self._label}/{inside}"), _kind(inside)
        finding = Finding(place=Place(path=path), rule=rule, message=message)
        if kind in {"", "asset", "misplaced"}:
            self.findings.append(finding)
        else:
            self.documents.append(replace(empty_document(path, inside, kind), findings=(finding,)))


def _is_content(name: str) -> bool:
    return not name.startswith((".", "_"))


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, "this computer reports a fault in reading it")


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
    if name.lower().endswith(".csv"):
        return f"'{name}' is not read here. Metric values belong in metrics/."
    return (
        f"'{name}' is not read here; the one YAML file is 'handbook.yml' at the top of the journeys folder."
    )
