"""Read as much of two states as a comparison needs; files that are equal are not read."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from journeybook import model
from journeybook.catalogue import Catalogue, DefaultTitles, LinkWords, build_catalogue
from journeybook.findings import Finding, cut
from journeybook.kinds import ThingKind
from journeybook.load import Document, Folder, Identity, NotTaken, Source, kind_of, read_files

IN_ANY_CASE = {ThingKind.PERSONA, ThingKind.TOUCHPOINT, ThingKind.HANDBOOK}
"""What is read though it is equal: journeys name it, and sentences call it by its title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One of the two states of a journeys folder that are compared."""

    name: str
    """As the one who compares calls it: a revision, a folder, the work tree."""
    label: str
    """The folder as it begins the paths of places."""
    source: Source
    commit: str = ""
    """The commit's name, where the state is one."""


KnownDocuments = dict[tuple[str, Identity], Document]
"""The documents that were read before, by path and identity."""


@dataclass(frozen=True, kw_only=True)
class ReadState:
    """A state of a handbook, as far as it was read."""

    state: State
    files: dict[str, Identity]
    """What identifies each file that is content, by its path below the folder."""
    folder: Folder
    catalogue: Catalogue
    known: KnownDocuments
    """What was read before of this and other states."""

    def changed(self, other: "ReadState") -> Iterator[Document]:
        """The documents that are not equal in the other state."""
        for document in self.folder.documents:
            if self.files.get(document.inside) != other.files.get(document.inside):
                yield document


def read_states(
    before: State, after: State, *, everything: bool = False, known: KnownDocuments | None = None
) -> tuple[ReadState, ReadState]:
    """Read what differs between two states and what is needed to tell it, or everything.

    What is in `known` is not read again; what is read is added to it.
    """
    known = {} if known is None else known
    files = _files(before), _files(after)
    wanted = [
        {
            path
            for path, identity in own.items()
            if everything or kind_of(path) in IN_ANY_CASE or other.get(path) != identity
        }
        for own, other in (files, files[::-1])
    ]
    old = read_wanted(before, files[0], wanted[0], known)
    new = read_wanted(after, files[1], wanted[1], known)
    old, new = _with_handbook(old, new), _with_handbook(new, old)
    # a thing that is called otherwise now changes no text that links to it
    words = LinkWords((new, old), {}, knows_journeys=False)
    return (
        ReadState(state=before, files=files[0], folder=old, catalogue=_catalogue(old, words), known=known),
        ReadState(state=after, files=files[1], folder=new, catalogue=_catalogue(new, words), known=known),
    )


def whole_catalogue(state: State, default_titles: DefaultTitles, *, language: str = "") -> Catalogue:
    """Read the whole of a state, in a language that it is translated into if one is named.

    Default stages and groups take the given titles.
    """
    return build_catalogue(read_files(state.source, state.label, language=language), default_titles)


def _catalogue(folder: Folder, words: LinkWords) -> Catalogue:
    """Link what was read; where there is no folder, there are not even the default stages."""
    catalogue = build_catalogue(folder, {}, words)
    return catalogue if folder.exists else replace(catalogue, stages={}, handbook=model.Handbook(stages=()))


def _files(state: State) -> dict[str, Identity]:
    """The files of a state that can hold something to compare."""
    if not state.source.exists():
        return {}
    paths = state.source.paths()
    content = (path for path in paths if isinstance(path, str) and isinstance(kind_of(path), ThingKind))
    found = ((path, _identity(state.source, path)) for path in content)
    return {path: identity for path, identity in found if identity is not None}


def _identity(source: Source, path: str) -> Identity | None:
    """The identity of a file's content; of what cannot be read, the reason."""
    try:
        identity = source.identity(path)
    except OSError as error:
        return f"errno {error.errno}"
    return identity.rule if isinstance(identity, NotTaken) else identity


def read_wanted(
    state: State, files: dict[str, Identity], wanted: Container[str], known: KnownDocuments
) -> Folder:
    """Read the files of a state that are wanted and not known."""
    documents = (known.get(item) for item in files.items())
    previous = Folder(
        root=state.source.root,
        label=state.label,
        documents=tuple(_relabelled(document, state.label) for document in documents if document),
        signatures=files,
    )
    folder = read_files(state.source, state.label, previous, wanted=wanted)
    for document in folder.documents:
        if document.inside in files:
            known[document.inside, files[document.inside]] = document
    return folder


def _relabelled(document: Document, label: str) -> Document:
    path = f"{label}/{document.inside}"
    if document.path == path:
        return document
    findings = (replace(finding, place=replace(finding.place, path=path)) for finding in document.findings)
    return replace(document, path=path, findings=tuple(findings))


def _with_handbook(folder: Folder, other: Folder) -> Folder:
    """Lend a state the other one's vocabulary where its own cannot be read."""
    own, others = (each.handbook for each in (folder, other))
    if own is None or isinstance(own.record, model.Handbook) or others is None or others.record is None:
        return folder
    lent = replace(own, record=others.record, header=others.header)
    documents = (lent if document is own else document for document in folder.documents)
    return replace(folder, documents=tuple(documents))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file that differs and cannot be compared, because it cannot be read in one state."""

    state: str
    """The name of that state."""
    finding: Finding


def unread(pairs: Iterable[tuple[ReadState, ReadState]]) -> Iterator[Unread]:
    """Yield why files that differ cannot be read."""
    for read, other in pairs:
        for document in read.changed(other):
            # a key that stands twice breaks nothing, but of one of its values nothing can be told
            for finding in cut(document.findings):
                yield Unread(state=read.state.name, finding=finding)


def is_broken(document: Document) -> bool:
    """Whether something in a file is lost because it cannot be read."""
    is_partly_read = document.kind in {ThingKind.VALUES, ThingKind.HANDBOOK}
    return bool(document.findings) and (is_partly_read or document.record is None)
