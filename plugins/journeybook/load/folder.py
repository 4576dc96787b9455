"""List the files of a journeys folder, tell their kinds, and read them."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from journeybook.characters import has_hidden, without_hidden
from journeybook.findings import Finding, Place
from journeybook.kinds import IN_HANDBOOK, ThingKind
from journeybook.load.assets import Asset, judge_all
from journeybook.load.disk import DiskFiles, reason
from journeybook.load.document import Document, empty_document, read_document
from journeybook.load.layout import (
    NoThing,
    described_in,
    kind_of,
    misplaced,
    misspelt_folders,
    stands_for_handbook,
)
from journeybook.load.sheets.exports import with_exports
from journeybook.load.sheets.values import read_values
from journeybook.load.source import Identity, NotTaken, Source
from journeybook.load.translations import find_translations
from journeybook.load.twins import twins


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """Everything that was read from a journeys folder."""

    root: Path
    label: str
    """The name of the folder in messages."""
    exists: bool = True
    documents: tuple[Document, ...] = ()
    """In the order of their paths."""
    assets: frozenset[str] = frozenset()
    """Paths, below the folder, of the files that are neither Markdown, YAML nor CSV."""
    judged: Mapping[str, Asset] = field(default_factory=dict)
    """The assets that lie where a site publishes them, by their paths; only of a folder on the disk."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with files that are no documents, and with folders."""
    unread: frozenset[ThingKind] = frozenset()
    """Kinds of which some are not known, because their folder could not be opened."""
    languages: frozenset[str] = frozenset()
    """Those that some files have been translated into."""
    signatures: dict[str, Identity] = field(default_factory=dict, compare=False)
    """The identity of each file, to know what has changed."""

    @property
    def handbook(self) -> Document | None:
        """The file handbook.yml, or what lies in its place."""
        found = sorted(self.of_kind(ThingKind.HANDBOOK), key=lambda item: kind_of(item.inside) != item.kind)
        return next(iter(found), None)

    @property
    def published(self) -> frozenset[str]:
        """Of what is no content, the paths that the site has: pictures, and documents in assets/."""
        return frozenset(inside for inside, asset in self.judged.items() if not asset.refusal)

    def forget_places(self) -> None:
        """Free what was counted to find the places of values; it is counted again where one is asked for."""
        for document in self.documents:
            document.header.places.forget()

    def of_kind(self, kind: ThingKind) -> Iterator[Document]:
        """Yield the documents of one kind."""
        return (document for document in self.documents if document.kind == kind)


def read_folder(root: Path, label: str, previous: Folder | None = None, *, language: str = "") -> Folder:
    """Read a journeys folder in a language; of `previous`, what has not changed since is taken over."""
    source = DiskFiles(root)
    folder = read_files(source, label, previous, language=language)
    old = previous if previous and previous.root == root else Folder(root=root, label=label)
    same = {name: old.signatures.get(name) == folder.signatures[name] for name in sorted(folder.assets)}
    return replace(folder, judged=judge_all(source, same, old.judged))


def read_whole(source: Source, label: str, root: Path, *, language: str = "") -> Folder:
    """Read all files of a source, as far as they are translated in a language.

    `root` is the folder on the disk beside which other files lie.
    """
    folder = read_files(source, label, language=language)
    judged = judge_all(source, dict.fromkeys(sorted(folder.assets), False), {})
    return replace(folder, root=root, judged=judged)


def read_files(
    source: Source,
    label: str,
    previous: Folder | None = None,
    *,
    wanted: Container[str] | None = None,
    language: str = "",
) -> Folder:
    """Read the files of a source, or those of them whose paths are wanted.

    A file that has been translated into the language is read in its translation.
    """
    empty = Folder(root=source.root, label=label)
    if not source.exists():
        return replace(empty, exists=False)
    if previous is None or (previous.root, previous.label) != (source.root, label):
        previous = empty
    reading = _Reading(source, previous)
    every = sorted(reading.paths())
    translations = {item.inside: item for item in find_translations(every, source)}
    reading.chosen = {item.original: path for path, item in translations.items() if item.language == language}
    paths = [path for path in every if path not in translations and (wanted is None or path in wanted)]
    source.fetch(
        [
            reading.chosen.get(path, path)
            for path in paths
            if wanted is not None or isinstance(kind_of(path), ThingKind)
        ]
    )
    for inside in paths:
        reading.take(inside)
    if wanted is None:
        reading.findings.extend(map(reading.told, twins(paths)))
    return replace(
        empty,
        documents=with_exports(reading.documents),
        assets=frozenset(reading.assets),
        findings=(*reading.findings, *misspelt_folders(label, reading.documents)),
        unread=frozenset(reading.unread | reading.not_listed()),
        languages=frozenset(item.language for item in translations.values()),
        signatures=reading.signatures,
    )


def read_content(path: str, inside: str, kind: ThingKind, raw: bytes) -> Document:
    """Read the bytes of a file that is content, of whatever kind."""
    if kind is ThingKind.VALUES:
        return read_values(path, inside, raw)
    return read_document(path, inside, kind, raw)


class _Reading:
    """The state of one walk over a folder."""

    def __init__(self, source: Source, previous: Folder) -> None:
        self._source = source
        self._label = previous.label
        self._known = {document.inside: document for document in previous.documents}
        self._old = previous.signatures
        self.documents: list[Document] = []
        self.assets: list[str] = []
        self.findings: list[Finding] = []
        self.unread: set[ThingKind] = set()
        self._has_misplaced_handbook = False
        self.signatures: dict[str, Identity] = {}
        self.chosen: dict[str, str] = {}
        """The translations that are read, by the path of their original."""

    def paths(self) -> Iterator[str]:
        """Yield the paths of files; what cannot be read is a finding."""
        for path in self._source.paths():
            if isinstance(path, str):
                yield path
                continue
            if path.is_folder:
                self.unread.add(described_in(path.inside))
            self._refuse(path)

    def not_listed(self) -> set[ThingKind]:
        """The kinds that handbook.yml would list, if another YAML file lies there in its place."""
        has_handbook = any(item.kind is ThingKind.HANDBOOK for item in self.documents)
        return set(IN_HANDBOOK) if self._has_misplaced_handbook and not has_handbook else set()

    def take(self, inside: str) -> None:
        """Read one file, unless its signature says that it has not changed."""
        if has_hidden(inside):
            message = "The file's name has characters that cannot be shown. Rename the file."
            self._refuse(NotTaken(inside=inside, rule="unreadable-file", message=message))
            return
        try:
            self._take(inside, kind_of(inside))
        except OSError as error:
            self.signatures.pop(inside, None)
            message = f"The file cannot be opened: {reason(error)}."
            self._refuse(NotTaken(inside=inside, rule="unreadable-file", message=message))

    def _take(self, inside: str, kind: ThingKind | NoThing) -> None:
        identity = self._source.identity(self.chosen.get(inside, inside))
        if isinstance(identity, NotTaken):
            self._refuse(identity)
        if identity is None or isinstance(identity, NotTaken):
            return
        self.signatures[inside] = identity
        match kind:
            case NoThing.NOTE:
                pass
            case NoThing.ASSET:
                self.assets.append(inside)
            case NoThing.MISPLACED:
                self._refuse(NotTaken(inside=inside, rule="misplaced-file", message=misplaced(inside)))
                self._has_misplaced_handbook |= stands_for_handbook(inside)
            case ThingKind():
                self.documents.append(self._unchanged(inside) or self._read(inside, kind))

    def _unchanged(self, inside: str) -> Document | None:
        return self._known.get(inside) if self._old.get(inside) == self.signatures[inside] else None

    def _read(self, inside: str, kind: ThingKind) -> Document:
        file = self.chosen.get(inside)
        if file is None:
            return read_content(f"{self._label}/{inside}", inside, kind, self._source.read(inside))
        read = read_content(f"{self._label}/{file}", inside, kind, self._source.read(file))
        return replace(read, translation=file)

    def told(self, what: NotTaken) -> Finding:
        """Make a finding of why something is not taken."""
        path = without_hidden(f"{self._label}/{what.inside}", "\N{REPLACEMENT CHARACTER}")
        return Finding(place=Place(path=path), rule=what.rule, message=what.message)

    def _refuse(self, what: NotTaken) -> None:
        """Keep a finding about a file; what the file would describe is known by its name."""
        finding = self.told(what)
        path = finding.place.path
        kind = kind_of(what.inside)
        if isinstance(kind, NoThing):
            self.findings.append(finding)
        else:
            self.documents.append(replace(empty_document(path, what.inside, kind), findings=(finding,)))
