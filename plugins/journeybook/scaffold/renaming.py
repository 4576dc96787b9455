"""Give a thing another id in all files that name it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from journeybook.catalogue import Catalogue
from journeybook.edits import Edit, NotEditable, TextChange, changed
from journeybook.findings import nearest, quoted
from journeybook.kinds import ThingKind
from journeybook.load import Document, raw_of
from journeybook.load.beside import Beside
from journeybook.load.sheets.table import MAX_VALUES_BYTES
from journeybook.model import is_id
from journeybook.naming import (
    Mention,
    Named,
    edits_of_mentions,
    edits_of_thing,
    mentions,
    named_things,
    path_of_renamed,
)
from journeybook.regular import read_regular
from journeybook.scaffold.newfile import NotPossible
from journeybook.scaffold.redirects import in_navigation, moved_pages, redirects

_NO_IDS = {"null": "YAML takes it for nothing", "end": "a journey ends there"}


InAllLanguages = Sequence[Catalogue]
"""A handbook as it was written, then as it is read in each language that it is translated into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """The changes that give a thing another id."""

    changes: tuple[TextChange, ...]
    places: int
    """The number of places that change."""
    moved: Mapping[str, str]
    """The pages whose addresses change, where mkdocs.yml has no list of redirects that could be added to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """A thing and everything that names it."""

    thing: Named
    mentions: tuple[Mention, ...]


def uses(
    catalogue: Catalogue,
    beside: Beside,
    kind: ThingKind,
    name: str,
    *,
    translations: Iterable[Catalogue] = (),
) -> Uses:
    """Find a thing and all places that name it, also in the files that are translated."""
    thing = find_thing(catalogue, kind, name)
    found = set(mentions(catalogue, beside.pages, {(kind, name)}, partial(raw_of, catalogue.folder)))
    for other in translations:
        paths = {document.path for document in _translated(other)}
        named = mentions(other, (), {(kind, name)}, partial(raw_of, other.folder))
        found |= {mention for mention in named if mention.place.path in paths}
    in_order = sorted(found, key=lambda item: (item.place.path, item.place.line, item.place.column))
    return Uses(thing=thing, mentions=tuple(in_order))


def _translated(catalogue: Catalogue) -> Iterator[Document]:
    """The files that are read in a translation."""
    return (document for document in catalogue.folder.documents if document.translation)


def find_thing(catalogue: Catalogue, kind: ThingKind, name: str) -> Named:
    """Find a thing by its id, or say what there is."""
    things = [thing for thing in named_things(catalogue) if thing.kind == kind]
    found = [thing for thing in things if thing.id == name]
    if not found:
        hint = nearest(name, (thing.id for thing in things))
        raise NotPossible(f"No {kind.words} {quoted(name)}.{hint or _all(kind, things)}")
    return found[0]


def _all(kind: ThingKind, things: list[Named]) -> str:
    """Name what there is, where it is little."""
    names = sorted({thing.id for thing in things})
    if not names:
        return f" There are no {kind.row.plural} with an id yet."
    return f" There are: {', '.join(names)}." if len(names) <= 12 else ""  # noqa: PLR2004


def rename_thing(  # noqa: PLR0913 - the handbook, what stands beside it, and the change
    catalogue: Catalogue,
    beside: Beside,
    kind: ThingKind,
    old: str,
    new: str,
    *,
    translations: Sequence[Catalogue] = (),
) -> Renaming:
    """The changes that give a thing another id, wherever it is named, in translations too."""
    handbook = (catalogue, *translations)
    for read in handbook:
        _refuse_unread(read, beside)
    found = uses(catalogue, beside, kind, old, translations=translations)
    _refuse_new(catalogue, kind, old, new)
    if found.thing.document is None:
        raise NotPossible(
            f"The stage '{old}' is one that every handbook has. "
            "List the stages in 'handbook.yml' first, and then give them ids of your own."
        )
    try:
        return _renaming(handbook, beside, found, new)
    except NotEditable as error:
        raise NotPossible(str(error)) from error


def _renaming(handbook: InAllLanguages, beside: Beside, found: Uses, new: str) -> Renaming:
    files = _files(handbook, beside)
    thing, own = found.thing, new.rpartition("/")[2]
    others = tuple(_in_translations(handbook, thing))
    moved = moved_pages(handbook[0], thing.kind, thing.id, new)
    handwritten = _handwritten_pages(beside, moved)
    in_redirects = redirects(beside.settings, moved) if beside.settings else None
    in_nav = in_navigation(beside.settings, {**moved, **handwritten}) if beside.settings else []
    edits = defaultdict(list)

    def text_of(path: str) -> str:
        return files[path].text

    made = (
        *(
            edit
            for item in (thing, *others)
            for edit in edits_of_thing(item, lambda path: files[path].text, own)
        ),
        *edits_of_mentions(found.mentions, lambda path: files[path].text, own),
    )
    for edit in dict.fromkeys((*made, *(in_redirects or ()), *in_nav)):
        edits[edit.place.path].append(edit)
    to = dict(_moves(thing, others, own)) | {
        page.path: page.path.removesuffix(page.inside) + handwritten[page.inside]
        for page in beside.pages
        if page.inside in handwritten
    }
    return Renaming(
        changes=tuple(_changes(files, edits, to)),
        places=sum(map(len, edits.values())),
        moved={} if in_redirects else moved,
    )


def _in_translations(handbook: InAllLanguages, thing: Named) -> Iterator[Named]:
    """The same thing in each file that is a translation."""
    for read in handbook[1:]:
        for other in named_things(read):
            is_same = (other.kind, other.id) == (thing.kind, thing.id)
            if is_same and other.document and other.document.translation:
                yield other


def _moves(thing: Named, others: Iterable[Named], own: str) -> Iterator[tuple[str, str]]:
    """Yield the old and the new path of a file that is called by its id, and of its translations."""
    path = thing.document.path if thing.document else ""
    new_path = path_of_renamed(thing, path, own)
    if new_path:
        yield path, new_path
        stem, new_stem = (name.rpartition(".")[0] for name in (path, new_path))
        translated = [other.document.path for other in others if other.document]
        yield from ((name, new_stem + name.removeprefix(stem)) for name in translated)


def _handwritten_pages(beside: Beside, moved: Mapping[str, str]) -> dict[str, str]:
    """The pages in docs/ that introduce a page that moves, which have its address, with their new paths."""
    short = {
        before.replace("/index.md", ".md"): after.replace("/index.md", ".md")
        for before, after in moved.items()
    }
    both = {**moved, **short}
    return {page.inside: both[page.inside] for page in beside.pages if page.inside in both}


def _is_foreign(document: Document) -> bool:
    """Whether a file is read in an encoding that it cannot be written back in."""
    return any(hint.rule == "older-encoding" for hint in document.hints)


def _refuse_unread(catalogue: Catalogue, beside: Beside) -> None:
    """Refuse to rename where a place could be missed."""
    folder = catalogue.folder
    broken = [
        document.path
        for document in folder.documents
        if (document.record is None and document.kind is not ThingKind.VALUES) or document.header.refused
    ]
    rows = [item.path for item in folder.of_kind(ThingKind.VALUES) if item.findings or _is_foreign(item)]
    closed = [finding.place.path for finding in folder.findings]
    paths = sorted({*broken, *rows, *closed, *beside.unread})
    if paths:
        listed = "".join(f"\n  {path}" for path in paths)
        raise NotPossible(f"These files have problems and may hide a use; fix them first:{listed}")


def _refuse_new(catalogue: Catalogue, kind: ThingKind, old: str, new: str) -> None:
    above, _, own = new.rpartition("/")
    if above != old.rpartition("/")[0] or not is_id(own):
        form = (
            f"{old.rpartition('/')[0]}/new-id"
            if "/" in old
            else "small letters a-z, digits and single dashes"
        )
        raise NotPossible(f"{quoted(new)} is no id; expected {form}.")
    if own == "null" or (own == "end" and kind is ThingKind.STEP):
        raise NotPossible(f"{quoted(own)} cannot be an id: {_NO_IDS[own]}.")
    things = [thing for thing in named_things(catalogue) if thing.kind == kind]
    taken = next((thing for thing in things if thing.id == new), None)
    if taken:
        where = f": '{taken.document.path}'" if taken.document else ""
        raise NotPossible(f"There is a {kind.words} '{new}' already{where}.")
    if sum(thing.id == old for thing in things) > 1:
        raise NotPossible(f"Two {kind.words}s have the id '{old}'. Change one of them by hand first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A file and its bytes."""

    raw: bytes

    @property
    def text(self) -> str:
        return self.raw.decode("utf-8")


def _files(handbook: InAllLanguages, beside: Beside) -> dict[str, _File]:
    """Every file that may change, by the path that messages have for it."""
    root = handbook[0].folder.root
    found = {item.path: root / item.file for read in handbook for item in read.folder.documents}
    found |= {item.path: beside.docs / item.inside for item in beside.pages}
    if beside.settings:
        found[beside.settings.path] = beside.folder / beside.settings.inside
    return {path: _File(raw=read_regular(file, MAX_VALUES_BYTES)) for path, file in found.items()}


def _changes(
    files: Mapping[str, _File], edits: Mapping[str, list[Edit]], to: Mapping[str, str]
) -> Iterator[TextChange]:
    for path in sorted({*edits, *to}):
        yield changed(path, files[path].raw, edits.get(path, ()), to=to.get(path))
